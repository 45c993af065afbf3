// A question about an escalation as its owner reads it, a recovery plan as it is asked for, and an answer as
// it comes back.
import type { EscalationEvent } from '../../src/registers/escalation-history.ts';
import type { Escalation } from '../../src/registers/escalations.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { hasLeft } from '../../src/rules/away.ts';
import { readEvidence } from '../../src/rules/escalation-evidence-words.ts';
import { lineOf, teamOfLine } from '../../src/rules/escalations-about.ts';
import { countOf, historyOfEscalation } from '../../src/rules/escalations-history.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import type { AnswerBackView, QuestionAboutView } from '../cards/answer-card.ts';
import { dayWords, personName } from './cycle-words.ts';
import { escalationLineView, type Reader } from './digest-view.ts';

export type About = { readonly escalation: Escalation; readonly asked: EscalationEvent };

type Typed = {
  readonly words?: string;
  readonly planOwner?: string;
  readonly day?: string;
  readonly refusal?: string | null;
};

export const questionAboutView = (
  reader: Reader,
  { escalation, asked }: About,
  { words = '', planOwner = '', day = '', refusal = null }: Typed = {},
): QuestionAboutView => {
  const { registers } = reader;
  const isPlan = asked.event === 'plan required';
  const who = personName(registers, asked.by) ?? 'Somebody';
  const { howBad } = escalationLineView(reader, escalation);
  return {
    mark: markOf(escalation.key),
    question: isPlan ? null : markOf(asked.key),
    title: isPlan ? `${who} requires a recovery plan` : `${who} asks`,
    words: asked.words ?? '',
    about: escalation.title,
    figure: howBad,
    said: readEvidence(escalation.evidence).said,
    plan: isPlan ? planView(reader, { escalation, asked }, { planOwner, day }) : null,
    typed: words,
    refusal,
  };
};

const planView = (
  { registers, person, today }: Reader,
  { escalation, asked }: About,
  { planOwner, day }: { readonly planOwner: string; readonly day: string },
): QuestionAboutView['plan'] => {
  const people = teamPeople(registers, escalation, today);
  const chosen = people.some(({ key }) => key === planOwner) ? planOwner : person.key;
  const named = people.some(({ key }) => key === person.key)
    ? people
    : [{ key: person.key, name: person.title }, ...people];
  return {
    dueOn: asked.dueOn === null ? 'the day agreed' : dayWords(asked.dueOn, today),
    required: countOf(registers, escalation.key, 'plan required'),
    from: today.add({ days: 1 }).toString(),
    people: named.slice(0, mostPeople),
    chosen,
    day,
  };
};

/** A card may not pass 28 KB. */
const mostPeople = 40;

const teamPeople = (registers: Registers, escalation: Escalation, today: Temporal.PlainDate) => {
  const team = teamOfLine(registers, lineOf(registers, escalation));
  return (team === null ? [] : registers.people.where('team', team))
    .filter((each) => !hasLeft(each, today))
    .map(({ key, title }) => ({ key, name: title }));
};

/** Null where there is no answer to it. */
export const answerBackView = (
  reader: Reader,
  { escalation, asked }: About,
): AnswerBackView | null => {
  const { registers } = reader;
  const answer = historyOfEscalation(registers, escalation.key).findLast(
    (each) => each.answers === asked.key,
  );
  if (answer === undefined) return null;
  const who = personName(registers, answer.by) ?? 'The owner';
  const isPlan = answer.event === 'plan given';
  const by = answer.dueOn === null ? '' : `, by ${dayWords(answer.dueOn, reader.today)}`;
  return {
    title: isPlan ? `${who} has given a recovery plan` : `${who} has answered`,
    about: escalation.title,
    figure: escalationLineView(reader, escalation).howBad,
    asked: asked.words ?? '',
    answer: `${answer.words ?? ''}${by}`,
    mark: escalation.state === 'Closed' ? null : markOf(escalation.key),
  };
};
