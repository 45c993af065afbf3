// Which measures a paper speaks of first: off target before within tolerance, and of those the longest.
import type { Standing } from '../../registers/words.ts';
import type { ToldMeasure } from './facts.ts';

/** Lower comes first; null is no exception. */
const places: { readonly [S in Standing]: number | null } = {
  'off target': 0,
  'within tolerance': 1,
  'better than target': null,
  'on target': null,
  'not yet available': null,
  'target not yet agreed': null,
  'data only': null,
};

const placeOf = ({ now, met }: ToldMeasure): number | null => {
  if (!now.leftOut) return places[now.standing];
  // Missed, and by how much is not told: with those that are off target, last.
  return met === 'missed' ? 0.5 : null;
};

/**
 * Those that are off target or within tolerance, or are left out and missed. Red before amber; a figure of
 * this quarter before one that was told already; then the longest, then those that get worse.
 */
export const exceptionsIn = (measures: readonly ToldMeasure[]): readonly ToldMeasure[] =>
  measures
    .flatMap((measure, at) => {
      const place = placeOf(measure);
      return place === null ? [] : [{ measure, place, at }];
    })
    .toSorted(
      (one, other) =>
        one.place - other.place ||
        Number(other.measure.due) - Number(one.measure.due) ||
        other.measure.running - one.measure.running ||
        worsening(one.measure) - worsening(other.measure) ||
        one.at - other.at,
    )
    .map(({ measure }) => measure);

const worsening = ({ short }: ToldMeasure): number => (short === 'worse' ? 0 : 1);

/** Off target the period before, asked for this time, and not there: silence is no better than red. */
export const unansweredIn = (measures: readonly ToldMeasure[]): readonly ToldMeasure[] =>
  missingIn(measures).filter(({ before }) => before.at(-1)?.standing === 'off target');

/** Asked for this time, and not there, whether or not somebody has said why. */
export const missingIn = (measures: readonly ToldMeasure[]): readonly ToldMeasure[] =>
  measures.filter(({ due, now }) => due && !now.leftOut && now.value === null);
