// Rating rules: by which published rule a plan's figures are rated from a date on, who decided so, and how
// small a change still reads "same". What each way of rating means is decided in rules/rating-ways.ts.
import {
  choice,
  date,
  longText,
  number,
  type RowOf,
  register,
  text,
  title,
  yesNo,
} from './register.ts';

/** Blank is by tolerance: what each target says of itself. */
export const ratingWays = [
  'by tolerance',
  'within a band',
  'improved on last year',
  'by quartile',
] as const;
export type RatingWay = (typeof ratingWays)[number];

export const ratingRules = register({
  list: 'Rating rules',
  row: 'the rule by which figures are rated, from a date on',
  keyIs: 'plan|applies from, or plan|applies from|measure',
  columns: {
    title: title('Name'),
    plan: text('Plan', {
      required: true,
      indexed: true,
      pointsAt: 'Plans',
      note: 'It goes on in the plan that takes its place, until that one has another.',
    }),
    measure: text('Measure', {
      indexed: true,
      pointsAt: 'Measures',
      note: 'Where the rule is for this measure alone; blank is all of the plan.',
    }),
    appliesFrom: date('Applies from', {
      required: true,
      note: 'A period that ended before it is rated by the rule of its day.',
    }),
    way: choice('Rated', ratingWays, {
      required: true,
      note: 'Improved on last year: green within the band, amber further off but no further than last year, else red. By quartile: by the position of the period in Benchmarks.',
    }),
    band: number('Band (%)', {
      note: 'In percent of target. Within a band: how far off still reads amber; improved on last year: how far off still reads green. Blank is 10.',
    }),
    blue: yesNo('Better than target is blue', {
      note: 'A figure that betters its target by more than Better by reads better than target.',
    }),
    betterBy: number('Better by (%)', { note: 'In percent of target. Blank is any amount.' }),
    sameWithin: number('Same within', {
      note: 'A change of no more than this reads "same". Blank is equal as printed.',
    }),
    sameIs: choice('Same within is', ['absolute', 'percent'], { note: 'Blank is absolute.' }),
    setOn: date('Set on', {
      note: 'It never re-rates a quarter that had closed by then. Blank is the day of its decision.',
    }),
    setBy: text('Set by', { pointsAt: 'People' }),
    decision: text('Decision', { required: true, pointsAt: 'Decisions' }),
    because: longText('Because'),
  },
});
export type RatingRule = RowOf<typeof ratingRules>;
