// How a cycle, its days and its figures are worded on every card.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Target } from '../../src/registers/targets.ts';
import { type Calendar, cycleCalendar } from '../../src/rules/calendar.ts';
import { cycleName } from '../../src/rules/cycle-name.ts';
import { dateWords } from '../../src/rules/date-words.ts';
import { figure } from '../../src/rules/number-words.ts';
import { isAgreed } from '../../src/rules/rating.ts';
import { closedDates } from '../../src/rules/working-days.ts';

export const seenBy = 'Your manager, SMT and the performance team see these answers.';

/** "Quarter 2"; "August 2020" of a month's. */
export const quarterName = (cycle: Cycle): string => cycleName(cycle);

export const calendarOf = (registers: Registers, cycle: Cycle): Calendar =>
  cycleCalendar(cycle, closedDates(registers));

/** "Wed 14 October": the year is left out where it is this one. */
export const dayWords = (day: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  day.year === today.year ? dateWords(day).replace(/ \d{4}$/, '') : dateWords(day);

/** The figure with its unit where the figure itself does not carry it. */
export const figureWithUnit = (measure: Measure, value: number | null): string => {
  const words = figure(measure, value);
  return value === null || isCarried(measure.unit) ? words : `${words} ${measure.unit}`;
};

/** The unit as a table heading needs it: blank where each figure carries it. */
export const unitHeading = (measure: Measure): string =>
  isCarried(measure.unit) ? '' : measure.unit;

/** Percentages and plain pounds stand beside the figure itself (number-words.ts). */
const isCarried = (unit: string): boolean =>
  /^(%|£(m|bn|k)?(?!\w))/.test(unit.trim()) || unit.trim().toLowerCase() === 'number';

const measured =
  /^(?:years|hours|minutes|seconds|hectares|acres|miles|metres|kilometres|tonnes|kilograms|litres|points|pounds)$/;

/** Things one can count ("households", "days lost"), not shares, money, rates or quantities. */
const isCounted = (unit: string): boolean => {
  const [noun = ''] = unit.trim().toLowerCase().split(/\s+/);
  const isPlural = /^[a-z-]+[^s]s$/.test(noun) || /^(?:people|children|men|women)$/.test(noun);
  return isPlural && !measured.test(noun) && !/\bper\b/i.test(unit);
};

/** "85% or more"; null where there is no target to speak of. */
export const targetWords = (measure: Measure, target: Target | null): string | null => {
  const words = kindWords(target) ?? bareTargetWords(measure, target);
  if (target !== null && !isAgreed(target) && target.isA !== 'no target')
    return words === null ? 'not yet agreed' : `${words}, not yet agreed`;
  return words === null || target === null || !target.illustrative
    ? words
    : `${words} (illustrative)`;
};

const kindWords = (target: Target | null): string | null =>
  target?.isA === 'baseline year' ? 'baseline year: its figures set the next target' : null;

/** The same, where the line it stands in says itself what is illustrative. */
export const bareTargetWords = (measure: Measure, target: Target | null): string | null => {
  if (target === null || measure.dataOnly) return null;
  if (measure.polarity === 'stay in range') {
    const { rangeLow, rangeHigh } = target;
    return rangeLow === null || rangeHigh === null
      ? null
      : `between ${figure(measure, rangeLow)} and ${figureWithUnit(measure, rangeHigh)}`;
  }
  if (target.target === null || measure.polarity === 'none') return null;
  const less = isCounted(measure.unit) ? 'or fewer' : 'or less';
  const side = measure.polarity === 'minimise' ? less : 'or more';
  return `${figureWithUnit(measure, target.target)} ${side}`;
};

/** "200"; "between 14 and 18": the figure alone. */
export const targetFigure = (measure: Measure, target: Target | null): string | null => {
  if (bareTargetWords(measure, target) === null || target === null) return null;
  return measure.polarity === 'stay in range'
    ? `between ${figure(measure, target.rangeLow)} and ${figure(measure, target.rangeHigh)}`
    : figure(measure, target.target);
};

export const goodIs = (measure: Measure): string | null => {
  if (measure.polarity === 'maximise') return 'higher is better';
  if (measure.polarity === 'minimise') return 'lower is better';
  return measure.polarity === 'stay in range' ? 'should stay in range' : null;
};

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const personName = (registers: Registers, key: string | null): string | null =>
  key === null ? null : (registers.people.get(key)?.title ?? null);
