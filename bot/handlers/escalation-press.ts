// Hands a press on a card of escalations to the one file that answers its verb.
import type { Person } from '../../src/registers/people.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { accept } from './accept.ts';
import { seen } from './acknowledge.ts';
import { ask } from './ask.ts';
import { showEscalation } from './escalation.ts';
import { givePlan } from './give-plan.ts';
import type { Turn } from './incoming.ts';
import { offerSupport } from './offer-support.ts';
import type { Press } from './read-press.ts';
import { reply } from './reply.ts';
import { requirePlan } from './require-plan.ts';

type EscalationVerb =
  | 'escalations'
  | 'escalation'
  | 'seen'
  | 'ask'
  | 'reply'
  | 'require-plan'
  | 'give-plan'
  | 'accept'
  | 'offer-support';

export const answerEscalation = (
  turn: Turn,
  person: Person,
  press: Extract<Press, { verb: EscalationVerb }>,
): Promise<AdaptiveCard> => {
  switch (press.verb) {
    case 'escalations':
    case 'escalation':
      return showEscalation(turn, person, press);
    case 'seen':
      return seen(turn, person, press.data);
    case 'ask':
      return ask(turn, person, press.data);
    case 'reply':
      return reply(turn, person, press.data);
    case 'require-plan':
      return requirePlan(turn, person, press.data);
    case 'give-plan':
      return givePlan(turn, person, press.data);
    case 'accept':
      return accept(turn, person, press.data);
    case 'offer-support':
      return offerSupport(turn, person, press.data);
  }
};
