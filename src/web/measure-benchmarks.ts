// How a measure's figure stands beside others': the benchmarks that name it. Never rated or coloured.
import type { Benchmark } from '../registers/benchmarks.ts';
import type { Person } from '../registers/people.ts';
import { mayRead } from '../rules/access.ts';
import { comparedFigure, comparisonsOf, gapWords, quartileWords } from '../rules/comparators.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { BenchmarkLine, BenchmarksView } from './api-work.ts';

/** Null where there is no such measure, or it is not theirs to read. */
export const benchmarksOf = (ports: Ports, person: Person, key: string): BenchmarksView | null => {
  const registers = ports.replica.registers();
  const measure = registers.measures.get(key);
  if (!measure || !mayRead(registers, person, { register: 'measures', row: measure })) return null;
  return { benchmarks: comparisonsOf(registers, person, measure.key).map(lineOf) };
};

const lineOf = (row: Benchmark): BenchmarkLine => ({
  key: row.key,
  title: row.title,
  comparator: row.comparator,
  period: row.period,
  value: comparedFigure(row.unit, row.value),
  localValue: comparedFigure(row.unit, row.localValue),
  gap: gapWords(row),
  quartile: quartileWords(row),
  source: row.source,
  query: row.query,
});
