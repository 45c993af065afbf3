// Which figures of measures anybody may read are left out because an exempt part could be worked back from
// them: a total beside all its parts but that one.
import type { FigureFact, MeasureFact } from '../dataset/dataset.ts';
import { roundTo } from '../rounding.ts';
import { familiesOf, isPartOf } from './families.ts';
import type { LeftOut } from './small-numbers.ts';

/**
 * Of each family that is exempt in part, every total of the others, in each period it is one. `kept` are the
 * periods in which a measure is exempt though it is not itself.
 */
export const exemptTotalsLeftOut = (
  measures: readonly MeasureFact[],
  kept: LeftOut = new Map(),
): LeftOut => {
  const leftOut = new Map<string, Set<string>>();
  for (const family of familiesOf(measures)) {
    if (!family.some(({ key, access }) => access === 'exempt' || kept.get(key)?.size)) continue;
    const exemptIn = (period: string) =>
      family.filter(({ key, access }) => access === 'exempt' || kept.get(key)?.has(period));
    for (const measure of family.filter(({ access }) => access !== 'exempt')) {
      const rest = family.filter((each) => each !== measure);
      const totals = figuresIn(measure).filter((figure) => {
        const exempt = exemptIn(figure.period);
        return (
          exempt.length > 0 &&
          (isTotal(measure, figure, rest) || isWaitedFor(measure, figure, exempt))
        );
      });
      leftOut.set(measure.key, new Set(totals.map(({ period }) => period)));
    }
  }
  return leftOut;
};

/** An exempt part of it has no figure of its own yet: the total less the others is what it will be. */
const isWaitedFor = (
  measure: MeasureFact,
  { period, value }: FigureFact,
  exempt: readonly MeasureFact[],
): boolean =>
  value !== null &&
  exempt.some(
    (each) =>
      isPartOf(each, measure) &&
      figuresIn(each).some((figure) => figure.period === period && figure.value === null),
  );

const figuresIn = ({ before, now }: MeasureFact): readonly FigureFact[] => [...before, now];

/** As they are printed: the sum of all the others of its period, or worked out of sums of what theirs are. */
const isTotal = (
  measure: MeasureFact,
  figure: FigureFact,
  rest: readonly MeasureFact[],
): boolean => {
  const parts = rest.flatMap(
    (each) => figuresIn(each).find(({ period }) => period === figure.period) ?? [],
  );
  const isSum = (of: 'value' | 'numerator' | 'denominator', decimals: number): boolean => {
    const whole = figure[of];
    const sum = parts.reduce((all, part) => all + (part[of] ?? 0), 0);
    return whole !== null && roundTo(sum, decimals) === roundTo(whole, decimals);
  };
  return (
    isSum('value', measure.decimals) ||
    isSum('numerator', 2) ||
    // Two shares of the same people are no parts of one another.
    (parts.length > 1 && isSum('denominator', 2))
  );
};
