// The verdict on a measure in a sentence or two: the figure, the target, how it stands, where it is going.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import { type Direction, directionWords, standingWords } from '../registers/words.ts';
import type { HistoryPoint } from '../rules/history.ts';
import { figure } from '../rules/number-words.ts';
import { parsePeriod } from '../rules/period.ts';
import { standingAt } from '../rules/standings.ts';
import { figuresOf, targetIsIllustrative, targetWords } from './measure-row.ts';
import { withUnit } from './needs.ts';
import { illustrativeWords } from './words.ts';

/** A missing newest figure is said first; the last there is follows. */
export const verdictOf = (
  registers: Registers,
  measure: Measure,
  points: readonly HistoryPoint[],
): string => {
  const now = points.at(-1);
  const shown = points.findLast((point) => point.value !== null);
  if (!now || !shown) return 'No figure has been returned yet.';
  const missing = shown === now ? '' : `${now.words} is not yet available. The last figure: `;
  return `${missing}${figureSentence(registers, measure, shown)}`;
};

const figureSentence = (registers: Registers, measure: Measure, point: HistoryPoint): string => {
  const period = parsePeriod(point.period);
  if (point.value === null || !period) return 'No figure has been returned yet.';
  const target = point.aim;
  const value = `${withUnit(figure(measure, point.value), measure.unit)} in ${point.words}`;
  const stands = standingWords[point.standing].words.toLowerCase();
  const aim = targetWords(measure, target);
  const held = aim === '–' ? ', with no target' : ` against a target of ${aim}: ${stands}`;
  const isWaiting = point.standing === 'target not yet agreed';
  const against = isWaiting ? notAgreedWords(measure, target) : held;
  const { short, long } = standingAt(registers, measure, period);
  const illustrative = illustrativeWords({
    figure: point.illustrative,
    target: targetIsIllustrative(measure, target),
  });
  const caveats = [point.provisional ? 'Provisional.' : null, illustrative].filter(Boolean);
  return [`${value}${against}${movement(measure, short, long)}.`, ...caveats].join(' ');
};

/** ' (its target of 80% is not yet agreed)' */
const notAgreedWords = (measure: Measure, target: Target | null): string => {
  const figures = target === null ? '–' : figuresOf(measure, target);
  return ` (its target ${figures === '–' ? '' : `of ${figures} `}is not yet agreed)`;
};

const movement = (measure: Measure, short: Direction | null, long: Direction | null): string => {
  const last = lastWords[measure.frequency];
  const parts = [
    short && `${than(short)} ${last}`,
    measure.frequency === 'annual' ? null : long && `${than(long)} the same period last year`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `, ${parts.join(' and ')}` : '';
};

const than = (direction: Direction): string =>
  direction === 'same' ? 'the same as' : `${directionWords[direction].words.toLowerCase()} than`;

const lastWords = {
  monthly: 'last month',
  quarterly: 'last quarter',
  annual: 'last year',
} as const;
