// What escalations ask of a person: the recovery plans required of them, the first due first, and the questions
// put to them. Whether it is theirs to answer is the rules' to say.
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import { dateWords } from '../rules/date-words.ts';
import type { EscalationShown } from '../rules/escalations-for.ts';
import { lastOf } from '../rules/escalations-history.ts';
import { mayAnswerIt } from '../rules/escalations-may.ts';
import type { WaitingLine } from './api-my-work.ts';
import { counted } from './words.ts';

type Reading = {
  readonly registers: Registers;
  readonly person: Person;
  readonly today: Temporal.PlainDate;
};

type PlanAsked = { readonly escalation: string; readonly title: string; readonly on: Day };
type QuestionsAsked = {
  readonly escalation: string;
  readonly title: string;
  readonly count: number;
};
type Day = Temporal.PlainDate;

export type AskedOfThem = {
  readonly plans: readonly PlanAsked[];
  /** By escalation. */
  readonly questions: readonly QuestionsAsked[];
};

export const askedOfThem = (reading: Reading, shown: readonly EscalationShown[]): AskedOfThem => ({
  plans: shown
    .flatMap((each) => planOf(reading, each))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on)),
  questions: shown.flatMap((each) => questionsOf(reading, each)),
});

const planOf = (
  { registers, person, today }: Reading,
  { escalation, may }: EscalationShown,
): readonly PlanAsked[] => {
  const { key, title, planDueOn } = escalation;
  if (planDueOn === null || !may.includes('give plan')) return [];
  const asked = lastOf(registers, key, 'plan required');
  return mayAnswerIt(registers, { person, escalation }, { asked, today })
    ? [{ escalation: key, title, on: planDueOn }]
    : [];
};

const questionsOf = (
  { registers, person, today }: Reading,
  { escalation, may, questions }: EscalationShown,
): readonly QuestionsAsked[] => {
  if (!may.includes('reply')) return [];
  const count = questions.filter(
    ({ asked, answered }) =>
      answered === null && mayAnswerIt(registers, { person, escalation }, { asked, today }),
  ).length;
  return count === 0 ? [] : [{ escalation: escalation.key, title: escalation.title, count }];
};

/** '1 recovery plan due by Fri 23 October 2020; 2 questions to answer'; null where nothing is asked. */
export const askedTitle = ({ plans, questions }: AskedOfThem, today: Day): string | null => {
  const count = questions.reduce((sum, each) => sum + each.count, 0);
  const words = [
    ...plansTitle(plans, today),
    ...(count === 0 ? [] : [`${counted(count, 'question')} to answer`]),
  ];
  return words.length === 0 ? null : words.join('; ');
};

const plansTitle = (plans: readonly PlanAsked[], today: Day): readonly string[] => {
  const [first] = plans;
  if (first === undefined) return [];
  if (plans.length === 1) return [`1 recovery plan ${dueWords(first.on, today)}`];
  return [`${plans.length} recovery plans due, the first ${dueWords(first.on, today, '')}`];
};

const dueWords = (on: Day, today: Day, due = 'due '): string =>
  Temporal.PlainDate.compare(on, today) < 0
    ? `was due on ${dateWords(on)}`
    : `${due}by ${dateWords(on)}`;

/** Each with the escalation it is answered at. */
export const askedLines = (
  { plans, questions }: AskedOfThem,
  today: Day,
): readonly WaitingLine[] => [
  ...plans.map(({ escalation, title, on }) =>
    lineAt(escalation, `Recovery plan ${dueWords(on, today)}: ${title}`),
  ),
  ...questions.map(({ escalation, title, count }) =>
    lineAt(escalation, `${count === 1 ? 'Question' : `${count} questions`} to answer: ${title}`),
  ),
];

const lineAt = (open: string, words: string): WaitingLine => ({ words, at: 'escalations', open });
