// The past beside a question and a challenge: which periods are shown, and each as its line.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { type HistoryPoint, historyOf } from '../../src/rules/history.ts';
import { figure } from '../../src/rules/number-words.ts';
import {
  type Period,
  periodText,
  previousPeriod,
  samePeriodLastYear,
} from '../../src/rules/period.ts';
import type { HistoryLine } from '../cards/history-table.ts';

/** Four lines: the last three and the same one a year ago, or a year's last four; newest first. */
export const historyLines = (
  registers: Registers,
  measure: Measure,
  period: Period,
): HistoryLine[] => {
  const yearAgo = periodText(samePeriodLastYear(period));
  const yearly = isYearly(period);
  const recent = historyOf(registers, measure, previousPeriod(period), yearly ? 4 : 3);
  const older = yearly ? [] : historyOf(registers, measure, samePeriodLastYear(period), 1);
  const points = [...older, ...recent].reverse();
  const known = points.filter((each) => each.value !== null || each.return !== null);
  return known.map((point) => historyLine(measure, point, yearly ? null : yearAgo));
};

/** A year's "same period last year" is simply the last one. */
const isYearly = (period: Period): boolean => period.kind !== 'quarter' && period.kind !== 'month';

export const historyLine = (
  measure: Measure,
  point: HistoryPoint,
  yearAgo: string | null,
): HistoryLine => ({
  period: point.words,
  figure: figure(measure, point.value),
  target: figure(measure, point.target),
  standing: point.standing,
  against: point.against,
  provisional: point.provisional,
  illustrative: point.illustrative,
  yearAgo: point.period === yearAgo,
});
