// How a measure stands beside others, as a question tells it: a line for each comparison.
import type { Benchmark } from '../../src/registers/benchmarks.ts';
import type { Measure } from '../../src/registers/measures.ts';
import {
  comparedFigure,
  comparisonsOf,
  gapWords,
  quartileWords,
} from '../../src/rules/comparators.ts';
import type { InCycle } from './in-cycle.ts';

/** A card has room for so many: the tab has them all. */
const mostLines = 3;

/** "National average, 2023: 65.8%; here 57.5%. Worst performing quarter." */
export const comparatorLines = (
  { registers, person }: Pick<InCycle, 'registers' | 'person'>,
  { key }: Measure,
): readonly string[] => comparisonsOf(registers, person, key).slice(0, mostLines).map(lineOf);

const lineOf = (row: Benchmark): string => {
  const { comparator, title, period, unit, source } = row;
  const local = comparedFigure(unit, row.localValue);
  const figures = [
    comparedFigure(unit, row.value),
    local === null ? null : `here ${local}`,
    gapWords(row),
  ].filter((each) => each !== null);
  const group = capital(comparator ?? title);
  const head = period === null ? group : `${group}, ${period}`;
  const said = figures.length === 0 ? head : `${head}: ${figures.join('; ')}`;
  return [said, quartileWords(row), source === null ? null : `Source: ${source}`]
    .filter((each) => each !== null)
    .map((each) => (each.endsWith('.') ? each : `${each}.`))
    .join(' ');
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
