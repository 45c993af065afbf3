// How a measure's figure stands beside others': the benchmarks that name it. Never rated or coloured.
import type { Benchmark } from '../registers/benchmarks.ts';
import { readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from '../rules/access.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { BenchmarkLine, BenchmarksView } from './api-work.ts';
import { asPrinted } from './work-lines.ts';

/** Null where there is no such measure, or it is not theirs to read. */
export const benchmarksOf = (ports: Ports, person: Person, key: string): BenchmarksView | null => {
  const registers = ports.replica.registers();
  const measure = registers.measures.get(key);
  if (!measure || !mayRead(registers, person, { register: 'measures', row: measure })) return null;
  const named = [...registers.benchmarks.values()].filter(
    (row) => sameKey(row.measure, measure.key) || servesMeasure(row, measure.key),
  );
  return {
    benchmarks: named
      .filter((row) => mayRead(registers, person, { register: 'benchmarks', row }))
      .toSorted(asPrinted)
      .map(lineOf),
  };
};

const servesMeasure = (row: Benchmark, measure: string): boolean =>
  row.serves.some((text) => {
    const line = readLine(text);
    return line?.register === 'measures' && sameKey(line.key, measure);
  });

const lineOf = (row: Benchmark): BenchmarkLine => ({
  key: row.key,
  title: row.title,
  comparator: row.comparator,
  period: row.period,
  value: figureIn(row.unit, row.value),
  localValue: figureIn(row.unit, row.localValue),
  gap: row.printed ?? figureIn(row.unit, row.gap),
  quartile: row.quartile === null ? null : (quartiles[row.quartile - 1] ?? null),
  source: row.source,
  query: row.query,
});

const quartiles = [
  'Best performing quarter',
  'Second quarter',
  'Third quarter',
  'Worst performing quarter',
] as const;

/** With as many decimals as the source printed; its unit beside it. */
const figureIn = (unit: string | null, value: number | null): string | null => {
  if (value === null) return null;
  const digits = Math.abs(value).toLocaleString('en-GB', { maximumFractionDigits: 6 });
  const sign = value < 0 ? '-' : '';
  const said = unit?.trim() ?? '';
  if (said.startsWith('%')) return `${sign}${digits}%`;
  if (said.startsWith('£')) return `${sign}£${digits}${/^£(m|bn|k)/.exec(said)?.[1] ?? ''}`;
  return said === '' ? `${sign}${digits}` : `${sign}${digits} ${said}`;
};
