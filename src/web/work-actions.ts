// A plan's actions by the month they are due: overdue first, no date last, what is done apart. A
// milestone stands under its activity, which is found where the earliest of the two is due.
import type { Action } from '../registers/actions.ts';
import { reportsActionsIn } from '../rules/action-reporting.ts';
import { monthNames } from '../rules/date-words.ts';
import type { ActionGroup, ActionLine, ActionsView, Activity } from './api-work.ts';
import { counted } from './words.ts';
import {
  type Asking,
  canRead,
  dayWords,
  isPast,
  percentOf,
  workLine,
  workRows,
} from './work-lines.ts';

export const actionsView = (asking: Asking): ActionsView => {
  const groups = groupsOf(asking, treesOf(asking, workRows(asking, 'actions')));
  return { summary: summaryOf(groups), reported: reportedWords(asking), groups };
};

/** An activity with its milestones, or a milestone whose activity is not shown. */
type Tree = { readonly action: Action; readonly milestones: readonly Action[] };

const treesOf = ({ registers }: Asking, rows: readonly Action[]): readonly Tree[] => {
  const shown = new Set(rows.map((row) => row.key));
  const parentOf = (row: Action) => {
    const parent = row.parent ? registers.actions.get(row.parent)?.key : undefined;
    return parent !== undefined && parent !== row.key && shown.has(parent) ? parent : null;
  };
  const beneath = Map.groupBy(rows, parentOf);
  return (beneath.get(null) ?? []).map((action) => ({
    action,
    milestones: beneath.get(action.key) ?? [],
  }));
};

const isDone = ({ status, completedOn }: Action): boolean =>
  status === 'complete' || status === 'stopped' || (status === null && completedOn !== null);

/** The first day that anything still to be done in it is due; null where nothing has a day. */
const nextDay = ({ action, milestones }: Tree): Temporal.PlainDate | null =>
  [action, ...milestones]
    .filter((row) => !isDone(row))
    .flatMap(({ dueOn }) => (dueOn ? [dueOn] : []))
    .toSorted(Temporal.PlainDate.compare)[0] ?? null;

const groupsOf = (asking: Asking, trees: readonly Tree[]): readonly ActionGroup[] => {
  const placed = Map.groupBy(trees, (tree) => placeOf(asking, tree));
  return [...placed]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([place, within]) => ({
      ...groupNamed(place),
      activities: within
        .toSorted((one, other) => byDay(nextDay(one), nextDay(other)))
        .map((tree) => activityOf(asking, tree)),
    }));
};

/** Sorts as text into the order they are shown in. */
const overdue = '0';
const undated = '8';
const done = '9';

const placeOf = (asking: Asking, tree: Tree): string => {
  if ([tree.action, ...tree.milestones].every(isDone)) return done;
  const day = nextDay(tree);
  if (!day) return undated;
  return isPast(asking, day) ? overdue : `1 ${day.toPlainYearMonth()}`;
};

const groupNamed = (place: string): Pick<ActionGroup, 'kind' | 'words'> => {
  if (place === overdue) return { kind: 'overdue', words: 'Overdue' };
  if (place === undated) return { kind: 'undated', words: 'No date in the plan' };
  if (place === done) return { kind: 'done', words: 'Complete or stopped' };
  const { year, month } = Temporal.PlainYearMonth.from(place.slice(2));
  return { kind: 'month', words: `${monthNames[month - 1]} ${year}` };
};

const byDay = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number =>
  one && other ? Temporal.PlainDate.compare(one, other) : 0;

const activityOf = (asking: Asking, { action, milestones }: Tree): Activity => ({
  action: lineOf(asking, action, true),
  milestones: milestones
    .toSorted((one, other) => byDay(one.dueOn, other.dueOn))
    .map((row) => lineOf(asking, row, false)),
});

const lineOf = (asking: Asking, row: Action, alone: boolean): ActionLine => {
  const parent = alone && row.parent ? asking.registers.actions.get(row.parent) : undefined;
  return {
    ...workLine(asking, 'actions', row),
    kind: row.kind,
    status: row.status ?? (row.completedOn ? 'complete' : null),
    percent: percentOf(row.percent),
    due: dayWords(row.dueOn),
    overdue: isPast(asking, row.dueOn) && !isDone(row),
    commentary: row.commentary,
    milestoneOf: parent && canRead(asking, 'actions', parent) ? parent.title : null,
  };
};

const linesIn = ({ activities }: ActionGroup): readonly ActionLine[] =>
  activities.flatMap(({ action, milestones }) => [action, ...milestones]);

/** What is overdue, what is next, what has no date, and how much has been reported on. */
const summaryOf = (groups: readonly ActionGroup[]): string => {
  const all = groups.flatMap(linesIn);
  if (all.length === 0) return '';
  const late = all.filter((line) => line.overdue).length;
  const next = groups.find(({ kind }) => kind === 'month');
  const loose = groups.find(({ kind }) => kind === 'undated')?.activities.length ?? 0;
  const silent = all.filter(({ status }) => status === null).length;
  const parts = [
    late > 0 && `${late} overdue`,
    next && `${next.activities.length} due in ${next.words}`,
    loose > 0 && `${loose} without a date in the plan`,
    silent === all.length ? 'none reported on yet' : silent > 0 && `${silent} not yet reported on`,
  ].filter(Boolean);
  return `${[counted(all.length, 'action'), ...parts].join(', ')}.`;
};

const reportedWords = ({ plan }: Asking): string => {
  const quarters = [1, 2, 3, 4].filter((number) =>
    reportsActionsIn(plan, { kind: 'quarter', year: 2020, number }),
  );
  return quarters.length === 4
    ? 'Reported every quarter.'
    : `Reported at quarters ${quarters.join(' and ')}.`;
};
