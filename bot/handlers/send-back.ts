// `send-back`: an answer goes back to its owner with a reason; what was typed is kept where it is refused.
import type { Person } from '../../src/registers/people.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { may } from '../../src/rules/rights.ts';
import { orNotKept } from '../../src/use-cases/or-not-kept.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import { sendBack as send } from '../../src/use-cases/send-back.ts';
import { waitingCard } from '../approval-cards.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { reviewCard } from '../cards/review-card.ts';
import { reviewView } from '../views/approve-review-view.ts';
import { personName } from '../views/cycle-words.ts';
import { worded } from './approve.ts';
import { cyclePressed } from './cycle-pressed.ts';
import { inCycle, type Turn } from './incoming.ts';
import type { Pressed } from './read-press.ts';

export const sendBack = async (
  turn: Turn,
  person: Person,
  data: Pressed<'send-back'>,
): Promise<AdaptiveCard> => {
  const pressed = cyclePressed(turn, data.cycle);
  if ('card' in pressed) return pressed.card;
  const { cycle } = pressed;
  const { return: key, revision, because } = data;
  const sending = { by: person.key, source: 'card' as const, return: key, revision, because };
  const done = await orNotKept(send(turn.ports, sending));
  const at = inCycle(turn, person, cycle);
  if (done.outcome === 'refused') {
    const asked = at.registers.returns.get(key);
    const mayDo = asked && may(at, 'approve a return or send it back', asked);
    const typed = { because, refusal: worded(turn, done) };
    const again = asked && mayDo && canBeMended(done) ? reviewView(at, asked, typed) : null;
    return again === null ? waitingCard(at, { refusal: typed.refusal }) : reviewCard(again);
  }
  const about = aboutOf(at.registers, done.return);
  const name = about === null ? done.return.title : askedName(done.return, about);
  const told = personName(at.registers, done.told);
  return waitingCard(at, {
    saved: `Sent back: ${name}. ${told === null ? 'Nobody is there to be told: name an owner.' : `${told} gets your reason.`}`,
  });
};

const canBeMended = (given: Refused): boolean =>
  given.reason === 'not kept' ||
  (given.reason === 'sign-off' &&
    (given.fault.kind === 'blank' ||
      given.fault.kind === 'too long' ||
      given.fault.kind === 'answered anew'));
