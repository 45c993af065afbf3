// What escalations ask of a person: the recovery plans required of them, the first due first, and the questions
// put to them. Whether it is theirs to answer is the rules' to say.
import type { EscalationEvent } from '../../src/registers/escalation-history.ts';
import { mayRead } from '../../src/rules/access.ts';
import { type EscalationShown, escalationsFor } from '../../src/rules/escalations-for.ts';
import { lastOf } from '../../src/rules/escalations-history.ts';
import { mayAnswerIt } from '../../src/rules/escalations-may.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import type { Button } from '../cards/adaptive-card.ts';
import { shortened } from '../cards/card-text.ts';
import { counted, dayWords } from './cycle-words.ts';
import type { Reader } from './digest-view.ts';
import type { About } from './question-about-view.ts';

/** Whatever waits for this person to answer, a plan before the questions. */
export const askedOf = (reader: Reader): readonly About[] => {
  const { registers, person } = reader;
  const shown = escalationsFor(registers, person, reader.today).filter(({ escalation: row }) =>
    mayRead(registers, person, { register: 'escalations', row }),
  );
  const plans = shown.flatMap((each) => planOf(reader, each));
  return [...plans.toSorted(byDay), ...shown.flatMap((each) => questionsOf(reader, each))];
};

const planOf = (reader: Reader, { escalation, may }: EscalationShown): readonly About[] => {
  const asked = lastOf(reader.registers, escalation.key, 'plan required');
  if (asked === undefined || !may.includes('give plan')) return [];
  return isTheirs(reader, { escalation, asked }) ? [{ escalation, asked }] : [];
};

const questionsOf = (
  reader: Reader,
  { escalation, may, questions }: EscalationShown,
): readonly About[] =>
  may.includes('reply')
    ? questions
        .filter(({ answered }) => answered === null)
        .map(({ asked }) => ({ escalation, asked }))
        .filter((each) => isTheirs(reader, each))
    : [];

const isTheirs = (
  { registers, person, today }: Reader,
  { escalation, asked }: { readonly escalation: About['escalation']; asked: EscalationEvent },
): boolean => mayAnswerIt(registers, { person, escalation }, { asked, today });

const isPlan = ({ asked }: About): boolean => asked.event === 'plan required';

const dayOf = ({ escalation, asked }: About): Temporal.PlainDate | null =>
  isPlan({ escalation, asked }) ? escalation.planDueOn : null;

const byDay = (one: About, other: About): number => {
  const [a, b] = [dayOf(one), dayOf(other)];
  return a === null || b === null
    ? Number(a === null) - Number(b === null)
    : Temporal.PlainDate.compare(a, b);
};

export type AskedView = {
  /** "1 recovery plan due by Fri 23 October and 1 question to answer."; of one alone, with its name. */
  readonly title: string;
  readonly sentences: readonly string[];
  /** Opens the first of them. */
  readonly button: Button;
};

const mostNamed = 3;

/** Null where nothing is asked. */
export const askedView = (reader: Reader): AskedView | null => {
  const all = askedOf(reader);
  const [first] = all;
  if (first === undefined) return null;
  const more = all.length - mostNamed;
  const those = all.length === 1 ? 'It is' : 'They are';
  return {
    title:
      all.length === 1 ? `${titleOf(reader, all)}: ${nameOf(first)}.` : `${titleOf(reader, all)}.`,
    sentences: [
      ...(all.length === 1 ? [] : all.slice(0, mostNamed).map((each) => lineOf(reader, each))),
      `${more > 0 ? `And ${more} more. ` : ''}${those} in the tab too, under Escalations.`,
    ],
    button: {
      title: isPlan(first) ? 'Give the plan…' : 'Answer…',
      verb: 'escalation',
      data: { v: 1, escalation: markOf(first.escalation.key), form: 'answer' },
      primary: true,
    },
  };
};

const titleOf = (reader: Reader, all: readonly About[]): string => {
  const plans = all.filter(isPlan);
  const questions = all.length - plans.length;
  return [
    ...plansWords(reader, plans),
    ...(questions === 0 ? [] : [`${counted(questions, 'question')} to answer`]),
  ].join(' and ');
};

const plansWords = ({ today }: Reader, plans: readonly About[]): readonly string[] => {
  const [first] = plans;
  if (first === undefined) return [];
  const by = byWords(dayOf(first), today);
  const count = counted(plans.length, 'recovery plan');
  return [plans.length === 1 ? `${count}${by}` : `${count} required, the first${by}`];
};

const byWords = (day: Temporal.PlainDate | null, today: Temporal.PlainDate): string => {
  if (day === null) return ' required';
  const isLate = Temporal.PlainDate.compare(day, today) < 0;
  return isLate ? ` was due on ${dayWords(day, today)}` : ` due by ${dayWords(day, today)}`;
};

const nameOf = ({ escalation }: About): string => shortened(escalation.title, 120);

const lineOf = ({ today }: Reader, each: About): string =>
  isPlan(each)
    ? `Recovery plan${byWords(dayOf(each), today)}: ${nameOf(each)}.`
    : `Question: ${nameOf(each)}.`;
