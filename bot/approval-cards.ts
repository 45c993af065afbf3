// The cards of a return that needs another's word: to whoever approves, and to whom it was sent back.
import type { Message } from '../src/use-cases/ports.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { plainCard } from './cards/plain-card.ts';
import type { InCycle } from './views/in-cycle.ts';
import { owedView } from './views/owed-view.ts';

export const approvalCard = (
  { registers, person, today }: InCycle,
  _message: Pick<Message, 'step' | 'about' | 'on'>,
): AdaptiveCard => plainCard(owedView(registers, person, today));
