// A cycle as the performance team sees it: who has answered, who has not, what became of each message.
import type { Registers, Row } from '../registers/registers.ts';
import { notificationStates } from '../registers/words.ts';
import { cycleCalendar } from '../rules/calendar.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';
import { isAnswered, isLate } from '../rules/owed.ts';
import { type Closed, closedDates } from '../rules/working-days.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { CycleView } from './api.ts';
import { freshness } from './freshness.ts';
import { nameOf } from './measure-row.ts';
import { repeatedWords } from './repeated.ts';

type Cycle = Row<'cycles'>;
type Return = Row<'returns'>;

/** The cycle asked for, else the open one, else the one to open next. Null where there is none. */
export const cycleView = (ports: Ports, asked: string | undefined): CycleView | null => {
  const registers = ports.replica.registers();
  const cycles = [...registers.cycles.values()].toSorted((a, b) =>
    b.period.localeCompare(a.period),
  );
  const cycle = asked ? registers.cycles.get(asked) : likeliest(cycles);
  if (!cycle) return null;
  const owed = registers.returns
    .where('cycle', cycle.key)
    .filter((each) => each.state !== 'Withdrawn');
  const answered = owed.filter(isAnswered);
  const closed = closedDates(registers);
  const today = ports.clock.now().toPlainDate();
  const isLateToday = (each: Return) =>
    each.state === 'Due' && (cycle.state === 'Closed' || isLate(each, today, closed) > 0);
  return {
    key: cycle.key,
    name: cycle.title,
    state: cycle.state,
    title: titleOf(cycle, closed, `${answered.length} of ${owed.length} answered`),
    because: cycle.withdrawnReason,
    cycles: cycles.map((each) => ({ key: each.key, words: each.title, group: '' })),
    calendar: [...calendarOf(cycle, closed), ...repeatedOf(ports, cycle)],
    owed: owed.length,
    answered: answered.length,
    directorates: directoratesOf(registers, owed, isLateToday),
    messages: messagesOf(registers, cycle),
    unreached: unreachedOf(registers, cycle),
    waiting: waitingOf(registers, owed),
    may: {
      open: cycle.state === 'Planned',
      close: cycle.state === 'Open',
      withdraw: cycle.state === 'Open',
    },
    freshness: freshness(ports.replica),
  };
};

/** Beside the dates the team goes by, since it is they who are asked about a second card. */
const repeatedOf = (ports: Ports, cycle: Cycle): CycleView['calendar'] => {
  const words = repeatedWords(ports, cycle);
  return words === null ? [] : [{ label: 'Sent twice', words }];
};

const likeliest = (newestFirst: readonly Cycle[]): Cycle | undefined =>
  newestFirst.find((cycle) => cycle.state === 'Open') ??
  newestFirst.findLast((cycle) => cycle.state === 'Planned') ??
  newestFirst[0];

const titleOf = (cycle: Cycle, closed: Closed, answered: string): string => {
  const calendar = cycleCalendar(cycle, closed);
  switch (cycle.state) {
    case 'Planned':
      return `Opens ${momentWords(calendar.opens)}`;
    case 'Open':
      return `${answered}, due by ${dateWords(calendar.dueOn)}`;
    case 'Closed':
      return `Closed with ${answered}`;
    case 'Withdrawn':
      return 'This cycle was withdrawn';
  }
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

const directoratesOf = (
  registers: Registers,
  owed: readonly Return[],
  isLateToday: (each: Return) => boolean,
): CycleView['directorates'] => {
  const directorateOf = (each: Return): string => {
    const team = registers.measures.get(each.measure)?.team ?? '';
    return registers.teams.get(team)?.directorate ?? 'No directorate';
  };
  return [...Map.groupBy(owed, directorateOf)]
    .map(([name, returns]) => ({
      name,
      owed: returns.length,
      answered: returns.filter(isAnswered).length,
      late: returns.filter(isLateToday).length,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
};

const messagesOf = (registers: Registers, cycle: Cycle): CycleView['messages'] => {
  const sent = registers.notifications.where('cycle', cycle.key);
  return notificationStates.map((state) => ({
    state,
    count: sent.filter((each) => each.state === state).length,
  }));
};

const unreachedOf = (registers: Registers, cycle: Cycle): CycleView['unreached'] =>
  registers.notifications
    .where('cycle', cycle.key)
    .filter((each) => each.state === 'Unreachable' || each.state === 'Failed')
    .map((each) => ({
      person: nameOf(registers, each.person) ?? each.person,
      step: each.step,
      words: each.reason ?? each.state,
    }));

const waitingOf = (registers: Registers, owed: readonly Return[]): CycleView['waiting'] => {
  const due = owed.filter((each) => each.state === 'Due');
  return [...Map.groupBy(due, (each) => each.owner)]
    .map(([owner, returns]) => ({
      person: nameOf(registers, owner) ?? 'Nobody owns these',
      count: returns.length,
    }))
    .toSorted((a, b) => b.count - a.count || a.person.localeCompare(b.person));
};
