// Everything a card is made of, fallbacks included.
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';

export type Part = { readonly type?: string; readonly [name: string]: unknown };
export const partsOf = (part: unknown): Part[] => {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.values(part).flatMap(partsOf)];
};
export const ofType = (card: AdaptiveCard, start: string): Part[] =>
  partsOf(card).filter((part) => String(part.type ?? '').startsWith(start));
