// The groups of a plan as its registers print them, before anything is counted: objectives, priorities,
// cross-cutting issues, teams, directorates, portfolios, committees, and last the council, which is all of the
// plan. What lies in which is decided in roll-up-groups.ts.
import type { Board } from '../registers/boards.ts';
import { foldLine, type Line, readLine } from '../registers/line-name.ts';
import type { Measure } from '../registers/measures.ts';
import type { Access } from '../registers/register.ts';
import type { Registers } from '../registers/registers.ts';
import type { GroupScope } from '../registers/report-lines.ts';
import { fold, sameKey } from '../registers/same-key.ts';
import { accessOf } from './access.ts';
import type { Group } from './dataset/dataset.ts';
import { inPlanOrder } from './plan-order.ts';

/** A group without its counts. Its key is 'scope|code'. */
export type GroupName = Omit<Group, 'now' | 'before'>;

export const groupKey = (scope: GroupScope, code: string): string => `${scope}|${code}`;
const councilKey = groupKey('council', 'council');

/** In order, their places by key, and which of them hold what lies under a line. */
export type GroupsFound = {
  readonly groups: GroupName[];
  /** By key without case. */
  readonly byKey: Map<string, number>;
  readonly byLine: Map<string, number[]>;
  /** Those that hold all of the plan. */
  readonly ofAll: number[];
};

/** `measures`: the plan's, in its order. */
export const groupsFound = (
  registers: Registers,
  plan: string,
  measures: readonly Measure[],
): GroupsFound => {
  const found: GroupsFound = { groups: [], byKey: new Map(), byLine: new Map(), ofAll: [] };
  addLines(registers, plan, found);
  addTeams(registers, measures, found);
  addBoards(registers, plan, found);
  add(found, { scope: 'council', code: 'council', title: 'Council', row: null });
  return found;
};

type Named = {
  readonly scope: GroupScope;
  readonly code: string;
  readonly title: string;
  /** Whose access it has; null: nobody's, and it is internal. */
  readonly row: { readonly access: Access | null; readonly exemptUnder: string | null } | null;
  readonly parent?: string;
  /** What lies under any of these lies in it; 'all' of the plan does. */
  readonly holds?: readonly Line[] | 'all';
};

/** Keys are compared without case: of two groups of one key the first stands. */
const add = (found: GroupsFound, { scope, code, title, row, parent, holds }: Named): void => {
  const key = groupKey(scope, code);
  if (found.byKey.has(fold(key))) return;
  const place = found.groups.length;
  found.byKey.set(fold(key), place);
  found.groups.push({
    key,
    scope,
    code,
    title,
    parent: parent ?? (scope === 'council' ? null : councilKey),
    access: row === null ? 'internal' : accessOf(row),
    exemptUnder: row?.exemptUnder ?? null,
  });
  if (holds === 'all') found.ofAll.push(place);
  else
    for (const line of holds ?? []) {
      const name = foldLine(line);
      found.byLine.set(name, [...(found.byLine.get(name) ?? []), place]);
    }
};

const addLines = (registers: Registers, plan: string, found: GroupsFound): void => {
  const priorities = registers.priorities.where('plan', plan).toSorted(inPlanOrder);
  for (const row of registers.objectives.where('plan', plan).toSorted(inPlanOrder)) {
    const line: Line = { register: 'objectives', key: row.key };
    const parent = firstOf(priorities, linesRead(row.serves));
    const { code, title } = row;
    add(found, {
      scope: 'objective',
      code,
      title,
      row,
      holds: [line],
      ...(parent && { parent: groupKey('priority', parent.code) }),
    });
  }
  for (const row of priorities)
    add(found, {
      scope: 'priority',
      code: row.code,
      title: row.title,
      row,
      holds: [{ register: 'priorities', key: row.key }],
    });
  for (const row of registers.crossCuttingIssues.where('plan', plan).toSorted(inPlanOrder))
    add(found, {
      scope: 'cross-cutting issue',
      code: row.code,
      title: row.title,
      row,
      holds: [{ register: 'crossCuttingIssues', key: row.key }, ...linesRead(row.serves)],
    });
};

const linesRead = (texts: readonly string[]): readonly Line[] =>
  texts.flatMap((text) => readLine(text) ?? []);

/** An objective that serves several priorities is shown in the first it names. */
const firstOf = <Row extends { readonly key: string }>(
  rows: readonly Row[],
  lines: readonly Line[],
): Row | undefined =>
  lines
    .filter(({ register }) => register === 'priorities')
    .map(({ key }) => rows.find((row) => sameKey(row.key, key)))
    .find((row) => row !== undefined);

/** Those of measures first, so that a directorate spelt in two ways reads as the plan's first measure has it. */
const addTeams = (registers: Registers, measures: readonly Measure[], found: GroupsFound): void => {
  const ofMeasures = measures.flatMap(({ team }) => registers.teams.get(team) ?? []);
  const rest = [...registers.teams.values()].toSorted((one, other) =>
    one.key < other.key ? -1 : 1,
  );
  const teams = [...new Set([...ofMeasures, ...rest])];
  const directorates = new Map<string, string>();
  for (const { directorate } of teams) {
    const code = codeOf(directorate);
    if (code !== '' && !directorates.has(code)) directorates.set(code, directorate);
  }
  for (const code of [...directorates.keys()].sort())
    add(found, {
      scope: 'directorate',
      code,
      title: directorates.get(code) ?? code,
      row: null,
    });
  for (const row of teams)
    add(found, {
      scope: 'team',
      code: row.key,
      title: row.title,
      row,
      ...(codeOf(row.directorate) !== '' && {
        parent: groupKey('directorate', codeOf(row.directorate)),
      }),
    });
};

/** A directorate is known by its name alone; its code is that name without case, marks and spaces. */
export const codeOf = (directorate: string): string =>
  directorate
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Boards of another plan hear nothing of this one. */
const addBoards = (registers: Registers, plan: string, found: GroupsFound): void => {
  const boards = [...registers.boards.values()]
    .filter((board) => board.plan === null || sameKey(board.plan, plan))
    .toSorted(
      (one, other) =>
        (one.position ?? last) - (other.position ?? last) || (one.key < other.key ? -1 : 1),
    );
  for (const row of boards) {
    const scope = scopeOf(row);
    if (scope === null) continue;
    const holds = row.hearsOf.length === 0 ? ('all' as const) : linesRead(row.hearsOf);
    add(found, { scope, code: row.key, title: row.title, row, holds });
  }
};

const last = Number.MAX_SAFE_INTEGER;

const scopeOf = ({ kind }: Board): GroupScope | null => {
  if (kind === 'portfolio') return 'portfolio';
  return kind === 'scrutiny' ? 'committee' : null;
};
