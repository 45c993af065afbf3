// What the Question card shows of one return: its measure, its past, and what has been typed.
import type { Measure } from '../../src/registers/measures.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { type HistoryPoint, historyOf } from '../../src/rules/history.ts';
import { figure } from '../../src/rules/number-words.ts';
import {
  type Period,
  parsePeriod,
  periodText,
  periodWords,
  previousPeriod,
  samePeriodLastYear,
} from '../../src/rules/period.ts';
import { targetFor } from '../../src/rules/rating.ts';
import { mayAnswer } from '../../src/rules/roles.ts';
import { longestCommentary } from '../../src/use-cases/read-answer.ts';
import type { HistoryLine } from '../cards/history-table.ts';
import type { Position, QuestionView, Refusal, Saved, Typed } from '../cards/question.ts';
import { goodIs, personName, seenBy, targetWords, unitHeading } from './cycle-words.ts';
import { answeredIn, type InCycle, owedIn } from './in-cycle.ts';

type Asking = InCycle & {
  readonly return: Return;
  readonly measure: Measure;
  /** What the person typed; null to begin from what the register holds. */
  readonly typed: Typed | null;
  readonly saved: Saved | null;
  readonly refusal: Refusal | null;
};

export const questionView = (asking: Asking): QuestionView => {
  const { registers, measure, cycle } = asking;
  const period = parsePeriod(asking.return.period);
  return {
    return: asking.return.key,
    revision: asking.return.revision ?? 0,
    cycle: cycle.key,
    name: measure.title,
    code: measure.code,
    period: period === null ? asking.return.period : periodWords(period, measure),
    unit: measure.unit,
    unitHeading: unitHeading(measure),
    goodIs: goodIs(measure),
    target: period && targetWords(measure, targetFor(registers, measure.key, period)),
    definition: measure.definition,
    standingInFor: standingInFor(asking),
    history: period === null ? [] : historyLines(registers, measure, period),
    asksFor: measure.asksFor === 'value' ? 'value' : partsOf(measure),
    typed: asking.typed ?? typedBefore(asking.return),
    position: positionOf(asking),
    saved: asking.saved,
    refusal: asking.refusal,
    earliestUntil: asking.today.add({ days: 1 }).toString(),
    longestCommentary,
    seenBy,
  };
};

export const partsOf = (measure: Measure) => ({
  numeratorIs: measure.numeratorIs ?? 'Numerator',
  denominatorIs: measure.denominatorIs ?? 'Denominator',
});

export const standingInFor = ({
  registers,
  person,
  return: asked,
}: Pick<Asking, 'registers' | 'person' | 'return'>): string | null =>
  mayAnswer(registers, person, asked) === 'owner' ? null : personName(registers, asked.owner);

/** Correcting begins from the answer that stands. */
const typedBefore = (asked: Return): Typed => ({
  value: asked.value === null || asked.numerator !== null ? '' : String(asked.value),
  numerator: asked.numerator === null ? '' : String(asked.numerator),
  denominator: asked.denominator === null ? '' : String(asked.denominator),
  finality: asked.finality ?? 'final',
  commentary: asked.commentary ?? '',
  until: asked.noDataUntil?.toString() ?? '',
  because: asked.noDataReason ?? '',
});

/** Null for a return that has been answered: it is being corrected, not counted. */
export const positionOf = (asking: InCycle & Pick<Asking, 'return'>): Position | null => {
  if (asking.return.state !== 'Due') return null;
  const done = answeredIn(asking).length;
  const left = owedIn(asking).length;
  return { number: done + 1, of: Math.max(done + left, done + 1) };
};

/** Four lines: the last three and the same one a year ago, or a year's last four; newest first. */
const historyLines = (registers: Registers, measure: Measure, period: Period): HistoryLine[] => {
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
  provisional: point.provisional,
  illustrative: point.illustrative,
  yearAgo: point.period === yearAgo,
});
