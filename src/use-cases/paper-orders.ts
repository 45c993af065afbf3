// The papers of a cycle: which there are, and what each is made from at a moment. What a paper says is decided
// in rules/papers, which are due in rules/papers/paper-kinds-due.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { PaperKind, Paper as PaperRow } from '../registers/papers.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { gatherBoards } from '../rules/dataset/boards.ts';
import type { BoardFact, Dataset } from '../rules/dataset/dataset.ts';
import { restatementsOf } from '../rules/dataset/restated.ts';
import { asMarked, correctionsAsMarked, keptBack, marksSince } from '../rules/dataset-access.ts';
import { isIssued, wordsUntil } from '../rules/paper-stages.ts';
import { wordingsAt } from '../rules/paper-wordings.ts';
import { isReadInPublic, type Ordered } from '../rules/papers/ordered.ts';
import { paperKindsDue } from '../rules/papers/paper-kinds-due.ts';
import { parsePeriod, periodText, previousPeriod } from '../rules/period.ts';
import { type MeetingTimetable, meetingFor } from './papers-timetable.ts';
import { datasetForPapers, readDataset, type Unreadable } from './read-dataset.ts';

/** A paper that a cycle has, whether or not anything has been done with it yet. */
export type PaperOrder = {
  readonly key: string;
  readonly cycle: Cycle;
  readonly kind: PaperKind;
  /** As the registers have it now; null hears of all. */
  readonly board: BoardFact | null;
  /** The next meeting of its board that hears of the cycle; null where none is planned. */
  readonly meets: MeetingTimetable | null;
};

/** In the order of the matrix; then those begun for a board that is in it no more. */
export const papersOf = (registers: Registers, cycle: Cycle): readonly PaperOrder[] => {
  const due = paperKindsDue(cycle.period, gatherBoards(registers, cycle.plan)).map(
    ({ kind, board }) => orderOf(registers, cycle, { kind, board }),
  );
  const begun = registers.papers
    .where('cycle', cycle.key)
    .filter(({ key }) => due.every((each) => !sameKey(each.key, key)))
    .map((row) => orderOf(registers, cycle, { kind: row.kind, board: boardGone(row) }, row.key));
  return [...due, ...begun];
};

/** Null where no cycle has such a paper. */
export const paperOrder = (registers: Registers, key: string): PaperOrder | null => {
  for (const cycle of registers.cycles.values()) {
    if (!sameKey(key.slice(0, cycle.key.length + 1), `${cycle.key}|`)) continue;
    const found = papersOf(registers, cycle).find((each) => sameKey(each.key, key));
    if (found) return found;
  }
  return null;
};

type Due = { readonly kind: PaperKind; readonly board: BoardFact | null };

// oxlint-disable-next-line max-params -- the registers, the cycle, what is due, and its key where it has a row
const orderOf = (
  registers: Registers,
  cycle: Cycle,
  { kind, board }: Due,
  key?: string,
): PaperOrder => ({
  key: key ?? [cycle.key, kind, ...(board === null ? [] : [board.key])].join('|'),
  cycle,
  kind,
  board,
  meets: board === null ? null : meetingFor(registers, cycle, board.key),
});

/** It hears of nothing but what its dataset says it heard of, and nobody knows that it met in public. */
const boardGone = ({ board, title }: PaperRow): BoardFact | null =>
  board === null
    ? null
    : { key: board, title, kind: 'programme', inPublic: false, hearsOf: [board] };

/** What a paper is made from; `version`: two of the same are the same paper. Null: of a draft nothing is known. */
export type Prepared = {
  readonly dataset: Dataset;
  readonly ordered: Ordered;
  readonly version: string | null;
  /** What is kept back of it beyond what was when it was frozen; see marksSince. */
  readonly marks: readonly string[];
};

export type Preparing = {
  readonly now: Temporal.ZonedDateTime;
  readonly mayReadExempt: (dataset: Dataset) => boolean;
  readonly notices: readonly string[];
};

