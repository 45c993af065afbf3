// What a question is drawn from: one measure, its past, what was typed, and what went before.
import type { Standing } from '../../src/registers/words.ts';
import type { PromiseState } from '../../src/use-cases/read-answer.ts';
import type { HistoryLine } from './history-table.ts';

export type Typed = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly finality: 'provisional' | 'final';
  readonly commentary: string;
  readonly until: string;
  readonly because: string;
  readonly forecast: string;
  /** Where the figure comes from. */
  readonly source: string;
  readonly limits: string;
  readonly action: string;
  /** A person's key. */
  readonly actionOwner: string;
  readonly actionBy: string;
  readonly noAction: string;
  /** What became of what was promised last time; '' is not said. */
  readonly promise: '' | PromiseState;
};

/** Every field of a question with a refusal of its own; `right` is the challenge's. */
export type Field = Exclude<keyof Typed, 'finality' | 'promise'> | 'right';

/** What there is to choose from: `value` is what the press carries. */
export type Choice = { readonly title: string; readonly value: string };

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
    | SetTarget
    | Reported;
};

/** What was typed for another is kept, to be answered later. */
export type Kept = { readonly keptName: string };

/** How a line that is no measure was said to stand: "On track, 60 per cent". */
export type Reported = { readonly reported: string };

/** "85% or more", or why there is none. */
export type SetTarget = { readonly target: string } | { readonly noTarget: string };

export type Refusal = {
  readonly words: string;
  /** Where on the card it is about; null when it is about the whole. */
  readonly field: Field | null;
  /** What the typed figures come to, where they could be read. */
  readonly computed: { readonly figure: string; readonly standing: Standing } | null;
  /** What is doubted of the figure besides, in sentences: a slip is seen before it is explained. */
  readonly doubts: readonly string[];
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
  readonly saved: Saved | Kept | null;
  readonly refusal: { readonly words: string; readonly field: string | null } | null;
  /** "Thu 1 October": what stands in the fields is as it was left then; null where nothing was kept. */
  readonly keptOn: string | null;
  /** "Assistant Director: where is July?"; null where nobody sent it back. */
  readonly sentBack: string | null;
  /** What else is owed, and may be answered first. */
  readonly others: readonly Choice[];
};

/** What was promised where the figure was off target before. */
export type Promised = {
  /** The key of its row, so that what became of it is said of no other. */
  readonly key: string;
  readonly what: string;
  readonly who: string | null;
  /** "Fri 30 October"; null where no date was kept. */
  readonly by: string | null;
};

/** What is asked where the typed figure is off target. */
export type OffTarget = {
  /** Who may be named for the action, the person who answers first. */
  readonly people: readonly Choice[];
};

/** A figure that is worked out, and how it was come by. */
export type WorkedOutShown = {
  readonly figure: string;
  readonly standing: Standing;
  /** In a sentence or two. */
  readonly words: string;
};

export type QuestionView = Asked & {
  readonly name: string;
  readonly period: string;
  readonly unit: string;
  /** Blank where each figure carries its unit. */
  readonly unitHeading: string;
  /** "85% or more"; null where there is none. */
  readonly target: string | null;
  /** Where the registers answer it themselves, and it is only confirmed; null elsewhere. */
  readonly workedOut: WorkedOutShown | null;
  /** Where a final figure is asked for: what was given as provisional, such as "83.2%". */
  readonly provisional: string | null;
  readonly definition: string | null;
  /** How the measure stands beside others, a sentence or two each. */
  readonly comparators: readonly string[];
  readonly promised: Promised | null;
  /** Null while no figure is typed, or it is not off target. */
  readonly offTarget: OffTarget | null;
  readonly asksFor: 'value' | { readonly numeratorIs: string; readonly denominatorIs: string };
  readonly typed: Typed;
  readonly refusal: Refusal | null;
  /** ISO date before which neither "no data until" nor "by when" makes sense. */
  readonly tomorrow: string;
  readonly longestCommentary: number;
  readonly seenBy: string;
};
