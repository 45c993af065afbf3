// How likely a year is to end on target, from what is expected of it and how widely that is known.
import { chanceBelow, freedomOf } from './chance.ts';
import type { Expected, ToForecast } from './expected.ts';
import { metBetween } from './verdicts.ts';

/** `percent`: the chance, 0 to 100, that the year ends on target or better. */
export type Reach = {
  readonly is: 'likely' | 'unlikely' | 'too close';
  readonly percent: number;
};

/** Of a range the chance of being under its upper end less that of being under its lower. */
export const reachOf = ({ polarity, target }: ToForecast, told: Expected): Reach | null => {
  const met = metBetween(polarity, target);
  if (met === null) return null;
  const chance = chanceUpTo(told, met.high, 'with it') - chanceUpTo(told, met.low, 'without it');
  const percent = Math.round(Math.max(0, chance) * 100);
  if (percent >= likelyFrom) return { is: 'likely', percent };
  return { is: percent <= 100 - likelyFrom ? 'unlikely' : 'too close', percent };
};

/** In percent: what eight in ten such years do is likely. */
const likelyFrom = 80;

/** What the figure cannot pass has no chance, whatever its spread says. */
const chanceUpTo = (told: Expected, figure: number, ends: 'with it' | 'without it'): number => {
  const {
    value,
    spread,
    ranges,
    ends: { low, high },
  } = told;
  const isUnder = (one: number) => (ends === 'with it' ? one <= figure : one < figure);
  if (low !== null && !isUnder(low)) return 0;
  if (high !== null && isUnder(high)) return 1;
  if (spread === 0 || !Number.isFinite(figure)) return isUnder(value) ? 1 : 0;
  return chanceBelow((figure - value) / spread, freedomOf(ranges));
};
