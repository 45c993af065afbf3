// The verdict on a measure in a sentence or two: the figure, the target, how it stands, where it is going.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Target } from '../registers/targets.ts';
import { type Direction, directionWords, wordsOfStanding } from '../registers/words.ts';
import { sameWithinWords } from '../rules/direction.ts';
import type { HistoryPoint } from '../rules/history.ts';
import { figure } from '../rules/number-words.ts';
import { parsePeriod } from '../rules/period.ts';
import { ratedAgainst } from '../rules/rated-by.ts';
import { ruleFor } from '../rules/rating-rules.ts';
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
  const rule = ruleFor(registers, measure, period);
  const against = ratedAgainst(rule);
  const stands = wordsOfStanding(point.standing, against).words.toLowerCase();
  const aim = targetWords(measure, target);
  const held = aim === '–' ? ', with no target' : ` against a target of ${aim}: ${stands}`;
  const isWaiting = point.standing === 'target not yet agreed';
  const heldTo = against === 'quartile' ? `: ${stands}` : held;
  const stood = isWaiting ? notAgreedWords(measure, target) : heldTo;
  const { short, long } = standingAt(registers, measure, period);
  const illustrative = illustrativeWords({
    figure: point.illustrative,
    target: targetIsIllustrative(measure, target),
  });
  const caveats = [point.provisional ? 'Provisional.' : null, illustrative].filter(Boolean);
  const within = sameWithinWords(measure, rule);
  return [`${value}${stood}${movement(measure, { short, long, within })}.`, ...caveats].join(' ');
};

/** ' (its target of 80% is not yet agreed)' */
const notAgreedWords = (measure: Measure, target: Target | null): string => {
  const figures = target === null ? '–' : figuresOf(measure, target);
  return ` (its target ${figures === '–' ? '' : `of ${figures} `}is not yet agreed)`;
};

type Movement = {
  readonly short: Direction | null;
  readonly long: Direction | null;
  readonly within: string | null;
};

const movement = (measure: Measure, { short, long, within }: Movement): string => {
  const last = lastWords[measure.frequency];
  const parts = [
    short && `${than(short, within)} ${last}`,
    measure.frequency === 'annual'
      ? null
      : long && `${than(long, within)} the same period last year`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? `, ${parts.join(' and ')}` : '';
};

const than = (direction: Direction, within: string | null): string => {
  if (direction !== 'same') return `${directionWords[direction].words.toLowerCase()} than`;
  return within === null ? 'the same as' : `the same (${within}) as`;
};

const lastWords = {
  monthly: 'last month',
  quarterly: 'last quarter',
  annual: 'last year',
} as const;
