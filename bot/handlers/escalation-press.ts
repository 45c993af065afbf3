// Which file answers each verb on a card of escalations.
import type { Person } from '../../src/registers/people.ts';
import type { AdaptiveCard, Verb } from '../cards/adaptive-card.ts';
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

/** What answers each verb, with that verb's press and no other. */
export type Handlers = {
  readonly [V in Verb]: (
    turn: Turn,
    person: Person,
    press: Press<V>,
  ) => AdaptiveCard | Promise<AdaptiveCard>;
};

export const escalationHandlers = {
  escalations: showEscalation,
  escalation: showEscalation,
  seen: (turn, person, { data }) => seen(turn, person, data),
  ask: (turn, person, { data }) => ask(turn, person, data),
  reply: (turn, person, { data }) => reply(turn, person, data),
  'require-plan': (turn, person, { data }) => requirePlan(turn, person, data),
  'give-plan': (turn, person, { data }) => givePlan(turn, person, data),
  accept: (turn, person, { data }) => accept(turn, person, data),
  'offer-support': (turn, person, { data }) => offerSupport(turn, person, data),
} satisfies Partial<Handlers>;
