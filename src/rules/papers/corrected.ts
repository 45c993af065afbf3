// Figures that were corrected after the dataset was frozen, as a paper tells of them: beside the figure, at its
// head, and in a section near its end. The figures themselves are printed as they were then.
import { readLine } from '../../registers/line-name.ts';
import { sameKey } from '../../registers/same-key.ts';
import { dateWords } from '../date-words.ts';
import { figure } from '../number-words.ts';
import { parsePeriod, periodWords } from '../period.ts';
import { figuresOf, isAnyLeftOut, type ToldMeasure } from './facts.ts';
import { tellsOfAFew } from './few-people.ts';
import { periodsKept } from './kept-figures.ts';
import { nameOf } from './measure-words.ts';
import type { Ordered, Restated } from './ordered.ts';
import { saysANumber } from './said-numbers.ts';
import { isSmall } from './small-numbers.ts';

export type Correction = { readonly measure: ToldMeasure; readonly restated: Restated };

/**
 * Those of measures that are told of, as they were recorded. One that is exempt goes with what is: its measure,
 * or, in the appendix, a measure of which that figure is.
 */
export const correctionsOf = (
  measures: readonly ToldMeasure[],
  { restatements }: Ordered,
): readonly Correction[] =>
  restatements.flatMap((restated) => {
    const line = readLine(restated.line);
    const measure = measures.find(
      ({ key }) => line?.register === 'measures' && sameKey(key, line.key),
    );
    if (measure === undefined) return [];
    return restated.access === 'exempt' && measure.access !== 'exempt'
      ? []
      : [{ measure, restated }];
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
  const said = `${head}: ${was} was corrected to ${is} ${on}`;
  if (isReasonHeldBack({ measure, restated }, inPublic))
    return `${said}; the reason is not printed`;
  const why = restated.because?.trim() ?? '';
  return why === '' ? said : `${said}: ${why}`;
};

/**
 * Whether the reason of one would tell what is left out. Of a measure with a figure left out no number may be
 * said: which it is, is not known here.
 */
export const isReasonHeldBack = (
  { measure, restated: { because } }: Correction,
  inPublic: boolean,
): boolean => {
  if (because === null) return false;
  return (
    (isAnyLeftOut(measure) && saysANumber(because)) ||
    (inPublic && measure.countsPeople && tellsOfAFew(because))
  );
};

/** '2.1 Calls, Q2 2020-21, on Tue 3 November 2020'. */
export const correctedWhich = ({ measure, restated }: Correction): string =>
  `${nameOf(measure)}, ${whenOf(restated)}, on ${dateWords(restated.on)}`;

const whenOf = ({ period: text }: Restated): string => {
  const period = parsePeriod(text);
  return period === null ? text : periodWords(period);
};

/**
 * One that is left out or would be, of a year too: also where there was no figure to leave out when the quarter
 * closed. In public one that was or is a small number of people, or is a total or a part of others.
 */
const isHidden = (measure: ToldMeasure, restated: Restated, inPublic: boolean): boolean =>
  figuresOf(measure).some((each) => each.leftOut && each.period === restated.period) ||
  (measure.access !== 'exempt' && periodsKept(measure, inPublic).has(restated.period)) ||
  (measure.access !== 'exempt' && restated.was === null && mayGiveBack(measure)) ||
  (inPublic && (measure.hasKin === true || (measure.countsPeople && isTelling(measure, restated))));

/** A late figure of one that is counted from exempt rows, or of which others are left out, would have been too. */
const mayGiveBack = (measure: ToldMeasure): boolean =>
  measure.countsExempt === true || isAnyLeftOut(measure);

/** A small number or a small step, or a share, whose numbers of people the figure before does not say. */
const isTelling = (measure: ToldMeasure, { was, is }: Restated): boolean =>
  measure.figureIs === 'year to date' ||
  isAnyLeftOut(measure) ||
  figuresOf(measure).some(({ denominator }) => denominator !== null) ||
  isSmall(was) ||
  isSmall(is) ||
  isSmall((was ?? 0) - (is ?? 0));
