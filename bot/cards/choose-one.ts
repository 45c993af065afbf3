// One of a card's lines, chosen and opened by itself: closed until asked for, so that the lines stay short.
// Where there is but one there is nothing to choose, and its button opens it.
import { button, type CardData, type Element, type Verb } from './adaptive-card.ts';
import { plainText, shortened } from './card-text.ts';
import { panel, toggle } from './question-parts.ts';

type Choosing = {
  readonly id: string;
  /** On the button that opens it. */
  readonly title: string;
  /** On the button that opens the only one there is. */
  readonly only: string;
  readonly verb: Verb;
  readonly data: CardData;
  readonly lines: readonly { readonly return: string; readonly name: string }[];
  /** Characters of a name: forty of them must leave a card under 28 KB. */
  readonly longestName: number;
  readonly errorMessage: string;
};

/** Nothing where there is nothing to choose. */
export const chooseOne = (choosing: Choosing): Element[] => {
  const { id, title, only, verb, data, lines, longestName, errorMessage } = choosing;
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1) {
    const open = button({ title: only, verb, data: { ...data, return: first.return } });
    return [{ type: 'ActionSet', spacing: 'Small', actions: [open] }];
  }
  return [
    { type: 'ActionSet', spacing: 'Small', actions: [toggle(title, id)] },
    panel(id, {
      open: false,
      items: [
        {
          type: 'Input.ChoiceSet',
          id: 'return',
          label: 'Which one',
          style: 'compact',
          value: first.return,
          errorMessage,
          choices: lines.map((each) => ({
            title: plainText(shortened(each.name, longestName)),
            value: each.return,
          })),
        },
        {
          type: 'ActionSet',
          actions: [button({ title: 'Open it', verb, data, withInputs: true })],
        },
      ],
    }),
  ];
};
