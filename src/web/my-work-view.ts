// A person's own work: what they owe, whatever waits for their word, and what they promised and when.
import type { Action } from '../registers/actions.ts';
import type { Cycle } from '../registers/cycles.ts';
import { readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { mayRead } from '../rules/access.ts';
import { waitingFor } from '../rules/approval.ts';
import { askedName } from '../rules/asked-name.ts';
import { isAway } from '../rules/away.ts';
import { cycleCalendar, zone } from '../rules/calendar.ts';
import { dateWords } from '../rules/date-words.ts';
import { toEndorse } from '../rules/endorsing.ts';
import { type AskedOfPerson, askedByEscalations } from '../rules/escalations-asking.ts';
import { type EscalationShown, escalationsFor } from '../rules/escalations-for.ts';
import { answeredBy, isLate, type Owed, owedBy } from '../rules/owed.ts';
import { isOpen } from '../rules/promise.ts';
import { signersOf } from '../rules/sign-off.ts';
import { signaturesWanted } from '../rules/whose-word.ts';
import { type Closed, closedDates } from '../rules/working-days.ts';
import { draftOf } from '../use-cases/keep-draft.ts';
import type { Ports } from '../use-cases/ports.ts';
import type { MyWorkView, OwedLine, PromisedLine, WaitingLine } from './api-my-work.ts';
import { askedLines, askedTitle } from './asked-of-them.ts';
import { waitsForThem } from './escalations-view.ts';
import { freshness } from './freshness.ts';
import { linesToName } from './lines-to-name.ts';
import { nameOf } from './measure-row.ts';
import { counted } from './words.ts';

type Looking = {
  readonly registers: Registers;
  readonly person: Person;
  readonly now: Temporal.ZonedDateTime;
  readonly today: Temporal.PlainDate;
  readonly closed: Closed;
};

export const myWorkView = (ports: Ports, person: Person): MyWorkView => {
  const registers = ports.replica.registers();
  const now = ports.clock.now().withTimeZone(zone);
  const looking = {
    registers,
    person,
    now,
    today: now.toPlainDate(),
    closed: closedDates(registers),
  };
  const owed = owedBy(registers, person, looking.today).toSorted(byDay);
  const escalations = escalationsOf(looking);
  const asked = askedByEscalations(looking, escalations);
  const waiting = waitingLines(looking, { escalations, asked });
  return {
    title: titleOf(looking, owed) ?? askedTitle(asked, looking.today) ?? quietTitle(waiting),
    next: owed.length === 0 ? nextWords(looking) : null,
    away: awayWords(looking),
    owed: owed.map((each) => owedLine(looking, each)),
    waiting,
    promised: promisedLines(looking),
    toName: linesToName(registers, person, looking.today),
    answered: openCycles(registers).reduce(
      (sum, { key }) => sum + answeredBy(registers, person, key, looking.today).length,
      0,
    ),
    freshness: freshness(ports.replica),
  };
};

const openCycles = (registers: Registers): readonly Cycle[] =>
  [...registers.cycles.values()].filter(({ state }) => state === 'Open');

/** By the day each is due, those without one last; else in the plan's order. */
const byDay = ({ return: one }: Owed, { return: other }: Owed): number => {
  if (one.dueOn === null || other.dueOn === null)
    return Number(one.dueOn === null) - Number(other.dueOn === null);
  return Temporal.PlainDate.compare(one.dueOn, other.dueOn);
};

/** Something may wait for their word without a day of its own. */
const quietTitle = (waiting: readonly WaitingLine[]): string =>
  waiting.length === 0 ? 'Nothing due' : 'No return due';

/** Null where no return is. */
const titleOf = ({ today, closed }: Looking, owed: readonly Owed[]): string | null => {
  const late = owed.filter((each) => isLate(each.return, today, closed) > 0).length;
  if (late > 0) return `${counted(late, 'return is', 'returns are')} late`;
  const [first] = owed;
  if (first === undefined) return null;
  const by = first.return.dueOn === null ? '' : ` by ${dateWords(first.return.dueOn)}`;
  const due = owed.filter(({ return: { dueOn } }) => sameDay(dueOn, first.return.dueOn)).length;
  const more = owed.length - due;
  return `${counted(due, 'return')} due${by}${more > 0 ? `, ${more} more later` : ''}`;
};

const sameDay = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

const nextWords = ({ registers, closed, now }: Looking): string => {
  const next = [...registers.cycles.values()]
    .filter(({ state }) => state === 'Planned')
    .map((cycle) => ({ cycle, opens: cycleCalendar(cycle, closed).opens }))
    .filter(({ opens }) => Temporal.ZonedDateTime.compare(opens, now) >= 0)
    .toSorted((one, other) => Temporal.ZonedDateTime.compare(one.opens, other.opens))[0];
  return next === undefined
    ? 'You get a card in your chat when a return is due.'
    : `Next: ${next.cycle.title} opens ${dateWords(next.opens.toPlainDate())}.`;
};

const awayWords = ({ person, today }: Looking): string | null =>
  person.awayUntil !== null && isAway(person, today)
    ? `You are away until ${dateWords(person.awayUntil)}. What you owe is asked of whoever covers for you.`
    : null;

const owedLine = (
  { registers, person, today, closed }: Looking,
  { return: asked, about, as }: Owed,
): OwedLine => {
  const days = isLate(asked, today, closed);
  const kept = draftOf(registers, person.key, asked.key)?.keptAt ?? null;
  const notes = [
    ...(asked.approval === 'sent back' ? [`sent back: ${asked.sentBackBecause ?? ''}`] : []),
    ...(as === 'deputy' ? [`for ${nameOf(registers, asked.owner) ?? 'nobody'}`] : []),
    ...(kept === null ? [] : [`begun ${dateWords(kept.toZonedDateTimeISO(zone).toPlainDate())}`]),
  ];
  return {
    key: asked.key,
    name: askedName(asked, about),
    due: dueWords(asked.dueOn, days),
    late: days > 0,
    note: notes.length === 0 ? null : notes.join('; '),
    measure: about.of === 'measure' ? about.row.key : null,
  };
};

const dueWords = (dueOn: Temporal.PlainDate | null, days: number): string => {
  if (days > 0) return `${counted(days, 'working day')} late`;
  return dueOn === null ? 'due' : `due by ${dateWords(dueOn)}`;
};

/** Those that wait for them, and that they may read. */
const escalationsOf = ({ registers, person, today }: Looking): readonly EscalationShown[] =>
  escalationsFor(registers, person, today).filter(
    (each) =>
      waitsForThem(each) &&
      mayRead(registers, person, { register: 'escalations', row: each.escalation }),
  );

type Escalated = {
  readonly escalations: readonly EscalationShown[];
  readonly asked: AskedOfPerson;
};

/** Named one by one; the rest are counted. */
const mostAsked = 5;

/** Each with where it is dealt with; what is nothing is left out. */
const waitingLines = (looking: Looking, escalated: Escalated): readonly WaitingLine[] => {
  const { registers, person, today, now } = looking;
  const cycles = openCycles(registers);
  const approve = cycles.flatMap(({ key }) => waitingFor(registers, person, { cycle: key, today }));
  const sign = cycles
    .flatMap((cycle) => signaturesWanted(registers, cycle, now))
    .filter(({ signed }) =>
      signersOf(registers, signed, today).some(({ key }) => key === person.key),
    );
  const named = askedLines(escalated.asked, today).slice(0, mostAsked);
  const isNamed = new Set(named.map(({ open }) => open));
  const others = escalated.escalations.filter(({ escalation }) => !isNamed.has(escalation.key));
  const endorse = toEndorse(registers, person, today);
  return [
    named,
    line(approve.length, 'return to approve', 'returns to approve', 'sign-off'),
    line(sign.length, 'quarter to sign', 'quarters to sign', 'sign-off'),
    line(endorse.length, 'target to endorse', 'targets to endorse', 'targets'),
    line(
      others.length,
      named.length === 0 ? 'escalation' : 'other escalation',
      named.length === 0 ? 'escalations' : 'other escalations',
      'escalations',
    ),
  ].flat();
};

// oxlint-disable-next-line max-params -- one line of a table
const line = (
  count: number,
  one: string,
  many: string,
  at: WaitingLine['at'],
): readonly WaitingLine[] =>
  count === 0 ? [] : [{ words: counted(count, one, many), at, open: null }];

/** Their own corrective actions and recovery plans that are still open, the earliest first. */
const promisedLines = ({ registers, person, today }: Looking): readonly PromisedLine[] =>
  registers.actions
    .where('owner', person.key)
    .filter((each) => isPromise(each) && isOpen(each))
    .filter((row) => mayRead(registers, person, { register: 'actions', row }))
    .toSorted((one, other) => compareDays(one.dueOn, other.dueOn))
    .map((each) => ({
      key: each.key,
      title: each.title,
      due: each.dueOn && `by ${dateWords(each.dueOn)}`,
      late: each.dueOn !== null && Temporal.PlainDate.compare(each.dueOn, today) < 0,
      status: each.status,
      of: measureServed(registers, each),
    }));

const isPromise = ({ kind }: Action): boolean =>
  kind === 'corrective action' || kind === 'recovery plan';

const compareDays = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): number =>
  one === null || other === null
    ? Number(one === null) - Number(other === null)
    : Temporal.PlainDate.compare(one, other);

const measureServed = (registers: Registers, { serves }: Action): string | null => {
  const lines = serves.map(readLine).filter((each) => each?.register === 'measures');
  const first = lines[0];
  return (first && registers.measures.get(first.key)?.title) ?? null;
};
