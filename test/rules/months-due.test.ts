// What a month's cycle asks for, and what a quarter's then does not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { linesDue } from '../../src/rules/lines-due.ts';
import { lastMonth, type Period, periodHolding } from '../../src/rules/period.ts';
import { periodDue, returnsDue } from '../../src/rules/what-is-due.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const measures = [
  { code: '1', frequency: 'monthly' },
  { code: '2', frequency: 'monthly', publicationLag: 20 },
  { code: '3', frequency: 'quarterly' },
] as const;
const september = { period: '2020-21 M06', state: 'Planned' } as const;

const dueIn = (cycle: Partial<Row<'cycles'>>, rows: Rows = {}) => {
  const registers = registersOf({ measures, cycles: [cycle], ...rows });
  const opening = registers.cycles.get(`plan|${cycle.period}`) ?? rowOf('cycles', cycle);
  return returnsDue(registers, opening).map(({ measure, period }) => `${measure.code} ${period}`);
};

describe('a month’s cycle', () => {
  it('asks the monthly measures alone: the month, or the one before where its figure takes weeks', () => {
    expect(dueIn(september)).toEqual(['1 2020-21 M06', '2 2020-21 M05']);
  });
  it('asks about nothing else, whatever it says', () => {
    const actions = [{ key: 'plan|A', plan: 'plan', code: 'A', kind: 'activity' as const }];
    const registers = registersOf({ actions, cycles: [{ ...september, asks: ['actions'] }] });
    expect(linesDue(registers, rowOf('cycles', { ...september, asks: ['actions'] }))).toEqual([]);
  });
  it('asks for each month once and leaves none out, whatever the lag', () => {
    const month = fc.integer({ min: 2000 * 12, max: 2060 * 12 });
    fc.assert(
      fc.property(month, fc.integer({ min: 0, max: 800 }), (at, publicationLag) => {
        const measure = rowOf('measures', { code: 'M', frequency: 'monthly', publicationLag });
        const due = [at, at + 1].map((each) => periodDue(measure, periodHolding('month', each)));
        const [one, next] = due.map((each) => lastMonth(each as Period));
        expect(next).toBe((one ?? 0) + 1);
        expect(one).toBeLessThanOrEqual(at);
      }),
    );
  });
});

describe('a quarter’s cycle', () => {
  const quarter = { period: '2020-21 Q2', state: 'Planned' } as const;
  const of = (period: string, more: object) =>
    ({ measure: `plan|${period.endsWith('6') ? 1 : 2}`, period, ...more }) as Partial<
      Row<'returns'>
    >;

  it('asks for the latest month where no month’s cycle does', () => {
    expect(dueIn(quarter)).toEqual(['1 2020-21 M06', '2 2020-21 M05', '3 2020-21 Q2']);
  });
  it('does not ask again for a month that was answered, or is being asked for', () => {
    const answered = of('2020-21 M06', { value: 5 });
    const asked = of('2020-21 M05', { state: 'Due', cycle: 'plan|2020-21 M06' });
    const cycles = [quarter, { ...september, state: 'Open' as const }];
    expect(dueIn(quarter, { cycles, returns: [answered, asked] })).toEqual(['3 2020-21 Q2']);
  });
  it('leaves a month to its own cycle that has yet to open', () => {
    expect(dueIn(quarter, { cycles: [quarter, september] })).toEqual(['3 2020-21 Q2']);
  });
  it('asks for what a month’s cycle closed without, or was withdrawn with', () => {
    for (const state of ['Closed', 'Withdrawn'] as const) {
      const left = of('2020-21 M06', { state: 'Due', cycle: 'plan|2020-21 M06' });
      const cycles = [quarter, { ...september, state }];
      expect(dueIn(quarter, { cycles, returns: [left] })).toContain('1 2020-21 M06');
    }
  });
});
