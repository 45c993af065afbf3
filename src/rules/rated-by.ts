// What a rating rule looks at besides the figure and its target: the same period last year, and where the
// figure stands among those it is compared with. Which rule is in force is rating-rules.ts.
import type { Benchmark } from '../registers/benchmarks.ts';
import type { Measure } from '../registers/measures.ts';
import type { RatingRule } from '../registers/rating-rules.ts';
import type { Registers } from '../registers/registers.ts';
import type { RatedAgainst } from '../registers/words.ts';
import { lastMonth, type Period, parsePeriod, samePeriodLastYear } from './period.ts';
import { type ReadingRules, ruleFor } from './rating-rules.ts';
import type { RatedBy } from './rating-ways.ts';
import { returnsByPeriod } from './returns-by-period.ts';

type Reading = ReadingRules & Pick<Registers, 'benchmarks'>;

/** What `rate` needs of a rule at a period; null: by the tolerance of its target, as with the plainest rule. */
export const ratedBy = (
  registers: Reading,
  measure: Measure,
  { rule, period }: { readonly rule: RatingRule | null; readonly period: Period },
): RatedBy | null => {
  if (rule === null || (rule.way === 'by tolerance' && !rule.blue)) return null;
  const { way, band, blue, betterBy } = rule;
  return {
    way,
    band,
    blue,
    betterBy,
    lastYear: way === 'improved on last year' ? lastYearOf(registers, measure, period) : null,
    quartile: way === 'by quartile' ? quartileOf(registers, measure, period) : null,
  };
};

/** What the four colours say of a figure: how it stands to its target, or in which quarter it lies. */
export const ratedAgainst = (rule: Pick<RatingRule, 'way'> | null): RatedAgainst =>
  rule?.way === 'by quartile' ? 'quartile' : 'target';

/** The rule in force, and what it looks at, in one. */
export const ratedByAt = (registers: Reading, measure: Measure, period: Period): RatedBy | null =>
  ratedBy(registers, measure, { rule: ruleFor(registers, measure, period), period });

/** In this plan, else in those the measure goes on from. */
const lastYearOf = (registers: Reading, measure: Measure, period: Period): number | null => {
  const before = samePeriodLastYear(period);
  const seen = new Set<string>();
  let of: Measure | undefined = measure;
  while (of !== undefined && !seen.has(of.key)) {
    const row = returnsByPeriod(registers, of.key)(before);
    const isFigure = row?.kind === null || row?.kind === 'figure';
    if (row?.state === 'Returned' && isFigure && row.value !== null) return row.value;
    seen.add(of.key);
    of = of.continues === null ? undefined : registers.measures.get(of.continues);
  }
  return null;
};

/**
 * The quarter of its nearest neighbours a measure stood in for a period that ended when this one did, 1
 * the best; of another group, the first printed, where there is none for theirs. Null: none is published of it. What may not
 * be read by all is left out: the colour would tell it.
 */
export const quartileOf = (
  registers: Pick<Registers, 'benchmarks'>,
  { key }: Pick<Measure, 'key'>,
  period: Period,
): 1 | 2 | 3 | 4 | null => {
  const published = registers.benchmarks
    .where('measure', key)
    .filter((row) => isOf(row, period))
    .toSorted(asPrinted);
  const best =
    published.find(({ comparator }) => neighbours.test(comparator ?? '')) ?? published[0];
  return quartiles.find((each) => each === best?.quartile) ?? null;
};

const quartiles = [1, 2, 3, 4] as const;

const asPrinted = (one: Benchmark, other: Benchmark): number =>
  (one.position ?? Number.MAX_SAFE_INTEGER) - (other.position ?? Number.MAX_SAFE_INTEGER) ||
  one.code.localeCompare(other.code, 'en-GB', { numeric: true });

const neighbours = /nearest\s+neighbours?/i;

const isOf = ({ quartile, period, access }: Benchmark, at: Period): boolean => {
  const of =
    period === null || quartile === null || access === 'exempt' ? null : parsePeriod(period);
  return of !== null && lastMonth(of) === lastMonth(at);
};
