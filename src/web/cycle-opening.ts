// What the performance team is shown of a cycle before it opens: each person's first card, and what would
// be asked of nobody.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { aboutOf } from '../rules/about.ts';
import { zone } from '../rules/calendar.ts';
import { momentWords } from '../rules/date-words.ts';
import type { FirstCard, OpenedAsShown, OpeningPreview } from '../use-cases/preview-opening.ts';
import type { OpenAnswer, OpeningShown } from './api-cycle.ts';
import { counted } from './words.ts';

export const openingShown = (registers: Registers, preview: OpeningPreview): OpeningShown => {
  const { cards, known, ofNobody, waiting } = preview;
  const returns = cards.reduce((sum, card) => sum + card.returns.length, 0);
  return {
    known,
    words:
      cards.length === 0
        ? 'Nobody would get a card.'
        : `${counted(cards.length, 'person gets one card', 'people get one card each')}, for ${counted(returns, 'return')}.`,
    will: cards.map((card) => cardShown(registers, card)),
    willNot: [
      ...reason(
        registers,
        'Due with nobody to ask: no owner, and no manager of its team',
        ofNobody,
      ),
      ...reason(registers, 'Not asked that day: a later date was given for it', waiting),
    ],
  };
};

export const openedShown = (registers: Registers, opened: OpenedAsShown): OpenAnswer =>
  opened.outcome === 'changed'
    ? {
        outcome: 'changed',
        words:
          'Things have changed since this was shown, so it was not opened. This is how it is now.',
        preview: openingShown(registers, opened.preview),
      }
    : { outcome: 'opened' };

const cardShown = (registers: Registers, card: FirstCard): OpeningShown['will'][number] => {
  const notes = [
    ...(card.insteadOf.length === 0
      ? []
      : [`also for ${card.insteadOf.map(({ title }) => title).join(', ')}`]),
    // Whether they have the app is known of a chat with them alone.
    ...(card.notYetReached
      ? ['no card has gone to them yet: whether they have the app shows when it is sent']
      : []),
  ];
  return {
    person: card.person.key,
    name: card.person.title,
    returns: card.returns.map((each) => ({ key: each.key, words: nameOf(registers, each) })),
    goesAt: momentWords(card.goesAt.withTimeZone(zone)),
    ...(notes.length > 0 && { note: notes.join('; ') }),
  };
};

const reason = (
  registers: Registers,
  words: string,
  returns: readonly Return[],
): OpeningShown['willNot'] =>
  returns.length === 0 ? [] : [{ words, names: returns.map((each) => nameOf(registers, each)) }];

const nameOf = (registers: Registers, asked: Return): string => {
  const about = aboutOf(registers, asked);
  return about === null ? asked.title : [about.code, about.title].filter(Boolean).join(' ');
};
