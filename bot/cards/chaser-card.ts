// The Chaser: one sentence, what is still missing, and a button that goes on where they stopped.
import { type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { heading, run, small } from './card-parts.ts';
import { shortened } from './card-text.ts';

export type ChaserView = {
  readonly cycle: string;
  /** "2 of your 3 quarter 2 returns are still missing. They are due today." */
  readonly sentence: string;
  readonly missing: readonly string[];
  readonly begun: boolean;
  readonly seenBy: string;
};

const mostLines = 6;

export const chaserCard = (view: ChaserView): AdaptiveCard => {
  const { missing } = view;
  const shown = missing.length > mostLines ? missing.slice(0, mostLines - 1) : missing;
  const more = missing.length - shown.length;
  return adaptiveCard(
    view.sentence,
    [
      heading(view.sentence),
      ...shown.map((name) => ({
        type: 'RichTextBlock' as const,
        spacing: 'Small' as const,
        inlines: [run('• '), run(shortened(name, 120))],
      })),
      ...(more > 0 ? [small(`and ${more} more`)] : []),
      small(view.seenBy, 'Default'),
    ],
    [
      button({
        title: view.begun ? `Continue (${missing.length} left)` : `Start (${missing.length})`,
        verb: 'start',
        data: { v: 1, cycle: view.cycle },
        primary: true,
      }),
    ],
  );
};
