// Report lines: a measure's standing in a cycle, and the counts of each group of measures up to the plan, and the
// council over all its plans.
import { choice, number, type RowOf, register, text, title, yesNo } from './register.ts';
import { directions, standings } from './words.ts';

/**
 * What is counted together, in the order in which it is told. A report from before plans had a line has its plan's
 * counts in the council's.
 */
export const groupScopes = [
  'objective',
  'priority',
  'team',
  'directorate',
  'portfolio',
  'committee',
  'cross-cutting issue',
  'plan',
  'council',
] as const;
export type GroupScope = (typeof groupScopes)[number];
export const reportScopes = ['measure', ...groupScopes] as const;
export type ReportScope = (typeof reportScopes)[number];

export const reportLines = register({
  list: 'Report lines',
  row: 'a line of a report',
  keyIs: 'report|scope|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    report: text('Report', { required: true, indexed: true, pointsAt: 'Reports' }),
    scope: choice('Scope', reportScopes, { required: true, indexed: true }),
    code: text('Code', { required: true }),
    measure: text('Measure', { indexed: true, pointsAt: 'Measures' }),
    period: text('Period', { note: "The figure's own period; on a count, the cycle's." }),
    value: number('Value'),
    target: number('Target'),
    standing: choice('RAG', standings),
    short: choice('Direction (short)', directions, { note: 'On the last period.' }),
    long: choice('Direction (long)', directions, { note: 'On the same period last year.' }),
    provisional: yesNo('Provisional'),
    illustrative: yesNo('Illustrative'),
    measures: number('Measures'),
    due: number('Due'),
    returned: number('Returned'),
    better: number('Better than target'),
    onTarget: number('On target'),
    within: number('Within tolerance'),
    off: number('Off target'),
    notYet: number('Not yet available'),
    notAgreed: number('Target not yet agreed'),
    dataOnly: number('Data only'),
    weighted: number('On target, weighted (%)', {
      note: 'By the weights of its measures, of those that are rated. Blank where none is.',
    }),
  },
  views: [
    {
      name: 'Measures by standing',
      columns: ['title', 'code', 'value', 'target', 'short', 'long', 'provisional'],
      where: [{ column: 'scope', is: 'measure' }],
      group: 'standing',
    },
  ],
});
export type ReportLine = RowOf<typeof reportLines>;
