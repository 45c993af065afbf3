// What the tab's API answers: ISO text and worded dates, so that the tab needs no Temporal.
// Types only; who may ask for what is decided by the routes.
import type { Direction, RatedAgainst, Standing } from '../registers/words.ts';
import type { ChartedPoint, ChartView } from './api-measure.ts';

/** An error's body. `id` is given where the log can say more. */
export type Trouble = { readonly message: string; readonly id?: string };

/** One choice of a picker; `group` gathers choices under a heading. */
export type Choice = { readonly key: string; readonly words: string; readonly group: string };

export type Me = {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The performance team: sees the cycle and may open, close and withdraw it. */
  readonly runsCycles: boolean;
  /** SMT, who stands in for one of them, and the performance team: see the year's targets. */
  readonly weighsTargets: boolean;
  /** Approves, signs or checks what was returned, or might: sees sign-off. */
  readonly signsOff: boolean;
};

/** How fresh the answer is, on the machine's clock. */
export type Freshness = {
  /** '10:42', with its day where that is not today; null before the lists were first read. */
  readonly heardAt: string | null;
  /** The lists have not been heard from for some minutes. */
  readonly stale: boolean;
};

/** Where this quarter's return of a measure has got to. */
export type ReturnView = {
  readonly state: 'not asked' | 'due' | 'late' | 'never answered' | 'returned' | 'no data until';
  /** 'Late by 2 working days', 'Returned'. */
  readonly words: string;
  /** The day those words are about: 'Thu 1 October', its year said where it is not the cycle's. */
  readonly day: string | null;
  /** Working days late; 0 when not. */
  readonly daysLate: number;
};

/** A point of a trend. A null value is not returned, never zero. */
export type TrendPoint = {
  readonly words: string;
  readonly value: number | null;
  readonly standing: Standing;
  readonly illustrative: boolean;
};

export type MeasureRow = {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly owner: string | null;
  readonly team: string;
  /** How the chosen quarter stands; not yet available until its return is in. */
  readonly standing: Standing;
  /** What the standing is of: left out where it is of its target. */
  readonly against?: RatedAgainst;
  /** How the figure shown stood, where that is an earlier one; else null. */
  readonly lastStanding: Standing | null;
  /** The newest figure there is, and its own period; null where there is none. */
  readonly figure: {
    readonly value: number;
    readonly text: string;
    readonly target: string;
    readonly period: string;
    readonly provisional: boolean;
    /** The figure itself is made up for the sample; its target says so for itself. */
    readonly illustrative: boolean;
    readonly targetIllustrative: boolean;
    readonly short: Direction | null;
    readonly long: Direction | null;
    /** 'within 0.5': how near reads the same; null, or left out, is equal as printed. */
    readonly sameWithin?: string | null;
  } | null;
  readonly trend: readonly TrendPoint[];
  readonly return: ReturnView;
};

/** Something the person asking should act on, most serious first. Owed: they are the one asked. */
export type Need = {
  readonly measure: string;
  readonly kind: 'owed' | 'late' | 'never answered' | 'off target' | 'no owner';
  readonly name: string;
  readonly words: string;
  readonly late: boolean;
  /** 'The target is illustrative.'; null where nothing is. */
  readonly caveat: string | null;
};

/** The five figures, with what is kept apart from them. */
export type Strip = {
  readonly due: number;
  readonly returned: number;
  /** Answered "no data until": answered, but no figure. */
  readonly noData: number;
  readonly late: number;
  /** Asked for in a cycle that closed without an answer. */
  readonly neverAnswered: number;
  /** Better than target is counted here too. */
  readonly onTarget: number;
  readonly within: number;
  readonly off: number;
  readonly notYet: number;
  /** Their target for the year is not agreed yet. */
  readonly notAgreed: number;
  readonly dataOnly: number;
  /** How many of the figures shown, and of their targets, are made up for the sample. */
  readonly illustrativeFigures: number;
  readonly illustrativeTargets: number;
};

export type PlanView = {
  /** Answers a question: '3 returns due by Wed 14 October 2020'. */
  readonly title: string;
  readonly planName: string;
  readonly plan: string;
  readonly team: string;
  readonly quarter: string;
  readonly plans: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly quarters: readonly Choice[];
  readonly strip: Strip;
  /** At most seven. */
  readonly needs: readonly Need[];
  /** What is said where there are none. */
  readonly needsNone: string;
  /** What the seven leave out, kind by kind. */
  readonly needsMore: readonly { readonly kind: Need['kind']; readonly count: number }[];
  readonly measures: readonly MeasureRow[];
  readonly freshness: Freshness;
};

export type HistoryRow = TrendPoint & {
  readonly period: string;
  readonly text: string;
  readonly target: number | null;
  readonly targetText: string;
  readonly targetIllustrative: boolean;
  readonly provisional: boolean;
  /** The key of its return; null where none was asked for. */
  readonly return: string | null;
  /** Left out: against its target. */
  readonly against?: RatedAgainst;
  readonly chart: ChartedPoint;
};

export type Comment = {
  /** The key of the return it came with. */
  readonly return: string;
  readonly period: string;
  readonly text: string;
  readonly by: string | null;
  readonly on: string | null;
  readonly figure: string;
  readonly standing: Standing;
};

export type MeasureView = {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly standing: Standing;
  /** Left out: against its target. */
  readonly against?: RatedAgainst;
  /** The measure in one sentence: value, target, how it stands, which way it moves. */
  readonly verdict: string;
  /** Oldest first. */
  readonly history: readonly HistoryRow[];
  readonly chart: ChartView;
  /** Where it belongs, outermost first: plan, priority, measure. */
  readonly thread: readonly { readonly kind: string; readonly words: string }[];
  /** Label and words, in reading order: definition, owner, source ... */
  readonly facts: readonly { readonly label: string; readonly words: string }[];
  /** Newest first. */
  readonly commentary: readonly Comment[];
  readonly return: ReturnView;
  readonly freshness: Freshness;
};

/** The origins of host pages the tab may trust besides Microsoft's own. */
export type TabConfig = { readonly hostOrigins: readonly string[] };
