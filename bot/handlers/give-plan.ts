// `give-plan`: an owner gives the recovery plan that was required of them.
import type { Person } from '../../src/registers/people.ts';
import { lastOf } from '../../src/rules/escalations-history.ts';
import { faulty } from '../../src/use-cases/escalation-act.ts';
import { givePlan as give } from '../../src/use-cases/give-plan.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { questionAboutCard } from '../cards/answer-card.ts';
import { questionCard } from '../escalation-cards.ts';
import { questionAboutView } from '../views/question-about-view.ts';
import { refusedWords } from '../words.ts';
import { escalationOf, isRefused, mayTypeAgain, readerOf } from './escalation.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';
import { namesFor, refusedCard } from './refused-card.ts';

export const givePlan = async (
  turn: Turn,
  person: Person,
  data: Pressed<'give-plan'>,
): Promise<AdaptiveCard> => {
  const { what, planOwner, dueOn, required } = data;
  const before = turn.ports.replica.registers();
  const escalation = escalationOf(before, data.escalation);
  const asked = escalation && lastOf(before, escalation.key, 'plan required');
  if (!escalation || !asked) return refusedCard(before, faulty({ is: 'unknown' }));
  const done = await give(turn.ports, {
    by: person.key,
    escalation: escalation.key,
    source: 'card',
    what,
    owner: planOwner,
    dueOn,
    required,
  });
  const reader = readerOf(turn, person);
  const { registers } = reader;
  const found = { asked, escalation: registers.escalations.get(escalation.key) ?? escalation };
  if (!isRefused(done)) return questionCard(reader, found);
  const isMeanwhile = done.reason === 'escalation' && done.fault.is === 'meanwhile';
  if (isMeanwhile || !mayTypeAgain(done)) return refusedCard(registers, done);
  const refusal = refusedWords(done, namesFor(registers, null)).words;
  return questionAboutCard(
    questionAboutView(reader, found, { words: what, planOwner, day: dueOn, refusal }),
  );
};
