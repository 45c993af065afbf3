// Where a measure will end its year, as a paper says it: what its figures point to, whether it will reach its
// target, and what its owner expects. How it is worked out is rules/chart/forecast-of.ts's.
import { forecastOf } from '../chart/forecast-of.ts';
import { forecastSentences } from '../chart/forecast-words.ts';
import { parsePeriod } from '../period.ts';
import { figuresOf, type ToldFigure, type ToldMeasure } from './facts.ts';
import { targetIn } from './measure-words.ts';

/**
 * A sentence each; none for a yearly figure or one that is not told, once the year has ended, and where
 * nothing can be foretold. Of reaching its target: that of the year's end, where the dataset holds it; else
 * nothing where the target is another in each quarter.
 */
export const yearEndSentences = (measure: ToldMeasure): readonly string[] => {
  const { now, frequency } = measure;
  if (frequency === 'annual' || now.leftOut || now.standing === 'data only') return [];
  const held = heldTo(measure);
  const found = forecastOf({ ...measure, yearEnd: held });
  if (found === null) return [];
  return forecastSentences(found.forecast, {
    measure,
    year: found.year,
    target: targetIn(held),
  });
};

const heldTo = (measure: ToldMeasure): ToldFigure => {
  const { now, yearEnd } = measure;
  if (yearEnd !== undefined) return { ...yearEnd, leftOut: false };
  return isSteady(measure) ? now : { ...now, target: null, rangeLow: null, rangeHigh: null };
};

/** Whether every figure of its year is held to one target. */
const isSteady = (measure: ToldMeasure): boolean => {
  const year = parsePeriod(measure.now.period)?.year;
  return figuresOf(measure)
    .filter(({ period }) => parsePeriod(period)?.year === year)
    .every(({ targetWords }) => targetWords === measure.now.targetWords);
};
