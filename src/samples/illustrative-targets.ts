// Made-up targets: one from the start where the aim never moved, one a year where it did, one a
// quarter where the year has a profile. Every row is marked illustrative.
import { newRow } from '../registers/new-row.ts';
import type { Row } from '../registers/registers.ts';
import { roundTo } from '../rules/rounding.ts';
import type { Aim, SampleMeasure } from './sample-measure.ts';

const years = [2018, 2019, 2020];

/** From when the first target holds. Figures of years gone by are judged too, so theirs hold earlier. */
const holdsFrom = ({ asked }: SampleMeasure): number =>
  asked.frequency === 'annual' || asked.publicationLag > 90 ? 2016 : 2018;

type Level = Pick<Row<'targets'>, 'appliesFrom' | 'target' | 'rangeLow' | 'rangeHigh'>;
type Start = { readonly year: number; readonly quarter: number; readonly from: Temporal.PlainDate };

const level = ({ decimals }: SampleMeasure, aim: Aim, { year, quarter, from }: Start): Level => {
  const appliesFrom = from.add({ months: 3 * quarter });
  if (typeof aim.target !== 'number')
    return { appliesFrom, target: null, rangeLow: aim.target.low, rangeHigh: aim.target.high };
  const forYear = aim.target - aim.step * (2020 - year);
  const target = roundTo(forYear * (aim.profile?.[quarter] ?? 1), decimals);
  return { appliesFrom, target, rangeLow: null, rangeHigh: null };
};

const levels = (measure: SampleMeasure, aim: Aim): readonly Level[] => {
  const moves = aim.step !== 0 || aim.profile !== null;
  const quarters = aim.profile ? [0, 1, 2, 3] : [0];
  return (moves ? years : years.slice(0, 1)).flatMap((year, index) => {
    const from = Temporal.PlainDate.from({
      year: index === 0 ? holdsFrom(measure) : year,
      month: 4,
      day: 1,
    });
    return quarters.map((quarter) => level(measure, aim, { year, quarter, from }));
  });
};

/** No rows where there is no aim: the measure reads data only until a target is agreed. */
export const illustrativeTargets = (
  measure: SampleMeasure,
  row: Row<'measures'>,
): readonly Row<'targets'>[] => {
  const { aim } = measure;
  if (!aim) return [];
  return levels(measure, aim).map((held) =>
    newRow('targets', {
      ...held,
      key: `${row.key}|${held.appliesFrom.toString()}`,
      title: `${measure.code} from ${held.appliesFrom.toString()}`,
      plan: row.plan,
      measure: row.key,
      tolerance: aim.tolerance,
      toleranceIs: aim.toleranceIs,
      illustrative: true,
    }),
  );
};
