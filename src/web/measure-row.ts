// One measure as the team plan shows it in a quarter: how it stands, its newest figure, its return.

import type { Measure } from '../registers/measures.ts';
import type { Registers, Row } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Target } from '../registers/targets.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords } from '../rules/date-words.ts';
import { sameWithinWords } from '../rules/direction.ts';
import { type HistoryPoint, historyOf, newestReturn, returnFor } from '../rules/history.ts';
import { figure } from '../rules/number-words.ts';
import { isLate } from '../rules/owed.ts';
import { type Period, periodWords } from '../rules/period.ts';
import { ratedAt } from '../rules/rated-at.ts';
import { ratedAgainst } from '../rules/rated-by.ts';
import { isAgreed } from '../rules/rating.ts';
import { ruleFor } from '../rules/rating-rules.ts';
import { type StandingAt, standingAt } from '../rules/standings.ts';
import { periodDueIn } from '../rules/what-is-due.ts';
import type { Closed } from '../rules/working-days.ts';
import type { MeasureRow, ReturnView, TrendPoint } from './api.ts';
import { counted } from './words.ts';

/** The quarter looked at, and the day it is. */
export type Setting = {
  readonly quarter: Period;
  readonly cycle: Row<'cycles'> | null;
  readonly today: Temporal.PlainDate;
  readonly closed: Closed;
};

const trendLength = 8;

/** Stands as the roll-up has it: due this quarter, that figure or not yet; else the newest there is. */
export const measureRow = (
  registers: Registers,
  measure: Measure,
  setting: Setting,
): MeasureRow => {
  const { due, newest, period } = periodsOf(registers, measure, setting.quarter);
  const shown = newest && standingAt(registers, measure, newest.period, newest.row);
  const now = due ? standingAt(registers, measure, due) : shown;
  return {
    key: measure.key,
    code: measure.code,
    name: measure.title,
    unit: measure.unit,
    owner: nameOf(registers, measure.owner),
    team: registers.teams.get(measure.team)?.title ?? measure.team,
    standing: now?.standing ?? 'not yet available',
    against: ratedAgainst(ruleFor(registers, measure, period)),
    lastStanding: shown && shown.period !== now?.period ? shown.standing : null,
    figure: shown && newest && figureShown(registers, measure, { at: shown, ...newest }),
    trend: historyOf(registers, measure, period, trendLength).map(trendPoint),
    return: returnOf(registers, measure, { due, setting }),
  };
};

/** What falls due in the quarter, the newest figure by then, and which of them history ends with. */
export const periodsOf = (registers: Registers, measure: Measure, quarter: Period) => {
  const falls = periodDueIn(registers, measure, quarter);
  const withdrawn = falls && returnFor(registers, measure, falls)?.state === 'Withdrawn';
  const due = withdrawn ? null : falls;
  const newest = newestReturn(registers, measure, due ?? quarter);
  return { due, newest, period: due ?? newest?.period ?? quarter };
};

export const nameOf = (registers: Registers, person: string | null): string | null =>
  person === null ? null : (registers.people.get(person)?.title ?? null);

export const trendPoint = ({ words, value, standing, illustrative }: HistoryPoint): TrendPoint => ({
  words,
  value,
  standing,
  illustrative,
});

const figureShown = (
  registers: Registers,
  measure: Measure,
  { at, period, row }: { readonly at: StandingAt; readonly period: Period; readonly row: Return },
): MeasureRow['figure'] => {
  if (at.value === null) return null;
  // What it was rated against: an earlier plan's target, where the figure was given in that plan.
  const { aim: target, rule } = ratedAt(registers, measure, { period, row });
  return {
    value: at.value,
    text: figure(measure, at.value),
    target: targetWords(measure, target),
    period: periodWords(period, measure),
    provisional: at.provisional,
    illustrative: row.illustrative === true,
    targetIllustrative: targetIsIllustrative(measure, target),
    short: at.short,
    long: at.long,
    sameWithin: sameWithinWords(measure, rule),
  };
};

/** '–' where there is no target: data only, or none set. One that is not agreed says so. */
export const targetWords = (measure: Measure, target: Target | null): string => {
  if (!target || measure.dataOnly) return '–';
  if (isAgreed(target)) return figuresOf(measure, target);
  const figures = figuresOf(measure, target);
  return figures === '–' ? 'not yet agreed' : `${figures}, not yet agreed`;
};

/** '80%', '4 to 9'; '–' where its row has none. */
export const figuresOf = (measure: Measure, target: Target): string => {
  if (target.rangeLow !== null && target.rangeHigh !== null)
    return `${figure(measure, target.rangeLow)} to ${figure(measure, target.rangeHigh)}`;
  return figure(measure, target.target);
};

/** A target that is not shown is not said to be illustrative either. */
export const targetIsIllustrative = (measure: Measure, target: Target | null): boolean =>
  !measure.dataOnly && target?.illustrative === true;

/** Where the return of what falls due in the quarter has got to. */
export const returnOf = (
  registers: Registers,
  measure: Measure,
  { due, setting }: { readonly due: Period | null; readonly setting: Setting },
): ReturnView => {
  if (!due) return { ...notAsked, words: 'Not due this quarter' };
  const asked = returnFor(registers, measure, due);
  const day = dayOf(asked, setting);
  if (asked?.state === 'Returned') {
    const on = asked.returnedAt?.toZonedDateTimeISO(zone).toPlainDate() ?? null;
    return { state: 'returned', words: 'Returned', day: day(on), daysLate: 0 };
  }
  if (asked?.state === 'No data until') {
    const until = day(asked.noDataUntil) ?? 'a date not given';
    return { state: 'no data until', words: 'No data until', day: until, daysLate: 0 };
  }
  if (asked?.state === 'Due' && setting.cycle?.state === 'Closed')
    return { state: 'never answered', words: 'Never answered', day: null, daysLate: 0 };
  if (asked?.state === 'Due' && setting.cycle?.state !== 'Planned') {
    const daysLate = isLate(asked, setting.today, setting.closed);
    const words = `Late by ${counted(daysLate, 'working day')}`;
    if (daysLate > 0) return { state: 'late', words, day: null, daysLate };
    return { state: 'due', words: 'Due', day: day(asked.dueOn), daysLate: 0 };
  }
  const yet = setting.cycle?.state === 'Planned' ? ' yet' : '';
  return { ...notAsked, words: `Not asked for${yet}` };
};

const notAsked = { state: 'not asked', day: null, daysLate: 0 } as const;

/** 'Thu 1 October'; with its year where that is not the one the return falls due in. */
const dayOf =
  (asked: Return | null, { cycle }: Setting) =>
  (date: Temporal.PlainDate | null): string | null => {
    if (!date) return null;
    const year = asked?.dueOn?.year ?? cycle?.opensOn.year;
    return date.year === year ? dateWords(date).replace(/ \d+$/, '') : dateWords(date);
  };
