// A quarter suspended by a decision on record, as in an emergency: nothing is asked, chased, escalated or
// taken until it goes on, and then each person hears of the latest step alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resumeCycle, suspendCycle } from '../../src/use-cases/suspend-cycle.ts';
import { cycleView } from '../../src/web/cycle-view.ts';
import { type House, openHouse } from '../given.ts';
import { answerAll, because, leftAlone, saysSaved } from './answering.ts';
import { ask } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

let house: House;
const { row, idsOf, received, ledger, returnsOf } = whatCameOf(() => house);
const by = 'p-performance';
const decision = 'medium-term-financial-strategy-2020';
const owners = ['p-voids', 'p-repairs', 'p-schools'];

describe('a quarter suspended by a decision', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(owners));
    await house.moveClock('next');
    await answerAll(house.seat('p-schools'), house.council);
  });
  afterAll(() => house.close());
  const suspend = (asked: object) =>
    suspendCycle(house.app.ports, { by, cycle, decision, ...asked });

  test('is suspended by the performance team alone, and only by a decision that is on record', async () => {
    for (const person of ['p-voids', 'p-director-housing'])
      expect(await suspend({ by: person })).toMatchObject({ reason: 'not allowed' });
    for (const nothing of ['', 'a-decision-nobody-made'])
      expect(await suspend({ decision: nothing })).toMatchObject({ reason: 'no such decision' });
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Open' });
    expect(await suspend({})).toEqual({ outcome: 'suspended' });
    expect(await row('Cycles', cycle)).toMatchObject({
      State: 'Suspended',
      SuspendedBy: decision,
    });
    expect(await suspend({})).toMatchObject({ reason: 'wrong state', state: 'Suspended' });
  });

  test('takes no answer meanwhile, and says so', async () => {
    const seat = house.seat('p-voids');
    const due = await returnsOf('p-voids');
    const asked = { v: 1, cycle, return: due[0]?.['Key'], revision: 0 };
    const data = { ...asked, ...leftAlone, value: '280', commentary: because };
    const action = { type: 'Action.Execute', verb: 'answer', data };
    const told = await seat.pressAction((await seat.newestCard()).id, action);
    expect(saysSaved(told)).toBe(false);
    expect(told.words).toContain('suspended');
    expect(await returnsOf('p-voids')).toEqual(due);
  });

  test('asks, chases and escalates nothing, and its close does not come', async () => {
    const sent = (await house.record()).filter(({ kind }) => kind === 'create').length;
    await house.moveClockTo('2020-10-16T11:00');
    await house.moveClockTo('2020-10-20T11:00');
    const now = (await house.record()).filter(({ kind }) => kind === 'create').length;
    expect(now).toBe(sent);
    expect(await house.list('Escalations')).toEqual([]);
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Suspended' });
    const { next } = (await ask('GET', `${house.localUrl}/local/clock`)) as {
      next: { label: string } | null;
    };
    expect(next?.label ?? 'Quarter 3 opens').toBe('Quarter 3 opens');
  });

  test('goes on: the latest step goes out, what fell due meanwhile is passed over', async () => {
    expect(await resumeCycle(house.app.ports, { by: 'p-voids', cycle })).toMatchObject({
      reason: 'not allowed',
    });
    expect(await resumeCycle(house.app.ports, { by, cycle })).toEqual({
      outcome: 'resumed',
      closesAtOnce: false,
    });
    await house.app.beatNow();
    expect(await received('Reminder')).toEqual([]);
    expect(await received('Deadline')).toEqual(idsOf(['p-repairs', 'p-voids']));
    expect(await ledger('p-voids', 'Reminder')).toBe('Passed over');
    expect(await ledger('p-schools', 'Deadline')).toBe('Not needed');
    expect((await house.list('Escalations')).length).toBeGreaterThan(0);
    const cycleNow = await row('Cycles', cycle);
    expect(cycleNow).toMatchObject({ State: 'Open' });
    expect(cycleNow['SuspendedBy'] ?? null).toBeNull();
  });

  test('takes answers again, and the Journal tells who suspended it and by what', async () => {
    const saved = await answerAll(house.seat('p-repairs'), house.council);
    expect(saved.length).toBeGreaterThan(0);
    const told = (await house.list('Journal')).filter(
      (each) => each['Row'] === `Cycles: ${cycle}` && each['By'] === by,
    );
    expect(told.map((each) => each['Why'])).toEqual([
      'Suspended by decision: Medium-term financial strategy agreed',
      'Goes on again',
    ]);
  });
});

describe('a suspended quarter past its close', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil(['p-voids']));
    await house.moveClock('next');
    await suspendCycle(house.app.ports, { by, cycle, decision });
    await house.moveClockTo('2020-11-10T11:00');
  });
  afterAll(() => house.close());

  test('closes as soon as it goes on, with what is missing escalated', async () => {
    expect(cycleView(house.app.ports, cycle)).toMatchObject({ closesAtOnce: true });
    expect(await resumeCycle(house.app.ports, { by, cycle })).toMatchObject({
      closesAtOnce: true,
    });
    await house.app.beatNow();
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Closed' });
    const [missing] = await returnsOf('p-voids');
    const escalated = (await house.list('Escalations')).map((each) => each['Return']);
    expect(escalated).toContain(missing?.['Key']);
    expect(await received('Deadline')).toEqual([]);
  });
});
