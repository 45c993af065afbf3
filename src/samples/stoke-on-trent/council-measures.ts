// Priority 5, an innovative and commercial council: COU 1 is an outcome, COU 2 to COU 9 process.
// Collection rates build up through the year, so each quarter has its own profiled target.
import { financialYear, quarterly } from '../cadence.ts';
import {
  aim,
  asAverage,
  asPercent,
  figures,
  measure,
  type SampleMeasure,
  type Season,
} from '../sample-measure.ts';

/** The share of a year's collection in by each quarter's end. */
const councilTax: Season = [0.2905, 0.5635, 0.8385, 1];
const businessRates: Season = [0.301, 0.576, 0.846, 1];

export const councilOutcomes: readonly SampleMeasure[] = [
  measure(
    'COU 1',
    'Overall financial resilience score (Unallocated reserves as a percentage of Net Revenue Expenditure)',
    {
      unit: '%.1',
      printed: ['Not applicable', 'Stable'],
      good: 'maximise',
      asked: financialYear('own', 61),
      owner: 'p-financial-planning',
      means: 'General reserves not earmarked, against what the council spends net in the year.',
      aim: aim(4.5, 0.5),
      figures: figures(4.9, 0, { swing: 0.2 }),
    },
  ),
];

export const councilProcesses: readonly SampleMeasure[] = [
  measure('COU 2', 'Council Tax Collection Rate', {
    unit: '%.1',
    printed: ['Above average', 'Declining'],
    good: 'maximise',
    asked: quarterly('own'),
    owner: 'p-revenues',
    means: "Council tax collected since 1 April, of the whole year's bill.",
    figureIs: 'year to date',
    asks: asPercent({
      numerator: '£ collected this year so far',
      denominator: '£ collectable for the year',
      about: 118_400_000,
      allYear: true,
    }),
    aim: aim(94.8, 0.5, { profile: councilTax }),
    figures: figures(27.3, -0.4, { season: councilTax }),
  }),
  measure('COU 3', 'Business Rates Collection Rate', {
    unit: '%.1',
    printed: ['Below average', 'Declining'],
    good: 'maximise',
    asked: quarterly('own'),
    owner: 'p-revenues',
    means: "Business rates collected since 1 April, of the whole year's bill.",
    figureIs: 'year to date',
    asks: asPercent({
      numerator: '£ collected this year so far',
      denominator: '£ collectable for the year',
      about: 86_900_000,
      allYear: true,
    }),
    aim: aim(97.5, 0.8, { profile: businessRates }),
    figures: figures(28.2, -0.9, { season: businessRates }),
  }),
  measure('COU 4', 'Rent collection rates (Arrears) (% of annual debit)', {
    unit: '%.2',
    printed: ['Average', 'Declining'],
    good: 'minimise',
    asked: quarterly('own'),
    owner: 'p-rents',
    means: "Rent owed by current tenants, of the year's rent due.",
    asks: asPercent({
      numerator: '£ owed by current tenants',
      denominator: '£ rent due for the year',
      about: 66_400_000,
      allYear: true,
    }),
    aim: aim(3.1, 0.2),
    figures: figures(3.42, 0.38),
  }),
  measure('COU 5', 'Contact centre accessibility', {
    unit: 'seconds',
    printed: ['Not applicable', 'Declining'],
    good: 'minimise',
    asked: quarterly('own'),
    owner: 'p-contact-centre',
    means: 'How long a caller waits on average before an adviser answers.',
    asks: asAverage({
      numerator: 'Total seconds waited',
      denominator: 'Calls answered',
      about: 71500,
    }),
    aim: aim(180, 45),
    figures: figures(248, 61),
  }),
  measure('COU 6', 'Usage of e-forms and other digital channels', {
    unit: 'contacts',
    printed: ['Not applicable', 'Improving'],
    good: 'maximise',
    asked: quarterly('own'),
    owner: 'p-digital-contact',
    means: 'Contacts begun by web form, web chat or app in the quarter.',
    aim: aim(60000, '5%', { step: 3000 }),
    figures: figures(61280, 7940),
  }),
  measure('COU 7', 'Level of commercial income achieved', {
    unit: '%.1',
    printed: ['Not applicable', 'Improving'],
    good: 'maximise',
    asked: quarterly('own'),
    owner: 'p-financial-planning',
    means: 'Commercial income received so far, of what was planned by then.',
    aim: aim(97, 3),
    figures: figures(98.2, 3.4),
  }),
  measure('COU 8', '% of savings programme delivered (Relates to savings achieved as planned)', {
    unit: '%.1',
    printed: ['Not applicable', 'Stable'],
    good: 'maximise',
    asked: quarterly('own'),
    owner: 'p-financial-planning',
    means: 'Savings made so far, of those planned by then.',
    asks: asPercent({
      numerator: '£ saved so far',
      denominator: '£ savings planned by now',
      about: 6_850_000,
    }),
    aim: aim(90, 5),
    figures: figures(91.6, 0.3, { swing: 1.4 }),
  }),
  measure('COU 9', 'Consumption of paper/non-recyclables', {
    unit: 'tonnes.1',
    printed: ['Not applicable', 'Improving'],
    good: 'minimise',
    asked: quarterly('own'),
    owner: 'p-workforce',
    means: 'Paper bought and mixed waste thrown away at council offices in the quarter.',
    aim: aim(20, 1, { step: -1 }),
    figures: figures(18.6, -2.9),
  }),
];
