// What a cycle's reports are made from: plain values and ISO text alone, so that it can be frozen, hashed
// and read again years later without the registers. How it is gathered is decided in gather.ts.
import type { Board } from '../../registers/boards.ts';
import type { Measure, Polarity } from '../../registers/measures.ts';
import type { Access } from '../../registers/register.ts';
import type { GroupScope } from '../../registers/report-lines.ts';
import type { WorkStatus } from '../../registers/shared-columns.ts';
import type { Direction, RatedAgainst, Standing } from '../../registers/words.ts';

/** Changed when a dataset of before can no longer be read as one of now. */
export const datasetVersion = 1;

/** Who may read it: blank rows are internal. */
export type Classified = { readonly access: Access; readonly exemptUnder: string | null };

export type Dataset = {
  readonly version: typeof datasetVersion;
  readonly cycle: string;
  readonly plan: string;
  readonly planTitle: string;
  /** '2020-21 Q2', and as it reads: 'Q2 2020-21'. */
  readonly period: string;
  readonly periodWords: string;
  /** ISO date of the close; of the moment it was gathered where the cycle has not closed. */
  readonly asAt: string;
  readonly isFrozen: boolean;
  readonly measures: readonly MeasureFact[];
  readonly groups: readonly Group[];
  readonly actions: readonly ActionFact[];
  readonly projects: readonly ProjectFact[];
  readonly savings: readonly SavingFact[];
  readonly risks: readonly RiskFact[];
  readonly money: readonly MoneyFact[];
  readonly questions: readonly QuestionFact[];
  readonly boards: readonly BoardFact[];
  /** How figures were rated: 'Amber is a miss of no more than 10 % of target.' */
  readonly ratedHow: readonly string[];
  /** The same, naming no decision that is not public; left out: a sentence about a decision is not told. */
  readonly ratedHowInPublic?: readonly string[];
};

export type MeasureFact = Classified & {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly frequency: 'monthly' | 'quarterly' | 'annual';
  /** What its figures cover: a year to date, or a rolling figure, has no control limits. */
  readonly figureIs?: Measure['figureIs'];
  readonly level: 'strategic' | 'operational' | null;
  readonly weight: number;
  /** Small numbers of it are left out in public. */
  readonly countsPeople: boolean;
  /** The measure it is a part of, or is read under; left out where there is none. */
  readonly parent?: string | null;
  readonly definition: string | null;
  /** Keys of the groups it is counted in, of any scope. */
  readonly groups: readonly string[];
  readonly team: string;
  readonly directorate: string;
  /** What the cycle shows of it: its own period, which may be an earlier one. */
  readonly now: FigureFact;
  /** What the last period of its year is held to, without its figure; left out: nothing tells. */
  readonly yearEnd?: FigureFact;
  /** What it came to in a year that its cycle ends, newest first; left out: its cycle ends none. */
  readonly years?: readonly YearFact[];
  /** Its figures before, oldest first, this one not among them; at most 19. Gaps are there, with null. */
  readonly before: readonly FigureFact[];
  readonly short: Direction | null;
  readonly long: Direction | null;
  /** How long it has stood as it does: 3 is this period and the two before. */
  readonly running: number;
  readonly commentary: string | null;
  readonly source: string | null;
  readonly limits: string | null;
  /** The owner's own, for the year; null where none was given. */
  readonly forecast: number | null;
  /** What was promised of it and what came of it, newest first; at most 4. */
  readonly promises: readonly PromiseFact[];
  readonly noActionBecause: string | null;
  /** It needed somebody's approval, and had not got it when this was gathered. Left out is no. */
  readonly notApproved?: boolean;
  /** Numeric and never coloured: 'Best performing quarter of nearest neighbours, 2019-20'. */
  readonly benchmark: readonly string[];
  readonly quartile: 1 | 2 | 3 | 4 | null;
  /** Of those the ones that are public themselves; left out: none is known to be. */
  readonly inPublic?: Pick<MeasureFact, 'benchmark' | 'quartile'>;
  /** Periods from which its control limits begin again, with the reason. */
  readonly rebasings: readonly { readonly period: string; readonly because: string }[];
  readonly due: boolean;
  readonly returned: boolean;
  /** Its returns and targets that fewer may read than it; left out: none was known when it was frozen. */
  readonly marked?: readonly MarkedRow[];
  /** What its figures are counted from, where the registers answer it: left out is that nothing tells. */
  readonly workedOutFrom?: Measure['workedOutFrom'];
  /** One of what it is counted from, of whichever year, is exempt. Left out: look at what the dataset holds. */
  readonly countsExempt?: boolean;
};

/** A return or a target of a period that is marked by itself as internal or exempt. */
export type MarkedRow = Classified & {
  readonly register: 'returns' | 'targets';
  readonly key: string;
  readonly period: string;
};

/** One period of a measure. A null value is not yet available, never zero. */
export type FigureFact = {
  readonly period: string;
  readonly words: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The figure to reach; of a range its two ends. All null: none. */
  readonly target: number | null;
  readonly rangeLow: number | null;
  readonly rangeHigh: number | null;
  /** As it reads: '95%', '3 to 5 days', '–'. */
  readonly targetWords: string;
  /** The decision that set its target: 'Cabinet agrees the targets, 7 July 2021'. Left out: none is named. */
  readonly decidedBy?: string | null;
  /** The same, of a decision that is not public its day alone. Left out: nothing is said of it in public. */
  readonly decidedInPublic?: string | null;
  readonly standing: Standing;
  /** By what it is rated; left out is its target. */
  readonly against?: RatedAgainst;
  readonly provisional: boolean;
  /** The figure, or what it is held against, is made up for the sample. */
  readonly illustrative: boolean;
  /** Which of the two is; left out: neither is, or nothing tells. */
  readonly illustrativeIs?: 'figure' | 'target' | 'both';
  readonly noDataUntil: string | null;
  readonly noDataReason: string | null;
};

