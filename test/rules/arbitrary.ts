// What fast-check draws from: days and periods a council could have.
import fc from 'fast-check';
import type { Period } from '../../src/rules/period.ts';

export const day = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

export const anyDay = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => day('1995-01-01').add({ days }));

const year = fc.integer({ min: 1990, max: 2090 });

export const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.record({
    kind: fc.constant('quarter' as const),
    year,
    number: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('month' as const), year, number: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    kind: fc.constantFrom('financial year' as const, 'calendar year', 'academic year'),
    year,
  }),
);

export const anyQuarter: fc.Arbitrary<Period> = fc.record({
  kind: fc.constant('quarter' as const),
  year: fc.integer({ min: 2000, max: 2040 }),
  number: fc.integer({ min: 1, max: 4 }),
});
