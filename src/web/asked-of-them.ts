// What escalations ask of a person, as My work says it.

import { dateWords } from '../rules/date-words.ts';
import type { AskedOfPerson, PlanAsked } from '../rules/escalations-asking.ts';
import type { WaitingLine } from './api-my-work.ts';
import { counted } from './words.ts';

type Day = Temporal.PlainDate;

/** '1 recovery plan due by Fri 23 October 2020; 2 questions to answer'; null where nothing is asked. */
export const askedTitle = ({ plans, questions }: AskedOfPerson, today: Day): string | null => {
  const words = [
    ...plansTitle(plans, today),
    ...(questions.length === 0 ? [] : [`${counted(questions.length, 'question')} to answer`]),
  ];
  return words.length === 0 ? null : words.join('; ');
};

const plansTitle = (plans: readonly PlanAsked[], today: Day): readonly string[] => {
  const [first] = plans;
  if (first === undefined) return [];
  if (plans.length === 1) return [`1 recovery plan ${dueWords(first.dueOn, today)}`];
  return [`${plans.length} recovery plans due, the first ${dueWords(first.dueOn, today, '')}`];
};

const dueWords = (on: Day, today: Day, due = 'due '): string =>
  Temporal.PlainDate.compare(on, today) < 0
    ? `was due on ${dateWords(on)}`
    : `${due}by ${dateWords(on)}`;

/** Each with the escalation it is answered at; the questions of one escalation in one line. */
export const askedLines = (
  { plans, questions }: AskedOfPerson,
  today: Day,
): readonly WaitingLine[] => [
  ...plans.map(({ escalation: { key, title }, dueOn }) =>
    lineAt(key, `Recovery plan ${dueWords(dueOn, today)}: ${title}`),
  ),
  ...[...Map.groupBy(questions, ({ escalation }) => escalation)].map(([{ key, title }, of]) =>
    lineAt(key, `${of.length === 1 ? 'Question' : `${of.length} questions`} to answer: ${title}`),
  ),
];

const lineAt = (open: string, words: string): WaitingLine => ({ words, at: 'escalations', open });
