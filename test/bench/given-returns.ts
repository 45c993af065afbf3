// Measures, targets and so many quarters of returns, first as bare numbers: the register tables, the
// SQL tables and the typed arrays of the roll-up bench all hold these same ones.
import type { Polarity } from '../../src/registers/measures.ts';
import type { RegisterName, Registers, Row } from '../../src/registers/registers.ts';
import { registerNames } from '../../src/registers/registers.ts';
import { fold } from '../../src/registers/same-key.ts';
import { periodStart, periodText } from '../../src/rules/period.ts';
import { openTable, type RowTable } from '../../src/sharepoint/replica/table.ts';
import { blankRow } from '../../src/sharepoint/rows/columns.ts';
import { rowOf } from '../rules/table-of.ts';
import { plan } from './given-council.ts';

export const quarters = 40;
/** A measure has two targets, the second from this quarter on, or none. */
export const secondTargetFrom = 20;
export const polarities: readonly Polarity[] = ['maximise', 'minimise', 'stay in range', 'none'];
export const directorates = ['adults', 'children', 'place', 'resources'];
export const priorities = ['1', '2', '3', '4', '5'];
export const teams = Array.from({ length: 20 }, (_, n) => `team-${n}`);
/** Each directorate's teams, one in four. */
export const directorateOf = (team: number): number => team % directorates.length;
export const objectives = Array.from({ length: 20 }, (_, n) => `${(n % 5) + 1}.${(n >> 2) + 1}`);
export const committees = ['people', 'homes', 'streets', 'money'];
/** A committee hears of a priority, the first of them of two. */
export const committeeOf = (priority: number): number => priority % committees.length;
/** A measure weighs 1, 2 or 3. */
export const weightOf = (measure: number): number => (measure % 3) + 1;
export const returnStates = ['Returned', 'Due', 'No data until'] as const;

/** A target as the ends of what is on target; infinite where there is no such end. */
export type Aim = { readonly low: number; readonly high: number; readonly tolerance: number };

export type Numbers = {
  readonly measures: number;
  /** By measure: index into polarities, priorities, objectives and teams. */
  readonly polarity: Uint8Array;
  readonly priority: Uint8Array;
  readonly objective: Uint8Array;
  readonly team: Uint8Array;
  /** By measure: whether its tolerance is a percentage of its target. */
  readonly percent: Uint8Array;
  /** By measure m, its two targets: 2 m, 2 m + 1. NaN: it has neither. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly tolerance: Float64Array;
  /** By measure and quarter: index into returnStates, and the figure; NaN is none. */
  readonly state: Uint8Array;
  readonly value: Float64Array;
};

export const numbersFor = (measures: number): Numbers => {
  const chance = steadyChance();
  const numbers: Numbers = {
    measures,
    polarity: Uint8Array.from({ length: measures }, (_, n) => n % 4),
    priority: Uint8Array.from({ length: measures }, (_, n) => Math.floor(n / 4) % 5),
    objective: Uint8Array.from({ length: measures }, (_, n) => n % objectives.length),
    team: Uint8Array.from({ length: measures }, (_, n) => Math.floor(n / 20) % teams.length),
    percent: Uint8Array.from({ length: measures }, () => Number(chance() < 0.5)),
    low: new Float64Array(measures * 2),
    high: new Float64Array(measures * 2),
    tolerance: new Float64Array(measures * 2),
    state: new Uint8Array(measures * quarters),
    value: new Float64Array(measures * quarters),
  };
  for (let m = 0; m < measures; m += 1) {
    const polarity = polarities[numbers.polarity[m] as number] as Polarity;
    const isSet = polarity !== 'none' && chance() > 0.02;
    for (const n of [m * 2, m * 2 + 1]) {
      const aim = isSet ? aimFor(polarity, chance) : none;
      numbers.low[n] = aim.low;
      numbers.high[n] = aim.high;
      numbers.tolerance[n] = aim.tolerance;
    }
  }
  for (let n = 0; n < measures * quarters; n += 1) {
    const drawn = chance();
    numbers.state[n] = drawn < 0.92 ? 0 : drawn < 0.96 ? 1 : 2;
    numbers.value[n] = drawn < 0.92 ? Math.round(400 + chance() * 500) / 10 : Number.NaN;
  }
  return numbers;
};

const none: Aim = { low: Number.NaN, high: Number.NaN, tolerance: Number.NaN };

const aimFor = (polarity: Polarity, chance: () => number): Aim => {
  const target = Math.round(500 + chance() * 300) / 10;
  const tolerance = Math.ceil(chance() * 8);
  if (polarity === 'maximise') return { low: target, high: Infinity, tolerance };
  if (polarity === 'minimise') return { low: -Infinity, high: target, tolerance };
  return { low: target, high: target + 5, tolerance };
};

