// (c) Rolling up every quarter of many returns by the product's own rule, on its own tables, against
// one SQL query and against one pass over bare numbers; all three must come to the same counts.
import type { Registers } from '../../src/registers/registers.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import type { RollUpLine } from '../../src/rules/roll-up-line.ts';
import { type BenchRow, type Figure, figure, type Say, timed } from './figures.ts';
import { cycles, type Numbers, numbersFor, quarters, registersOf } from './given-returns.ts';
import { countInOnePass, sumsOfOnePass } from './roll-up-in-one-pass.ts';
import { openSql, prepareRollUp, sumsOfSql } from './roll-up-in-sql.ts';
import {
  type Counts,
  counted,
  differences,
  type Sums,
  type Travel,
  travelDifferences,
} from './sums.ts';

/** Measures, each of 40 quarters; and how often each way is run for its median. */
export type RollUpSize = { readonly measures: number; readonly times: number };

/** The size the product promises a speed for. */
const goalFor = 400;

export const measureRollUp = (sizes: readonly RollUpSize[], say: Say): BenchRow => {
  const runs = sizes.map((size) => {
    say(`${size.measures * quarters} returns are made and rolled up, ${size.times} times each way`);
    return runOne(size);
  });
  return {
    row: 'roll-up',
    title: 'Rolling up every quarter: standings, directions of travel, counts',
    how: [
      `The product’s roll-up rule on the replica’s own tables, once for each of ${quarters} quarters, so that every return is counted once: a line for each measure with both directions of travel, and counts, plain and weighted, by objective, priority, team, directorate, committee and council.`,
      'SQL: one query in node:sqlite in memory, integer keys, primary keys as it would want them, ANALYZE run; standings, both directions and the same counts, but no line a measure.',
      'Floor: one pass over typed arrays, standings and counts only.',
      'Medians of so many runs that what is compiled at run time is; the first run of each is not counted, and ours is told apart. All three come to the same counts, or the bench fails.',
    ],
    figures: runs.flatMap((each) => each.figures),
    counted: Object.assign({}, ...runs.map((each) => each.counted)) as BenchRow['counted'],
    wrong: runs.flatMap((each) => each.wrong),
  };
};

type Run = Pick<BenchRow, 'counted' | 'wrong'> & { readonly figures: readonly Figure[] };

const runOne = ({ measures, times }: RollUpSize): Run => {
  const numbers = numbersFor(measures);
  const floor = timed(times, () => countInOnePass(numbers));
  const sql = runSql(numbers, times);
  const registers = registersOf(numbers);
  const began = performance.now();
  rollUpAll(registers, () => undefined);
  const cold = performance.now() - began;
  const all = timed(times, () => rollUpAll(registers, () => undefined));
  const newest = cycles.at(-1) ?? cycles[0];
  const one = newest === undefined ? 0 : timed(times * 4, () => rollUp(registers, newest));
  const ours = sumsOfRollUp(registers);
  const onePass = sumsOfOnePass(countInOnePass(numbers));
  const what = `${measures.toLocaleString('en-GB')} measures x ${quarters} quarters`;
  return {
    figures: [
      figure({
        what,
        value: all,
        unit: 'ms',
        against: { what: 'one SQL query in SQLite', value: sql.milliseconds },
        ...(measures === goalFor && { goal: { most: 50, of: 'value' } as const }),
      }),
      figure({
        what: `${what}, against the floor`,
        value: all,
        unit: 'ms',
        against: { what: 'one pass over typed arrays', value: floor },
      }),
      figure({ what: `${what}, the very first time, nothing compiled`, value: cold, unit: 'ms' }),
      figure({
        what: `one quarter of ${measures.toLocaleString('en-GB')} measures`,
        value: one,
        unit: 'ms',
      }),
    ],
    counted: { [`${what}: counts compared`]: ours.sums.size * counted.length },
    wrong: [
      ...differences('SQL', ours.sums, sql.sums),
      ...differences('one pass', ours.sums, onePass),
      ...travelDifferences('SQL', ours.travel, sql.travel),
    ],
  };
};

const runSql = (numbers: Numbers, times: number) => {
  const db = openSql(numbers);
  const query = prepareRollUp(db);
  const milliseconds = timed(times, query);
  const found = sumsOfSql(query());
  db.close();
  return { milliseconds, ...found };
};

const rollUpAll = (registers: Registers, each: (lines: readonly RollUpLine[]) => void): void => {
  for (const cycle of cycles) each(rollUp(registers, cycle));
};

const sumsOfRollUp = (registers: Registers): { sums: Sums; travel: Travel } => {
  const sums: Sums = new Map();
  const travel: Travel = new Map();
  const add = (name: string) => travel.set(name, (travel.get(name) ?? 0) + 1);
  rollUpAll(registers, (lines) => {
    for (const line of lines) {
      if (line.scope === 'measure') {
        if (line.short !== null) add(`short ${line.short}`);
        if (line.long !== null) add(`long ${line.long}`);
        continue;
      }
      // Of one plan alone: its line is the council's, which is compared.
      if (line.scope === 'plan') continue;
      const counts = counted.map((count) => [count, line[count] ?? 0] as const);
      sums.set(`${line.period}|${line.scope}|${line.code}`, Object.fromEntries(counts) as Counts);
    }
  });
  return { sums, travel };
};
