// An owner answers what was asked about an escalation: the answer stands on it, and goes back to who asked.
import { sameKey } from '../registers/same-key.ts';
import { questionsOf } from '../rules/escalations-history.ts';
import { mayAnswerIt } from '../rules/escalations-may.ts';
import { type Acted, type Acting, faulty, mayAct, readSaying, takeAct } from './escalation-act.ts';
import { answerMessage, queuedChange } from './escalation-messages.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Answering = Acting & {
  /** The key of the question in Escalation history. */
  readonly question: string;
  readonly answer: string;
};

export const longestAnswer = 1_000;

/** Once for each question. It goes to whoever asked, or to who they stood in for where they have left. */
export const answerQuestion = async (
  ports: Ports,
  answering: Answering,
): Promise<Acted | Refused> => {
  const may = mayAct(ports, answering, 'reply');
  if (may.outcome === 'refused') return may;
  const said = readSaying(answering.answer, 'answer', longestAnswer);
  if ('outcome' in said) return said;
  const { escalation } = may;
  const registers = ports.replica.registers();
  const questions = questionsOf(registers, escalation.key);
  const at = questions.findIndex(({ asked }) => sameKey(asked.key, answering.question));
  const question = questions[at];
  if (question === undefined) return faulty({ is: 'unknown' });
  const now = ports.clock.now();
  const asked = { asked: question.asked, today: now.toPlainDate() };
  if (!mayAnswerIt(registers, may, asked)) return refused({ reason: 'not yours' });
  const message = answerMessage(registers, { escalation, question: question.asked }, now);
  return takeAct(ports, {
    acting: answering,
    may,
    act: 'reply',
    happened: {
      event: 'answered',
      number: at + 1,
      words: said.words,
      to: question.asked.by,
      answers: question.asked.key,
    },
    set: { state: 'Answered' },
    besides: message === null ? [] : [queuedChange(registers, message, now)],
    message,
  });
};
