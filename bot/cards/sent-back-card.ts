// The Sent back card: what a manager sent back and why; what was answered is kept, and one press opens it.
import { type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { heading, row, run, small } from './card-parts.ts';
import { shortened } from './card-text.ts';

export type SentBackView = {
  readonly cycle: string;
  /** "1 return was sent back to you" */
  readonly title: string;
  readonly lines: readonly {
    readonly return: string;
    readonly name: string;
    /** "400 days"; null where no figure was given. */
    readonly figure: string | null;
    /** "Head of Voids: leave the garages out." */
    readonly because: string;
  }[];
};

const mostLines = 8;

export const sentBackCard = (view: SentBackView): AdaptiveCard => {
  const { cycle, title, lines } = view;
  const shown = lines.slice(0, mostLines);
  const [one] = shown;
  return adaptiveCard(
    [title, ...(one === undefined ? [] : [shortened(`${one.name}: ${one.because}`, 200)])].join(
      '. ',
    ),
    [
      heading(title),
      ...shown.map(({ name, figure, because }) =>
        row(shortened(name, 120), figure, [run(shortened(because, 540), { size: 'Small' })]),
      ),
      ...(lines.length > shown.length ? [small(`and ${lines.length - shown.length} more`)] : []),
      small('What you answered is kept and stands in its fields.', 'Default'),
    ],
    one === undefined
      ? []
      : [
          button({
            title: lines.length === 1 ? 'Put it right' : `Put ${shortened(one.name, 40)} right`,
            verb: 'open',
            data: { v: 1, cycle, return: one.return },
            primary: true,
          }),
          ...(lines.length === 1
            ? []
            : [button({ title: 'Start with all I owe', verb: 'start', data: { v: 1, cycle } })]),
        ],
  );
};
