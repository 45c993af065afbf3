// What the tab's API answers of a row's past. Types only.
import type { Freshness } from './api.ts';

/** One column of a step. */
export type HistoryChange = {
  /** The column's name as people read it. */
  readonly words: string;
  /** As people read it; '' is blank. Null: not known. */
  readonly from: string | null;
  readonly to: string;
  /** Text in sentences: what was taken out of it and put in is worth showing. */
  readonly isLong: boolean;
};

export type HistoryStep = {
  readonly id: string;
  /** 'Thu 1 October 2020, 09:00', in the council's zone. */
  readonly when: string;
  /** 'Housing Needs Lead', 'Golden Thread'. */
  readonly who: string;
  /** The team they are of; null where that is not known. */
  readonly team: string | null;
  /** 'by card', 'in the list, by hand'. */
  readonly how: string;
  readonly why: string | null;
  readonly kind: 'begun' | 'changed' | 'removed' | 'unreadable';
  /** Accepted, and not yet in its list. */
  readonly isWaiting: boolean;
  /** Given, and not written: what each column shows as `from`, set in the list afterwards, stands. */
  readonly notTaken: boolean;
  readonly changes: readonly HistoryChange[];
};

export type HistoryView = {
  readonly list: string;
  /** The row's title. */
  readonly title: string;
  /** Newest first: one page. */
  readonly steps: readonly HistoryStep[];
  /** How many there are in all, and how many of them are older than this page. */
  readonly total: number;
  readonly older: number;
  /** Steps from when the row was exempt, which the person asking may not read. */
  readonly withheld: number;
  /** What is not told, and why, in a sentence; null where all is. */
  readonly note: string | null;
  /** The list may answer if it is asked once more. */
  readonly askAgain: boolean;
  readonly freshness: Freshness;
};
