// What is asked for again: a figure whose "no data until" has come, one that waited when its cycle closed,
// and the final figure where a provisional one was given. Who is told of it is decided in ladder.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import { measureOf } from './about.ts';
import { isSentBack } from './approval.ts';
import { type Calendar, zone } from './calendar.ts';
import { lineage } from './history.ts';
import { parsePeriod } from './period.ts';
import { inPlanOrder } from './plan-order.ts';
import { isRetiredBy } from './what-is-due.ts';
import { type Closed, workingDayAfter } from './working-days.ts';

/** The day a promised figure is asked for again: the date given, or the working day after. Null: none given. */
export const backOn = (
  { noDataUntil }: Pick<Return, 'noDataUntil'>,
  closed: Closed,
): Temporal.PlainDate | null =>
  noDataUntil === null ? null : workingDayAfter(noDataUntil, 0, closed);

/** What a cycle and the days it counts by come to. */
export type Counted = {
  readonly cycle: Cycle;
  readonly calendar: Calendar;
  readonly closed: Closed;
};

const hasCome = (at: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(at, now) <= 0;

export type Waiting = { readonly return: Return; readonly at: Temporal.ZonedDateTime };

/** The returns of a cycle that wait for their data, and when each is to be asked for again. */
export const waitingForData = (
  registers: Registers,
  { cycle, calendar, closed }: Counted,
): readonly Waiting[] =>
  registers.returns.where('cycle', cycle.key).flatMap((asked) => {
    if (asked.state !== 'No data until') return [];
    const day = backOn(asked, closed);
    return day === null ? [] : [{ return: asked, at: calendar.at(day) }];
  });

/** Those whose moment has come. The cycle must be open for them to be asked. */
export const dueAgain = (
  registers: Registers,
  counted: Counted,
  now: Temporal.ZonedDateTime,
): readonly Return[] =>
  waitingForData(registers, counted)
    .filter(({ at }) => hasCome(at, now))
    .map((each) => each.return);

/**
 * Returns of a cycle that came back since it opened and are still owed, by the day they came: an answer
 * blanks the date that was given, so one that has it and is due has come back. Not what a manager sent
 * back: the date in its fields was not let stand.
 */
export const cameBack = (
  registers: Registers,
  { cycle, calendar, closed }: Counted,
): ReadonlyMap<string, readonly Return[]> => {
  const opened = cycle.openedAt ?? calendar.opens.toInstant();
  const back = registers.returns.where('cycle', cycle.key).flatMap((asked) => {
    const day = asked.state === 'Due' && !isSentBack(asked) ? backOn(asked, closed) : null;
    if (day === null) return [];
    const isSince = Temporal.Instant.compare(calendar.at(day).toInstant(), opened) > 0;
    return isSince ? [{ asked, day: day.toString() }] : [];
  });
  return new Map(
    [...Map.groupBy(back, ({ day }) => day)]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([day, some]) => [day, some.map(({ asked }) => asked)]),
  );
};

/**
 * From when a return still owed is taken to a manager or SMT: the cycle's own moment, or as many working
 * days after it came back, was sent back or is due later; never past the close, or it would be missing with
 * nobody told.
 */
export const lateFrom = (
  asked: Return,
  { cycle, calendar, closed }: Counted,
  level: 'manager' | 'SMT',
): Temporal.ZonedDateTime => {
  const own = level === 'manager' ? calendar.manager : calendar.smt;
  const again = isSentBack(asked) ? sentBackOn(asked) : backOn(asked, closed);
  const back = laterDay(again, dueAfter(asked, calendar));
  if (back === null) return own;
  const days = level === 'manager' ? cycle.managerAfter : cycle.smtAfter;
  const since = calendar.at(workingDayAfter(back, days, closed));
  const later = Temporal.ZonedDateTime.compare(since, own) > 0 ? since : own;
  return Temporal.ZonedDateTime.compare(later, calendar.closes) < 0 ? later : calendar.closes;
};

const sentBackOn = ({ approvedAt }: Return): Temporal.PlainDate | null =>
  approvedAt?.toZonedDateTimeISO(zone).toPlainDate() ?? null;

