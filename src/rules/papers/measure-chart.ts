// The chart of a measure in a paper, what it shows in words, and what its control chart and forecast say.
// Worked out from what is told alone: limits of a figure that is left out would give it back.
import { chartOf, rebasedAt } from '../chart/chart-of.ts';
import type { ControlChart } from '../chart/control-chart.ts';
import { fewestForFirmLimits } from '../chart/process-limits.ts';
import { limitsSentences, verdictSentences as sentencesOf } from '../chart/verdict-words.ts';
import { figure } from '../number-words.ts';
import { targetCell } from './cells.ts';
import { figuresOf, type ToldFigure, type ToldMeasure } from './facts.ts';
import { inWords, isFigureMadeUp, isTargetMadeUp, nameOf, targetIn } from './measure-words.ts';
import type { Block, Chart, ChartPoint } from './paper.ts';

/** With fewer figures a line says no more than the sentence above it. */
const fewestPoints = 4;

/** Nothing where there is too little to draw. */
export const measureChart = (measure: ToldMeasure): readonly Block[] => {
  const points = figuresOf(measure);
  if (points.filter(({ value }) => value !== null).length < fewestPoints) return [];
  return [{ kind: 'chart', chart: lineOf(measure, points, chartOf(measure)) }];
};

/** Said once for all of them. None where no chart among them has limits. */
export const limitsNotes = (measures: readonly ToldMeasure[]): readonly string[] => {
  const drawn = measures
    .map(newestChart)
    .filter((each) => each !== null && each.variation !== null);
  return [
    ...(drawn.length === 0
      ? []
      : ['Special cause: a change that usual variation does not explain.']),
    ...(drawn.some((each) => each !== null && limitsSentences(each).length > 0)
      ? [
          `Limits that rest on fewer than ${fewestForFirmLimits} figures are trial limits: they may still move.`,
        ]
      : []),
  ];
};

const newestChart = (measure: ToldMeasure): ControlChart | null =>
  measure.now.leftOut || measure.now.value === null ? null : chartOf(measure);

/** Beside RAG, whether the newest figure is chance and whether the target will go on being met. */
export const verdictSentences = (measure: ToldMeasure): readonly string[] => {
  const chart = newestChart(measure);
  if (chart === null) return [];
  return [
    ...sentencesOf(chart, measure.now.standing),
    ...(chart.variation === null ? limitsSentences(chart) : []),
  ];
};

const lineOf = (
  measure: ToldMeasure,
  points: readonly ToldFigure[],
  control: ControlChart | null,
): Chart => ({
  kind: 'line',
  id: `chart ${measure.code}`,
  title: `${nameOf(measure)}, ${points[0]?.words} to ${points.at(-1)?.words}`,
  alt: altOf(measure, points, control),
  unit: measure.unit,
  decimals: measure.decimals,
  points: points.map((point, at) => pointOf(point, control?.causes[at]?.is)),
  targets: points.map(({ target }) => target),
  ...(points.some(isRange) && {
    ranges: points.map((point) => (isRange(point) ? targetCell(measure, point).text : null)),
  }),
  limits: points.map((_, at) => control?.limits[at] ?? null),
  rebased: control === null ? [] : rebasedAt(points, measure.rebasings),
});

const isRange = ({ target, rangeLow, rangeHigh }: ToldFigure): boolean =>
  target === null && (rangeLow !== null || rangeHigh !== null);

const pointOf = (point: ToldFigure, cause: ChartPoint['cause'] | undefined): ChartPoint => ({
  words: point.words,
  value: point.value,
  standing: point.standing,
  ...(point.against && { against: point.against }),
  provisional: point.provisional,
  illustrative: isFigureMadeUp(point),
  ...(cause === undefined ? {} : { cause }),
});

/** From where to where, the highest and the lowest, the target, and how many are missing. */
const altOf = (
  measure: ToldMeasure,
  points: readonly ToldFigure[],
  control: ControlChart | null,
): string => {
  const known = points.filter(
    (each): each is ToldFigure & { value: number } => each.value !== null,
  );
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return `${nameOf(measure)}: no figures yet.`;
  const sorted = known.toSorted((one, other) => one.value - other.value);
  const [low, high] = [sorted[0] ?? first, sorted.at(-1) ?? last];
  const held = targetIn(measure.now);
  const gaps = points.length - known.length;
  const limits = control?.limits.at(-1);
  return [
    `${nameOf(measure)}: from ${inWords(measure, first.value)} in ${first.words} to ${inWords(measure, last.value)} in ${last.words}`,
    `; lowest ${inWords(measure, low.value)} in ${low.words}, highest ${inWords(measure, high.value)} in ${high.words}`,
    held === null ? '' : `; target ${held}`,
    isTargetMadeUp(measure.now) ? ', illustrative' : '',
    limits
      ? `; usual variation from ${figure(measure, limits.low)} to ${figure(measure, limits.high)}`
      : '',
    gaps === 0 ? '' : `; ${gaps} not shown`,
    '.',
  ].join('');
};
