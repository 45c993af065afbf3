// How a year-end forecast reads: the plain one with how wide it is and by what method, what the owner
// expects beside it, and whether the target will be reached, with how sure.
import type { Measure } from '../../registers/measures.ts';
import { figure } from '../number-words.ts';
import type { Method } from './expected.ts';
import type { Forecast, OwnForecast, PlainForecast } from './forecast.ts';
import type { Reach } from './reach.ts';

type Printed = {
  readonly measure: Pick<Measure, 'unit' | 'decimals'>;
  /** '2020-21'. */
  readonly year: string;
  /** '95%', '4 to 9'; null where there is none. */
  readonly target: string | null;
};

/** A sentence each: what is expected, whether it will reach its target, what the owner expects. */
export const forecastSentences = (forecast: Forecast, printed: Printed): readonly string[] =>
  [
    forecast.plain && plainSentence(forecast.plain, printed),
    forecast.plain?.reach && reachSentence(forecast.plain.reach, printed),
    forecast.own && ownSentence(forecast.own, printed),
  ].filter((each) => each !== null && each !== undefined);

const plainSentence = (plain: PlainForecast, { measure, year }: Printed): string => {
  const value = figure(measure, plain.value);
  const by = methodWords[plain.method](plain.from);
  if (plain.between === null)
    return `${year} would end at about ${value}, ${by}; too few figures tell how far off that may be.`;
  const low = figure(measure, plain.between.low);
  const high = figure(measure, plain.between.high);
  const wide = low === high ? '' : ` (8 times in 10 between ${low} and ${high})`;
  return `${year} would end at about ${value}${wide}, ${by}.`;
};

/** By what method, as the end of a sentence. */
const methodWords: { readonly [M in Method]: (from: number) => string } = {
  'run rate': (from) =>
    from === 1 ? 'going on as its first period' : `going on as its first ${from} periods`,
  level: (from) => `at the mean of its last ${from} figures`,
  'last figure': () => 'going on from its last figure',
};

const reachSentence = ({ is, percent }: Reach, { target }: Pick<Printed, 'target'>): string =>
  `${reachWords[is]} its target${target === null ? '' : ` of ${target}`}: ${sureWords(percent)}.`;

const reachWords: { readonly [Is in Reach['is']]: string } = {
  likely: 'Likely to reach',
  unlikely: 'Unlikely to reach',
  'too close': 'Too close to say whether it will reach',
};

/** To the nearest five: the figures tell no more. 'a chance of about 85%'. */
const sureWords = (percent: number): string => {
  if (percent > 95) return 'a chance of more than 95%';
  if (percent < 5) return 'a chance of less than 5%';
  return `a chance of about ${Math.round(percent / 5) * 5}%`;
};

const ownSentence = (own: OwnForecast, { measure, target }: Printed): string => {
  const meets = own.meets === null ? '' : `, which ${own.meets ? 'reaches' : 'misses'} its target`;
  const of = own.meets !== null && target !== null ? ` of ${target}` : '';
  const beside =
    own.beside === null || own.beside === 'within'
      ? ''
      : `, ${own.beside} what its figures point to`;
  return `Its owner expects ${figure(measure, own.value)}${meets}${of}${beside}.`;
};
