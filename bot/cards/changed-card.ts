// A card drawn again: the same card with what changed since, beneath its heading.
import type { AdaptiveCard } from './adaptive-card.ts';
import { line, run } from './card-parts.ts';

export const changedCard = (card: AdaptiveCard, changes: readonly string[]): AdaptiveCard => {
  const [heading, ...rest] = card.body;
  if (heading === undefined || changes.length === 0) return card;
  return {
    ...card,
    speak: [card.speak, ...changes].join(' '),
    body: [
      heading,
      {
        type: 'Container',
        id: 'changed',
        style: 'emphasis',
        bleed: true,
        items: changes.map((each, index) => line([run(each)], index === 0 ? 'None' : 'Small')),
      },
      ...rest,
    ],
  };
};
