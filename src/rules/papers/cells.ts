// The cells tables are made of: a number with the text it prints as, a standing, a direction, a day.
import type { WorkStatus } from '../../registers/shared-columns.ts';
import { type Direction, directionWords, wordsOfStanding } from '../../registers/words.ts';
import { notYetReported, workStatusWords } from '../../registers/work-words.ts';
import { dateWords } from '../date-words.ts';
import { figure } from '../number-words.ts';
import { roundTo } from '../rounding.ts';
import type { ToldFigure, ToldMeasure } from './facts.ts';
import { leftOutWords, marksOf, nameOf, unitOf } from './measure-words.ts';
import type { Cell } from './paper.ts';

/** Nothing is known: never nought. */
export const none: Cell = { text: '–' };

export const textCell = (text: string | null): Cell =>
  text === null || text.trim() === '' ? none : { text };

/** The value a spreadsheet counts with is the one that is printed. */
export const numberCell = (value: number | null, unit = '', decimals = 0): Cell =>
  value === null
    ? none
    : { text: figure({ unit, decimals }, value), value: roundTo(value, decimals), decimals };

export const poundsCell = (value: number | null): Cell => numberCell(value, '£');

export const dayCell = (iso: string | null): Cell => textCell(iso === null ? null : dayWords(iso));

export const dayWords = (iso: string): string => dateWords(Temporal.PlainDate.from(iso));

export const statusCell = (status: WorkStatus | null): Cell =>
  status === null
    ? { text: notYetReported.words }
    : { text: workStatusWords[status].words, status };

export const directionCell = (direction: Direction | null): Cell =>
  direction === null ? none : { text: directionWords[direction].words, direction };

/** Its name, unit and marks: what its row's figures do not say. */
export const measureCell = (measure: ToldMeasure): Cell => {
  const said = [unitOf(measure), ...marksOf(measure)].filter((each) => each !== null);
  return { text: said.length === 0 ? nameOf(measure) : `${nameOf(measure)} (${said.join(', ')})` };
};

export const figureCell = (measure: ToldMeasure, of: ToldFigure): Cell =>
  of.leftOut ? { text: leftOutWords } : numberCell(of.value, measure.unit, measure.decimals);

/** A target of one figure is a number; a range is words. */
export const targetCell = (measure: ToldMeasure, of: ToldFigure): Cell => {
  if (of.target !== null) return numberCell(of.target, measure.unit, measure.decimals);
  if (of.rangeLow === null || of.rangeHigh === null) return textCell(of.targetWords);
  const [low, high] = [of.rangeLow, of.rangeHigh].map((end) => figure(measure, end));
  return { text: `${low} to ${high}` };
};

/** A figure that is not told stands nowhere: where its target is missed whatever it is, that is said. */
export const standingCell = (measure: ToldMeasure): Cell => {
  const { now, met } = measure;
  if (!now.leftOut)
    return { text: wordsOfStanding(now.standing, now.against).words, standing: now.standing };
  return met === null ? none : { text: met === 'met' ? 'Met its target' : 'Missed its target' };
};
