// The card a return is asked with: a question for its figure, or one for its year's target.
import type { Measure } from '../../src/registers/measures.ts';
import type { Return } from '../../src/registers/returns.ts';
import { asksForTarget } from '../../src/rules/targets-due.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Kept, Saved } from '../cards/question.ts';
import { questionCard } from '../cards/question-card.ts';
import { targetCard } from '../cards/target-card.ts';
import type { InCycle } from '../views/in-cycle.ts';
import { questionView } from '../views/question-view.ts';
import { targetView } from '../views/target-view.ts';

type Asking = InCycle & {
  readonly return: Return;
  readonly measure: Measure;
  readonly saved: Saved | Kept | null;
};

/** Beginning from the answer that stands, if there is one. */
export const askingCard = (asking: Asking): AdaptiveCard => {
  const fresh = { ...asking, typed: null, refusal: null };
  return asksForTarget(asking.return)
    ? targetCard(targetView(fresh))
    : questionCard(questionView(fresh));
};
