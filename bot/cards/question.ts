// What a question is drawn from: one measure, its past, what was typed, and what went before.
import type { Standing } from '../../src/registers/words.ts';
import type { HistoryLine } from './history-table.ts';

export type Typed = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly finality: 'provisional' | 'final';
  readonly commentary: string;
  readonly until: string;
  readonly because: string;
};

export type Field = 'value' | 'numerator' | 'denominator' | 'commentary' | 'until' | 'because';

/** Which of how many. */
export type Position = { readonly number: number; readonly of: number };

/**
 * What the last press did: the measure, and its figure and status, or when there will be one; or its
 * target for a year, or why there is none.
 */
export type Saved = {
  readonly name: string;
  /** The lists were not answering when it was saved: it will be in the register a little later. */
  readonly onItsWay?: boolean;
  readonly result:
    | { readonly figure: string; readonly standing: Standing }
    | { readonly until: string }
    | SetTarget;
};

/** "85% or more", or why there is none. */
export type SetTarget = { readonly target: string } | { readonly noTarget: string };

export type Refusal = {
  readonly words: string;
  /** Where on the card it is about; null when it is about the whole. */
  readonly field: Field | null;
  /** What the typed figures come to, where they could be read. */
  readonly computed: { readonly figure: string; readonly standing: Standing } | null;
};

/** What is asked of whom, whatever the answer is. */
export type Asked = {
  readonly return: string;
  readonly revision: number;
  readonly cycle: string;
  readonly code: string;
  /** "higher is better"; null where neither is. */
  readonly goodIs: string | null;
  readonly standingInFor: string | null;
  /** Newest first. */
  readonly history: readonly HistoryLine[];
  /** Null when an answer is being corrected. */
  readonly position: Position | null;
  readonly saved: Saved | null;
  readonly refusal: { readonly words: string; readonly field: string | null } | null;
};

export type QuestionView = Asked & {
  readonly name: string;
  readonly period: string;
  readonly unit: string;
  /** Blank where each figure carries its unit. */
  readonly unitHeading: string;
  /** "85% or more"; null where there is none. */
  readonly target: string | null;
  readonly definition: string | null;
  readonly asksFor: 'value' | { readonly numeratorIs: string; readonly denominatorIs: string };
  readonly typed: Typed;
  readonly refusal: Refusal | null;
  /** ISO date before which "no data until" makes no sense. */
  readonly earliestUntil: string;
  readonly longestCommentary: number;
  readonly seenBy: string;
};
