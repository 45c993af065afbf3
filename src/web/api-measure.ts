// What the tab's API answers of a measure's control chart and of its year-end forecast. Types only.
import type { Choice } from './api.ts';

/** What the control chart says of one period; all null where no limits are drawn there. */
export type ChartedPoint = {
  readonly limits: {
    readonly low: number;
    readonly mean: number;
    readonly high: number;
    /** From fewer than twelve figures. */
    readonly trial: boolean;
  } | null;
  /** Null is usual variation, or nothing to say. */
  readonly cause: {
    readonly is: 'better' | 'worse' | 'neither';
    /** 'Special cause, concerning: below the lower limit' */
    readonly words: string;
  } | null;
  /** Why limits begin again with this period; null where they go on. */
  readonly rebased: string | null;
};

export type ChartView = {
  /** Beside RAG, a sentence each: 'This red is within its usual variation.' Empty without limits. */
  readonly verdicts: readonly string[];
  /** That they are trial limits, or why there are none; empty where they are firm. */
  readonly about: readonly string[];
  /** The limits of each stretch in words, oldest first. */
  readonly limits: readonly string[];
  /** Where the year will end, a sentence each; empty once it has ended. */
  readonly forecast: readonly string[];
  /** The periods from which limits may begin again, newest first; null: it is not theirs to decide. */
  readonly rebase: readonly Choice[] | null;
};
