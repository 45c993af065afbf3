// What a person is shown next: the first return still due, or the receipt when there is none.
import { inertCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import type { Saved } from '../cards/question.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { type InCycle, owedIn } from '../views/in-cycle.ts';
import { owedView } from '../views/owed-view.ts';
import { receiptView } from '../views/receipt-view.ts';
import { askingCard } from './asking-card.ts';

export const nextCard = (at: InCycle, saved: Saved | null): AdaptiveCard => {
  const inert = inertCard(at.cycle);
  if (inert !== null) return inert;
  const [next] = owedIn(at);
  if (next !== undefined) {
    const { return: asked, measure } = next;
    return askingCard({ ...at, return: asked, measure, saved });
  }
  const receipt = receiptView(at, saved);
  return receipt.lines.length === 0 && saved === null
    ? plainCard(owedView(at.registers, at.person, at.today))
    : receiptCard(receipt);
};
