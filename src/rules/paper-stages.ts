// How far a paper has come: drafted, cleared by whom, held, issued; who may clear it, and from when on its
// words are as they are. When its meeting is, is worked out in committee-timetable.ts.
import type { Paper, PaperState } from '../registers/papers.ts';
import { zone } from './calendar.ts';
import type { Until } from './paper-wordings.ts';
import { isReadInPublic, type Ordered } from './papers/ordered.ts';

type HasIssue = Pick<Paper, 'issuedAt'>;

export const isIssued = <P extends HasIssue>(
  row: P | null | undefined,
): row is P & { readonly issuedAt: Temporal.Instant } =>
  row !== null && row !== undefined && row.issuedAt !== null;

/** In the order they are asked for. */
export const clearances = ['finance', 'legal', 'portfolio'] as const;
export type Clearance = (typeof clearances)[number];

export const clearanceWords: { readonly [C in Clearance]: string } = {
  finance: 'Finance',
  legal: 'Legal',
  portfolio: 'Portfolio holder',
};

type Kind = Pick<Ordered, 'kind' | 'board'>;

/**
 * What anybody may come to read is cleared by all three; what stays inside by finance alone, since it
 * prints the budget.
 */
export const clearancesWanted = (order: Kind): readonly Clearance[] =>
  isReadInPublic(order) ? clearances : ['finance'];

/** The day and the post of each clearance; null where it has not been given. */
export const clearedIn = (row: Paper | null, clearance: Clearance): Given | null => {
  const at = row?.[clearance] ?? null;
  if (row === null || at === null) return null;
  return { at, by: row[`${clearance}By`], upTo: row[`${clearance}UpTo`] ?? 0 };
};

/** `upTo`: the last change of words that was looked at. */
export type Given = {
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly upTo: number;
};

/**
 * Those wanted that have not been given, in order, or were given of words that have changed since: a paper goes
 * out with no words that somebody who clears it has not seen. `worded`: the last change of words in it.
 */
export const stillToClear = (
  row: Paper | null,
  order: Kind,
  worded: number,
): readonly Clearance[] =>
  clearancesWanted(order).filter((each) => {
    const given = clearedIn(row, each);
    return given === null || given.upTo < worded;
  });

type Standing = { readonly order: Kind; readonly isHeld: boolean; readonly worded: number };

/**
 * Held where it could be issued but for a hold; a draft until somebody has first cleared it. Null: nothing has
 * been done with it yet.
 */
export const stageOf = (row: Paper | null, { order, isHeld, worded }: Standing): PaperState => {
  if (isIssued(row)) return 'Issued';
  if (stillToClear(row, order, worded).length === 0) return isHeld ? 'Held' : 'Cleared';
  const isBegun = clearancesWanted(order).some((each) => clearedIn(row, each) !== null);
  return isBegun ? 'In clearance' : 'Draft';
};

/** Which changes of words are in a paper: those kept with it when it was issued, or until its agenda is sent out. */
export const wordsUntil = (
  row: Pick<Paper, 'wordsFrozenAt' | 'wordsUpTo'> | null,
  sentOn: Temporal.PlainDate | null,
): Until =>
  row?.wordsFrozenAt
    ? { upTo: row.wordsUpTo ?? 0, before: null }
    : { upTo: null, before: wordsFreezeAt(row, sentOn) };

/**
 * The moment from which its words are not changed: kept with the paper when it was issued, else the beginning
 * of the day its agenda is sent out. Null: neither is known yet.
 */
export const wordsFreezeAt = (
  row: Pick<Paper, 'wordsFrozenAt'> | null,
  sentOn: Temporal.PlainDate | null,
): Temporal.Instant | null =>
  row?.wordsFrozenAt ?? sentOn?.toZonedDateTime(zone).toInstant() ?? null;
