// The card a return is asked with: a question for its figure, one for its year's target, or one for how
// work, money, a risk or a service stands.
import type { Return } from '../../src/registers/returns.ts';
import type { About } from '../../src/rules/about.ts';
import { asksForTarget } from '../../src/rules/targets-due.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Kept, Saved } from '../cards/question.ts';
import { questionCard } from '../cards/question-card.ts';
import { reportCard } from '../cards/report-card.ts';
import { targetCard } from '../cards/target-card.ts';
import type { InCycle } from '../views/in-cycle.ts';
import { questionView } from '../views/question-view.ts';
import { reportView } from '../views/report-view.ts';
import { targetView } from '../views/target-view.ts';

type Asking = InCycle & {
  readonly return: Return;
  readonly about: About;
  readonly saved: Saved | Kept | null;
};

/** Beginning from the answer that stands, if there is one. */
export const askingCard = (asking: Asking): AdaptiveCard => {
  const { about } = asking;
  if (about.of !== 'measure')
    return reportCard(reportView({ ...asking, about, typed: null, refusal: null }));
  const fresh = { ...asking, measure: about.row, typed: null, refusal: null };
  return asksForTarget(asking.return)
    ? targetCard(targetView(fresh))
    : questionCard(questionView(fresh));
};
