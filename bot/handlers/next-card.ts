// What a person is shown next: the first return still due, or the receipt when there is none.
import type { Owed } from '../../src/rules/owed.ts';
import { draftOf } from '../../src/use-cases/keep-draft.ts';
import { overCard } from '../card-for.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import type { Saved } from '../cards/question.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import { type InCycle, owedIn } from '../views/in-cycle.ts';
import { owedView } from '../views/owed-view.ts';
import { receiptView } from '../views/receipt-view.ts';
import { askingCard } from './asking-card.ts';

/** What the person left unsaved last, where they go on with that. */
export const carriedOn = (at: InCycle): Owed | undefined =>
  owedIn(at)
    .flatMap((owed) => {
      const keptAt = draftOf(at.registers, at.person.key, owed.return.key)?.keptAt ?? null;
      return keptAt === null ? [] : [{ owed, keptAt }];
    })
    .toSorted((one, other) => Temporal.Instant.compare(other.keptAt, one.keptAt))[0]?.owed;

export const nextCard = (at: InCycle, saved: Saved | null, toStart?: Owed): AdaptiveCard => {
  const inert = overCard(at);
  if (inert !== null) return inert;
  const next = toStart ?? owedIn(at)[0];
  if (next !== undefined) {
    const { return: asked, about } = next;
    return askingCard({ ...at, return: asked, about, saved });
  }
  const receipt = receiptView(at, saved);
  return receipt.lines.length === 0 && saved === null
    ? plainCard(owedView(at.registers, at.person, at.today))
    : receiptCard(receipt);
};
