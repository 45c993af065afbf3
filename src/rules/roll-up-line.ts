// How a roll-up is written as Report lines: the line of a measure, and the line of a count.
// What is counted together is decided in roll-up.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Measure } from '../registers/measures.ts';
import type { ReportLine, ReportScope } from '../registers/report-lines.ts';
import type { Standing } from '../registers/words.ts';
import type { StandingAt } from './standings.ts';

/** A row of Report lines, its report being the cycle. Who may read it is a person's to say. */
export type RollUpLine = Omit<ReportLine, 'access' | 'exemptUnder'>;

type Counts = Pick<
  ReportLine,
  | 'measures'
  | 'due'
  | 'returned'
  | 'better'
  | 'onTarget'
  | 'within'
  | 'off'
  | 'notYet'
  | 'notAgreed'
  | 'dataOnly'
>;
type Tally = { -readonly [Count in keyof Counts]: number };

/** A measure's standing in a cycle, and whether the cycle asked for it and got it. */
export type Counted = {
  readonly measure: Measure;
  readonly at: StandingAt | null;
  readonly due: boolean;
  readonly returned: boolean;
};

const countOf: { readonly [S in Standing]: keyof Tally } = {
  'better than target': 'better',
  'on target': 'onTarget',
  'within tolerance': 'within',
  'off target': 'off',
  'not yet available': 'notYet',
  'target not yet agreed': 'notAgreed',
  'data only': 'dataOnly',
};

const blankLine = {
  measure: null,
  value: null,
  target: null,
  standing: null,
  short: null,
  long: null,
  provisional: false,
  illustrative: false,
} as const;

const blankCounts = {
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
} as const;

type Named = { readonly scope: ReportScope; readonly code: string; readonly title: string };

const named = (cycle: Cycle, { scope, code, title }: Named) => ({
  key: `${cycle.key}|${scope}|${code}`,
  title,
  plan: cycle.plan,
  report: cycle.key,
  scope,
  code,
});

/** A measure that has never had a figure has no period of its own to show. */
export const measureLine = (cycle: Cycle, { measure, at }: Counted): RollUpLine => ({
  ...named(cycle, { scope: 'measure', code: measure.code, title: measure.title }),
  ...blankLine,
  ...blankCounts,
  period: null,
  standing: 'not yet available',
  ...at,
  measure: measure.key,
});

export const countLine = (cycle: Cycle, name: Named, counted: readonly Counted[]): RollUpLine => {
  const tally: Tally = {
    measures: counted.length,
    due: 0,
    returned: 0,
    better: 0,
    onTarget: 0,
    within: 0,
    off: 0,
    notYet: 0,
    notAgreed: 0,
    dataOnly: 0,
  };
  for (const { at, due, returned } of counted) {
    tally[countOf[at?.standing ?? 'not yet available']] += 1;
    if (due) tally.due += 1;
    if (returned) tally.returned += 1;
  }
  return { ...named(cycle, name), ...blankLine, period: cycle.period, ...tally };
};
