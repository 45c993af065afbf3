// Measures: what is asked, of whom, how often, and what good is. Targets are a register of their own.
import {
  choice,
  date,
  keys,
  lines,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';
import { query } from './shared-columns.ts';

export const polarities = ['maximise', 'minimise', 'stay in range', 'none'] as const;
export type Polarity = (typeof polarities)[number];
export const frequencies = ['monthly', 'quarterly', 'annual'] as const;
export type Frequency = (typeof frequencies)[number];
export const periodBases = ['financial', 'calendar', 'academic', 'rolling'] as const;
export type PeriodBasis = (typeof periodBases)[number];
/** What the registers themselves can answer: a figure that is worked out and only confirmed. */
export const workings = ['actions delivered', 'savings achieved'] as const;
export type Working = (typeof workings)[number];

export const measures = register({
  list: 'Measures',
  row: 'a measure of a plan',
  keyIs: 'plan|code',
  columns: {
    title: title('Name'),
    plan: text('Plan', { required: true, indexed: true, pointsAt: 'Plans' }),
    code: text('Code', { required: true }),
    priority: text('Priority', { indexed: true, pointsAt: 'Priorities' }),
    parent: text('Parent', {
      pointsAt: 'Measures',
      note: 'The measure this one is read under or is part of.',
    }),
    continues: text('Continues', { pointsAt: 'Measures', note: 'Its row in an earlier plan.' }),
    serves: lines('Serves', {
      note: 'Objectives, outcomes and other lines, besides its priority.',
    }),
    level: choice('Level', ['strategic', 'operational']),
    position: number('Position'),
    team: text('Team', { required: true, indexed: true, pointsAt: 'Teams' }),
    owner: text('Owner', { indexed: true, pointsAt: 'People' }),
    kind: choice('Kind', ['outcome', 'process']),
    unit: text('Unit', {
      required: true,
      note: '%, days, rate per 1,000: as printed beside a figure.',
    }),
    decimals: number('Decimals', { required: true }),
    polarity: choice('Good is', polarities, { required: true }),
    frequency: choice('Frequency', frequencies, { required: true }),
    periodBasis: choice('Period basis', periodBases, { required: true }),
    figureIs: choice(
      'Figure is',
      ['for its period', 'at its end', 'year to date', 'rolling', 'average'],
      {
        note: 'Blank is not said. A year to date never falls within its year.',
      },
    ),
    rollingMonths: number('Rolling months', {
      note: 'How many months a rolling figure covers, ending with its period.',
    }),
    publicationLag: number('Publication lag (days)', {
      required: true,
      note: 'Days from the end of a period until its figure can be had.',
    }),
    publishedOn: keys('Publication dates', {
      note: 'Days on which its figures come out: 2020-11-24, one to a line. Where given they go before the lag.',
    }),
    workedOutFrom: choice('Worked out from', workings, {
      note: 'Its figure is worked out from the registers, and its owner only confirms it.',
    }),
    signOff: yesNo('Manager approves', {
      note: 'Its returns count once a manager has approved them.',
    }),
    source: choice('Source', ['own', 'partner', 'national', 'survey']),
    asksFor: choice('Asks for', ['value', 'numerator and denominator'], { required: true }),
    per: number('Per', {
      note: 'A value is numerator / denominator x this: 100 for a percentage, 1 for an average.',
    }),
    numeratorIs: text('Numerator is'),
    denominatorIs: text('Denominator is'),
    dataOnly: yesNo('Data only', {
      note: 'No target: carries no RAG and leaves every percentage.',
    }),
    definition: longText('Definition'),
    benchmark: choice('Benchmark position', [
      'Above average',
      'Average',
      'Below average',
      'Below average except unclassified roads',
      'Not applicable',
      'To be confirmed',
    ]),
    trajectory: choice('Performance trajectory', [
      'Improving',
      'Stable',
      'Declining',
      'New measure',
    ]),
    weight: number('Weight', { note: 'In a weighted roll-up. Blank is 1.' }),
    countsPeople: yesNo('Counts people', {
      note: 'In papers that are read as public its numbers of 1 to 4 are left out.',
    }),
    retiredOn: date('Retired on', { note: 'From then on it is not asked; its history stays.' }),
    changedBecause: longText('Kept, changed or retired because'),
    decision: text('Decision', {
      pointsAt: 'Decisions',
      note: 'The decision that kept, changed or retired it.',
    }),
    query,
  },
  views: [
    {
      name: 'By team',
      columns: ['title', 'code', 'owner', 'unit', 'frequency', 'polarity'],
      group: 'team',
      sort: [{ by: 'code' }],
    },
  ],
});
export type Measure = RowOf<typeof measures>;
