// How something said or done about an escalation is taken once: who may is asked again, the number of what
// went before is part of its key, and of two at the same moment one is told what the other did.
import type { EscalationEventKind } from '../registers/escalation-history.ts';
import type { Escalation } from '../registers/escalations.ts';
import type { Person } from '../registers/people.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import type { EscalationFault, EscalationSaying } from '../rules/escalation-fault.ts';
import { actsOn, type EscalationAct } from '../rules/escalations-may.ts';
import { barredBy, may } from '../rules/rights.ts';
import { escalating } from '../rules/rights-of.ts';
import { accept } from './accept.ts';
import { asExempt } from './as-exempt.ts';
import { change } from './change.ts';
import { orNotKept } from './or-not-kept.ts';
import type { Entry, Message, Ports } from './ports.ts';
import { readDate } from './read-date.ts';
import { redrawElsewhere } from './redraw-escalations.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

/** Keys as they came: nothing is believed of them. */
export type Acting = {
  /** Person key of whoever is signed in. */
  readonly by: string;
  readonly escalation: string;
  readonly source: 'card' | 'tab';
};

export type Acted = { readonly outcome: 'done' | 'already'; readonly escalation: Escalation };

export type Allowed = {
  readonly outcome: 'may';
  readonly person: Person;
  readonly escalation: Escalation;
};

export const faulty = (fault: EscalationFault): Refused => refused({ reason: 'escalation', fault });

/** Whether it is theirs to do, at any time; whether it waits for that now is asked when it is taken. */
export const mayAct = (
  ports: Ports,
  { by, escalation: key }: Acting,
  act: EscalationAct,
): Allowed | Refused => {
  const registers = ports.replica.registers();
  const today = ports.clock.now().toPlainDate();
  const escalation = registers.escalations.get(key);
  if (escalation === undefined) return faulty({ is: 'unknown' });
  const person = registers.people.get(by);
  if (person === undefined) return refused({ reason: 'not yours' });
  const left = leftAlready(person, today);
  if (left !== null) return left;
  const asking = { registers, person, today };
  if (barredBy(asking, escalating[act], escalation) !== null) return faulty({ is: 'not now' });
  return may(asking, escalating[act], escalation)
    ? { outcome: 'may', person, escalation }
    : refused({ reason: 'not yours' });
};

/** What was typed, without white space at its ends; refused where it is nothing or too long. */
export const readSaying = (
  typed: string,
  what: EscalationSaying,
  most: number,
): { readonly words: string } | Refused => {
  const words = typed.trim();
  if (words === '') return faulty({ is: 'nothing said', what });
  if (words.length > most) return faulty({ is: 'too long', what, length: words.length, most });
  return { words };
};

/** A day after today. */
export const readDayAhead = (
  typed: string,
  today: Temporal.PlainDate,
): { readonly day: Temporal.PlainDate } | Refused => {
  const day = readDate(typed);
  if (day === null) return faulty({ is: 'no day', typed });
  return Temporal.PlainDate.compare(day, today) > 0
    ? { day }
    : faulty({ is: 'day not ahead', day });
};

export type Happened = {
  readonly event: EscalationEventKind;
  /** Which of its kind: one more than were there when it was decided; or what it was told by. */
  readonly number: number | string;
  readonly by: string | null;
  readonly at: Temporal.Instant;
  readonly words: string | null;
  readonly to?: string | null;
  readonly dueOn?: Temporal.PlainDate | null;
  readonly answers?: string | null;
};

export const eventKey = (
  escalation: string,
  event: EscalationEventKind,
  number: Happened['number'],
): string => `${escalation}|${event}|${number}`;

/** The row of Escalation history; what is said of an exempt row is exempt itself. */
export const eventChange = (
  escalation: Pick<Escalation, 'key' | 'title' | 'plan' | 'access' | 'exemptUnder'>,
  { number, ...happened }: Happened,
): Change =>
  change('escalationHistory', eventKey(escalation.key, happened.event, number), {
    title: `${escalation.title}: ${happened.event}`.slice(0, 255),
    plan: escalation.plan,
    escalation: escalation.key,
    ...asExempt([escalation]),
    ...happened,
  });

