// Which figures of measures that all may read are left out because of what is exempt: those of a return or a
// target that is marked by itself, and those counted from rows of which one is exempt.
import type { Dataset, MarkedRow, MeasureFact } from '../dataset/dataset.ts';
import { parsePeriod, periodEnd } from '../period.ts';
import type { LeftOut } from './small-numbers.ts';

/** Whether a return or a target that is marked so is kept from the readers of a paper. */
export const isMarkKept = ({ access }: Pick<MarkedRow, 'access'>, readInPublic: boolean): boolean =>
  access === 'exempt' || (readInPublic && access !== 'public');

/** The periods of a measure in which such a return or target stands. */
export const periodsKept = (
  { marked }: Pick<MeasureFact, 'marked'>,
  readInPublic: boolean,
): ReadonlySet<string> =>
  new Set(
    (marked ?? []).filter((row) => isMarkKept(row, readInPublic)).map(({ period }) => period),
  );

/**
 * Of every dataset that a paper is made from: what was marked since the one before is not told of that one
 * either. A figure worked out from exempt rows is left out of all periods: less what is printed of the others
 * it gives them back.
 */
export const keptFigures = (datasets: readonly Dataset[], readInPublic: boolean): LeftOut => {
  const leftOut = new Map<string, Set<string>>();
  for (const dataset of datasets)
    for (const measure of dataset.measures) {
      const periods = countsExempt(dataset, measure)
        ? periodsOf(measure)
        : periodsKept(measure, readInPublic);
      const known = leftOut.get(measure.key) ?? new Set();
      leftOut.set(measure.key, new Set([...known, ...periods]));
    }
  return leftOut;
};

const periodsOf = ({ before, now, years }: MeasureFact): readonly string[] => [
  ...[...before, now].map(({ period }) => period),
  ...(years ?? []).flatMap(({ of }) => of),
];

const countsExempt = (dataset: Dataset, measure: MeasureFact): boolean =>
  measure.countsExempt === true ||
  (isFromSavings(dataset, measure) && dataset.savings.some(isExempt)) ||
  (isFromActions(dataset, measure) && ownActions(dataset).some(isExempt));

const isExempt = ({ access }: { readonly access: string }): boolean => access === 'exempt';

/** A dataset that does not say is asked by its figures: what comes to the same is taken to be the same. */
const isFromSavings = ({ savings }: Dataset, { workedOutFrom, now }: MeasureFact): boolean => {
  if (workedOutFrom !== undefined) return workedOutFrom === 'savings achieved';
  const sum = (of: 'required' | 'achieved') =>
    savings.reduce((all, saving) => all + (saving[of] ?? 0), 0);
  return isThis(now.denominator, sum('required')) || isThis(now.numerator, sum('achieved'));
};

const isFromActions = (dataset: Dataset, { workedOutFrom, now }: MeasureFact): boolean => {
  if (workedOutFrom !== undefined) return workedOutFrom === 'actions delivered';
  const period = parsePeriod(now.period);
  const end = period === null ? '' : periodEnd(period).toString();
  const due = ownActions(dataset).filter(({ dueOn }) => dueOn !== null && dueOn <= end);
  return isThis(now.denominator, due.length);
};

const isThis = (number: number | null, other: number): boolean => number === other && other > 0;

/** What is promised at a poor figure is no part of a programme. */
const ownActions = ({ actions }: Dataset): Dataset['actions'] =>
  actions.filter(({ kind }) => kind === 'activity' || kind === 'milestone');
