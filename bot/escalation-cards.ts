// The cards of escalations: the week, what is urgent, a question to an owner and the answer to it.
import { digestLines } from '../src/rules/digest.ts';
import { historyOfEscalation, lastOf } from '../src/rules/escalations-history.ts';
import { eventOfMark } from '../src/rules/escalations-wanted.ts';
import type { Message } from '../src/use-cases/ports.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { answerBackCard, questionAboutCard } from './cards/answer-card.ts';
import { digestCard } from './cards/digest-card.ts';
import { plainCard } from './cards/plain-card.ts';
import { digestView, type Reader } from './views/digest-view.ts';
import { type About, answerBackView, questionAboutView } from './views/question-about-view.ts';

export const escalationCard = (
  reader: Reader,
  { step, about }: Pick<Message, 'step' | 'about' | 'on'>,
): AdaptiveCard => {
  if (step === 'Digest') return digestCard(digestView(reader));
  if (step === 'Urgent') return urgentCard(reader);
  const found = aboutOfMark(reader, about);
  if (found === null) return goneCard;
  if (step === 'Question') return questionCard(reader, found);
  const view = answerBackView(reader, found);
  return view === null ? goneCard : answerBackCard(view);
};

/** By the time it goes there may be none left that is urgent: then the rest is shown, not an empty card. */
const urgentCard = (reader: Reader): AdaptiveCard => {
  const { registers, person, today } = reader;
  const urgent = digestLines(registers, person, today).some((each) => each.urgent);
  return digestCard(digestView(reader, { urgent }));
};

/** Null where the register has no such question. */
export const aboutOfMark = ({ registers }: Reader, mark: string | null): About | null => {
  const asked = eventOfMark(registers, mark);
  const escalation = asked === null ? undefined : registers.escalations.get(asked.escalation);
  return asked === null || escalation === undefined ? null : { asked, escalation };
};

/** What has been answered or closed meanwhile has no field any more. */
export const questionCard = (reader: Reader, found: About): AdaptiveCard => {
  const { registers } = reader;
  const { asked, escalation } = found;
  const answer = historyOfEscalation(registers, escalation.key).find(
    (each) => each.answers === asked.key,
  );
  if (answer !== undefined) return answeredCard(reader, found, answer.words ?? '');
  const last = lastOf(registers, escalation.key, 'plan required');
  const isOver = asked.event === 'plan required' && last?.key !== asked.key;
  if (escalation.state === 'Closed' || isOver)
    return plainCard({
      title: 'Nothing is asked of you any more',
      sentences: [
        `${escalation.title}: ${escalation.closedBecause ?? 'something else was asked since'}.`,
        'Nothing was lost: what was said of it stays on the Escalations list.',
      ],
      button: null,
    });
  return questionAboutCard(questionAboutView(reader, found));
};

const answeredCard = ({ registers }: Reader, { asked, escalation }: About, words: string) =>
  plainCard({
    title: `Answered: ${escalation.title}`,
    sentences: [
      `${asked.words ?? ''}`,
      words,
      `It goes back to ${registers.people.get(asked.by ?? '')?.title ?? 'who asked'}, and stands on the Escalations list.`,
    ],
    button: null,
  });

const goneCard = plainCard({
  title: 'This is not on the Escalations list any more',
  sentences: ['Nothing is asked of you. The performance team can say what became of it.'],
  button: null,
});
