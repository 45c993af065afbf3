// A plain card: what happened, what was kept, what to do, and mostly one button. For everything
// that has no card of its own: closed, withdrawn, not yours, not known, nothing due.
import { type AdaptiveCard, adaptiveCard, type Button, button } from './adaptive-card.ts';
import { heading, sentence } from './card-parts.ts';

export type PlainView = {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly button: Button | null;
  /** What may be pressed besides. */
  readonly others?: readonly Button[];
};

export const plainCard = (view: PlainView): AdaptiveCard =>
  adaptiveCard(
    [view.title, ...view.sentences].join(' '),
    [heading(view.title), ...view.sentences.map((each) => sentence(each))],
    [...(view.button === null ? [] : [view.button]), ...(view.others ?? [])].map(button),
  );
