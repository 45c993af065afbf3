// `offer-support`: named support for a service that is not assured.
import type { Person } from '../../src/registers/people.ts';
import { offerSupport as offer } from '../../src/use-cases/offer-support.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { answered } from './escalation.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';

export const offerSupport = (
  turn: Turn,
  person: Person,
  { escalation: mark, support, on }: Pressed<'offer-support'>,
): Promise<AdaptiveCard> =>
  answered(turn, person, {
    said: {
      mark,
      form: 'support',
      typed: { words: support, day: on },
      saved: () =>
        'Offered. It stands with the statement of assurance, with your post and the day.',
    },
    act: (escalation) =>
      offer(turn.ports, { by: person.key, escalation, source: 'card', support, on }),
  });
