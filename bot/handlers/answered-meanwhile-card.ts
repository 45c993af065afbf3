// Someone else answered first, or sent it back: who, what, and a way to correct it from what now stands.
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import { standingWords } from '../../src/registers/words.ts';
import { aboutOf } from '../../src/rules/about.ts';
import { isSentBack } from '../../src/rules/approval.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import type { Refused } from '../../src/use-cases/refused.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { plainCard } from '../cards/plain-card.ts';
import { savedWords } from '../views/receipt-view.ts';
import { refusedWords } from '../words.ts';
import { namesFor } from './refused-card.ts';

export const answeredMeanwhileCard = (
  registers: Registers,
  { refused, asked }: { readonly refused: Refused; readonly asked: Return },
  { typed, today }: { readonly typed: string; readonly today: Temporal.PlainDate },
): AdaptiveCard => {
  const about = aboutOf(registers, asked);
  return plainCard({
    title: `${about ? askedName(asked, about) : 'This return'}: ${isSentBack(asked) ? 'sent back' : 'already answered'}`,
    sentences: [
      refusedWords(refused, namesFor(registers, about?.of === 'measure' ? about.row : null)).words,
      ...standsAt(registers, asked, today),
      ...(typed === '' ? [] : [`You typed: ${typed}`]),
    ],
    button: {
      title: isSentBack(asked) ? 'Put it right' : 'Correct it',
      verb: 'correct',
      data: { v: 1, cycle: asked.cycle ?? '', return: asked.key },
    },
  });
};

/** "It stands at 83.2% ● On target." */
const standsAt = (registers: Registers, asked: Return, today: Temporal.PlainDate): string[] => {
  const stands = savedWords(registers, asked.key, today);
  if (stands === null) return [];
  const { result } = stands;
  if ('until' in result) return [`It stands at no data until ${result.until}.`];
  if ('target' in result) return [`It stands at ${result.target}.`];
  if ('noTarget' in result) return [`It stands at no target: ${result.noTarget}`];
  if ('reported' in result) return [`It stands at: ${result.reported}.`];
  const { glyph, words } = standingWords[result.standing];
  return [`It stands at ${result.figure} ${glyph} ${words}.`];
};
