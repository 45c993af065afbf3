// Graph or Teams in trouble in mid-quarter: people go on answering, nothing is written twice, and when
// the trouble ends everything is where it belongs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { type Acknowledged, answerAll } from './answering.ts';
import type { Fields } from './lists-by-hand.ts';
import { ask } from './seat.ts';
import { aDozen, cycle, smallCouncil } from './small-council.ts';
import { until, whoReceived } from './witness.ts';

let house: House;
const inOneHouse = (before: () => Promise<unknown>): void => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil());
    await before();
  });
  afterAll(async () => {
    await house.trouble();
    await house.close();
  });
};

const answersLost = async (): Promise<number> => {
  const faults = await ask('GET', `${house.localUrl}/local/faults`);
  return (faults as { counters: { scripted: number } }).counters.scripted;
};
const always = 1_000_000;
const owing = aDozen.filter(
  (each) => !['p-environmental-protection', 'p-development-management'].includes(each),
);
const duplicates = (rows: readonly Fields[]): readonly string[] => {
  const keys = rows.map((each) => String(each['Key']).toLowerCase());
  return keys.filter((each, n) => keys.indexOf(each) !== n);
};
const keptAsSaved = async (saved: readonly Acknowledged[]): Promise<void> => {
  const rows = new Map((await house.list('Returns')).map((each) => [String(each['Key']), each]));
  for (const { return: key, typed } of saved) {
    const figure =
      typed['value'] === undefined
        ? { Numerator: Number(typed['numerator']) }
        : { Value: Number(typed['value']) };
    expect(rows.get(key)).toMatchObject({ State: 'Returned', Revision: 1, ...figure });
  }
};

describe('Graph is away in mid-quarter', () => {
  inOneHouse(async () => {
    await house.moveClock('next');
    await house.landed();
  });
  const away = { on: 'graph', times: always };
  const ways: readonly (readonly [string, object, string])[] = [
    ['busy (503)', { ...away, status: 503, retryAfter: 0 }, 'p-voids'],
    ['cutting every connection', { ...away, dropBefore: true }, 'p-housing-needs'],
    ['taking writes and losing its answers', { ...away, dropAfterCommit: true }, 'p-waste'],
  ];
  test.each(ways.map(([how, fault, person]) => ({ how, fault, person })))(
    '$how: cards still answer, and every answer lands once when it returns',
    async ({ fault, person }) => {
      await house.trouble({ script: [fault] });
      const began = performance.now();
      const saved = await answerAll(house.seat(person), house.council);
      expect((performance.now() - began) / saved.length).toBeLessThan(1_000);
      expect(saved.length).toBeGreaterThan(1);
      expect(house.app.ports.outbox.depth().changes).toBeGreaterThanOrEqual(saved.length);
      await house.trouble();
      await keptAsSaved(saved);
      expect(duplicates(await house.list('Returns'))).toEqual([]);
      expect(duplicates(await house.list('Report lines'))).toEqual([]);
    },
  );

  test('an app that stops before it could write has lost nothing when it starts again', async () => {
    const refusing = { on: 'graph', times: always, status: 503 };
    await house.trouble({
      script: [
        { ...refusing, method: 'PATCH' },
        { ...refusing, method: 'POST', path: '/items$' },
      ],
    });
    const saved = await answerAll(house.seat('p-participation'), house.council);
    await house.restart();
    expect(house.app.ports.outbox.depth().changes).toBeGreaterThanOrEqual(saved.length);
    await house.trouble();
    await keptAsSaved(saved);
  });
});

describe('rows created, and the answers lost', () => {
  inOneHouse(async () => undefined);
  const steps: readonly (readonly [string, number])[] = [
    ['2020-10-01T09:30', 400],
    ['2020-10-09T09:30', 409],
    ['2020-10-14T09:30', 500],
  ];
  test.each(steps.map(([moment, status]) => ({ moment, status })))(
    'are each one row, where Graph refuses a second with $status',
    async ({ moment, status }) => {
      const before = await answersLost();
      const lost = { on: 'graph', method: 'POST', path: '/\\$batch', times: 3 };
      await house.trouble({
        duplicateStatus: status,
        script: [{ ...lost, dropAfterCommit: true }],
      });
      await house.moveClockTo(moment);
      const returns = (await house.list('Returns')).filter((each) => each['Cycle'] === cycle);
      expect(returns).toHaveLength(18);
      for (const list of ['Returns', 'Notifications', 'Report lines', 'Reports'])
        expect(duplicates(await house.list(list))).toEqual([]);
      expect((await answersLost()) - before).toBe(3);
    },
  );
});

describe('Teams in trouble while cards go out', () => {
  inOneHouse(async () => undefined);
  const everybody = () => owing.map((each) => house.objectIdOf(each)).sort();
  const received = async (step: string) => [...whoReceived(await house.record(), step)].sort();
  const ledgerOf = async (step: string) =>
    (await house.list('Notifications')).filter((each) => each['Step'] === step);

  test('answering 429 and 502 at random: everybody gets their card once', async () => {
    await house.trouble({
      random: { seed: 7, teams429: 0.2, teams502: 0.1, retryAfterSeconds: 1 },
    });
    await house.moveClock('next');
    await until('every card has gone', async () => house.app.ports.outbox.depth().messages === 0);
    expect(await received('Opening')).toEqual(everybody());
    const sent = (await ledgerOf('Opening')).filter((each) => each['State'] === 'Sent');
    expect(sent).toHaveLength(owing.length);
    const tries = sent.reduce((sum, each) => sum + Number(each['Attempts']), 0);
    expect(tries).toBeGreaterThan(2 * owing.length);
  });

  test('losing its answer to a send: whoever may have it twice is recorded so', async () => {
    const lost = { on: 'teams', method: 'POST', path: '/activities', times: 2 };
    await house.trouble({ script: [{ ...lost, dropAfterCommit: true }] });
    await house.moveClockTo('2020-10-09T09:30');
    const reminded = await received('Reminder');
    const twice = reminded.filter((each, n) => reminded.indexOf(each) !== n);
    expect([...new Set(reminded)]).toEqual(everybody());
    const marked = (await ledgerOf('Reminder'))
      .filter((each) => each['PossiblyRepeated'] === true)
      .map((each) => house.objectIdOf(String(each['Person'])));
    expect(twice).toHaveLength(2);
    expect(marked.sort()).toEqual(twice.sort());
  });

  test('refusing one person for good: theirs alone is unreachable, and their manager hears', async () => {
    const refused = { on: 'teams', method: 'POST', path: '/activities', times: 1, status: 403 };
    await house.trouble({ script: [refused] });
    await house.moveClockTo('2020-10-14T09:30');
    const rows = await ledgerOf('Deadline');
    const unreached = rows.filter((each) => each['State'] === 'Unreachable');
    expect(unreached).toHaveLength(2);
    const told = (await ledgerOf('Unreachable')).flatMap((each) => each['About'] ?? []);
    expect([...told].sort()).toEqual(unreached.map((each) => each['Person']).sort());
  });
});
