// How a measure stands beside others, as a dataset holds it: in words, and the quarter it is in of its
// neighbours. Numeric and never coloured.
import type { Benchmark } from '../../registers/benchmarks.ts';
import { readLine } from '../../registers/line-name.ts';
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { comparedFigure, gapWords, quartileWords } from '../comparators.ts';
import { byText } from './canonical.ts';
import type { MeasureFact } from './dataset.ts';

/** Every comparison that names a measure, by the measure's key without case. */
export type Comparisons = ReadonlyMap<string, readonly Benchmark[]>;

/** Looked through once for all measures. */
export const comparisonsByMeasure = (registers: Pick<Registers, 'benchmarks'>): Comparisons => {
  const named = new Map<string, Benchmark[]>();
  for (const row of registers.benchmarks.values()) {
    const served = row.serves.flatMap((text) => {
      const line = readLine(text);
      return line?.register === 'measures' ? [fold(line.key)] : [];
    });
    const own = row.measure === null ? [] : [fold(row.measure)];
    for (const key of new Set([...own, ...served]))
      named.set(key, [...(named.get(key) ?? []), row]);
  }
  return named;
};

/** In the order printed. An exempt comparison is said of an exempt measure alone, in public only a public one. */
export const comparedFacts = (
  measure: Measure,
  comparisons: Comparisons,
): Compared & Pick<MeasureFact, 'inPublic'> => {
  const rows = (comparisons.get(fold(measure.key)) ?? [])
    .filter(({ access }) => access !== 'exempt' || measure.access === 'exempt')
    .toSorted(asPrinted);
  const open = rows.filter(({ access }) => access === 'public');
  return { ...comparedIn(rows), ...(open.length > 0 && { inPublic: comparedIn(open) }) };
};

type Compared = Pick<MeasureFact, 'benchmark' | 'quartile'>;

const comparedIn = (rows: readonly Benchmark[]): Compared => {
  const newest = rows
    .filter(({ quartile }) => quartile !== null)
    .toSorted((one, other) => byText(other.period ?? '', one.period ?? ''))[0];
  return { benchmark: rows.flatMap(benchmarkWords), quartile: quartileOf(newest) };
};

const asPrinted = (one: Benchmark, other: Benchmark): number =>
  (one.position ?? last) - (other.position ?? last) || byText(one.key, other.key);

const last = Number.MAX_SAFE_INTEGER;

const quartileOf = (row: Benchmark | undefined): MeasureFact['quartile'] => {
  const quartile = row?.quartile;
  return quartile === 1 || quartile === 2 || quartile === 3 || quartile === 4 ? quartile : null;
};

/** 'Best performing quarter of nearest neighbours, 2019-20'; 'England, 2019: 81%; gap 3%'. */
const benchmarkWords = (row: Benchmark): readonly string[] => {
  const group = row.comparator ?? row.title;
  const quarter = quartileWords(row);
  const when = row.period === null ? '' : `, ${row.period}`;
  const figures = [
    comparedFigure(row.unit, row.value),
    row.localValue === null ? null : `here ${comparedFigure(row.unit, row.localValue)}`,
    row.gap === null && row.printed === null ? null : `gap ${gapWords(row)}`,
  ].filter((each) => each !== null);
  if (quarter === null && figures.length === 0) return [];
  const stands = quarter === null ? `${group}${when}` : `${quarter} of ${group}${when}`;
  return [figures.length === 0 ? stands : `${stands}: ${figures.join('; ')}`];
};
