// The golden thread: what each line of a plan serves above it, across plans, and what serves it below.
// Who may see a line is decided in access.ts; personal objectives are shown to their own readers alone.
import { foldLine, type Line, readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import { type Columns } from '../registers/register.ts';
import {
  registers as declared,
  type RegisterName,
  type Registers,
  type Row,
} from '../registers/registers.ts';
import { personalObjectivesFor } from './personal-objectives.ts';

export type Node = {
  readonly line: Line;
  readonly title: string;
  /** The whole plan it is in; blank for a line of none. */
  readonly plan: string;
  readonly code: string | null;
};

export type Thread = {
  /** By steps away, nearest first; each row once. */
  readonly above: readonly (readonly Node[])[];
  readonly below: readonly (readonly Node[])[];
};

type AnyRow = Row<RegisterName>;
type Cells = { readonly [column: string]: unknown };

/** The registers the thread runs through, with the columns, besides Serves, that name a row above. */
const upward = {
  plans: { parent: 'plans' },
  priorities: {},
  objectives: { section: 'plans' },
  outcomes: { objective: 'objectives' },
  measures: { priority: 'priorities' },
  actions: { parent: 'actions', section: 'plans' },
  projects: { section: 'plans' },
  savings: { project: 'projects', section: 'plans' },
  risks: { section: 'plans' },
  benchmarks: { measure: 'measures', priority: 'priorities' },
  budgets: { priority: 'priorities' },
  partnerships: { parent: 'partnerships' },
  crossCuttingIssues: {},
  values: {},
  personalObjectives: {},
} as const satisfies { readonly [N in RegisterName]?: { readonly [column: string]: RegisterName } };

/** What hangs from its plan where it names nothing above it; other lines are then loose. */
const hangsFromPlan: ReadonlySet<RegisterName> = new Set([
  'priorities',
  'crossCuttingIssues',
  'partnerships',
  'values',
  'personalObjectives',
]);

const threaded = Object.keys(upward) as readonly (keyof typeof upward)[];
const isThreaded = (register: RegisterName): register is keyof typeof upward =>
  Object.hasOwn(upward, register);

export const lineRow = (registers: Registers, { register, key }: Line): AnyRow | undefined =>
  registers[register].get(key);

/**
 * What a line serves directly: its Serves, its priority, objective, section, project or parent; where
 * a priority, a value and the like name none of these, the plan they are in. Only rows that exist, each
 * once and never itself.
 */
export const above = (registers: Registers, line: Line): readonly Line[] => {
  const row = lineRow(registers, line) as Cells | undefined;
  if (!row || !isThreaded(line.register)) return [];
  const columns: Columns = declared[line.register].columns;
  const serves = columns['serves']?.kind === 'lines' ? (row['serves'] as readonly string[]) : [];
  const named = Object.entries(upward[line.register]).flatMap(([column, register]) => {
    const key = row[column];
    return typeof key === 'string' ? [{ register: register as RegisterName, key }] : [];
  });
  const direct = existing(registers, line, [
    ...serves.flatMap((text) => readLine(text) ?? []),
    ...named,
  ]);
  const plan = row['plan'];
  const hangs = direct.length === 0 && hangsFromPlan.has(line.register);
  if (!hangs || typeof plan !== 'string') return direct;
  return existing(registers, line, [{ register: 'plans', key: plan }]);
};

/** With keys as the rows themselves spell them. */
const existing = (registers: Registers, of: Line, lines: readonly Line[]): readonly Line[] => {
  const found = new Map<string, Line>();
  for (const { register, key } of lines) {
    const row = registers[register].get(key);
    if (row) found.set(foldLine({ register, key }), { register, key: row.key });
  }
  found.delete(foldLine(of));
  return [...found.values()];
};

/** What serves a line directly. Personal objectives only where `reader` may read them. */
export const below = (
  registers: Registers,
  line: Line,
  reader: Person | null = null,
): readonly Line[] => shownTo(registers, reader)(indexOf(registers).get(foldLine(line)) ?? []);

/** Everything above and below a line, step by step. A thread that comes round to itself ends there. */
export const threadOf = (
  registers: Registers,
  line: Line,
  reader: Person | null = null,
): Thread => {
  const index = indexOf(registers);
  const shown = shownTo(registers, reader);
  const seen = new Set([foldLine(line)]);
  return {
    above: climb(registers, line, { seen, next: (each) => above(registers, each) }),
    below: climb(registers, line, { seen, next: (each) => shown(index.get(foldLine(each)) ?? []) }),
  };
};

type Steps = { readonly seen: Set<string>; readonly next: (line: Line) => readonly Line[] };

const climb = (registers: Registers, from: Line, { seen, next }: Steps): Node[][] => {
  const steps: Node[][] = [];
  for (let step: readonly Line[] = [from]; ; ) {
    const found = step.flatMap(next).filter((line) => {
      const isNew = !seen.has(foldLine(line));
      seen.add(foldLine(line));
      return isNew;
    });
    if (found.length === 0) return steps;
    steps.push(found.flatMap((line) => nodeOf(registers, line) ?? []));
    step = found;
  }
};

const nodeOf = (registers: Registers, line: Line): Node | null => {
  const row = lineRow(registers, line) as Cells | undefined;
  if (!row) return null;
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return { line, title: text('title') ?? '', plan: text('plan') ?? '', code: text('code') };
};

const shownTo = (registers: Registers, reader: Person | null) => {
  const theirs = new Set(
    reader === null ? [] : personalObjectivesFor(registers, reader).map((each) => each.key),
  );
  return (lines: readonly Line[]): readonly Line[] =>
    lines.filter((line) => line.register !== 'personalObjectives' || theirs.has(line.key));
};

type Index = ReadonlyMap<string, readonly Line[]>;

const indexes = new WeakMap<
  Registers,
  { readonly rows: readonly AnyRow[]; readonly index: Index }
>();

/** Built once for a state of the registers: a row is never changed in place, so the same rows are one. */
const indexOf = (registers: Registers): Index => {
  const known = indexes.get(registers);
  if (known && isStill(registers, known.rows)) return known.index;
  const rows: AnyRow[] = [];
  const index = new Map<string, Line[]>();
  for (const register of threaded) {
    for (const row of registers[register].values()) {
      rows.push(row);
      const line = { register, key: row.key };
      for (const upper of above(registers, line)) {
        const folded = foldLine(upper);
        const lines = index.get(folded);
        if (lines) lines.push(line);
        else index.set(folded, [line]);
      }
    }
  }
  indexes.set(registers, { rows, index });
  return index;
};

const isStill = (registers: Registers, rows: readonly AnyRow[]): boolean => {
  let at = 0;
  for (const register of threaded) {
    for (const row of registers[register].values()) {
      if (rows[at] !== row) return false;
      at += 1;
    }
  }
  return at === rows.length;
};
