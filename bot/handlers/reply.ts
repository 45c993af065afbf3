// `reply`: an owner answers what was asked about an escalation.
import type { Person } from '../../src/registers/people.ts';
import { answerQuestion } from '../../src/use-cases/answer-question.ts';
import { faulty } from '../../src/use-cases/escalation-act.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { questionAboutCard } from '../cards/answer-card.ts';
import { aboutOfMark, questionCard } from '../escalation-cards.ts';
import { questionAboutView } from '../views/question-about-view.ts';
import { refusedWords } from '../words.ts';
import { isRefused, mayTypeAgain, readerOf } from './escalation.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';

export const reply = async (
  turn: Turn,
  person: Person,
  { question, answer }: Pressed<'reply'>,
): Promise<AdaptiveCard> => {
  const found = aboutOfMark(readerOf(turn, person), question);
  if (found === null) return refusedCard(turn.ports.replica.registers(), faulty({ is: 'unknown' }));
  const done = await answerQuestion(turn.ports, {
    by: person.key,
    escalation: found.escalation.key,
    source: 'card',
    question: found.asked.key,
    answer,
  });
  const reader = readerOf(turn, person);
  const { registers } = reader;
  const now = {
    ...found,
    escalation: registers.escalations.get(found.escalation.key) ?? found.escalation,
  };
  if (!isRefused(done)) return questionCard(reader, now);
  const isMeanwhile = done.reason === 'escalation' && done.fault.is === 'meanwhile';
  if (isMeanwhile || !mayTypeAgain(done)) return refusedCard(registers, done);
  const refusal = refusedWords(done, namesFor(registers, null)).words;
  return questionAboutCard(questionAboutView(reader, now, { words: answer, refusal }));
};
