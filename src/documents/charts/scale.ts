// What the ticks of a printed chart say. Where its scale begins and ends is shapes/nice-scale.ts's.
import { figure } from '../../rules/number-words.ts';
import { cleaned, type Scale } from '../../shapes/nice-scale.ts';

/** '95%', '£12.5m': millions are written short, so that they leave room for the chart. */
export const tickWords = (unit: string, scale: Scale, value: number): string => {
  const isLarge = Math.max(Math.abs(scale.foot), Math.abs(scale.head)) >= 2_000_000;
  if (!isLarge) return figure({ unit, decimals: scale.decimals }, value);
  const millions = value / 1e6;
  const decimals = Math.min(3, String(cleaned(millions)).split('.')[1]?.length ?? 0);
  return value === 0
    ? figure({ unit, decimals: 0 }, 0)
    : figure({ unit, decimals }, millions).replace(/(\d)(\D*)$/, '$1m$2');
};
