// One measure in full: its history, the verdict in a sentence, what it means and where it belongs.

import type { Measure } from '../registers/measures.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { figureMarks } from '../rules/approval-told.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords } from '../rules/date-words.ts';
import { type HistoryPoint, historyOf } from '../rules/history.ts';
import { figure } from '../rules/number-words.ts';
import { parsePeriod, periodText } from '../rules/period.ts';
import { isAgreed } from '../rules/rating.ts';
import { closedDates } from '../rules/working-days.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { Comment, HistoryRow, MeasureView } from './api.ts';
import { latestQuarter } from './chosen.ts';
import { freshness } from './freshness.ts';
import { chartShown } from './measure-chart.ts';
import { factsOf } from './measure-facts.ts';
import {
  nameOf,
  periodsOf,
  returnOf,
  type Setting,
  targetIsIllustrative,
  targetWords,
  trendPoint,
} from './measure-row.ts';
import { verdictOf } from './verdict.ts';

/** With the newest: five years of quarters, as many as a report's dataset holds. */
const historyLength = 20;

type Asked = { readonly key: string; readonly quarter: string | undefined };

/** The measure as at a quarter, for whoever looks; null where there is no such measure. */
export const measureView = (
  ports: Ports,
  person: Person,
  { key, quarter }: Asked,
): MeasureView | null => {
  const registers = ports.replica.registers();
  const measure = registers.measures.get(key);
  if (!measure) return null;
  const setting = settingOf(ports, measure, quarter);
  const { due, period } = periodsOf(registers, measure, setting.quarter);
  const points = trimmed(historyOf(registers, measure, period, historyLength));
  const chart = chartShown(registers, { measure, points }, person);
  return {
    key,
    code: measure.code,
    name: measure.title,
    unit: measure.unit,
    decimals: measure.decimals,
    standing: points.at(-1)?.standing ?? 'not yet available',
    against: points.at(-1)?.against ?? 'target',
    verdict: verdictOf(registers, measure, points),
    history: points.map((point, at) => ({
      ...historyRow(measure, point),
      chart: chart.points[at] ?? uncharted,
    })),
    chart: chart.view,
    thread: threadOf(registers, measure),
    facts: factsOf(registers, measure, { period, aim: points.at(-1)?.aim ?? null }),
    commentary: commentaryOf(registers, measure, points),
    return: returnOf(registers, measure, { due, setting }),
    freshness: freshness(ports.replica),
  };
};

const settingOf = (ports: Ports, measure: Measure, asked: string | undefined): Setting => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const given = parsePeriod(asked ?? '');
  const quarter = given?.kind === 'quarter' ? given : latestQuarter(registers, measure.plan, today);
  const cycle = registers.cycles.get(`${measure.plan}|${periodText(quarter)}`) ?? null;
  return { quarter, cycle, today, closed: closedDates(registers) };
};

/** Without the empty periods before the first figure. */
const trimmed = (points: readonly HistoryPoint[]): readonly HistoryPoint[] => {
  const first = points.findIndex((point) => point.value !== null);
  return first === -1 ? points.slice(-1) : points.slice(first);
};

const uncharted = { limits: null, cause: null, rebased: null };

const historyRow = (measure: Measure, point: HistoryPoint): Omit<HistoryRow, 'chart'> => {
  const target = point.aim;
  return {
    ...trendPoint(point),
    period: point.period,
    text: figure(measure, point.value),
    // A line that nothing is rated against is not drawn.
    target: measure.dataOnly || (target && !isAgreed(target)) ? null : point.target,
    targetText: targetWords(measure, target),
    targetIllustrative: targetIsIllustrative(measure, target),
    provisional: point.provisional,
    against: point.against,
    return: point.return?.key ?? null,
  };
};

const threadOf = (registers: Registers, measure: Measure): MeasureView['thread'] => {
  const plan = registers.plans.get(measure.plan);
  const priority = measure.priority ? registers.priorities.get(measure.priority) : undefined;
  const parent = measure.parent ? registers.measures.get(measure.parent) : undefined;
  return [
    ...(plan ? [{ kind: 'Plan', words: plan.title }] : []),
    ...(priority ? [{ kind: 'Priority', words: priority.title }] : []),
    ...(parent ? [{ kind: 'Part of', words: parent.title }] : []),
    { kind: 'Measure', words: measure.title },
  ];
};

const commentaryOf = (
  registers: Registers,
  measure: Measure,
  points: readonly HistoryPoint[],
): readonly Comment[] =>
  points.toReversed().flatMap((point) => {
    const marks = point.return ? figureMarks(point.return) : [];
    const text = [saidIn(point), ...marks].filter((each) => each).join('\n');
    if (!text || !point.return) return [];
    const at = point.return.returnedAt?.toZonedDateTimeISO(zone).toPlainDate();
    return [
      {
        return: point.return.key,
        period: point.words,
        text,
        by: nameOf(registers, point.return.returnedBy),
        on: at ? dateWords(at) : null,
        figure: figure(measure, point.value),
        standing: point.standing,
      },
    ];
  });

const saidIn = ({ return: given }: HistoryPoint): string | null => {
  if (given?.state !== 'No data until') return given?.commentary ?? null;
  const until = given.noDataUntil ? ` until ${dateWords(given.noDataUntil)}` : '';
  return `No data${until}. ${given.noDataReason ?? ''}`.trim();
};
