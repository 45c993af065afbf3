// A cycle as the performance team sees it: how far each part of the council has got, what became of each
// message, and what may be done now.
import type { Cycle } from '../registers/cycles.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import { notificationStates, type Step } from '../registers/words.ts';
import { cycleCalendar, zone } from '../rules/calendar.ts';
import { completionOf } from '../rules/completion.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';
import { type Closed, closedDates } from '../rules/working-days.ts';
import { isUndelivered } from '../use-cases/deliver-again.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { CycleView } from './api-cycle.ts';
import { boardOf, countsOf, messageLine } from './cycle-board.ts';
import { freshness } from './freshness.ts';
import { repeatedWords } from './repeated.ts';

/** The cycle asked for, else the open one, else the one to open next. Null where there is none. */
export const cycleView = (ports: Ports, asked: string | undefined): CycleView | null => {
  const registers = ports.replica.registers();
  const cycles = [...registers.cycles.values()].toSorted((a, b) =>
    b.period.localeCompare(a.period),
  );
  const cycle = asked ? registers.cycles.get(asked) : likeliest(cycles);
  if (!cycle) return null;
  const closed = closedDates(registers);
  const today = ports.clock.now().withTimeZone(zone).toPlainDate();
  const completion = completionOf(registers, cycle, today);
  const messages = messagesOf(registers, cycle);
  return {
    key: cycle.key,
    name: cycle.title,
    state: cycle.state,
    title: titleOf(cycle, closed, `${completion.answered} of ${completion.asked} answered`),
    because: becauseOf(registers, cycle),
    cycles: cycles.map((each) => ({ key: each.key, words: each.title, group: '' })),
    calendar: [...calendarOf(cycle, closed), ...repeatedOf(ports, cycle)],
    counts: countsOf(completion),
    directorates: boardOf(registers, cycle, completion),
    messages,
    undelivered: undeliveredOf(registers, cycle),
    decisions: decisionsOf(registers, cycle),
    closesAtOnce: cycle.state === 'Suspended' && isPast(cycleCalendar(cycle, closed).closes, ports),
    may: mayOf(cycle, messages),
    freshness: freshness(ports.replica),
  };
};

const isPast = (at: Temporal.ZonedDateTime, { clock }: Pick<Ports, 'clock'>): boolean =>
  Temporal.ZonedDateTime.compare(at, clock.now()) <= 0;

/** Beside the dates the team goes by, since it is they who are asked about a second card. */
const repeatedOf = (ports: Ports, cycle: Cycle): CycleView['calendar'] => {
  const words = repeatedWords(ports, cycle);
  return words === null ? [] : [{ label: 'Sent twice', words }];
};

const likeliest = (newestFirst: readonly Cycle[]): Cycle | undefined =>
  newestFirst.find(({ state }) => state === 'Open' || state === 'Suspended') ??
  newestFirst.findLast(({ state }) => state === 'Planned') ??
  newestFirst[0];

const titleOf = (cycle: Cycle, closed: Closed, answered: string): string => {
  const calendar = cycleCalendar(cycle, closed);
  switch (cycle.state) {
    case 'Planned':
      return `Opens ${momentWords(calendar.opens)}`;
    case 'Open':
      return `${answered}, due by ${dateWords(calendar.dueOn)}`;
    case 'Suspended':
      return `Suspended with ${answered}`;
    case 'Closed':
      return `Closed with ${answered}`;
    case 'Withdrawn':
      return 'This cycle was withdrawn';
  }
};

/** Why it is as it is, where that is somebody's doing. */
const becauseOf = (registers: Registers, cycle: Cycle): string | null => {
  if (cycle.state !== 'Suspended') return cycle.withdrawnReason;
  const decision = cycle.suspendedBy === null ? null : registers.decisions.get(cycle.suspendedBy);
  return decision ? `${decision.title}, ${dateWords(decision.decidedOn)}` : cycle.suspendedBy;
};

const calendarOf = (cycle: Cycle, closed: Closed): CycleView['calendar'] => {
  const calendar = cycleCalendar(cycle, closed);
  return [
    { label: 'Cards go out', words: momentWords(calendar.opens) },
    { label: 'Reminder', words: momentWords(calendar.reminder) },
    { label: 'Returns due', words: dateWords(calendar.dueOn) },
    { label: 'Managers told', words: momentWords(calendar.manager) },
    { label: 'SMT told', words: momentWords(calendar.smt) },
    { label: 'Closes', words: dateWords(calendar.closesOn) },
  ];
};

const messagesOf = (registers: Registers, cycle: Cycle): CycleView['messages'] => {
  const counts = Map.groupBy(
    registers.notifications.where('cycle', cycle.key),
    ({ state }) => state,
  );
  return notificationStates.map((state) => ({ state, count: counts.get(state)?.length ?? 0 }));
};

/** One line for each person and what they are asked or told: a later step says what an earlier one said. */
const undeliveredOf = (registers: Registers, cycle: Cycle): CycleView['undelivered'] => {
  const rows = registers.notifications
    .where('cycle', cycle.key)
    .filter((each) => isUndelivered(each, cycle))
    .toSorted((one, other) => Temporal.Instant.compare(one.fellDueAt, other.fellDueAt));
  const kind = ({ step, about }: Notification) =>
    asksOwners.has(step) ? 'asks' : `${step} ${about ?? ''}`;
  return [...Map.groupBy(rows, (each) => `${each.person} ${kind(each)}`).values()].flatMap(
    (theirs) => {
      const newest = theirs.at(-1);
      return newest ? [{ ...messageLine(registers, newest), before: theirs.length - 1 }] : [];
    },
  );
};

const asksOwners: ReadonlySet<Step> = new Set(['Opening', 'Reminder', 'Deadline', 'Back', 'Nudge']);

/** Those of the cycle's own plan, and of no plan in particular. */
const decisionsOf = (registers: Registers, cycle: Cycle): CycleView['decisions'] =>
  cycle.state !== 'Open'
    ? []
    : [...registers.decisions.values()]
        .filter(({ plan }) => plan === null || plan === cycle.plan)
        .toSorted((one, other) => Temporal.PlainDate.compare(other.decidedOn, one.decidedOn))
        .map(({ key, title, decidedOn }) => ({
          key,
          words: `${title}, ${dateWords(decidedOn)}`,
          group: '',
        }));

const mayOf = ({ state }: Cycle, messages: CycleView['messages']): CycleView['may'] => {
  const count = (of: string) => messages.find((each) => each.state === of)?.count ?? 0;
  const isOpen = state === 'Open';
  const isRunning = isOpen || state === 'Suspended';
  return {
    open: state === 'Planned',
    close: isOpen,
    withdraw: isRunning,
    suspend: isOpen,
    resume: state === 'Suspended',
    nudge: isOpen,
    cancel: isRunning && count('Queued') > 0,
    deliverAgain: isOpen && count('Failed') + count('Unreachable') > 0,
  };
};
