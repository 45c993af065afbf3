// The cards of escalations: SMT's week, what is urgent, a question to an owner and the answer to it.
import type { Message } from '../src/use-cases/ports.ts';
import type { AdaptiveCard } from './cards/adaptive-card.ts';
import { plainCard } from './cards/plain-card.ts';
import type { InCycle } from './views/in-cycle.ts';
import { owedView } from './views/owed-view.ts';

export const escalationCard = (
  { registers, person, today }: InCycle,
  _message: Pick<Message, 'step' | 'about' | 'on'>,
): AdaptiveCard => plainCard(owedView(registers, person, today));
