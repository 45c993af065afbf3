// Figures that were corrected after the dataset was frozen, as a paper tells of them: beside the figure, at its
// head, and in a section near its end. The figures themselves are printed as they were then.
import { readLine } from '../../registers/line-name.ts';
import { sameKey } from '../../registers/same-key.ts';
import { dateWords } from '../date-words.ts';
import { figure } from '../number-words.ts';
import { parsePeriod, periodWords } from '../period.ts';
import { figuresOf, isAnyLeftOut, type ToldMeasure } from './facts.ts';
import { nameOf } from './measure-words.ts';
import type { Ordered, Restated } from './ordered.ts';
import { isSmall } from './small-numbers.ts';

export type Correction = { readonly measure: ToldMeasure; readonly restated: Restated };

/** Those of measures that are told of, as they were recorded. */
export const correctionsOf = (
  measures: readonly ToldMeasure[],
  { restatements }: Ordered,
): readonly Correction[] =>
  restatements.flatMap((restated) => {
    const line = readLine(restated.line);
    const measure = measures.find(
      ({ key }) => line?.register === 'measures' && sameKey(key, line.key),
    );
    return measure === undefined ? [] : [{ measure, restated }];
  });

/** Each with what its own figure has become since, as a mark beside it: 'corrected since: 44% on Tue 3 November 2020'. */
export const withCorrected = (
  measures: readonly ToldMeasure[],
  ordered: Ordered,
  inPublic: boolean,
): readonly ToldMeasure[] => {
  const newest = new Map<ToldMeasure, string>();
  for (const { measure, restated } of correctionsOf(measures, ordered))
    if (restated.period === measure.now.period)
      newest.set(measure, markOf(measure, restated, inPublic));
  return measures.map((measure) => {
    const corrected = newest.get(measure);
    return corrected === undefined ? measure : { ...measure, corrected };
  });
};

const markOf = (measure: ToldMeasure, restated: Restated, inPublic: boolean): string => {
  const on = `on ${dateWords(restated.on)}`;
  if (isHidden(measure, restated, inPublic)) return `corrected since, ${on}`;
  const is = restated.is === null ? 'no figure' : figure(measure, restated.is);
  return `corrected since: ${is} ${on}`;
};

/** '2.1 Calls, Q2 2020-21: 91% was corrected to 90% on Tue 3 November 2020: counted twice'. */
export const correctionWords = ({ measure, restated }: Correction, inPublic: boolean): string => {
  const on = `on ${dateWords(restated.on)}`;
  const head = `${nameOf(measure)}, ${whenOf(restated)}`;
  if (isHidden(measure, restated, inPublic))
    return `${head}: corrected ${on}; the figures are left out.`;
  const [was, is] = [restated.was, restated.is].map((value) =>
    value === null ? 'not yet available' : figure(measure, value),
  );
  const why = restated.because?.trim() ?? '';
  return `${head}: ${was} was corrected to ${is} ${on}${why === '' ? '' : `: ${why}`}`;
};

/** '2.1 Calls, Q2 2020-21, on Tue 3 November 2020'. */
export const correctedWhich = ({ measure, restated }: Correction): string =>
  `${nameOf(measure)}, ${whenOf(restated)}, on ${dateWords(restated.on)}`;

const whenOf = ({ period: text }: Restated): string => {
  const period = parsePeriod(text);
  return period === null ? text : periodWords(period);
};

/** One that is left out, or in public was or is a small number of people, or is a total or a part of others. */
const isHidden = (measure: ToldMeasure, restated: Restated, inPublic: boolean): boolean =>
  figuresOf(measure).some((each) => each.leftOut && each.period === restated.period) ||
  (inPublic && (measure.hasKin === true || (measure.countsPeople && isTelling(measure, restated))));

/** A small number or a small step, or a share, whose numbers of people the figure before does not say. */
const isTelling = (measure: ToldMeasure, { was, is }: Restated): boolean =>
  measure.figureIs === 'year to date' ||
  isAnyLeftOut(measure) ||
  measure.now.denominator !== null ||
  isSmall(was) ||
  isSmall(is) ||
  isSmall((was ?? 0) - (is ?? 0));
