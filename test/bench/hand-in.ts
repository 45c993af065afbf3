// A figure handed in as a person does it: saved with its commentary, then whatever the card that comes
// back asks besides. Every press is timed by itself, from the press until its card.
import { setTimeout as pause } from 'node:timers/promises';
import { isChallenge, right } from '../journeys/answering.ts';
import { buttons, type Card, partWithId, wordsOf } from '../journeys/seat.ts';
import type { Channel, Owed, Press } from './given-channel.ts';
import { cycleKey } from './given-council.ts';

/** What a card asked for before it saved the figure. */
export type AskedBesides = 'an action' | 'why it is right';

export type HandedIn = {
  /** Milliseconds, a press each. */
  readonly times: readonly number[];
  readonly asked: readonly AskedBesides[];
  /** What came back last where it was not saved; null where it was. */
  readonly unsaved: string | null;
};

export type Manner = {
  /** Milliseconds a person takes over a card that asks for more. */
  readonly reading?: number;
  /** By performance.now(): when it was to be pressed, so that a late start is counted as waiting. */
  readonly dueAt?: number;
};

export const handIn = async (
  channel: Channel,
  owed: Owed,
  { reading = 0, dueAt }: Manner = {},
): Promise<HandedIn> => {
  const times: number[] = [];
  const asked: AskedBesides[] = [];
  let began = dueAt ?? performance.now();
  for (let press: Press = { verb: 'answer', data: saidOf(owed) }; ; ) {
    const card = await channel.post(owed, press);
    times.push(performance.now() - began);
    if (isSaved(card)) return { times, asked, unsaved: null };
    const more = askedOn(card);
    if (typeof card === 'string' || more === null || asked.includes(more))
      return { times, asked, unsaved: wordsIn(card) };
    asked.push(more);
    press = more === 'an action' ? withAction(press) : confirmed(card);
    if (reading > 0) await pause(reading);
    began = performance.now();
  }
};

const isSaved = (card: Card | string): boolean =>
  typeof card !== 'string' && partWithId(card, 'saved') !== undefined;

/** Null where it asks for nothing that a person could add. */
const askedOn = (card: Card | string): AskedBesides | null => {
  if (typeof card === 'string') return null;
  if (isChallenge(card)) return 'why it is right';
  return partWithId(card, 'action') === undefined ? null : 'an action';
};

const wordsIn = (card: Card | string): string =>
  (typeof card === 'string' ? card : wordsOf(card)).slice(0, 200);

/** What the Question's own fields say when it is first saved. */
const saidOf = ({ return: key, value }: Owed) => ({
  v: 1,
  cycle: cycleKey,
  return: key,
  revision: 0,
  value: String(value),
  finality: 'final',
  commentary: 'Requests rose in the summer. Extra staff start in November.',
  until: '',
  because: '',
});

const withAction = ({ verb, data }: Press): Press => ({
  verb,
  data: {
    ...data,
    action: 'Two more staff start, and the oldest requests go first.',
    actionBy: '2021-03-31',
  },
});

/** Its button carries all that was typed. */
const confirmed = (challenge: Card): Press => ({
  verb: 'confirm',
  data: { ...buttons(challenge).find(({ verb }) => verb === 'confirm')?.data, right },
});

/** Of many: every press's time, how often each thing was asked, and what was not saved. */
export type AllHandedIn = {
  readonly times: readonly number[];
  readonly asked: Readonly<Record<AskedBesides, number>>;
  readonly unsaved: readonly string[];
};

export const together = (all: readonly HandedIn[]): AllHandedIn => {
  const asked = all.flatMap((each) => each.asked);
  const count = (what: AskedBesides) => asked.filter((each) => each === what).length;
  return {
    times: all.flatMap((each) => each.times),
    asked: { 'an action': count('an action'), 'why it is right': count('why it is right') },
    unsaved: all.flatMap(({ unsaved }) => (unsaved === null ? [] : [unsaved])),
  };
};

/** For a row's `how`. */
export const howHandedIn =
  'A person presses Save with a figure and its commentary; where it is off target the card asks for an action, where it is doubted (a tenth of the figures) for why it is right, and each is pressed too. Every press is counted and timed.';
