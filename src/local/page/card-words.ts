// What a card says for those who do not see it: its heading, and anything it warns of.
import type { Card, Message } from './local-teams.ts';

type Block = { text: string; isHeading: boolean; isStrong: boolean; isWarning: boolean };

function blocksIn(part: unknown, found: Block[] = []): Block[] {
  if (Array.isArray(part)) {
    for (const each of part) blocksIn(each, found);
    return found;
  }
  if (typeof part !== 'object' || part === null) return found;
  const element = part as Record<string, unknown>;
  if (element['isVisible'] === false) return found;
  const text = element['text'];
  if (element['type'] === 'TextBlock' && typeof text === 'string')
    found.push({
      text: text.replace(/[*_`]/g, ''),
      isHeading: element['style'] === 'heading',
      isStrong: String(element['weight']).toLowerCase() === 'bolder',
      isWarning: String(element['color']).toLowerCase() === 'attention',
    });
  for (const inside of ['body', 'items', 'columns', 'rows', 'cells'])
    blocksIn(element[inside], found);
  return found;
}

/** The card's heading, or what stands in for one; null for a card without text. */
export function headingOf(card: Card | null | undefined): string | null {
  const blocks = blocksIn(card);
  const heading =
    blocks.find((block) => block.isHeading) ?? blocks.find((block) => block.isStrong) ?? blocks[0];
  return heading?.text ?? null;
}

/** Heading first, then every warning: announced when a card replaces another. */
export function cardInWords(card: Card): string {
  const warnings = blocksIn(card)
    .filter((block) => block.isWarning && !block.isHeading)
    .map((block) => block.text);
  return [headingOf(card), ...warnings].filter((words) => words !== null).join('. ');
}

/** One line for a message: its summary, its card's heading or its text without markdown's marks. */
export function messageInWords(message: Message): string {
  // A card that took another's place keeps the first one's summary: its own heading is truer.
  const summary = message.updatedAt ? null : message.summary;
  const words = summary ?? headingOf(message.card) ?? message.text ?? '';
  return message.from === 'person' ? words : words.replace(/[*_`]/g, '');
}
