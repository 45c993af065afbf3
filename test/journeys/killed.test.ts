// The app killed with SIGKILL at random moments of a quarter and started again each time. Local
// Microsoft 365 lives on, and what it holds at the end is the evidence.
import { expect, test } from 'vitest';
import { times } from '../counts.ts';
import type { Fields } from './lists-by-hand.ts';
import { type MortalHouse, openMortalHouse, pause } from './mortal-house.ts';
import { ask } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import {
  answerThroughAll,
  eachStepIsInOneState,
  nameOf,
  nobodyIsAskedTwice,
  nothingAcknowledgedIsLost,
  randomFrom,
  type Told,
} from './through-all.ts';
import { stepsReceived } from './witness.ts';

/** One thing that happens in the quarter, done again by people and clock until it has been done. */
type Act = (house: MortalHouse, told: Told) => Promise<void>;
/**
 * After so many milliseconds; once so many cards more have reached Teams, most of them unrecorded;
 * or once so many answers more have been acknowledged, most of them not yet in the lists.
 */
type Moment = { readonly of: 'time' | 'cards' | 'answers'; readonly count: number };
/** `again`: killed once more, so many milliseconds into starting. */
type Kill = { readonly act: number; readonly when: Moment; readonly again: number | null };

const answersFrom =
  (...people: readonly string[]): Act =>
  async (house, told) => {
    await Promise.all(people.map((person) => answerThroughAll(house, person, told)));
  };
const clockTo =
  (moment: string): Act =>
  (house) =>
    moveThroughAll(house, moment);

const quarter: readonly Act[] = [
  clockTo('2020-10-01T09:30'),
  answersFrom('p-voids', 'p-repairs', 'p-inclusion', 'p-participation'),
  clockTo('2020-10-09T09:30'),
  answersFrom('p-waste', 'p-adaptations'),
  clockTo('2020-10-14T09:30'),
  clockTo('2020-10-15T09:30'),
  answersFrom('p-housing-needs', 'p-rents'),
  clockTo('2020-10-19T09:30'),
  clockTo('2020-10-28T09:30'),
];

const moveThroughAll = async (house: MortalHouse, moment: string): Promise<void> => {
  let to = Temporal.PlainDateTime.from(moment);
  for (let tries = 0; tries < 400; tries += 1) {
    await house.ready();
    try {
      await ask('POST', `${house.localUrl}/local/clock`, { to: to.toString() });
      return;
    } catch (error) {
      // Moved before it died: a minute more makes it catch up.
      if (String(error).includes('only moves forward')) to = to.add({ minutes: 1 });
      else await pause(25);
    }
  }
  throw new Error(`The clock never reached ${moment}.`);
};

const killing = async (house: MortalHouse, told: Told, { when, again }: Kill): Promise<void> => {
  await untilMoment(house, told, when);
  await house.kill();
  house.start();
  if (again !== null) {
    await pause(again);
    await house.kill();
    house.start();
  }
  await house.ready();
};

const untilMoment = async (house: MortalHouse, told: Told, when: Moment): Promise<void> => {
  if (when.of === 'time') return pause(when.count);
  const counted = async () =>
    when.of === 'answers' ? told.size : stepsReceived(await house.record()).length;
  const before = await counted();
  // An act that brings fewer is killed all the same, when it is over.
  const end = performance.now() + 2_000;
  while ((await counted()) < before + when.count && performance.now() < end) await pause(1);
};

const live = async (house: MortalHouse, kills: readonly Kill[]): Promise<Told> => {
  const told: Told = new Map();
  for (const [n, act] of quarter.entries()) {
    const mine = kills.filter((each) => each.act === n);
    const killed = async () => {
      for (const each of mine) await killing(house, told, each);
    };
    await Promise.all([act(house, told), killed()]);
  }
  await house.settled();
  return told;
};

/** Opening, answering, the ladder and closing take turns; one in five dies again while it starts. */
const killsFor = (seed: number, count: number): readonly Kill[] => {
  const random = randomFrom(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const turns: readonly (readonly [readonly number[], Moment])[] = [
    [[0], { of: 'cards', count: upTo(8) }],
    [[1, 3, 6], { of: 'answers', count: upTo(3) }],
    [[2, 4, 5], { of: 'cards', count: upTo(4) }],
    [[0, 1, 3, 6], { of: 'time', count: upTo(400) }],
    [[7, 8], { of: 'time', count: upTo(300) }],
  ];
  return Array.from({ length: count }, (_, n) => {
    const [acts, when] = turns[(seed - 1 + n) % turns.length] ?? [[0], { of: 'time', count: 1 }];
    const act = acts[Math.floor(random() * acts.length)] ?? 0;
    return { act, when, again: random() < 0.2 ? upTo(1_200) : null };
  });
};

const killsInAll = times({ reduced: 1, full: 50 });
const aHouse = Math.min(4, killsInAll);
const houses = Array.from({ length: Math.ceil(killsInAll / aHouse) }, (_, n) => ({
  seed: n + 1,
  kills: killsFor(n + 1, aHouse),
}));

test.each(houses)(
  'killed at random moments of a quarter (seed $seed), nothing is lost and nobody is asked twice',
  { timeout: 120_000 },
  async ({ kills }) => {
    const house = await openMortalHouse(smallCouncil(), { graph: 25, teams: 60 });
    try {
      const told = await live(house, kills);
      expect(told.size).toBe(15);
      await nothingAcknowledgedIsLost(house, told);
      const ledger = await house.list('Notifications');
      eachStepIsInOneState(ledger);
      await nobodyIsAskedTwice(house, ledger);
      await theLadderIsComplete(house, ledger);
    } finally {
      await house.close();
    }
  },
);

const theLadderIsComplete = async (
  house: MortalHouse,
  ledger: readonly Fields[],
): Promise<void> => {
  const [quarterRow] = (await house.list('Cycles')).filter((each) => each['Key'] === cycle);
  expect(quarterRow).toMatchObject({ State: 'Closed' });
  const returns = (await house.list('Returns')).filter((each) => each['Cycle'] === cycle);
  expect(returns).toHaveLength(18);
  for (const owner of new Set(returns.map((each) => String(each['Owner']))))
    for (const step of ['Opening', 'Reminder', 'Deadline'])
      expect(ledger.map(nameOf)).toContain(`${owner} ${step} ${cycle}`);
  const steps = Map.groupBy(ledger, (each) => String(each['Step']));
  expect(steps.get('Manager')?.length).toBeGreaterThan(3);
  expect(steps.get('SMT')?.length).toBeGreaterThan(2);
  const unreachable = steps.get('Unreachable') ?? [];
  expect(unreachable.filter((each) => each['About'])).toMatchObject([
    { State: 'Sent', Person: 'p-manager-planning' },
  ]);
  expect(unreachable.filter((each) => each['On']).length).toBeGreaterThan(1);
  const [council] = (await house.list('Report lines')).filter(
    (each) => each['Scope'] === 'council',
  );
  const answered = returns.filter((each) => each['State'] === 'Returned').length;
  expect(council).toMatchObject({ Due: 18, Returned: answered });
};
