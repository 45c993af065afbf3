// What must survive the app being stopped between reaching Teams and writing it down, at the very
// moments a random kill seldom finds.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import type { Message, Ports } from '../../src/use-cases/ports.ts';
import { openHouse } from '../bot/house.ts';
import { ask } from '../journeys/seat.ts';
import { until } from '../journeys/witness.ts';

const cycle = 'plan|2020-21 Q2';
const people = ['owner', 'manager', 'reader'].map((key, n) => ({
  key,
  title: key,
  objectId: `aaaaaaaa-0000-4000-8000-00000000000${n + 1}`,
  roles: [key],
  team: 'waste',
}));
const rows = {
  people,
  teams: [{ key: 'waste', title: 'Waste', directorate: 'Place', manager: 'manager' }],
  cycles: [{ key: cycle, title: 'Quarter 2' }],
  measures: ['1', '2'].map((code) => ({ code, title: code, team: 'waste', owner: 'owner' })),
  returns: ['owner', 'reader'].map((owner, n) => ({
    measure: `plan|${n + 1}`,
    period: '2020-21 Q2',
    cycle,
    state: 'Due' as const,
    finality: null,
    owner,
    dueOn: Temporal.PlainDate.from('2020-10-14'),
  })),
};

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse(rows);
});
afterAll(() => house.close());

const queue = (person: string) => {
  const message: Message = { person, cycle, step: 'Opening', about: null, replaces: null };
  const at = house.ports.clock.now().toInstant();
  const key = `${person}|${cycle}|Opening`;
  return house.ports.outbox.accept([{ key, by: null, at, changes: [], message }]);
};
const ledger = (key: string) => house.ports.replica.registers().notifications.get(key);
const never = (): Promise<never> => new Promise(() => undefined);

/** Delivers with an Outbox that, like a killed process, never comes back from one of its calls. */
const dieAt = async (call: 'accept' | 'settle'): Promise<void> => {
  let reached = false;
  const outbox: Ports['outbox'] = {
    ...house.ports.outbox,
    [call]: () => {
      reached = true;
      return never();
    },
  };
  void deliverMessages({ ...house.ports, outbox }, () => false);
  await until(`it had come to ${call}`, async () => reached);
};
const startAgain = () => deliverMessages(house.ports, () => false);

test('an app stopped just before a manager was told tells them when it starts again', async () => {
  await ask('POST', `${house.localUrl}/local/teams/people/${people[0]?.objectId}/block`, {});
  await queue('owner');
  await dieAt('accept');
  await startAgain();
  expect(ledger(`owner|${cycle}|Opening`)?.state).toBe('Unreachable');
  expect(ledger(`manager|${cycle}|Unreachable|owner`)?.state).toBe('Sent');
});

test('an app stopped between sending and recording says so, though the answer came meanwhile', async () => {
  await queue('reader');
  await dieAt('settle');
  house.change({ register: 'returns', key: 'plan|2|2020-21 Q2', set: { state: 'Returned' } });
  await startAgain();
  expect(ledger(`reader|${cycle}|Opening`)).toMatchObject({
    state: 'Not needed',
    possiblyRepeated: true,
  });
});

describe('an instance that lost the lease', () => {
  const wanted = () =>
    house.change({ register: 'returns', key: 'plan|2|2020-21 Q2', set: { state: 'Due' } });
  const key = `reader|${cycle}|Deadline`;
  const queued = async () => (await house.ports.outbox.waiting(10)).map((each) => each.inFlight);
  const cards = async () =>
    ((await ask('GET', `${house.localUrl}/local/teams/record`)) as unknown[]).length;

  test('sends nothing more, also what it had written down as begun', async () => {
    wanted();
    const message: Message = {
      person: 'reader',
      cycle,
      step: 'Deadline',
      about: null,
      replaces: null,
    };
    const at = house.ports.clock.now().toInstant();
    await house.ports.outbox.accept([{ key, by: null, at, changes: [], message }]);
    const before = await cards();
    let isOurs = true;
    const outbox: Ports['outbox'] = {
      ...house.ports.outbox,
      begin: async (keys) => {
        const begun = await house.ports.outbox.begin(keys);
        isOurs = false;
        return begun;
      },
    };
    const ports = { ...house.ports, outbox };
    expect(await deliverMessages(ports, () => false, { isOurs: () => isOurs })).toBe(0);
    expect([await cards(), await queued()]).toEqual([before, [true]]);
  });

  test('leaves it to the next, which says that it may be repeated', async () => {
    expect(await startAgain()).toBe(1);
    expect(ledger(key)).toMatchObject({ state: 'Sent', possiblyRepeated: true });
  });
});

describe('what may not go now waits in the queue', () => {
  const later = 'later';
  const key = `${later}|${cycle}|Opening`;
  const waiting = async () => (await house.ports.outbox.waiting(100)).map((each) => each.key);
  const set = (register: 'cycles' | 'notifications' | 'people', at: string, change: object) =>
    house.change({ register, key: at, set: change as never });

  test('in the quiet hours, and goes when they are over', async () => {
    house.change({
      register: 'people',
      key: later,
      set: { title: later, objectId: people[2]?.objectId ?? '', roles: ['owner'], team: 'waste' },
    });
    house.change({
      register: 'returns',
      key: 'plan|2|2020-21 Q2',
      set: { owner: later, state: 'Due' },
    });
    await queue(later);
    house.at('2020-10-01T18:00');
    expect(await startAgain()).toBe(0);
    expect(await waiting()).toEqual([key]);
    house.at('2020-10-02T07:59');
    expect(await startAgain()).toBe(0);
    set('cycles', cycle, { state: 'Suspended' });
    house.at('2020-10-02T08:00');
  });

  test('while its cycle is suspended, and goes when that goes on', async () => {
    expect(await startAgain()).toBe(0);
    expect(await waiting()).toEqual([key]);
    set('cycles', cycle, { state: 'Open' });
    expect(await startAgain()).toBe(1);
    expect(await waiting()).toEqual([]);
    expect(ledger(key)).toMatchObject({ state: 'Sent', possiblyRepeated: false });
  });

  test('and is passed over where a later step came meanwhile', async () => {
    const step = (name: 'Reminder' | 'Deadline', day: string) => ({
      key: `${later}|${cycle}|${name}`,
      row: {
        person: later,
        cycle,
        plan: 'plan',
        step: name,
        state: 'Queued',
        fellDueAt: `2020-10-${day}T08:30:00Z`,
      },
    });
    const [reminder, deadline] = [step('Reminder', '09'), step('Deadline', '14')];
    house.at('2020-10-09T18:30');
    for (const each of [reminder, deadline]) {
      set('notifications', each.key, each.row);
      const message = { person: later, cycle, step: each.row.step, about: null, replaces: null };
      const at = house.ports.clock.now().toInstant();
      await house.ports.outbox.accept([{ key: each.key, by: null, at, changes: [], message }]);
      if (each === reminder) await startAgain();
    }
    house.at('2020-10-14T09:30');
    expect(await startAgain()).toBe(1);
    expect(ledger(reminder.key)?.state).toBe('Passed over');
    expect(ledger(deadline.key)?.state).toBe('Sent');
  });
});