/** The same numbers on every machine and in every run (a linear congruence, its high bits). */
const steadyChance = (): (() => number) => {
  let seed = 20_200_401;
  return () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 0x1_0000_0000;
  };
};

const periods = Array.from({ length: quarters }, (_, n) => {
  return { kind: 'quarter' as const, year: 2010 + (n >> 2), number: (n % 4) + 1 };
});
export const periodTexts = periods.map(periodText);

export const cycles: readonly Row<'cycles'>[] = periodTexts.map((period) =>
  rowOf('cycles', { plan, period, state: 'Closed' }),
);

/** The registers as the replica holds them: its own tables, with every index. */
export const registersOf = (numbers: Numbers): Registers => {
  const tables = Object.fromEntries(
    registerNames.map((name) => [name, openTable(name)]),
  ) as Readonly<Record<RegisterName, RowTable>>;
  const put = <N extends RegisterName>(name: N, row: Row<N>) =>
    tables[name].put(fold(row.key), row as Row<RegisterName>);
  for (const code of priorities)
    put('priorities', rowOf('priorities', { plan, code, title: code, position: Number(code) }));
  for (const code of objectives)
    put('objectives', rowOf('objectives', { key: `${plan}|${code}`, plan, code, title: code }));
  for (const [n, key] of teams.entries())
    put(
      'teams',
      rowOf('teams', { key, title: key, directorate: directorates[directorateOf(n)] as string }),
    );
  for (const [n, key] of committees.entries())
    put('boards', rowOf('boards', { key, title: key, kind: 'scrutiny', hearsOf: heardBy(n) }));
  for (let n = 0; n < numbers.measures; n += 1) {
    const measure = measureOf(numbers, n);
    put('measures', measure);
    for (const target of targetsOf(numbers, n, measure.key)) put('targets', target);
    for (let q = 0; q < quarters; q += 1) put('returns', returnOf(numbers, n * quarters + q));
  }
  return tables as unknown as Registers;
};

/** With a capital, as councils print codes: keys are compared without case. */
const codeOf = (measure: number): string => `M ${measure}`;

const heardBy = (committee: number): readonly string[] =>
  priorities
    .filter((_, priority) => committeeOf(priority) === committee)
    .map((code) => `Priorities: ${plan}|${code}`);

const measureOf = (numbers: Numbers, n: number): Row<'measures'> =>
  rowOf('measures', {
    title: `Measure ${n}`,
    plan,
    code: codeOf(n),
    position: n,
    priority: `${plan}|${priorities[numbers.priority[n] as number]}`,
    serves: [`Objectives: ${plan}|${objectives[numbers.objective[n] as number]}`],
    team: teams[numbers.team[n] as number] as string,
    weight: weightOf(n),
    decimals: 1,
    polarity: polarities[numbers.polarity[n] as number] as Polarity,
  });

const targetsOf = (numbers: Numbers, n: number, measure: string): Row<'targets'>[] =>
  [0, secondTargetFrom].flatMap((from, which) => {
    const low = numbers.low[n * 2 + which] as number;
    const high = numbers.high[n * 2 + which] as number;
    if (Number.isNaN(low)) return [];
    const isRange = Number.isFinite(low) && Number.isFinite(high);
    return [
      rowOf('targets', {
        plan,
        measure,
        appliesFrom: periodStart(periods[from] as (typeof periods)[number]),
        target: isRange ? null : Number.isFinite(low) ? low : high,
        rangeLow: isRange ? low : null,
        rangeHigh: isRange ? high : null,
        tolerance: numbers.tolerance[n * 2 + which] as number,
        toleranceIs: numbers.percent[n] === 1 ? 'percent of target' : 'absolute',
      }),
    ];
  });

/** Copied from the replica's own blank, so that a million rows have the shape and size of its rows. */
const returnOf = (numbers: Numbers, at: number): Row<'returns'> => {
  const measure = `${plan}|${codeOf(Math.floor(at / quarters))}`;
  const period = periodTexts[at % quarters] as string;
  const value = numbers.value[at] as number;
  const row = blankRow('returns');
  row['key'] = `${measure}|${period}`;
  row['title'] = row['key'];
  row['plan'] = plan;
  row['measure'] = measure;
  row['period'] = period;
  row['cycle'] = `${plan}|${period}`;
  row['state'] = returnStates[numbers.state[at] as number];
  row['value'] = Number.isNaN(value) ? null : value;
  row['finality'] = 'final';
  return row as unknown as Row<'returns'>;
};
