// What the tab's API answers of the work of a plan: actions, improvements, savings, risks and money, and
// of a measure's benchmarks. Types only; null is not known, never nought.
import type { WorkStatus } from '../registers/work-words.ts';
import type { Freshness } from './api.ts';

/** As the registers have it: said again here, since the tab has no Temporal to read those files with. */
export type Stage = 'pipeline' | 'live' | 'complete' | 'stopped';

/** What every line of work says of itself. */
export type WorkLine = {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  /** Its place in the golden thread: 'Actions: plan|1.A1'. */
  readonly line: string;
  /** The section of the plan it is in, in words. */
  readonly section: string | null;
  readonly team: string | null;
  readonly owner: string | null;
  /** Where the source disagrees with itself. */
  readonly query: string | null;
};

export type ActionLine = WorkLine & {
  readonly kind: 'activity' | 'milestone' | 'corrective action' | 'recovery plan';
  readonly status: WorkStatus | null;
  readonly percent: number | null;
  /** 'Sat 31 October 2020'. */
  readonly due: string | null;
  readonly overdue: boolean;
  readonly commentary: string | null;
  /** The activity it belongs to, where that does not stand above it. */
  readonly milestoneOf: string | null;
};

export type Activity = { readonly action: ActionLine; readonly milestones: readonly ActionLine[] };

export type ActionGroup = {
  readonly kind: 'overdue' | 'month' | 'undated' | 'done';
  /** 'Overdue', 'October 2020', 'No date in the plan', 'Complete or stopped'. */
  readonly words: string;
  readonly activities: readonly Activity[];
};

export type ActionsView = {
  /** '1 overdue, 3 due in October 2020; 195 have no date in the plan'. */
  readonly summary: string;
  /** How often they are reported: 'Reported every quarter.' */
  readonly reported: string;
  readonly groups: readonly ActionGroup[];
};

/** Something a project leans on, or that leans on it. */
export type Leaning = {
  /** 'Project', 'Action', 'Objective' and so on. */
  readonly kind: string;
  readonly code: string | null;
  readonly title: string;
  readonly line: string;
  readonly late: boolean;
};

export type ProjectLine = WorkLine & {
  readonly kind: 'improvement project' | 'rapid improvement' | 'transformation review';
  readonly stage: Stage | null;
  readonly phase: string | null;
  readonly status: WorkStatus | null;
  readonly percent: number | null;
  readonly due: string | null;
  /** Past its day and not done, or said to be delayed. */
  readonly late: boolean;
  /** 'Agreed with the portfolio holder for housing on Wed 1 July 2020'; null where nobody has. */
  readonly agreed: string | null;
  /** Why a rapid improvement may not go live yet, or that it may; null once live, or for any other. */
  readonly next: string | null;
  readonly dependsOn: readonly Leaning[];
  /** 'Every other project of Phase 1': said instead of naming each. */
  readonly dependsOnAll: string | null;
  /** Work that no register holds. */
  readonly alsoDependsOn: readonly string[];
  readonly holdsUp: readonly Leaning[];
};

/** The rapid improvements a team may have live at once. */
export type TeamSlots = {
  readonly team: string;
  readonly name: string;
  readonly most: number;
  readonly inUse: number;
  /** Those the person asking may read; the others in use are only counted. */
  readonly live: readonly ProjectLine[];
};

export type ImprovementsView = {
  readonly summary: string;
  /** Of every team looked at. */
  readonly slots: readonly TeamSlots[];
  /** Rapid improvements not live: waiting, complete or stopped. */
  readonly waiting: readonly ProjectLine[];
  readonly projects: readonly ProjectLine[];
};

/** Pounds: the figure and how it reads. Null where it is not yet given. */
export type Amount = { readonly pounds: number; readonly words: string } | null;

export type SavingLine = WorkLine & {
  readonly category: string | null;
  readonly stage: Stage | null;
  readonly status: WorkStatus | null;
  readonly year: string | null;
  readonly required: Amount;
  readonly forecast: Amount;
  readonly achieved: Amount;
  readonly fullYearEffect: Amount;
};

/** A total of what has been given, and of how many that is. */
export type SavingTotal = { readonly words: string; readonly given: number };

export type SavingsView = {
  readonly summary: string;
  readonly lines: readonly SavingLine[];
  readonly totals: {
    readonly required: SavingTotal;
    readonly forecast: SavingTotal;
    readonly achieved: SavingTotal;
  };
  /** The whole programme, whichever team is looked at. */
  readonly live: {
    readonly live: number;
    readonly guide: number | null;
    readonly pipeline: number;
    readonly words: string;
  };
};

export type RiskScore = {
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
};

export type RiskLine = WorkLine & {
  /** The titles of the lines it puts at risk. */
  readonly threatens: readonly string[];
  readonly gross: RiskScore | null;
  readonly residual: RiskScore | null;
  readonly target: RiskScore | null;
  /** The highest residual score the council accepts. */
  readonly appetite: number | null;
  readonly aboveAppetite: boolean;
  /** 'Better than before control, 4 above its target'; null where residual is not scored. */
  readonly movement: string | null;
  /** Why it has no residual score, where more can be said than that it has not been given. */
  readonly notScored: string | null;
  readonly controls: readonly string[];
  readonly review: { readonly words: string; readonly overdue: boolean } | null;
};

export type RisksView = {
  readonly summary: string;
  /** Open risks: those scored first, the highest residual score before the others. */
  readonly lines: readonly RiskLine[];
  readonly closed: number;
};

export type MoneyTable = {
  readonly heading: string;
  /** What the first column holds: 'Priority', 'Year', 'As at'. */
  readonly rowsAre: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** In the order of the columns; null is not given. */
    readonly cells: readonly (string | null)[];
    readonly total: boolean;
  }[];
  readonly queries: readonly { readonly about: string; readonly words: string }[];
};

export type WorkView = {
  readonly plan: string;
  readonly planName: string;
  readonly team: string;
  /** Nobody's team in particular: lines say whose they are. */
  readonly manyTeams: boolean;
  readonly actions: ActionsView;
  readonly improvements: ImprovementsView;
  readonly savings: SavingsView;
  readonly risks: RisksView;
  /** Of the whole plan: money is not held by team. */
  readonly money: readonly MoneyTable[];
  readonly freshness: Freshness;
};

export type BenchmarkLine = {
  readonly key: string;
  readonly title: string;
  readonly comparator: string | null;
  readonly period: string | null;
  readonly value: string | null;
  readonly localValue: string | null;
  readonly gap: string | null;
  readonly quartile: string | null;
  readonly source: string | null;
  readonly query: string | null;
};

export type BenchmarksView = { readonly benchmarks: readonly BenchmarkLine[] };
