// A row's past, step by step: the versions its list kept, told with what the Journal knows of them.
// A change the Journal knows is shown as the Journal tells it, with its source and why, wherever it
// has a version of its own or was written together with others; what only the list knows is shown by
// its editor. Each change is shown once. Which is which is worked out in versions-told.ts.
import type { JournalEntry } from '../registers/journal.ts';
import type { RegisterName } from '../registers/registers.ts';
import {
  type CellText,
  cellText,
  isSameText,
  rowText,
  type ToldColumn,
  toldIn,
} from './journal-told.ts';
import {
  type ChangeWaiting,
  type Known,
  type RowStep,
  stepTold,
  type VersionKept,
} from './row-step.ts';
import { arrivedSteps } from './versions-told.ts';

export type RowPast = {
  readonly register: RegisterName;
  /** Newest first; null where the list could not be asked. */
  readonly versions: readonly VersionKept[] | null;
  /** What the Journal tells of the row. */
  readonly journal: readonly JournalEntry[];
  /** In the order accepted. */
  readonly waiting: readonly ChangeWaiting[];
};

/** Newest first. */
export const rowSteps = (past: RowPast): readonly RowStep[] => {
  const told = past.journal
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
    .map((entry): Known => ({ entry, columns: toldIn(past.register, entry) }));
  const oldestFirst = past.versions?.toReversed() ?? [];
  const newest = oldestFirst.findLast(({ row }) => row !== null)?.row ?? null;
  const now = newest && rowText(past.register, newest);
  const waiting = past.waiting.filter(
    ({ set }) =>
      !now || Object.entries(set).some(([c, to]) => !isSameText(now.get(c) ?? '', cellText(to))),
  );
  const onTheirWay = tellingsOf(waiting, told);
  const arrived = told.filter((each) => ![...onTheirWay.values()].includes(each));
  return [
    ...arrivedSteps(past.register, oldestFirst, arrived),
    ...waitingSteps(waiting, onTheirWay, now),
  ].toReversed();
};

/** What the Journal tells of changes still waiting: the newest of one is the newest of the other. */
const tellingsOf = (
  waiting: readonly ChangeWaiting[],
  told: readonly Known[],
): ReadonlyMap<ChangeWaiting, Known> => {
  const found = new Map<ChangeWaiting, Known>();
  let before = told.length;
  for (const change of waiting.toReversed()) {
    const at = told.slice(0, before).findLastIndex(({ columns }) => isSetBy(change, columns));
    const known = told[at];
    if (!known) continue;
    found.set(change, known);
    before = at;
  }
  return found;
};

const isSetBy = ({ set }: ChangeWaiting, columns: readonly ToldColumn[]): boolean =>
  columns.length > 0 &&
  columns.every(({ column, to }) => column in set && isSameText(to, cellText(set[column])));

const waitingSteps = (
  waiting: readonly ChangeWaiting[],
  tellings: ReadonlyMap<ChangeWaiting, Known>,
  now: ReadonlyMap<string, CellText> | null,
): readonly RowStep[] => {
  const held = new Map(now ?? []);
  return waiting.flatMap((change): readonly RowStep[] => {
    const known = tellings.get(change);
    const set = Object.entries(change.set).map(([column, to]) => {
      const from = held.get(column) ?? null;
      held.set(column, cellText(to));
      return { column, from, to: cellText(to) };
    });
    if (known) return [{ ...stepTold(known, null), isWaiting: true }];
    const changes = set.filter(({ from, to }) => from === null || !isSameText(from, to));
    if (changes.length === 0) return [];
    return [
      {
        id: `waiting ${change.sequence}`,
        at: change.acceptedAt,
        by: change.by === null ? { is: 'product' } : { is: 'person', key: change.by },
        how: 'product',
        why: null,
        kind: now ? 'changed' : 'begun',
        isWaiting: true,
        changes,
        told: null,
        version: null,
        since: null,
      },
    ];
  });
};
