// A measure's returns are found by their period, in whatever order the list holds them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Period, type PeriodKind, periodText } from '../../src/rules/period.ts';
import { returnsByPeriod, targetAsked } from '../../src/rules/returns-by-period.ts';
import { registersOf } from './table-of.ts';

const year = fc.integer({ min: 1900, max: 2199 });
const kinds: readonly PeriodKind[] = [
  'quarter',
  'month',
  'financial year',
  'calendar year',
  'academic year',
];
const periods: fc.Arbitrary<Period> = fc
  .record({ kind: fc.constantFrom(...kinds), year, quarter: fc.nat(3), month: fc.nat(11) })
  .map(({ kind, year: of, quarter, month }) => {
    if (kind === 'quarter') return { kind, year: of, number: quarter + 1 };
    return kind === 'month' ? { kind, year: of, number: month + 1 } : { kind, year: of };
  });

it('each return is found by its own period and no other, of any kind and in any order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(periods, { selector: periodText, maxLength: 30 }),
      periods,
      (held, other) => {
        const registers = registersOf({
          measures: [{ code: '1' }],
          returns: held.map((each, value) => ({
            measure: 'plan|1',
            period: periodText(each),
            value,
          })),
        });
        const at = returnsByPeriod(registers, 'plan|1');
        expect(held.map((each) => at(each)?.value)).toEqual(held.map((_, value) => value));
        const isHeld = held.some((each) => periodText(each) === periodText(other));
        expect(at(other) === null).toBe(!isHeld);
        expect(targetAsked(registers, 'plan|1', other)).toBeNull();
      },
    ),
    { numRuns: 60 },
  );
});

it('a return that was moved to another measure by hand is still found by its key', () => {
  const registers = registersOf({
    measures: [{ code: '1' }, { code: '2' }],
    returns: [
      { key: 'plan|1|2020-21 Q1', measure: 'plan|2', period: '2020-21 Q1', value: 4 },
      { measure: 'plan|1', period: '2020-21 Q2', value: 5 },
    ],
  });
  const at = returnsByPeriod(registers, 'PLAN|1');
  const quarter = (number: number): Period => ({ kind: 'quarter', year: 2020, number });
  expect([1, 2, 3].map((number) => at(quarter(number))?.value ?? null)).toEqual([4, 5, null]);
});
