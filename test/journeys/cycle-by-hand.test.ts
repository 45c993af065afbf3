// The lists are the record: a cycle's state edited by hand is taken as it stands, and an answer given
// at the moment of a withdrawal is either taken and kept, or refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitReturn } from '../../src/use-cases/submit-return.ts';
import { withdrawCycle } from '../../src/use-cases/withdraw-cycle.ts';
import { soaking } from '../counts.ts';
import { type House, openHouse } from '../given.ts';
import { typedAnswer } from '../use-cases/typed-answer.ts';

const cycle = 'operating-plan-2020-21|2020-21 Q2';
const withdrawal = { by: 'p-performance', cycle, because: 'Opened a week early' };

describe("a cycle's state edited by hand", () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.moveClock('next');
  });
  afterAll(() => house.close());
  const state = async () =>
    (await house.list('Cycles')).find((each) => each['Key'] === cycle)?.['State'];
  const setState = async (to: string) => {
    await house.landed();
    await house.editByHand('Cycles', cycle, { State: to });
    return house.app.beatNow();
  };

  it('from withdrawn back to open can be withdrawn again', async () => {
    expect(await withdrawCycle(house.app.ports, withdrawal)).toEqual({ outcome: 'withdrawn' });
    await setState('Open');
    expect(await withdrawCycle(house.app.ports, withdrawal)).toEqual({ outcome: 'withdrawn' });
    expect(await state()).toBe('Withdrawn');
  });

  it('back to planned opens once more, and only once', async () => {
    expect(await setState('Planned')).toContainEqual(expect.stringMatching(/opened: 50 returns/));
    expect(await state()).toBe('Open');
    expect(await house.app.beatNow()).toEqual([]);
  });

  it('leaves its returns answerable', async () => {
    const seat = house.seat('p-housing-needs');
    await seat.say('what do I owe');
    await seat.press('start');
    expect((await seat.press('answer', { value: '47' })).words).toMatch(/^Saved\./);
  });

  it('from closed back to open closes again, and says so once', async () => {
    await house.moveClock('close');
    expect(await state()).toBe('Closed');
    expect(await setState('Open')).toContain('Quarter 2 2020-21 closed.');
    expect(await house.app.beatNow()).toEqual([]);
    expect(await state()).toBe('Closed');
  });
});

describe('an answer at the moment of a withdrawal', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  it('is kept where it is said to be saved', async () => {
    const { ports } = house.app;
    const answer = typedAnswer({
      value: '60',
      numerator: '60',
      denominator: '90',
      commentary: 'Late.',
      noAction: 'It passes by itself.',
      right: 'Counted twice.',
    });
    const due = ports.replica.registers().returns.where('cycle', cycle).slice(0, 12);
    const submit = (key: string, owner: string | null) =>
      submitReturn(ports, {
        by: owner ?? '',
        return: key,
        revision: 0,
        answer,
      });
    const before = due.slice(0, 6).map((each) => submit(each.key, each.owner));
    const withdrawn = withdrawCycle(ports, withdrawal);
    const after = due.slice(6).map((each) => submit(each.key, each.owner));
    const outcomes = await Promise.all([...before, ...after]);
    await withdrawn;

    const rows = new Map((await house.list('Returns')).map((each) => [each['Key'], each]));
    for (const [n, asked] of due.entries()) {
      const saved = outcomes[n]?.outcome === 'submitted';
      const row = rows.get(asked.key);
      expect(row).toMatchObject({ State: saved ? 'Returned' : 'Withdrawn' });
    }
    expect(outcomes.slice(0, 6).map((each) => each.outcome)).toEqual(Array(6).fill('submitted'));
  });

  it.runIf(soaking)('whose card could not be drawn inert is on the ledger as such', async () => {
    const other = await openHouse();
    await other.moveClock('next');
    await other.landed();
    const faults = [{ on: 'teams', method: 'PUT', times: 100, status: 500 }];
    await other.trouble({ script: faults });
    await withdrawCycle(other.app.ports, withdrawal);
    await other.app.beatNow();
    const reasons = (await other.list('Notifications')).map((each) => String(each['Reason']));
    expect(reasons).toContainEqual(expect.stringMatching(/could not be drawn again/));
    await other.close();
  });
});
