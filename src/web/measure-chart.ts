// What a measure's control chart says, and where its year will end, for its screen.
import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import {
  type Charted,
  chartOf,
  coverOf,
  figuresSoFar,
  noLimitsBecause,
  rebasedAt,
  type ToChartOf,
} from '../rules/chart/chart-of.ts';
import type { ControlChart, PointLimits } from '../rules/chart/control-chart.ts';
import { forecastOf } from '../rules/chart/forecast-of.ts';
import { forecastSentences } from '../rules/chart/forecast-words.ts';
import { mayBeginAgain, rebasingsOf } from '../rules/chart/rebased-from.ts';
import {
  limitsSentences,
  specialCauseWords,
  verdictSentences,
  wantingSentence,
} from '../rules/chart/verdict-words.ts';
import { chartedOf, yearEndPoint } from '../rules/chart/year-end.ts';
import type { HistoryPoint } from '../rules/history.ts';
import { figure } from '../rules/number-words.ts';
import { type Period, parsePeriod } from '../rules/period.ts';
import { may } from '../rules/rights.ts';
import type { Choice } from './api.ts';
import type { ChartedPoint, ChartView } from './api-measure.ts';
import { figuresOf } from './measure-row.ts';

type Shown = {
  readonly measure: Measure;
  /** Oldest first, the newest last; the history that is on the screen. */
  readonly points: readonly HistoryPoint[];
};

type ChartShown = {
  readonly view: ChartView;
  /** One a point of the history. */
  readonly points: readonly ChartedPoint[];
};

export const chartShown = (
  registers: Registers,
  { measure, points }: Shown,
  person: Person,
): ChartShown => {
  const of = toChart(registers, measure, points);
  const chart = of && chartOf(of);
  const rebased = of === null ? [] : rebasedAt(points, of.rebasings);
  return {
    view: {
      verdicts: of && chart ? verdictSentences(chart, of.now.standing) : [],
      about: of === null ? [] : aboutLimits(of, chart, points),
      limits: chart === null ? [] : limitsWords(measure, points, chart),
      forecast: of === null ? [] : forecastWords(registers, measure, { of, points }),
      rebase: mayRebase(registers, person, of) ? rebaseFrom(registers, measure, points) : null,
    },
    points: points.map((_, at) => {
      const cause = chart?.causes[at] ?? null;
      return {
        limits: chart?.limits[at] ?? null,
        cause: cause && { is: cause.is, words: specialCauseWords(cause) },
        rebased: rebased.find((each) => each.at === at)?.because ?? null,
      };
    }),
  };
};

/** Null where there is no period at all. */
const toChart = (
  registers: Registers,
  measure: Measure,
  points: readonly HistoryPoint[],
): ToChartOf | null => {
  const charted = points.map((point): Charted => chartedOf(measure, point));
  const now = charted.at(-1);
  if (now === undefined) return null;
  const { polarity, unit } = measure;
  const figureIs = coverOf(measure);
  const rebasings = rebasingsOf(registers, measure);
  const period = parsePeriod(now.period);
  const last = period && yearEndPoint(registers, measure, period);
  const held = last && { yearEnd: chartedOf(measure, last) };
  return { polarity, unit, figureIs, now, before: charted.slice(0, -1), rebasings, ...held };
};

/** Of a measure that has no figure there is nothing to say. */
const aboutLimits = (
  of: ToChartOf,
  chart: ControlChart | null,
  points: readonly HistoryPoint[],
): readonly string[] => {
  if (points.every(({ value }) => value === null)) return [];
  const none = noLimitsBecause(of);
  if (none !== null) return [none];
  if (chart === null) return [wantingSentence(figuresSoFar(of))];
  const known = points.filter((_, at) => chart.limits[at] !== null);
  return [...limitsSentences(chart), ...illustrativeSentences(known)];
};

/** None where no figure is made up. */
const illustrativeSentences = (points: readonly HistoryPoint[]): readonly string[] => {
  const figures = points.filter(({ value }) => value !== null);
  if (!figures.some(({ illustrative }) => illustrative)) return [];
  const all = figures.every(({ illustrative }) => illustrative);
  return [`${all ? 'The' : 'Some of the'} figures behind this are illustrative.`];
};

/** A stretch is told by the first period that has its limits to its last figure. */
const limitsWords = (
  measure: Measure,
  points: readonly HistoryPoint[],
  chart: ControlChart,
): readonly string[] => {
  const starts = chart.limits.flatMap((limits, at) =>
    limits !== null && limits !== chart.limits[at - 1] ? [{ limits, at }] : [],
  );
  return starts.map(({ limits, at }) => {
    const last = points.findLastIndex(
      ({ value }, each) => value !== null && chart.limits[each] === limits,
    );
    const over = `${points[at]?.words} to ${points[last]?.words}`;
    return `${over}: ${usualWords(measure, limits)}${limits.trial ? ' Trial limits.' : ''}`;
  });
};

/**
 * With a decimal more than its figures, so that one just outside does not read as on the limit; not in the
 * thousands, where nobody reads it.
 */
const usualWords = ({ unit, decimals }: Measure, { low, mean, high }: PointLimits): string => {
  const more = high < 1_000 ? 1 : 0;
  const finer = (value: number) => figure({ unit, decimals: decimals + more }, value);
  return `usual variation ${finer(low)} to ${finer(high)}, mean ${finer(mean)}.`;
};

type Foretold = { readonly of: ToChartOf; readonly points: readonly HistoryPoint[] };

const forecastWords = (
  registers: Registers,
  measure: Measure,
  { of, points }: Foretold,
): readonly string[] => {
  const period = parsePeriod(of.now.period);
  if (period === null) return [];
  const last = yearEndPoint(registers, measure, period);
  const held = last === null ? of.now : chartedOf(measure, last);
  const said = forecastOf({ ...of, forecast: ownForecast(points, period), yearEnd: held });
  if (said === null) return [];
  const isHeld = held.target !== null || held.rangeLow !== null || held.rangeHigh !== null;
  const sentences = forecastSentences(said.forecast, {
    measure,
    year: said.year,
    target: isHeld && last?.aim ? targetText(measure, last.aim) : null,
  });
  return said.forecast.plain === null
    ? sentences
    : [...sentences, ...illustrativeSentences(points)];
};

/** Null where a range is open at one end: there is no short word for it. */
const targetText = (measure: Measure, aim: Target): string | null => {
  const text = figuresOf(measure, aim);
  return text === '–' ? null : text;
};

/** The newest that was given with a figure of that year. */
const ownForecast = (points: readonly HistoryPoint[], { year }: Period): number | null =>
  points
    .filter((point) => parsePeriod(point.period)?.year === year)
    .map((point) => point.return?.forecast ?? null)
    .findLast((each) => each !== null) ?? null;

/** Where limits are never drawn there are none to begin again. */
const mayRebase = (registers: Registers, person: Person, of: ToChartOf | null): boolean =>
  of !== null &&
  noLimitsBecause(of) === null &&
  may({ registers, person, today: null }, 'begin control limits again');

/** Where they have begun already they do not begin again. */
const rebaseFrom = (
  registers: Registers,
  measure: Measure,
  points: readonly HistoryPoint[],
): readonly Choice[] => {
  const begun = new Set(rebasingsOf(registers, measure).map(({ period }) => period));
  return points.toReversed().flatMap(({ period, words }) => {
    const of = parsePeriod(period);
    const may = of !== null && !begun.has(period) && mayBeginAgain(registers, measure, of);
    return may ? [{ key: period, words, group: '' }] : [];
  });
};
