// The cards of targets as a director and an owner get them, at their longest.
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { targetCard } from '../../bot/cards/target-card.ts';
import { type EndorseView, targetEndorseCard } from '../../bot/cards/target-endorse-card.ts';
import { anyScript, longName, targetView } from './given.ts';

export const endorseView = (count: number, more: Partial<EndorseView> = {}): EndorseView => ({
  cycle: 'operating-plan-2021-22|2021-22 Q1',
  title: `${count} targets wait for you to endorse`,
  lines: Array.from({ length: Math.min(count, 10) }, (_, at) => ({
    value: `1 operating-plan-2021-22|COM ${at}|2021-04-01`,
    name: `${longName}, 2021-22`,
    proposed: '85.0% or more',
    beneath: [anyScript(500), 'last year 80.0% or more', 'last figure 82.0% in Q1 2021-22'],
  })),
  more: Math.max(0, count - 10),
  seen: '0123456789abcdef',
  said: null,
  refusal: null,
  typed: { target: '', because: '' },
  longestReason: 500,
  ...more,
});

const refusal = { words: 'Say in a few words why it goes back.', field: 'because' as const };

export const everyTarget: readonly (readonly [string, AdaptiveCard])[] = [
  ['one target to endorse', targetEndorseCard(endorseView(1))],
  ['forty targets to endorse', targetEndorseCard(endorseView(40))],
  [
    'forty targets to endorse, one sent back without a reason',
    targetEndorseCard(endorseView(40, { refusal, typed: { target: '', because: anyScript(500) } })),
  ],
  ['targets to endorse, some done', targetEndorseCard(endorseView(3, { said: '2 endorsed.' }))],
  [
    'a target sent back',
    targetCard(targetView({ sentBack: `Director of Place: ${anyScript(500)}` })),
  ],
];
