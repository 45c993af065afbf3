// Which comparisons with others name a measure, and how their figures are worded: never rated or coloured.
import type { Benchmark } from '../registers/benchmarks.ts';
import { readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from './access.ts';

/** Those of a measure that a person may read, in the order printed. */
export const comparisonsOf = (
  registers: Registers,
  reader: Person,
  measure: string,
): readonly Benchmark[] =>
  [...registers.benchmarks.values()]
    .filter((row) => sameKey(row.measure, measure) || servesMeasure(row, measure))
    .filter((row) => mayRead(registers, reader, { register: 'benchmarks', row }))
    .toSorted(asPrinted);

const servesMeasure = (row: Benchmark, measure: string): boolean =>
  row.serves.some((text) => {
    const line = readLine(text);
    return line?.register === 'measures' && sameKey(line.key, measure);
  });

const asPrinted = (one: Benchmark, other: Benchmark): number =>
  (one.position ?? last) - (other.position ?? last) ||
  one.code.localeCompare(other.code, 'en-GB', { numeric: true });

const last = Number.MAX_SAFE_INTEGER;

const quartiles = [
  'Best performing quarter',
  'Second quarter',
  'Third quarter',
  'Worst performing quarter',
] as const;

/** Null where it is not published. */
export const quartileWords = ({ quartile }: Pick<Benchmark, 'quartile'>): string | null =>
  quartile === null ? null : (quartiles[quartile - 1] ?? null);

/** With as many decimals as the source printed; its unit beside it. */
export const comparedFigure = (unit: string | null, value: number | null): string | null => {
  if (value === null) return null;
  const digits = Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 6 });
  const sign = value < 0 ? '-' : '';
  const said = unit?.trim() ?? '';
  if (said.startsWith('%')) return `${sign}${digits}%`;
  if (said.startsWith('£')) return `${sign}£${digits}${/^£(m|bn|k)/.exec(said)?.[1] ?? ''}`;
  return said === '' ? `${sign}${digits}` : `${sign}${digits} ${said}`;
};

/** The gap in the source's own words, where it has any; null where there is none. */
export const gapWords = ({
  printed,
  unit,
  gap,
}: Pick<Benchmark, 'printed' | 'unit' | 'gap'>): string | null =>
  printed ?? comparedFigure(unit, gap);
