// Every register there is, by the name rules and use cases call it. A new register is one new file
// and one line here.
import { actions } from './actions.ts';
import { assurance } from './assurance.ts';
import { auditRecommendations } from './audit-recommendations.ts';
import { benchmarks } from './benchmarks.ts';
import { boards } from './boards.ts';
import { budgets } from './budgets.ts';
import { closedDays } from './closed-days.ts';
import { crossCuttingIssues } from './cross-cutting-issues.ts';
import { cycles } from './cycles.ts';
import { datasetParts } from './dataset-parts.ts';
import { datasets } from './datasets.ts';
import { decisions } from './decisions.ts';
import { drafts } from './drafts.ts';
import { escalationHistory } from './escalation-history.ts';
import { escalationRules } from './escalation-rules.ts';
import { escalations } from './escalations.ts';
import { holds } from './holds.ts';
import { journal } from './journal.ts';
import { measures } from './measures.ts';
import { meetings } from './meetings.ts';
import { notifications } from './notifications.ts';
import { objectives } from './objectives.ts';
import { outcomes } from './outcomes.ts';
import { paperLines } from './paper-lines.ts';
import { paperWords } from './paper-words.ts';
import { papers } from './papers.ts';
import { partnerships } from './partnerships.ts';
import { people } from './people.ts';
import { personalObjectives } from './personal-objectives.ts';
import { plans } from './plans.ts';
import { priorities } from './priorities.ts';
import { projects } from './projects.ts';
import { questions } from './questions.ts';
import { ratingRules } from './rating-rules.ts';
import { rebasings } from './rebasings.ts';
import type { Plain, RowOf } from './register.ts';
import { reportLines } from './report-lines.ts';
import { reports } from './reports.ts';
import { restatements } from './restatements.ts';
import { retention } from './retention.ts';
import { returns } from './returns.ts';
import { risks } from './risks.ts';
import { savings } from './savings.ts';
import { signOffs } from './sign-offs.ts';
import { targets } from './targets.ts';
import { teams } from './teams.ts';
import { values } from './values.ts';
import { verifications } from './verifications.ts';

export const registers = {
  plans,
  priorities,
  objectives,
  outcomes,
  measures,
  targets,
  returns,
  actions,
  projects,
  savings,
  risks,
  benchmarks,
  budgets,
  assurance,
  boards,
  meetings,
  decisions,
  questions,
  auditRecommendations,
  partnerships,
  crossCuttingIssues,
  values,
  personalObjectives,
  teams,
  people,
  cycles,
  closedDays,
  drafts,
  notifications,
  escalations,
  escalationRules,
  escalationHistory,
  signOffs,
  verifications,
  reports,
  reportLines,
  ratingRules,
  rebasings,
  datasets,
  datasetParts,
  restatements,
  papers,
  paperLines,
  paperWords,
  holds,
  retention,
  journal,
} as const;

export type RegisterName = keyof typeof registers;
/** Whether a row of it, once written, stays as it is. */
export const isAppendOnly = (name: RegisterName): boolean =>
  (registers[name] as { readonly appendOnly?: true }).appendOnly === true;

export const registerNames = Object.keys(registers) as readonly RegisterName[];
export type Row<N extends RegisterName> = RowOf<(typeof registers)[N]>;

/** One register as rules read it. `where` answers from an index: only indexed columns are offered. */
export interface Table<N extends RegisterName> {
  readonly size: number;
  get(key: string): Row<N> | undefined;
  values(): Iterable<Row<N>>;
  where(column: IndexedColumn<N>, value: string): readonly Row<N>[];
}

type IndexedColumn<N extends RegisterName> = {
  [C in keyof (typeof registers)[N]['columns']]: (typeof registers)[N]['columns'][C] extends {
    readonly indexed: true;
  }
    ? C
    : never;
}[keyof (typeof registers)[N]['columns']] &
  string;

/** Everything the council keeps, as one consistent state. */
export type Registers = { readonly [N in RegisterName]: Table<N> };

/** A change to one row: the named columns are set, the others stay. A row that is not there begins. */
export type Change<N extends RegisterName = RegisterName> = {
  readonly register: N;
  readonly key: string;
  readonly set: { readonly [column: string]: Plain };
};
