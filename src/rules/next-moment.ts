// The moments the council's clock could be moved to: what happens next, and the days people name.
// Only local mode moves a clock; what then falls due is decided in ladder.ts.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { LadderStep } from '../registers/words.ts';
import { nextApprovals } from './approvals-due.ts';
import { type Calendar, zone } from './calendar.ts';
import { cycleName } from './cycle-name.ts';
import { type Counted, waitingForData } from './due-again.ts';
import { firstHeldMoment } from './may-go-now.ts';
import { mayGoAt } from './quiet-hours.ts';
import { countedBy, laddersOf } from './rungs.ts';
import { closedDates, workingDayAfter } from './working-days.ts';

export type Moment = {
  readonly id: 'next' | 'next-working-day' | 'deadline' | 'close';
  readonly label: string;
  readonly at: Temporal.ZonedDateTime;
};

type Happening = Pick<Moment, 'label' | 'at'>;

const stepLabels: { readonly [S in LadderStep | 'Back']: string } = {
  Opening: 'Cards go out',
  Reminder: 'Reminder goes out',
  Deadline: 'Deadline reminder goes out',
  Manager: 'Managers hear of what is missing',
  SMT: 'SMT hears of what is missing',
  Back: 'A figure promised for a date is asked for again',
};

/**
 * The next thing to happen in any planned or open cycle, at a moment it may; the next working day at the
 * hour cards go out; and the deadline and close of the open cycle. Only moments after `now`; each id once.
 */
export const nextMoments = (
  registers: Registers,
  now: Temporal.ZonedDateTime,
): readonly Moment[] => {
  const closed = closedDates(registers);
  const live = [...registers.cycles.values()]
    .filter((cycle) => cycle.state === 'Open' || cycle.state === 'Planned')
    .map((cycle) => countedBy(registers, cycle));
  const ahead = (happenings: readonly Happening[]) =>
    happenings
      .filter(({ at }) => Temporal.ZonedDateTime.compare(at, now) > 0)
      .toSorted((one, other) => Temporal.ZonedDateTime.compare(one.at, other.at))
      .slice(0, 1);
  const open = live.filter(({ cycle }) => cycle.state === 'Open');
  const [soonest] = ahead([
    ...live.flatMap((each) => happeningsOf(registers, each, now)),
    ...held(registers, now),
  ]);
  const sendAt =
    (open[0] ?? live[0])?.calendar.opens.toPlainTime() ?? Temporal.PlainTime.from('09:00');
  const today = now.withTimeZone(zone).toPlainDate();
  const workingDay = workingDayAfter(today, 1, closed);
  return [
    ...ids('next', soonest ? [soonest] : []),
    ...ids('next-working-day', [
      {
        label: 'Next working day',
        at: workingDay.toZonedDateTime({ timeZone: zone, plainTime: sendAt }),
      },
    ]),
    ...ids('deadline', ahead(open.map(({ cycle, calendar }) => deadlineOf(cycle, calendar)))),
    ...ids('close', ahead(open.map(({ cycle, calendar }) => closeOf(cycle, calendar)))),
  ];
};

const ids = (id: Moment['id'], happenings: readonly Happening[]): readonly Moment[] =>
  happenings.map((happening) => ({ id, ...happening }));

const happeningsOf = (
  registers: Registers,
  counted: Counted,
  now: Temporal.ZonedDateTime,
): readonly Happening[] => {
  const { cycle, calendar, closed } = counted;
  if (cycle.state === 'Planned')
    return [{ label: `${cycleName(cycle)} opens`, at: calendar.opens }];
  const steps = [
    ...laddersOf(registers, cycle, now).flat(),
    ...waitingForData(registers, counted).map(({ at }) => ({ step: 'Back' as const, at })),
  ];
  // Each person's own hours and days are for them alone: what waits for those is told as it waits.
  const going = { person: undefined, cycle, closed };
  return [
    ...steps.map(({ step, at }) => ({ label: stepLabels[step], at: mayGoAt(going, at) })),
    ...approvalsOf(registers, cycle, now),
    closeOf(cycle, calendar),
  ];
};

const approvalsOf = (
  registers: Registers,
  cycle: Cycle,
  now: Temporal.ZonedDateTime,
): readonly Happening[] => {
  const at = nextApprovals(registers, cycle, now);
  return at === null ? [] : [{ label: 'Cards ask for approval', at }];
};

/** What has come for somebody, and waits for their hours, their days or another day. */
const held = (registers: Registers, now: Temporal.ZonedDateTime): readonly Happening[] => {
  const at = firstHeldMoment(registers, now);
  return at === null ? [] : [{ label: 'Cards that waited go out', at }];
};

const deadlineOf = (cycle: Cycle, calendar: Calendar): Happening => ({
  label: `${cycleName(cycle)} returns are due`,
  at: calendar.deadline,
});

const closeOf = (cycle: Cycle, calendar: Calendar): Happening => ({
  label: `${cycleName(cycle)} closes`,
  at: calendar.closes,
});
