// What an opening puts in the register: on which day each return is due, and what waits for its figure.
import { describe, expect, it } from 'vitest';
import { askAgain } from '../../src/use-cases/ask-again.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { ownOutbox } from './own-outbox.ts';
import { asText, cycle, opened, planned, registers, returnOf } from './reporting-council.ts';

const own = ownOutbox();
const figure = 'plan|1|2020-21 Q2';
const dueOn = (ports: Ports, key: string) => registers(ports).returns.get(key)?.dueOn?.toString();

describe('lower levels first', () => {
  it('what managers look over is due before the rest, and money on a day of its own', async () => {
    const ports = await opened(own.outbox, { cycle: { lowerFirst: 3, financeDueDay: 15 } });
    const days = Object.fromEntries(
      Object.entries(returnOf).map(([of, key]) => [of, dueOn(ports, key)]),
    );
    expect(days).toEqual({
      action: '2020-10-09',
      milestone: '2020-10-09',
      project: '2020-10-09',
      saving: '2020-10-09',
      risk: '2020-10-09',
      assurance: '2020-10-14',
      finance: '2020-10-21',
    });
    expect(dueOn(ports, figure)).toBe('2020-10-14');
  });
  it('everything is due on one day where the cycle says nothing of it', async () => {
    const ports = await opened(own.outbox);
    const days = [...registers(ports).returns.values()].map((each) => each.dueOn?.toString());
    expect(new Set(days)).toEqual(new Set(['2020-10-14']));
  });
});

describe('a figure with a day of publication of its own', () => {
  const measures = (publishedOn: readonly string[]) => ({
    measures: [{ code: '1', team: 'streets', owner: 'ann', publishedOn }],
  });
  it('waits for its day, says why, and is asked for when it has come', async () => {
    const ports = await opened(own.outbox, { rows: measures(['2020-10-15']) });
    expect(asText(registers(ports).returns.get(figure))).toMatchObject({
      state: 'No data until',
      noDataUntil: '2020-10-15',
      noDataReason: 'Comes out on Thu 15 October 2020.',
    });
    const open = registers(ports).cycles.get(cycle);
    if (open === undefined) throw new Error('The cycle is gone.');
    expect(await askAgain(ports, open)).toBe(0);
    const at = Temporal.ZonedDateTime.from('2020-10-15T09:30[Europe/London]');
    expect(await askAgain({ ...ports, clock: { now: () => at } }, open)).toBe(1);
    expect(asText(registers(ports).returns.get(figure))).toMatchObject({
      state: 'Due',
      dueOn: '2020-10-15',
    });
  });
  it('is asked for at once where the cycle is opened after its day', async () => {
    const late = { rows: measures(['2020-10-05']), now: '2020-10-06T09:30' };
    const ports = await opened(own.outbox, late);
    expect(registers(ports).returns.get(figure)?.state).toBe('Due');
  });
  it('is not asked for in a cycle that closes before it', async () => {
    const ports = await opened(own.outbox, { rows: measures(['2020-11-24']) });
    expect(registers(ports).returns.get(figure)).toBeUndefined();
  });
});

describe('a month’s cycle', () => {
  it('asks for its month, and the quarter that opens after it does not', async () => {
    const monthly = [{ code: '1', team: 'streets', owner: 'ann', frequency: 'monthly' as const }];
    const month = {
      key: 'plan|2020-21 M06',
      period: '2020-21 M06',
      state: 'Planned' as const,
      dueWorkingDay: 5,
    };
    const quarter = { state: 'Planned' as const };
    const ports = planned(own.outbox, { rows: { measures: monthly, cycles: [month, quarter] } });
    expect(await openCycle(ports, { by: null, cycle: month.key })).toMatchObject({ owed: 1 });
    expect(dueOn(ports, 'plan|1|2020-21 M06')).toBe('2020-10-07');
    expect(await openCycle(ports, { by: null, cycle })).toMatchObject({ owed: 0 });
    expect(registers(ports).returns.get('plan|1|2020-21 M06')?.cycle).toBe(month.key);
  });
});
