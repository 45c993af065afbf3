// The rows of a plan as they begin its next year: keys, codes and links moved to the new plan where
// what they point at goes forward too, and left pointing back where it does not.
import { type Line, lineName, readLine } from '../../registers/line-name.ts';
import type { Measure } from '../../registers/measures.ts';
import type { Plan } from '../../registers/plans.ts';
import type { RegisterName, Registers, Row } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { yearOn } from './year-on.ts';

/** The registers whose rows go forward as they are, those that are work only while it is unfinished. */
export const carriedRegisters = [
  'priorities',
  'objectives',
  'outcomes',
  'crossCuttingIssues',
  'values',
  'actions',
  'projects',
  'savings',
  'risks',
] as const satisfies readonly RegisterName[];
export type CarriedRegister = (typeof carriedRegisters)[number];

/** From one plan to the next: the plans' codes, and the rows that go forward. */
export type Move = {
  readonly from: string;
  readonly to: string;
  /** By register, the folded keys of the rows of the old plan that go forward. */
  readonly goes: ReadonlyMap<RegisterName, ReadonlySet<string>>;
};

/** Unfinished work, open risks, and everything that is no work. Not yet reported is unfinished. */
export const goesForward = <N extends CarriedRegister>(register: N, row: Row<N>): boolean => {
  const { stage, status, completedOn, state } = row as {
    readonly stage?: string | null;
    readonly status?: string | null;
    readonly completedOn?: Temporal.PlainDate | null;
    readonly state?: string | null;
  };
  const isOver = (is: string | null | undefined) => is === 'complete' || is === 'stopped';
  if (register === 'risks') return state !== 'closed';
  return !isOver(stage) && !isOver(status) && !completedOn;
};

/** A key of the old plan as the new plan has it; null where its row does not go forward. */
const movedOrNull = ({ from, to, goes }: Move, { register, key }: Line): string | null => {
  if (!goes.get(register)?.has(fold(key))) return null;
  return fold(key) === fold(from) ? to : `${to}${key.slice(from.length)}`;
};

export const moved = (move: Move, register: RegisterName, key: string): string =>
  movedOrNull(move, { register, key }) ?? key;

const movedLink = (move: Move, register: RegisterName, key: string | null): string | null =>
  key === null ? null : moved(move, register, key);

const movedLines = (move: Move, lines: readonly string[]): readonly string[] =>
  lines.map((text) => {
    const line = readLine(text);
    const key = line && movedOrNull(move, line);
    return line && key ? lineName({ register: line.register, key }) : text;
  });

/** The columns of any carried row that point at a row of its own plan. */
const links = {
  section: 'plans',
  objective: 'objectives',
  priority: 'priorities',
  project: 'projects',
} as const satisfies { readonly [column: string]: RegisterName };

/** What every carried row has: its new key and plan, and its links moved. */
const relinked = <N extends RegisterName>(move: Move, register: N, row: Row<N>): Row<N> => {
  const cells: Record<string, unknown> = {
    ...row,
    key: moved(move, register, row.key),
    plan: move.to,
    query: null,
  };
  for (const [column, points] of Object.entries(links))
    if (typeof cells[column] === 'string') cells[column] = moved(move, points, cells[column]);
  for (const column of ['serves', 'dependsOn'])
    if (Array.isArray(cells[column])) cells[column] = movedLines(move, cells[column] as string[]);
  if (!('query' in row)) delete cells['query'];
  return cells as Row<N>;
};

/** Approval is the new plan's to earn; its days are the old ones a year on. */
export const carriedPlan = (move: Move, plan: Plan): Plan => {
  const aYearOn = (day: Temporal.PlainDate | null) => day?.add({ years: 1 }) ?? null;
  const isWhole = fold(plan.key) === fold(move.from);
  return {
    ...relinked(move, 'plans', plan),
    title: yearOn(plan.title) ?? plan.title,
    code: isWhole ? move.to : plan.code,
    parent: movedLink(move, 'plans', plan.parent),
    succeeds: plan.key,
    year: plan.year && (yearOn(plan.year) ?? plan.year),
    approvedOn: null,
    startsOn: aYearOn(plan.startsOn),
    endsOn: aYearOn(plan.endsOn),
    reviewOn: aYearOn(plan.reviewOn),
  };
};

/** A kept or changed measure: its history stays under its old key, which Continues names. */
export const carriedMeasure = (move: Move, measure: Measure): Measure => ({
  ...relinked(move, 'measures', measure),
  parent: measure.parent && movedOrNull(move, { register: 'measures', key: measure.parent }),
  continues: measure.key,
  changedBecause: null,
  decision: null,
});

/** A row of any other carried register; what was said of it in the old year stays there. */
export const carriedRow = <N extends CarriedRegister>(
  move: Move,
  register: N,
  row: Row<N>,
): Row<N> => ({ ...relinked(move, register, row), ...asCarried[register](move, row as never) });

const asCarried: {
  readonly [N in CarriedRegister]: (move: Move, row: Row<N>) => Partial<Row<N>>;
} = {
  priorities: (_, row) => ({ succeeds: [row.key], succeedsBy: null }),
  objectives: (_, row) => ({ succeeds: [row.key], succeedsBy: null }),
  outcomes: () => ({}),
  crossCuttingIssues: () => ({}),
  values: () => ({}),
  actions: (move, row) => ({
    continues: row.key,
    parent: movedLink(move, 'actions', row.parent),
    commentary: null,
  }),
  projects: (_, row) => ({ continues: row.key, commentary: null }),
  // Neither has a Continues column: the code is kept, and where it came from is said in its commentary.
  savings: (_, row) => ({
    year: row.year && (yearOn(row.year) ?? row.year),
    achieved: null,
    forecast: null,
    commentary: cameFrom(row.key, achievedWords(row)),
  }),
  risks: (_, row) => ({ commentary: cameFrom(row.key, '') }),
};

const cameFrom = (key: string, more: string): string => `Carried forward from ${key}${more}.`;

const achievedWords = ({ required, achieved }: Row<'savings'>): string =>
  required === null || achieved === null ? '' : `, where £${achieved} of £${required} was achieved`;

/** Which rows of a plan go forward. Measures and plans are the caller's to say. */
export const goingForward = (
  registers: Registers,
  plan: string,
  measures: readonly Measure[],
): Move['goes'] => {
  const goes = new Map<RegisterName, ReadonlySet<string>>([
    ['plans', new Set(registers.plans.where('plan', plan).map((row) => fold(row.key)))],
    ['measures', new Set(measures.map((row) => fold(row.key)))],
  ]);
  for (const register of carriedRegisters)
    goes.set(
      register,
      new Set(
        rowsOf(registers, plan, register)
          .filter((row) => goesForward(register, row))
          .map((row) => fold(row.key)),
      ),
    );
  return goes;
};

export const rowsOf = <N extends CarriedRegister>(
  registers: Registers,
  plan: string,
  register: N,
): readonly Row<N>[] => {
  const table = registers[register as 'priorities'];
  return table.where('plan', plan) as unknown as readonly Row<N>[];
};
