// Parts that several cards share: headings, notices, a status always as shape, word and colour.
import type { Direction, RatedAgainst, Standing } from '../../src/registers/words.ts';
import { directionWords, wordsOfStanding } from '../../src/registers/words.ts';
import type { Colour, Element, Run } from './adaptive-card.ts';
import { cardText, plainText } from './card-text.ts';

export const heading = (text: string): Element => ({
  type: 'TextBlock',
  text: cardText(text),
  wrap: true,
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
});

export const subheading = (text: string): Element => ({
  type: 'TextBlock',
  text: cardText(text),
  wrap: true,
  style: 'heading',
  weight: 'Bolder',
  spacing: 'Medium',
});

export const sentence = (text: string, spacing: 'Small' | 'Default' = 'Default'): Element => ({
  type: 'TextBlock',
  text: cardText(text),
  wrap: true,
  spacing,
});

/** Small print: true, useful, and not what the eye should meet first. */
export const small = (text: string, spacing: 'None' | 'Small' | 'Default' = 'Small'): Element => ({
  type: 'TextBlock',
  text: cardText(text),
  wrap: true,
  size: 'Small',
  isSubtle: true,
  spacing,
});

export const run = (text: string, style: Omit<Run, 'type' | 'text'> = {}): Run => ({
  type: 'TextRun',
  text: plainText(text),
  ...style,
});

export const quiet = (text: string): Run => run(text, { isSubtle: true, size: 'Small' });

const colours: { readonly [S in Standing]: Colour } = {
  'better than target': 'Accent',
  'on target': 'Good',
  'within tolerance': 'Warning',
  'off target': 'Attention',
  'not yet available': 'Default',
  'target not yet agreed': 'Default',
  'data only': 'Default',
};

/** The shape and the word, in the colour that goes with them. */
export const statusRun = (standing: Standing, against?: RatedAgainst): Run => {
  const { glyph, words } = wordsOfStanding(standing, against);
  return run(`${glyph} ${words}`, { color: colours[standing], weight: 'Bolder' });
};

export const smallStatus = (standing: Standing, against?: RatedAgainst): Run => ({
  ...statusRun(standing, against),
  size: 'Small',
});

/** "↗ Better than last quarter"; "→ Same as last year". */
export const directionText = (direction: Direction, than: string): string => {
  const { arrow, words } = directionWords[direction];
  return `${arrow} ${words} ${direction === 'same' ? 'as' : 'than'} ${than}`;
};

export const line = (
  inlines: readonly Run[],
  spacing: 'None' | 'Small' | 'Default' = 'None',
): Element => ({ type: 'RichTextBlock', inlines, spacing });

const noticeStyles = {
  saved: 'emphasis',
  kept: 'emphasis',
  doubted: 'warning',
  'sent-back': 'warning',
  refused: 'attention',
} as const;

/** What just happened, above everything else on the card. */
export const notice = (kind: keyof typeof noticeStyles, inlines: readonly Run[]): Element => ({
  type: 'Container',
  id: kind,
  style: noticeStyles[kind],
  bleed: true,
  items: [{ type: 'RichTextBlock', inlines }],
});

/** Name on the left, figure on the right, and beneath both, across the card, what there is to say. */
export const row = (name: string, figure: string | null, beneath: readonly Run[]): Element => ({
  type: 'Container',
  separator: true,
  spacing: 'Small',
  items: [figure === null ? nameOf(name) : beside(nameOf(name), figure), line(beneath)],
});

const nameOf = (name: string): Element => ({ type: 'TextBlock', text: cardText(name), wrap: true });

const beside = (named: Element, figure: string): Element => ({
  type: 'ColumnSet',
  columns: [
    { type: 'Column', width: 'stretch', items: [named] },
    {
      type: 'Column',
      width: 'auto',
      items: [
        {
          type: 'TextBlock',
          text: cardText(figure),
          wrap: true,
          weight: 'Bolder',
          horizontalAlignment: 'Right',
        },
      ],
    },
  ],
});