/**
 * With the words as they stand, or, once they have frozen, as they stood then; of a paper that was issued
 * with the corrections that were known by then.
 */
export const prepareOrder = async (
  registers: Registers,
  order: PaperOrder,
  { now, mayReadExempt, notices }: Preparing,
): Promise<Prepared | Unreadable> => {
  const read = await datasetForPapers(registers, order.cycle, now.toPlainDate());
  if ('fault' in read) return read;
  const { hash } = read;
  const row = registers.papers.get(order.key) ?? null;
  const before = await datasetBefore(registers, order.cycle);
  // What was issued is out: it stays as it was.
  const marks = isIssued(row)
    ? row.marked
    : [read.dataset, ...(before ? [before.dataset] : [])].flatMap((each) =>
        marksSince(each, registers),
      );
  const dataset = asMarked(read.dataset, marks, registers);
  const words = wordingsAt(registers, {
    cycle: order.cycle.key,
    ...wordsUntil(row, order.meets?.wordsFreezeOn ?? null),
  });
  const restatements = correctionsAsMarked(correctionsFor(registers, order, row), dataset);
  const ordered: Ordered = {
    kind: order.kind,
    key: order.key,
    board: boardThen(order, dataset),
    meeting: meetingOf(registers, order, row),
    words: new Map([...words].map(([line, { words: text }]) => [line, text ?? ''])),
    restatements,
    previous: before && asMarked(before.dataset, marks, registers),
    hash,
    mayReadExempt: mayReadExempt(dataset),
    notices,
  };
  const version = hash === null ? null : versionOf(ordered, dataset);
  return { dataset, ordered, version, marks: [...new Set(marks)] };
};

/** Of all that may differ between two papers of one frozen dataset. */
const versionOf = (ordered: Ordered, dataset: Dataset): string => {
  const { key, hash, board, meeting, words, restatements, previous, mayReadExempt, notices } =
    ordered;
  return JSON.stringify([
    [key, hash, mayReadExempt, notices, [...words]],
    restatements.map(({ line, period, was, is, on, because, access }) => [
      [line, period, was, is],
      [on.toString(), because, access ?? null],
    ]),
    [board, meeting && [meeting.title, meeting.meetsOn.toString()]],
    [previous?.cycle ?? null, keptBack(dataset), previous && keptBack(previous)],
  ]);
};

/** Once it is issued the one it was issued for, on the day it was to be then. */
const meetingOf = (
  registers: Registers,
  { meets }: PaperOrder,
  row: PaperRow | null,
): Ordered['meeting'] => {
  if (row === null || row.wordsFrozenAt === null) return meets?.meeting ?? null;
  const meeting = registers.meetings.get(row.meeting ?? '') ?? null;
  return row.meetsOn === null
    ? meeting
    : { title: meeting?.title ?? row.title, meetsOn: row.meetsOn };
};

/**
 * A board as it was when the figures were frozen; one that is newer as it is. Where anybody may come to read
 * its paper now, the paper is written for that.
 */
const boardThen = ({ kind, board }: PaperOrder, { boards }: Dataset): BoardFact | null => {
  const then = boards.find(({ key }) => board !== null && sameKey(key, board.key));
  if (then === undefined) return board;
  return isReadInPublic({ kind, board }) ? { ...then, inPublic: true } : then;
};

const correctionsFor = (registers: Registers, { cycle }: PaperOrder, row: PaperRow | null) => {
  const all = restatementsOf(registers, cycle);
  if (row === null || row.wordsFrozenAt === null) return all;
  const printed = new Set(row.corrections);
  return all.filter(({ key }) => printed.has(key));
};

const datasetBefore = async (registers: Registers, { plan, period }: Cycle) => {
  const of = parsePeriod(period);
  const before = of && registers.cycles.get(`${plan}|${periodText(previousPeriod(of))}`);
  if (!before) return null;
  const read = await readDataset(registers, before);
  return 'fault' in read ? null : read;
};
