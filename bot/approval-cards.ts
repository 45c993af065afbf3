// The cards of a return that needs another's word: to whoever approves, and to whom it was sent back.
import { cycleName } from '../src/rules/cycle-name.ts';
import type { Message } from '../src/use-cases/ports.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { approveCard } from './cards/approve-card.ts';
import { plainCard } from './cards/plain-card.ts';
import { sentBackCard } from './cards/sent-back-card.ts';
import { targetEndorseCard } from './cards/target-endorse-card.ts';
import { sentBackView } from './views/approve-review-view.ts';
import { approveView, type Pressed } from './views/approve-view.ts';
import type { InCycle } from './views/in-cycle.ts';
import { owedView } from './views/owed-view.ts';
import { targetEndorseView } from './views/target-endorse-view.ts';

/** As things stand when it goes out, or is drawn again. */
export const approvalCard = (
  at: InCycle,
  { step }: Pick<Message, 'step' | 'about' | 'on'>,
): AdaptiveCard => {
  if (step === 'Approve') return waitingCard(at);
  const back = sentBackView(at);
  return back === null
    ? plainCard(owedView(at.registers, at.person, at.today))
    : sentBackCard(back);
};

/** What waits for this person, targets too; where nothing does, that and what the last press did. */
export const waitingCard = (at: InCycle, pressed: Pressed = {}): AdaptiveCard => {
  const view = approveView(at, pressed);
  const said = pressed.refusal ?? pressed.saved ?? null;
  // Targets have a card of their own where nothing else waits, and are a part of this one where it does.
  const isTargetsAlone = view?.first.length === 0 && view.plain.length === 0 && view.sign === null;
  const targets = isTargetsAlone ? targetEndorseView(at, { said }) : null;
  if (targets !== null) return targetEndorseCard(targets);
  if (view !== null) return approveCard(view);
  return plainCard({
    title: `${cycleName(at.cycle)}: nothing waits for your approval`,
    sentences: said === null ? [] : [said],
    button: { title: 'What do I owe?', verb: 'owed', data: { v: 1 } },
  });
};