/** One financial year of a measure. A null value is not known, never zero. */
export type YearFact = {
  /** '2020-21'. */
  readonly year: string;
  readonly value: number | null;
  /** How it comes of its periods: 'the sum of its figures'. */
  readonly from: string;
  /** The periods it is made of: where one of them is not told, neither is this. */
  readonly of: readonly string[];
  /** Those of them that have no figure, as they read. */
  readonly missing: readonly string[];
  /** Of any of them. */
  readonly provisional: boolean;
  readonly illustrative: boolean;
};

export type PromiseFact = {
  readonly title: string;
  readonly promisedIn: string;
  readonly dueOn: string | null;
  readonly status: WorkStatus | null;
  readonly completedOn: string | null;
  /** Whether the figure got better after it was done; null while it is not, or cannot be told. */
  readonly worked: boolean | null;
  /** As its action is marked; null, not at all: it follows its measure. Left out is not known. */
  readonly access?: Access | null;
};

/** What is counted together. `parent`: the group it lies in, as an objective in its priority. */
export type Group = Classified & {
  readonly key: string;
  readonly scope: GroupScope;
  readonly code: string;
  readonly title: string;
  readonly parent: string | null;
  readonly now: Tally;
  /** As the cycle before closed; null where there was none. */
  readonly before: Tally | null;
};

export type Tally = {
  readonly measures: number;
  readonly due: number;
  readonly returned: number;
  readonly better: number;
  readonly onTarget: number;
  readonly within: number;
  readonly off: number;
  readonly notYet: number;
  readonly notAgreed: number;
  readonly dataOnly: number;
  /** In percent, of those rated, by weight; null where none is. */
  readonly weighted: number | null;
};

type WorkFact = Classified & {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly team: string | null;
  readonly directorate: string | null;
  readonly groups: readonly string[];
  readonly status: WorkStatus | null;
  readonly commentary: string | null;
};

export type ActionFact = WorkFact & {
  readonly kind: 'activity' | 'milestone' | 'corrective action' | 'recovery plan';
  readonly dueOn: string | null;
  readonly completedOn: string | null;
  readonly percent: number | null;
  /** Working days past its day and not done; 0 where not. */
  readonly overdueBy: number;
};

export type ProjectFact = WorkFact & {
  readonly kind: string;
  readonly stage: string | null;
  readonly dueOn: string | null;
  readonly percent: number | null;
  /** Titles of what leans on it: what it holds up where it is late. */
  readonly holdsUp: readonly string[];
  /** Those of them that are public, of whichever plan; left out: what is known is of this plan's rows. */
  readonly holdsUpInPublic?: readonly string[];
  readonly late: boolean;
};

/** In whole pounds; null is not known. */
export type SavingFact = WorkFact & {
  readonly category: string | null;
  readonly required: number | null;
  readonly achieved: number | null;
  readonly forecast: number | null;
  /** Required less the larger of achieved and forecast, where that is above nought. */
  readonly atRisk: number | null;
};

export type RiskFact = WorkFact & {
  readonly gross: number | null;
  readonly residual: number | null;
  readonly target: number | null;
  readonly likelihood: number | null;
  readonly impact: number | null;
  readonly appetite: number | null;
  readonly aboveAppetite: boolean | null;
  readonly movement: 'better' | 'same' | 'worse' | null;
  readonly reviewedOn: string | null;
};

/** A line of the budget, in pounds. Income is negative. A null is not known. */
export type MoneyFact = Classified & {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly kind: 'revenue' | 'capital' | 'reserves' | 'known gap';
  readonly year: string | null;
  readonly groups: readonly string[];
  readonly budget: number | null;
  readonly forecast: number | null;
  /** Forecast less budget: over is positive. */
  readonly variance: number | null;
  readonly savingsRequired: number | null;
  readonly savingsAchieved: number | null;
  readonly isTotal: boolean;
};

export type QuestionFact = Classified & {
  readonly key: string;
  readonly kind: 'question' | 'spotlight' | 'task and finish' | 'recommendation';
  readonly title: string;
  readonly board: string | null;
  readonly askedOn: string | null;
  readonly answerDueOn: string | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly response: 'accepted' | 'part-accepted' | 'rejected' | null;
  readonly because: string | null;
  /** What was begun because of it, with how it stands. Access left out is not known. */
  readonly actions: readonly {
    readonly title: string;
    readonly status: WorkStatus | null;
    readonly access?: Access;
  }[];
  /** Something was begun that the readers of a paper are not told by name. Left out is no. */
  readonly isBegun?: boolean;
};

export type BoardFact = {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly inPublic: boolean;
  /** How often it hears; null or left out is as the framework has it. */
  readonly measuresAndFinance?: Board['measuresAndFinance'];
  readonly deliveryPlan?: Board['deliveryPlan'];
  /** Keys of the groups and measures it hears of; empty is all. */
  readonly hearsOf: readonly string[];
};
