// Reads an activity the bot sends: what will stand in the chat, and whether Teams would split it in two.
import { z } from 'zod';
import type { Content } from './chat.ts';
import { ConnectorRefusal } from './connector-refusals.ts';

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';

const activity = z.object({
  type: z.string(),
  text: z.string().nullish(),
  summary: z.string().nullish(),
  attachments: z
    .array(z.object({ contentType: z.string(), content: z.unknown().optional() }))
    .nullish(),
});

/** The messages one activity becomes: none for typing and the like, two for text with a card. */
export function contentsOf(body: unknown): Content[] {
  const read = activity.safeParse(body);
  if (!read.success) throw badActivity('Missing or malformed activity.');
  const { type, attachments } = read.data;
  if (type !== 'message') return [];
  const summary = read.data.summary ?? null;
  const text = read.data.text || null;
  const cards = (attachments ?? []).map((attachment) => {
    if (attachment.contentType === adaptiveCard && isObject(attachment.content))
      return attachment.content;
    throw badActivity(`Unknown attachment type: ${attachment.contentType}`);
  });
  if (text === null && cards.length === 0)
    throw badActivity('Activity must contain text or attachments.');
  const words = text === null ? [] : [{ text, card: null, summary }];
  return [...words, ...cards.map((card) => ({ text: null, card, summary }))];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function badActivity(message: string): ConnectorRefusal {
  return new ConnectorRefusal({ status: 400, code: 'BadSyntax' }, message);
}
