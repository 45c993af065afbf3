// What the tab's API answers of a person's own work: what they owe, whose word waits for theirs, what they
// promised. Types only.
import type { WorkStatus } from '../registers/work-words.ts';
import type { Freshness } from './api.ts';
import type { LineToName } from './api-hand-over.ts';

export type OwedLine = {
  readonly key: string;
  readonly name: string;
  /** 'due by Wed 14 October 2020', '3 working days late'. */
  readonly due: string;
  readonly late: boolean;
  /** 'for Head of Voids', 'begun Thu 1 October 2020', 'sent back: …': null where there is nothing to add. */
  readonly note: string | null;
  /** The measure it is of; null of anything else. */
  readonly measure: string | null;
};

/** Where what waits is dealt with: a screen of the tab. */
export type WaitingLine = {
  readonly words: string;
  readonly at: 'sign-off' | 'targets' | 'escalations';
  /** The one of them it is; null where it is several, or any. */
  readonly open: string | null;
};

export type PromisedLine = {
  readonly key: string;
  readonly title: string;
  /** 'by Fri 30 October 2020'; null where no day is given. */
  readonly due: string | null;
  readonly late: boolean;
  readonly status: WorkStatus | null;
  /** What it is to put right; null where it serves no measure. */
  readonly of: string | null;
};

export type MyWorkView = {
  /** Answers a question: '3 returns due by Wed 14 October 2020', '1 question to answer', 'Nothing due'. */
  readonly title: string;
  /** 'Next: quarter 3 opens Mon 4 January 2021.' Null while a return is due. */
  readonly next: string | null;
  readonly away: string | null;
  readonly owed: readonly OwedLine[];
  readonly waiting: readonly WaitingLine[];
  readonly promised: readonly PromisedLine[];
  /** Lines with nobody to answer for them, for whom they are to name somebody. */
  readonly toName: readonly LineToName[];
  /** How many of this cycle's they have answered already; 0 where none. */
  readonly answered: number;
  readonly freshness: Freshness;
};
