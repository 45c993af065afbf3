// What the next year's cycles take over from the last of this year's.
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/registers/plans.ts';
import { nextCycles } from '../../src/rules/new-year/next-cycles.ts';
import { closedDayRows } from './bank-holidays.ts';
import { registersOf, rowOf } from './table-of.ts';

const made = (cycles: Parameters<typeof rowOf<'cycles'>>[1][], plan: Partial<Plan> = {}) =>
  nextCycles(
    registersOf({ cycles, closedDays: closedDayRows }),
    rowOf('plans', { key: 'plan', code: 'plan', ...plan }),
    { plan: 'next', year: '2021-22' },
  );

describe('the next year', () => {
  it('asks about what the last quarter asked about, on the same days', () => {
    const asks = ['measures', 'risks'];
    const cycles = made([
      { period: '2020-21 Q3' },
      { period: '2020-21 Q4', asks, lowerFirst: 3, financeDueDay: 15 },
    ]);
    expect(cycles.map(({ period }) => period)).toEqual(
      [1, 2, 3, 4].map((number) => `2021-22 Q${number}`),
    );
    for (const cycle of cycles)
      expect(cycle).toMatchObject({ asks, lowerFirst: 3, financeDueDay: 15, state: 'Planned' });
  });
  it('has a cycle a month where the plan collects by the month, due on the plan’s own day', () => {
    const month = { period: '2020-21 M12', dueWorkingDay: 6, remindBefore: 1 };
    const cycles = made([{ period: '2020-21 Q4' }, month], { monthlyDueDay: 5 });
    expect(cycles).toHaveLength(16);
    expect(cycles.find(({ key }) => key === 'next|2021-22 M05')).toMatchObject({
      title: 'August 2021',
      dueWorkingDay: 5,
      remindBefore: 1,
    });
    const august = cycles.find(({ period }) => period === '2021-22 M05');
    expect(august?.opensOn.toString()).toBe('2021-09-01');
  });
  it('has none where the plan has never collected returns', () => {
    expect(made([])).toEqual([]);
  });
});
