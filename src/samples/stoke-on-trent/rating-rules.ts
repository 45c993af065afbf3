// By which rule the sample's figures are rated, and who is said to have decided so. The Operating Plan
// prints neither: all of it is made up, and says so.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { keyed, plan } from './plan.ts';

const decidedOn = Temporal.PlainDate.from('2020-03-24');
const decision = 'how-figures-are-rated-2020';
const madeUp = 'Illustrative: made up for the sample.';

/** Internal, as all that is made up. */
export const illustrativeDecisions: readonly Row<'decisions'>[] = [
  newRow('decisions', {
    key: decision,
    title: 'How figures are rated in 2020-21 (illustrative)',
    plan,
    board: 'cabinet',
    decidedOn,
    about: [`Plans: ${plan}`],
    decision: `${madeUp} Figures are rated by the tolerance set with each target. Inward investment jobs, which swing with single projects, are held against the year before as well.`,
  }),
];

const rule = {
  plan,
  appliesFrom: Temporal.PlainDate.from('2020-04-01'),
  setOn: decidedOn,
  setBy: 'p-performance',
  decision,
} as const;

export const ratingRules: readonly Row<'ratingRules'>[] = [
  newRow('ratingRules', {
    ...rule,
    key: `${plan}|2020-04-01`,
    title: 'By the tolerance of each target, from 1 April 2020',
    way: 'by tolerance',
    because: `${madeUp} Measures differ too much for one band to fit them all.`,
  }),
  newRow('ratingRules', {
    ...rule,
    key: `${plan}|2020-04-01|${keyed('HB 3')}`,
    title: 'HB 3: within a tenth, or improved on last year',
    measure: keyed('HB 3'),
    way: 'improved on last year',
    band: 10,
    sameWithin: 10,
    sameIs: 'absolute',
    because: `${madeUp} One large project moves the figure by more than any tolerance.`,
  }),
];
