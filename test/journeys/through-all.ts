// What people do who go on pressing until they are answered, whatever dies meanwhile, and what must hold
// afterwards: nothing lost that was acknowledged, nobody asked twice unless the ledger says that it may be so.
import { expect } from 'vitest';
import { figuresFor, question, returnAsked, saysSaved, theQuestion } from './answering.ts';
import type { Fields } from './lists-by-hand.ts';
import { type MortalHouse, pause } from './mortal-house.ts';
import type { Card } from './seat.ts';
import { cycle } from './small-council.ts';
import { stepsReceived } from './witness.ts';

/** A council with its app, or several of it. */
export type Enduring = Pick<MortalHouse, 'council' | 'seat' | 'objectIdOf' | 'record' | 'list'>;

/** What a person was told was saved: return to the commentary and figures they had typed. */
export type Told = Map<string, Readonly<Record<string, string>>>;
/** Presses as a person does who got no answer: the same button, until there is one. */
export const pressThroughAll = async (house: Enduring, person: string, action: Card) => {
  const seat = house.seat(person);
  const { id } = await seat.newestCard();
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await seat.pressAction(id, action);
    if (answer.status === 200 && answer.card !== null) return answer;
    await pause(25);
  }
  const last = await seat.pressAction(id, action);
  throw new Error(`${person} pressed ${action.verb}, and at last: ${last.status} ${last.words}`);
};

export const answerThroughAll = async (house: Enduring, person: string, told: Told) => {
  const start = { type: 'Action.Execute', verb: 'start', data: { v: 1, cycle } };
  let { card } = await pressThroughAll(house, person, start);
  theQuestion(card);
  for (let asked = question(card); asked !== undefined; asked = question(card)) {
    const key = returnAsked(asked);
    if (told.has(key)) throw new Error(`${key} was saved, and ${person} is asked it again.`);
    const typed = {
      numerator: '',
      denominator: '',
      value: '',
      ...figuresFor(house.council, key),
      commentary: `${person} on ${key}: ${Math.floor(performance.now())}`,
    };
    const inputs = { ...typed, finality: 'final', until: '', because: '' };
    const answer = await pressThroughAll(house, person, {
      ...asked,
      data: { ...asked.data, ...inputs },
    });
    if (!saysSaved(answer)) throw new Error(`${key} was not saved: ${answer.words}`);
    told.set(key, typed);
    card = answer.card;
  }
};

export const nothingAcknowledgedIsLost = async (house: Enduring, told: Told): Promise<void> => {
  const returns = new Map((await house.list('Returns')).map((each) => [String(each['Key']), each]));
  for (const [key, typed] of told) {
    const figures =
      typed['value'] === ''
        ? { Numerator: Number(typed['numerator']), Denominator: Number(typed['denominator']) }
        : { Value: Number(typed['value']) };
    const { commentary } = typed;
    const kept = { ...figures, State: 'Returned', Revision: 1, Commentary: commentary };
    expect(returns.get(key)).toMatchObject(kept);
  }
};

export const eachStepIsInOneState = (ledger: readonly Fields[]): void => {
  const names = ledger.map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  const unsettled = ledger.filter((each) => ['Queued', 'Failed'].includes(String(each['State'])));
  expect(unsettled).toEqual([]);
};

export const nobodyIsAskedTwice = async (
  house: Enduring,
  ledger: readonly Fields[],
): Promise<void> => {
  const seen = new Map<string, number>();
  for (const { personId, step } of stepsReceived(await house.record())) {
    const name = `${personId} ${step}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  for (const row of ledger) {
    const person = house.objectIdOf(String(row['Person']));
    const often = seen.get(`${person} ${nameOf(row).slice(`${row['Person']} `.length)}`) ?? 0;
    seen.delete(`${person} ${nameOf(row).slice(`${row['Person']} `.length)}`);
    const sent = row['State'] === 'Sent';
    const wrong = sent ? often === 0 || (often > 1 && row['PossiblyRepeated'] !== true) : often > 0;
    const excused = !sent && row['PossiblyRepeated'] === true;
    expect(wrong && !excused ? { row, often } : null).toBeNull();
  }
  // Nothing reached anyone that the ledger does not know of.
  expect([...seen.keys()]).toEqual([]);
};

/** "p-voids Reminder operating-plan-2020-21|2020-21 Q2", as a step's card names itself. */
export const nameOf = (row: Fields): string =>
  [row['Person'], row['Step'], row['Cycle'], row['About'], row['On']].filter(Boolean).join(' ');

/** The same moments every time: a small generator with a seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
