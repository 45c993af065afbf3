// Which lists are asked for news, and when. During a collection a few change all the time, by many
// hands: they are asked at every beat. The rest are edited by an officer now and then: they are asked
// once a minute, and at the next beat after this process wrote to them. At one unit a list and a beat
// every ten seconds that is about 70 units a minute where asking all would be near 190.
import { type RegisterName, registers } from '../registers/registers.ts';
import type { MachineClock } from './machine-clock.ts';

/** 'all', or those that are due by the policy above. */
export type Asked = 'all' | 'due';

export type Listening = {
  due(asked: Asked): readonly RegisterName[];
  /** Those asked at that time were heard from. */
  heard(names: readonly RegisterName[], at: number): void;
  wrote(name: RegisterName): void;
};

/** Milliseconds. On a beat of ten seconds no list is then older than a minute. */
const quietFor = 50_000;

export const openListening = (
  kept: readonly RegisterName[],
  clock: Pick<MachineClock, 'now'>,
): Listening => {
  const heardAt = new Map<RegisterName, number>();
  const wroteAt = new Map<RegisterName, number>();
  const isDue = (name: RegisterName): boolean => {
    const heard = heardAt.get(name);
    if (isBusy(name) || heard === undefined) return true;
    return clock.now() - heard >= quietFor || (wroteAt.get(name) ?? -1) >= heard;
  };
  return {
    due: (asked) => (asked === 'all' ? kept : kept.filter(isDue)),
    heard: (names, at) => {
      for (const name of names) heardAt.set(name, at);
    },
    wrote: (name) => {
      wroteAt.set(name, clock.now());
    },
  };
};

export const isBusy = (name: RegisterName): boolean =>
  (registers[name] as { readonly busy?: true }).busy === true;
