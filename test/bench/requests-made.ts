// How many requests to Teams a delivery had to make: all that local Teams counted, less those it
// refused because the app went over a limit. Which refusals were chance is found by drawing again.
import { Faults } from '../../src/local/faults/faults.ts';

export type Chance = {
  readonly seed: number;
  readonly teams429: number;
  readonly teams502: number;
  readonly teams403: number;
  readonly retryAfterSeconds: number;
};

export type Requests = {
  readonly requests: number;
  readonly needed: number;
  readonly 'refused by chance, 429': number;
  readonly 'refused by chance, 502': number;
  readonly 'refused, 403': number;
  readonly 'refused for going over a limit': number;
};

export const countRequests = (chance: Chance, counted: Faults['counters']['teams']): Requests => {
  const by429 = drawn429(chance, counted.accepted + counted.forbidden + counted.failed);
  const overLimit = counted.throttled - by429;
  return {
    requests: counted.requests,
    needed: counted.requests - overLimit,
    'refused by chance, 429': by429,
    'refused by chance, 502': counted.failed,
    'refused, 403': counted.forbidden,
    'refused for going over a limit': overLimit,
  };
};

/** Each request within the limits drew once; so many of the draws came to something other than 429. */
const drawn429 = (random: Chance, others: number): number => {
  const faults = new Faults();
  faults.set({ random });
  let refused = 0;
  for (let left = others; left > 0; ) {
    if (faults.draw() < random.teams429) refused += 1;
    else left -= 1;
  }
  return refused;
};

export const chanceOf = ({ teams429, teams502, teams403, retryAfterSeconds }: Chance): string =>
  [
    `${share(teams429)} of requests with 429 and Retry-After ${retryAfterSeconds} s`,
    `${share(teams502)} with 502, not delivered`,
    `${share(teams403)} of people with 403`,
  ].join(', ');

const share = (of: number): string => `${Number((of * 100).toFixed(2))} %`;