export type Taking = {
  readonly acting: Acting;
  readonly may: Allowed;
  readonly act: EscalationAct;
  readonly happened: Omit<Happened, 'by' | 'at'>;
  /** What it makes of the escalation. */
  readonly set: Partial<Omit<Escalation, 'key'>>;
  readonly besides?: readonly Change[];
  readonly message?: Message | null;
};

/**
 * `already`: this person did the same before, with the same words. Refused where it is closed, where it
 * waits for that no more, and where another did it meanwhile or they themselves otherwise.
 */
export const takeAct = async (ports: Ports, taking: Taking): Promise<Acted | Refused> => {
  const { person, escalation } = taking.may;
  const registers = ports.replica.registers();
  const entry = entryFor(ports, taking);
  const known = registers.escalationHistory.get(eventOf(taking));
  if (known !== undefined) return repeated(ports, taking, { entry, first: known });
  if (escalation.state === 'Closed')
    return faulty({ is: 'closed', because: escalation.closedBecause });
  const today = ports.clock.now().toPlainDate();
  if (!actsOn(registers, { person, escalation }, today).includes(taking.act))
    return faulty({ is: 'not now' });
  const taken = await orNotKept(accept(ports, [entry]));
  if ('outcome' in taken) return taken;
  const [acceptance] = taken;
  if (acceptance?.outcome !== 'already') {
    await redrawElsewhere(ports, {
      acting: taking.acting,
      event: eventOf(taking),
      question: taking.happened.answers ?? null,
      told: escalation.person,
    });
    return acted(ports, taking, 'done');
  }
  const { by, at, changes } = acceptance.first;
  return repeated(ports, taking, { entry, first: { by, at, ...saidIn(changes) } });
};

const eventOf = ({ may, happened }: Taking): string =>
  eventKey(may.escalation.key, happened.event, happened.number);

const acted = (ports: Ports, { may }: Taking, outcome: Acted['outcome']): Acted => ({
  outcome,
  escalation: ports.replica.registers().escalations.get(may.escalation.key) ?? may.escalation,
});

type Said = Pick<Happened, 'by' | 'at' | 'words'> & {
  readonly dueOn?: { toString(): string } | null;
};

/** The same person saying the same, for the same day, has only pressed again. */
const repeated = (
  ports: Ports,
  taking: Taking,
  { entry, first }: { readonly entry: Entry; readonly first: Said },
): Acted | Refused => {
  const again = saidIn(entry.changes);
  const isSame =
    sameKey(first.by, entry.by) &&
    first.words === again.words &&
    (first.dueOn?.toString() ?? null) === (again.dueOn?.toString() ?? null);
  return isSame ? acted(ports, taking, 'already') : meanwhile(ports.replica.registers(), first);
};

const saidIn = (changes: readonly Change[]): Pick<Said, 'words' | 'dueOn'> => {
  const { words = null, dueOn = null } =
    changes.find(({ register }) => register === 'escalationHistory')?.set ?? {};
  return {
    words: typeof words === 'string' ? words : null,
    dueOn: typeof dueOn === 'string' ? dueOn : null,
  };
};

const meanwhile = (registers: Registers, { by, at }: Said): Refused =>
  faulty({
    is: 'meanwhile',
    by: by === null ? null : (registers.people.get(by)?.title ?? null),
    at,
  });

const entryFor = (ports: Ports, taking: Taking): Entry => {
  const { acting, may, happened, set, besides = [], message = null } = taking;
  const { escalation } = may;
  const at = ports.clock.now().toInstant();
  return {
    key: `escalation|${eventOf(taking)}`,
    by: acting.by,
    at,
    changes: [
      ...(Object.keys(set).length === 0 ? [] : [change('escalations', escalation.key, set)]),
      eventChange(escalation, { ...happened, by: acting.by, at }),
      ...besides,
    ],
    message,
    journal: { source: acting.source, why: happened.words },
  };
};

/** Saying anything of it is having seen it; a state that has gone further stays. */
export const seenSet = (
  escalation: Escalation,
  at: Temporal.Instant,
): Partial<Omit<Escalation, 'key'>> =>
  escalation.state === 'Open' ? { state: 'Acknowledged', acknowledgedAt: at } : {};