/** The day of a return that is due after the cycle's own; null of any other. */
export const dueAfter = (
  { dueOn }: Pick<Return, 'dueOn'>,
  calendar: Calendar,
): Temporal.PlainDate | null =>
  dueOn !== null && Temporal.PlainDate.compare(dueOn, calendar.dueOn) > 0 ? dueOn : null;

const laterDay = (
  one: Temporal.PlainDate | null,
  other: Temporal.PlainDate | null,
): Temporal.PlainDate | null => {
  if (one === null || other === null) return one ?? other;
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
};

export type AskedAgain = {
  readonly return: Pick<Return, 'key' | 'title' | 'plan' | 'measure' | 'period' | 'kind'>;
  /** Who is asked: the measure's owner as it stands. Null: its team's manager is. */
  readonly owner: string | null;
};

/**
 * What a cycle that opens asks for besides its own: figures of closed cycles that waited for their data,
 * and final figures where a provisional one was given. In the plan's order; a measure retired by the end
 * of the quarter is asked for nothing. What it continues in an earlier plan is asked of it.
 */
export const askedAgain = (registers: Registers, cycle: Cycle): readonly AskedAgain[] => {
  const asking = parsePeriod(cycle.period);
  if (asking === null) return [];
  return (
    registers.measures
      .where('plan', cycle.plan)
      .filter((measure) => !isRetiredBy(measure, asking))
      // A month asks for monthly figures alone.
      .filter((measure) => asking.kind !== 'month' || measure.frequency === 'monthly')
      .toSorted(inPlanOrder)
      .flatMap((measure) =>
        lineage(registers, measure)
          .flatMap((key) => registers.returns.where('measure', key))
          .flatMap((row) => again(registers, cycle, row))
          .map((asked) => ({ return: asked, owner: measure.owner })),
      )
  );
};

const again = (
  registers: Registers,
  cycle: Cycle,
  row: Return,
): readonly AskedAgain['return'][] => {
  if (row.kind === 'target') return [];
  if (isProvisional(row)) return final(registers, cycle, row);
  // A final figure that waited is found by way of its provisional one.
  return row.kind !== 'final' && waits(row) && isLeft(registers, cycle, row) ? [row] : [];
};

/** One that a withdrawn cycle had asked for again waits as before. */
const waits = ({ state, noDataUntil }: Return): boolean =>
  state === 'No data until' || (state === 'Withdrawn' && noDataUntil !== null);

/** No cycle that goes on, or is still to open, asks for it but this one. */
const isLeft = (registers: Registers, cycle: Cycle, row: Return): boolean => {
  const state = stateOf(registers, row);
  return state === 'Closed' || state === 'Withdrawn' || sameKey(row.cycle, cycle.key);
};

/** History made up for the sample never comes back. */
const isProvisional = (row: Return): boolean =>
  row.state === 'Returned' &&
  row.kind !== 'final' &&
  row.finality === 'provisional' &&
  row.value !== null &&
  !row.illustrative;

export const finalKey = (figure: Pick<Return, 'key'>): string => `${figure.key} final`;

/** While the cycle that asked for either is under way, it can be answered or corrected there. */
const final = (
  registers: Registers,
  cycle: Cycle,
  figure: Return,
): readonly AskedAgain['return'][] => {
  const key = finalKey(figure);
  const known = registers.returns.get(key);
  if (sameKey(figure.cycle, cycle.key) || isUnderWay(registers, figure)) return [];
  if (known && isUnderWay(registers, known)) return [];
  const code = measureOf(registers, figure)?.code ?? figure.measure ?? '';
  const title = `${code}, final figure for ${figure.period}`;
  const { plan, measure, period } = figure;
  return [{ key, title, plan, measure, period, kind: 'final' }];
};

const stateOf = (registers: Registers, { cycle }: Return): Cycle['state'] | null =>
  (cycle === null ? undefined : registers.cycles.get(cycle)?.state) ?? null;

const isUnderWay = (registers: Registers, row: Return): boolean => {
  const state = stateOf(registers, row);
  return state === 'Open' || state === 'Suspended';
};
