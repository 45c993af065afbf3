// What escalations ask of a person, as a card says it and opens the first of it.
import { mayRead } from '../../src/rules/access.ts';
import {
  type AskedOfPerson,
  askedByEscalations,
  type PlanAsked,
} from '../../src/rules/escalations-asking.ts';
import { escalationsFor } from '../../src/rules/escalations-for.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import type { Button } from '../cards/adaptive-card.ts';
import { shortened } from '../cards/card-text.ts';
import { counted, dayWords } from './cycle-words.ts';
import type { Reader } from './digest-view.ts';

/** What waits for this person, of what they may read. */
export const askedIn = (reader: Reader): AskedOfPerson => {
  const { registers, person, today } = reader;
  const shown = escalationsFor(registers, person, today).filter(({ escalation: row }) =>
    mayRead(registers, person, { register: 'escalations', row }),
  );
  return askedByEscalations(reader, shown);
};

export type AskedView = {
  /** "1 recovery plan due by Fri 23 October and 1 question to answer."; of one alone, with its name. */
  readonly title: string;
  readonly sentences: readonly string[];
  /** Opens the first of them. */
  readonly button: Button;
};

const mostNamed = 3;

/** Null where nothing is asked. A plan stands before the questions. */
export const askedView = (reader: Reader): AskedView | null => {
  const { plans, questions } = askedIn(reader);
  const [first, ...others] = [...plans, ...questions];
  if (first === undefined) return null;
  const isOne = others.length === 0;
  const title = titleOf(reader, { plans, questions });
  const lines = [
    ...plans.map((each) => `Recovery plan${byWords(each, reader.today)}: ${nameOf(each)}.`),
    ...questions.map((each) => `Question: ${nameOf(each)}.`),
  ];
  const more = lines.length - mostNamed;
  const those = isOne ? 'It is' : 'They are';
  return {
    title: isOne ? `${title}: ${nameOf(first)}.` : `${title}.`,
    sentences: [
      ...(isOne ? [] : lines.slice(0, mostNamed)),
      `${more > 0 ? `And ${more} more. ` : ''}${those} in the tab too, under Escalations.`,
    ],
    button: {
      title: plans.length > 0 ? 'Give the plan…' : 'Answer…',
      verb: 'escalation',
      data: { v: 1, escalation: markOf(first.escalation.key), form: 'answer' },
      primary: true,
    },
  };
};

const titleOf = (reader: Reader, { plans, questions }: AskedOfPerson): string =>
  [
    ...plansWords(reader, plans),
    ...(questions.length === 0 ? [] : [`${counted(questions.length, 'question')} to answer`]),
  ].join(' and ');

const plansWords = ({ today }: Reader, plans: readonly PlanAsked[]): readonly string[] => {
  const [first] = plans;
  if (first === undefined) return [];
  const by = byWords(first, today);
  const count = counted(plans.length, 'recovery plan');
  return [plans.length === 1 ? `${count}${by}` : `${count} required, the first${by}`];
};

const byWords = ({ dueOn }: PlanAsked, today: Temporal.PlainDate): string =>
  Temporal.PlainDate.compare(dueOn, today) < 0
    ? ` was due on ${dayWords(dueOn, today)}`
    : ` due by ${dayWords(dueOn, today)}`;

const nameOf = ({ escalation }: Pick<PlanAsked, 'escalation'>): string =>
  shortened(escalation.title, 120);
