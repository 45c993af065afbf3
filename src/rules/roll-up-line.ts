// How a roll-up is written as Report lines: the line of a measure, and the line of a count.
// What is counted together is decided in roll-up.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { GroupScope, ReportLine } from '../registers/report-lines.ts';
import type { Tally } from './dataset/dataset.ts';
import type { Countable } from './roll-up-tally.ts';
import type { StandingAt } from './standings.ts';

/** A row of Report lines, its report being the cycle. Who may read it is build-report.ts's to say, or a person's. */
export type RollUpLine = Omit<ReportLine, 'access' | 'exemptUnder'>;

/** A measure's standing in a cycle, and what is counted of it. `at` null: it has never had a figure. */
export type Counted = Countable & {
  readonly measure: Measure;
  readonly at: StandingAt | null;
};

/** A measure that has never had a figure has no period of its own to show. */
export const measureLine = (cycle: Cycle, { measure, at }: Counted): RollUpLine => ({
  key: `${cycle.key}|measure|${measure.code}`,
  title: measure.title,
  plan: cycle.plan,
  report: cycle.key,
  scope: 'measure',
  code: measure.code,
  measure: measure.key,
  period: at?.period ?? null,
  value: at?.value ?? null,
  target: at?.target ?? null,
  standing: at?.standing ?? 'not yet available',
  short: at?.short ?? null,
  long: at?.long ?? null,
  provisional: at?.provisional ?? false,
  illustrative: at?.illustrative ?? false,
  measures: null,
  due: null,
  returned: null,
  better: null,
  onTarget: null,
  within: null,
  off: null,
  notYet: null,
  notAgreed: null,
  dataOnly: null,
  weighted: null,
});

type Named = { readonly scope: GroupScope; readonly code: string; readonly title: string };

export const countLine = (
  cycle: Cycle,
  { scope, code, title }: Named,
  tally: Tally,
): RollUpLine => ({
  key: `${cycle.key}|${scope}|${code}`,
  title,
  plan: cycle.plan,
  report: cycle.key,
  scope,
  code,
  measure: null,
  period: cycle.period,
  value: null,
  target: null,
  standing: null,
  short: null,
  long: null,
  provisional: false,
  illustrative: false,
  ...tally,
});
