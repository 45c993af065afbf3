// `sign`: a director signs the directorate's quarter, or the section 151 officer's post the finance.
import type { Person } from '../../src/registers/people.ts';
import { orNotKept } from '../../src/use-cases/or-not-kept.ts';
import { signDirectorate } from '../../src/use-cases/sign-directorate.ts';
import { signFinance } from '../../src/use-cases/sign-finance.ts';
import { waitingCard } from '../approval-cards.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { signedName } from '../views/approve-view.ts';
import { worded } from './approve.ts';
import { cyclePressed } from './cycle-pressed.ts';
import { inCycle, type Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';

export const sign = async (
  turn: Turn,
  person: Person,
  { cycle: key, directorate, remarks }: Pressed<'sign'>,
): Promise<AdaptiveCard> => {
  const pressed = cyclePressed(turn, key);
  if ('card' in pressed) return pressed.card;
  const { cycle } = pressed;
  const signing = { by: person.key, source: 'card' as const, remarks, cycle: key };
  const done = await orNotKept(
    directorate === ''
      ? signFinance(turn.ports, signing)
      : signDirectorate(turn.ports, { ...signing, directorate }),
  );
  const at = inCycle(turn, person, cycle);
  if (done.outcome === 'refused')
    return waitingCard(at, {
      signing: { remarks, refusal: worded(turn, done) },
      refusal: worded(turn, done),
    });
  const name = signedName({ cycle: key, directorate: directorate === '' ? null : directorate });
  return waitingCard(at, { saved: `Signed: ${name}. ${done.signature.stood ?? ''}`.trim() });
};
