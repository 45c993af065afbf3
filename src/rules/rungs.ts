// The rungs of a cycle's ladders: each step's moment, and whom it would tell of what. The asking steps
// are one ladder, Manager and SMT one each; what came back after a "no data until", or was sent back by a
// manager, has its own of each.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { LadderStep } from '../registers/words.ts';
import { isSentBack } from './approval.ts';
import { type Audience, managersTold, only, smtTold, thoseAsked, whoOwe } from './audience.ts';
import { cycleCalendar, stepTimes, zone } from './calendar.ts';
import { type Counted, cameBack, dueAfter, lateFrom } from './due-again.ts';
import { askingTimes, firstDueDays } from './lower-first.ts';
import { closedDates } from './working-days.ts';

export type RungStep = LadderStep | 'Back';

export type Rung = {
  readonly step: RungStep;
  /** ISO date of a rung that is there for what came back on a day; null on a cycle's own. */
  readonly on: string | null;
  readonly at: Temporal.ZonedDateTime;
  readonly audience: () => Audience;
};

/** Rungs of one ladder, lowest first: of those that have come, a person is told by the latest alone. */
export type Ladder = readonly Rung[];

/** Every ladder of a cycle with all its rungs, come or still ahead; `now` says who is late, and away. */
export const laddersOf = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly Ladder[] => {
  const counted = countedBy(registers, cycle);
  const today = now.withTimeZone(zone).toPlainDate();
  const asked = once(() => thoseAsked(registers, cycle, today));
  const isLate = (level: 'manager' | 'SMT') => (each: Return) =>
    Temporal.ZonedDateTime.compare(lateFrom(each, counted, level), now) <= 0;
  const managers = once(() => only(managersTold(registers, cycle, today), isLate('manager')));
  const smt = once(() => only(smtTold(registers, cycle, today), isLate('SMT')));
  const ladder = (only: LadderStep, audience: () => Audience): Ladder =>
    stepTimes(counted.calendar).flatMap(({ step, at }) =>
      step === only ? [{ step, on: null, at, audience }] : [],
    );
  return [
    askingLadder(counted, asked, firstDueDays(registers, counted, today)),
    ladder('Manager', managers),
    ladder('SMT', smt),
    ...laddersBack(registers, counted, { asked, managers, smt }),
  ];
};

/**
 * Reminder and deadline fall by the first day on which something is due of a person; of one whose day is
 * not said, by the cycle's own. Earliest first: a cycle opened late opens after its own reminder, and
 * by the clock opening is then the latest.
 */
const askingLadder = (
  counted: Counted,
  asked: () => Audience,
  days: ReadonlyMap<string, Temporal.PlainDate>,
): Ladder => {
  const own = counted.calendar.dueOn;
  const all = new Map([own, ...days.values()].map((day) => [day.toString(), day]));
  return [...all.values()]
    .flatMap((due) => {
      const theirs = once(() => whoseDayIs(asked(), due, (key) => days.get(key) ?? own));
      return askingTimes(counted, due).map(({ step, at }): Rung => {
        const audience = days.size === 0 ? asked : theirs;
        return { step, on: null, at, audience };
      });
    })
    .toSorted((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at));
};

const whoseDayIs = (
  asked: Audience,
  due: Temporal.PlainDate,
  dayOf: (person: string) => Temporal.PlainDate,
): Audience => new Map([...asked].filter(([person]) => dayOf(person).equals(due)));

export const countedBy = (registers: Registers, cycle: Cycle): Counted => {
  const closed = closedDates(registers);
  return { cycle, calendar: cycleCalendar(cycle, closed), closed };
};

type Audiences = { readonly [of in 'asked' | 'managers' | 'smt']: () => Audience };

/** What came back is asked for on its day, then told to the manager and SMT when it is late in its turn. */
const laddersBack = (
  registers: Registers,
  counted: Counted,
  { asked, managers, smt }: Audiences,
): readonly Ladder[] => {
  const days = [...cameBack(registers, counted)];
  const back = days.map(([day, some]): Rung => {
    const at = counted.calendar.at(Temporal.PlainDate.from(day));
    return { step: 'Back', on: day, at, audience: of(asked, some) };
  });
  const own = registers.returns
    .where('cycle', counted.cycle.key)
    .filter(
      (each) =>
        each.state === 'Due' && (isSentBack(each) || dueAfter(each, counted.calendar) !== null),
    );
  const later = [...new Set([...days.flatMap(([, some]) => some), ...own])];
  const late = (step: 'Manager' | 'SMT', audience: () => Audience): Ladder => {
    const moments = later.flatMap((each) => {
      const at = lateLater(each, counted, step);
      return at === null ? [] : [{ each, at, on: at.toPlainDate().toString() }];
    });
    return [...Map.groupBy(moments, ({ on }) => on)]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([on, some]) => {
        const at = some[0]?.at;
        const returns = some.map(({ each }) => each);
        return at ? [{ step, on, at, audience: of(audience, returns) }] : [];
      });
  };
  return [back, late('Manager', managers), late('SMT', smt)];
};

/** Null where the cycle's own step tells of it, or its close comes first. */
const lateLater = (
  asked: Return,
  counted: Counted,
  step: 'Manager' | 'SMT',
): Temporal.ZonedDateTime | null => {
  const { manager, smt, closes } = counted.calendar;
  const at = lateFrom(asked, counted, step === 'SMT' ? 'SMT' : 'manager');
  const isAfter = Temporal.ZonedDateTime.compare(at, step === 'SMT' ? smt : manager) > 0;
  return isAfter && Temporal.ZonedDateTime.compare(at, closes) < 0 ? at : null;
};

/** Those of an audience who still owe, or are to hear of, some of these. */
const of = (audience: () => Audience, some: readonly Return[]) => (): Audience => {
  const keys = new Set(some.map(({ key }) => key));
  return whoOwe(only(audience(), ({ key }) => keys.has(key)));
};

const once = <Value>(work: () => Value): (() => Value) => {
  let done: { readonly value: Value } | null = null;
  return () => (done ??= { value: work() }).value;
};
