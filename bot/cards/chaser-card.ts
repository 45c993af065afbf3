// The Chaser: one sentence, what is still missing, and a button that goes on where they stopped.
import { type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { type Besides, besidesButtons } from './away-card.ts';
import { heading, run, small } from './card-parts.ts';
import { shortened } from './card-text.ts';

export type ChaserView = {
  readonly cycle: string;
  /** "2 of your 3 quarter 2 returns are still missing. They are due today, Wed 14 October." */
  readonly sentence: string;
  readonly missing: readonly string[];
  readonly begun: boolean;
  readonly seenBy: string;
  /** What they may say besides; left out where they may say nothing. */
  readonly besides?: Besides;
};

const mostLines = 6;

export const chaserCard = (view: ChaserView): AdaptiveCard => {
  const { missing, besides } = view;
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
        title: startTitle(view),
        verb: 'start',
        data: { v: 1, cycle: view.cycle },
        primary: true,
      }),
      ...(besides === undefined ? [] : besidesButtons(view.cycle, besides)),
    ],
  );
};

const startTitle = ({ missing, begun }: ChaserView): string => {
  const those = missing.length === 1 ? 'the one' : `the ${missing.length}`;
  const are = missing.length === 1 ? 'is' : 'are';
  return `${begun ? 'Carry on' : 'Start'} with ${those} that ${are} missing`;
};
