// `accept`: a director accepts that nothing further is done about a figure off target.
import type { Person } from '../../src/registers/people.ts';
import { acceptNoAction } from '../../src/use-cases/accept-no-action.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { answered } from './escalation.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';

export const accept = (
  turn: Turn,
  person: Person,
  { escalation: mark, because }: Pressed<'accept'>,
): Promise<AdaptiveCard> =>
  answered(turn, person, {
    said: {
      mark,
      form: 'accept',
      typed: { words: because, day: '' },
      saved: ({ title }) => `Accepted: ${title}.`,
    },
    act: (escalation) =>
      acceptNoAction(turn.ports, { by: person.key, escalation, source: 'card', because }),
  });
