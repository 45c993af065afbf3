// Made-up history, by a stated method: a line through the newest figure and the one a year before
// (which between them hold the printed trajectory), half as steep earlier, times the season, plus an
// uneven but fixed stray. Every row is marked illustrative.
import { newRow } from '../registers/new-row.ts';
import type { Row } from '../registers/registers.ts';
import { computeValue } from '../rules/compute-value.ts';
import { type Period, periodText, previousPeriod } from '../rules/period.ts';
import { roundTo } from '../rules/rounding.ts';
import { periodDue } from '../rules/what-is-due.ts';
import type { Figures, SampleMeasure } from './sample-measure.ts';
import { wobble } from './steady.ts';

/** History ends with what was known once this quarter had been asked for. */
const lastAsked: Period = { kind: 'quarter', year: 2020, number: 1 };
const quartersKept = 8;
const yearsKept = 5;

/** The newest figure the measure had by then: not every quarter brings one. */
const newestKnown = (row: Row<'measures'>, quarter: Period = lastAsked): Period =>
  periodDue(row, quarter) ?? newestKnown(row, previousPeriod(quarter));

/** The last `count` periods, oldest first. */
const periodsTo = (newest: Period, count: number): readonly Period[] =>
  count === 1 ? [newest] : [...periodsTo(previousPeriod(newest), count - 1), newest];

const seasonOf = (told: Figures, period: Period): number =>
  period.kind === 'quarter' ? (told.season[period.number - 1] ?? 1) : 1;

type Both = { readonly measure: SampleMeasure; readonly row: Row<'measures'> };
type Place = {
  readonly period: Period;
  /** How many periods before the newest. */
  readonly back: number;
  /** How many periods make a year. */
  readonly aYear: number;
};

/** The newest figure and the one a year before do not stray, so the trajectory is exactly as told. */
const onTheLine = (code: string, told: Figures, { period, back, aYear }: Place): number => {
  const years = back / aYear;
  const climb = years <= 1 ? years : 1 + (years - 1) / 2;
  const stray = back === 0 || back === aYear ? 0 : wobble(`${code}/${periodText(period)}`);
  return told.latest - told.change * climb + stray * told.swing;
};

const answer = ({ measure, row }: Both, figure: number, period: Period) => {
  const { asks } = measure;
  if (!asks) return { value: roundTo(figure, row.decimals), numerator: null, denominator: null };
  const span = asks.allYear ? period.year : periodText(period);
  const denominator = Math.round(asks.about * (1 + 0.03 * wobble(`${row.code}/${span}/of`)));
  const numerator = Math.round((figure / asks.per) * denominator);
  return { value: computeValue(row, numerator, denominator), numerator, denominator };
};

/** Returns for eight quarters or five years, oldest first; none for a measure with no figures yet. */
export const illustrativeHistory = (
  measure: SampleMeasure,
  row: Row<'measures'>,
): readonly Row<'returns'>[] => {
  const told = measure.figures;
  if (!told) return [];
  const aYear = row.frequency === 'quarterly' ? 4 : 1;
  const newest = newestKnown(row);
  const periods = periodsTo(newest, aYear === 4 ? quartersKept : yearsKept);
  return periods.map((period, index) => {
    const back = periods.length - 1 - index;
    const words = periodText(period);
    const level = onTheLine(measure.code, told, { period, back, aYear });
    const figure = (level * seasonOf(told, period)) / seasonOf(told, newest);
    return newRow('returns', {
      ...answer({ measure, row }, figure, period),
      key: `${row.key}|${words}`,
      title: `${measure.code}, ${words}`,
      plan: row.plan,
      measure: row.key,
      period: words,
      owner: row.owner,
      finality: back === 0 && told.provisional ? 'provisional' : 'final',
      state: 'Returned',
      revision: 1,
      illustrative: true,
    });
  });
};
