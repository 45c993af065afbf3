// The SMT card: at most seven lines, most serious first, each with its evidence.
import { type AdaptiveCard, adaptiveCard } from './adaptive-card.ts';
import { heading, small } from './card-parts.ts';
import { type MissingLine, missingLine } from './escalation-lines.ts';
import { acknowledgeButton, andMore } from './manager-card.ts';

export type SmtView = {
  readonly cycle: string;
  /** "Quarter 2: 4 returns need you" */
  readonly title: string;
  /** Most serious first; those past the seventh are counted. */
  readonly late: readonly MissingLine[];
  readonly acknowledged: string | null;
};

const mostLines = 7;

export const smtCard = (view: SmtView): AdaptiveCard => {
  const shown = view.late.slice(0, mostLines);
  return adaptiveCard(
    view.title,
    [
      heading(view.title),
      ...shown.map(missingLine),
      ...andMore(view.late.length - shown.length),
      ...(view.acknowledged === null ? [] : [small(view.acknowledged, 'Default')]),
    ],
    acknowledgeButton(view, 'SMT'),
  );
};
