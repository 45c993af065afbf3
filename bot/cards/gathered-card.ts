// What else a card tells, where several things fell due for one person at once: a short block and a button
// for each, under the card that carries them.
import {
  type Action,
  type AdaptiveCard,
  type Button,
  button,
  type Element,
} from './adaptive-card.ts';
import { line, run, small, subheading } from './card-parts.ts';
import { shortened } from './card-text.ts';

export type AlsoView = {
  /** "Quarter 1 returns: 2 were due on Wed 14 July" */
  readonly title: string;
  readonly lines: readonly string[];
  /** Null where nothing is to be pressed for it. */
  readonly button: Omit<Button, 'primary' | 'withInputs'> | null;
};

const mostLines = 5;

/** The card as it is, where there is nothing else. */
export const gatheredCard = (card: AdaptiveCard, also: readonly AlsoView[]): AdaptiveCard => {
  if (also.length === 0) return card;
  const says = [card.speak, ...also.map(({ title }) => title)].join(' ');
  const actions: readonly Action[] = [
    ...(card.actions ?? []),
    ...also.flatMap((each) => (each.button === null ? [] : [button(each.button)])),
  ];
  return {
    ...card,
    speak: says,
    fallbackText: says,
    body: [...card.body, ...also.flatMap(block)],
    ...(actions.length > 0 && { actions }),
  };
};

const block = ({ title, lines }: AlsoView): readonly Element[] => {
  const shown = lines.length > mostLines ? lines.slice(0, mostLines - 1) : lines;
  const more = lines.length - shown.length;
  return [
    { ...subheading(title), separator: true, spacing: 'Large' },
    ...shown.map((each) => line([run('• '), run(shortened(each, 160))], 'Small')),
    ...(more > 0 ? [small(`and ${more} more`)] : []),
  ];
};
