// How a control chart's verdicts read beside RAG, on the screen and in papers.
import { type Standing, standingWords } from '../../registers/words.ts';
import type { ControlChart } from './control-chart.ts';
import { fewestForFirmLimits, fewestForLimits } from './process-limits.ts';
import { type Cause, type CauseRule, inARow } from './special-causes.ts';
import type { Assurance, Variation } from './verdicts.ts';

/** 'One of 7 in a row above the mean': why a figure is no chance. */
export const causeWords = ({ rule, side }: Pick<Cause, 'rule' | 'side'>): string =>
  byRule[rule][side];

/** 'Special cause, concerning: below the lower limit', beside a point. */
export const specialCauseWords = (cause: Cause): string =>
  `Special cause${towardsWords[cause.is]}: ${lowerFirst(causeWords(cause))}`;

const towardsWords: { readonly [Is in Cause['is']]: string } = {
  better: ', improving',
  worse: ', concerning',
  neither: '',
};

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

const byRule: { readonly [Rule in CauseRule]: { readonly [Side in Cause['side']]: string } } = {
  outside: { high: 'Above the upper limit', low: 'Below the lower limit' },
  trend: {
    high: `One of ${inARow} or more in a row, each higher than the last`,
    low: `One of ${inARow} or more in a row, each lower than the last`,
  },
  'two of three': {
    high: 'Two of three in a row close to the upper limit',
    low: 'Two of three in a row close to the lower limit',
  },
  run: {
    high: `One of ${inARow} or more in a row above the mean`,
    low: `One of ${inARow} or more in a row below the mean`,
  },
};

/** Of the newest figure, and of its target; none where no limits are drawn for it. */
export const verdictSentences = (
  { variation, assurance }: ControlChart,
  standing: Standing,
): readonly string[] => [
  ...(variation === null ? [] : [variationSentence(variation, standing)]),
  ...(assurance === null ? [] : [assuranceSentences[assurance]]),
];

/** 'This red is within its usual variation.' Not yet available: it is of the last figure there was. */
export const variationSentence = (variation: Variation, standing: Standing): string => {
  const figure = figureWords(standing);
  if (variation.is === 'common cause') return `${figure} is within its usual variation.`;
  const towards = { improving: ', for the better', concerning: ', for the worse', neither: '' };
  return `${figure} is more than usual variation${towards[variation.is]}: ${lowerFirst(causeWords(variation.cause))}.`;
};

const figureWords = (standing: Standing): string => {
  const { colour } = standingWords[standing];
  if (standing === 'not yet available') return 'The last figure';
  return colour === 'grey' ? 'This figure' : `This ${colour}`;
};

/** By Making Data Count's own name for it, and what that means. */
const assuranceSentences: { readonly [Is in Assurance]: string } = {
  'consistently meets': 'Consistently meets its target: left as it is, it will go on meeting it.',
  'hit and miss':
    'Hit and miss: left as it is, it will meet its target at times and miss it at times.',
  'consistently misses': 'Consistently misses its target: left as it is, it will go on missing it.',
};

/** None where the limits are firm. */
export const limitsSentences = ({ points, variation, began }: ControlChart): readonly string[] => {
  if (points >= fewestForFirmLimits) return [];
  return variation === null
    ? [wantingSentence(points, began !== null)]
    : [
        `The limits are trial limits: they rest on ${points} figures, and are firm from ${fewestForFirmLimits}.`,
      ];
};

/** Of figures too few for limits; `again`: there were limits before them. */
export const wantingSentence = (points: number, again = false): string =>
  `Limits are drawn${again ? ' again' : ''} once there are ${fewestForLimits} figures: there ${points === 1 ? 'is' : 'are'} ${points} so far.`;
