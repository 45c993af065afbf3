// The app was down, or the clock jumped: what is due is worked out afresh, and only the latest step goes.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

let house: House;
const { row, idsOf, received } = whatCameOf(() => house);

describe('after downtime', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil());
  });
  afterAll(() => house.close());

  test('from 1 to 16 October only the latest step goes out, and earlier ones are passed over', async () => {
    await house.moveClockTo('2020-10-16T11:00');
    expect([await received('Opening'), await received('Reminder')]).toEqual([[], []]);
    const rows = await house.list('Notifications');
    const inStep = (step: string) => rows.filter((each) => each['Step'] === step);
    for (const step of ['Opening', 'Reminder'])
      expect(new Set(inStep(step).map((each) => each['State']))).toEqual(new Set(['Passed over']));
    const told = inStep('Deadline').filter((each) => each['State'] === 'Sent');
    expect(await received('Deadline')).toEqual(idsOf(told.map((each) => String(each['Person']))));
    expect(told.length).toBeGreaterThan(8);
    expect((await received('Manager')).length).toBeGreaterThan(3);
    expect(await received('SMT')).toEqual([]);
  });

  test('a quarter slept through entirely is closed, and its ledger does not say anyone answered', async () => {
    await house.moveClockTo('2020-11-30T09:00');
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Closed' });
    const rows = await house.list('Notifications');
    expect(rows.filter((each) => each['State'] === 'Queued')).toEqual([]);
    const answered = rows.filter((each) => /answered/.test(String(each['Reason'] ?? '')));
    expect(answered).toEqual([]);
    expect(await received('SMT')).toEqual([]);
  });
});
