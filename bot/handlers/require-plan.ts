// `require-plan`: a director requires a recovery plan by a day.
import type { Person } from '../../src/registers/people.ts';
import { requirePlan as requireOf } from '../../src/use-cases/require-plan.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { answered } from './escalation.ts';
import type { Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';

export const requirePlan = (
  turn: Turn,
  person: Person,
  { escalation: mark, required, dueOn, because }: Pressed<'require-plan'>,
): Promise<AdaptiveCard> =>
  answered(turn, person, {
    said: {
      mark,
      form: 'plan',
      typed: { words: because, day: dueOn },
      saved: () => 'Required. The plan comes back to you here, and is followed until it is done.',
    },
    act: (escalation) =>
      requireOf(turn.ports, {
        by: person.key,
        escalation,
        source: 'card',
        required,
        dueOn,
        because,
      }),
  });
