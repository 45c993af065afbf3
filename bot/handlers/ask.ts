// `ask`: a director asks the owner of a line about it.
import type { Person } from '../../src/registers/people.ts';
import { askAbout } from '../../src/use-cases/ask-about.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { answered } from './escalation.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';

export const ask = (
  turn: Turn,
  person: Person,
  { escalation: mark, asked, question }: Pressed<'ask'>,
): Promise<AdaptiveCard> =>
  answered(turn, person, {
    said: {
      mark,
      form: 'ask',
      typed: { words: question, day: '' },
      saved: () => 'Asked. The answer comes back to you here.',
    },
    act: (escalation) =>
      askAbout(turn.ports, { by: person.key, escalation, source: 'card', asked, question }),
  });
