// A measure's figures over its own periods, gaps included, and the newest figure known.
// How a figure stands and travels is decided in rating.ts, direction.ts and standings.ts.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import type { Target } from '../registers/targets.ts';
import type { RatedAgainst, Standing } from '../registers/words.ts';
import {
  lastMonth,
  type Period,
  parsePeriod,
  periodText,
  periodWords,
  previousPeriod,
} from './period.ts';
import { periodKindOf } from './period-kind.ts';
import { ratedAt } from './rated-at.ts';
import { ratedAgainst } from './rated-by.ts';
import { returnsByPeriod } from './returns-by-period.ts';
import { ownPeriodBy } from './what-is-due.ts';

/** One period's figure. A null value is not yet available, never zero; `return` null: no row. */
export type HistoryPoint = {
  readonly period: string;
  readonly words: string;
  readonly value: number | null;
  readonly target: number | null;
  /** The target whole, of the plan the figure was given in; null where there was none. */
  readonly aim: Target | null;
  readonly standing: Standing;
  readonly against: RatedAgainst;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly return: Return | null;
};

/**
 * The figure a return holds; null while it is due, waits for data or was withdrawn, and of a return
 * that was asked for a target, or for the final figure, which the figure's own return holds.
 */
export const valueOf = (returned: Return | null): number | null =>
  returned?.state === 'Returned' && isFigure(returned) ? returned.value : null;

const isFigure = ({ kind }: Return): boolean => kind === null || kind === 'figure';

/** The measure and, by Continues, its rows in earlier plans, newest plan first; a loop ends. */
export const lineage = (
  registers: Pick<Registers, 'measures'>,
  measure: Measure,
): readonly string[] => {
  const keys = [measure.key];
  let earlier = measure.continues;
  while (earlier !== null && !keys.some((key) => sameKey(key, earlier))) {
    keys.push(earlier);
    earlier = registers.measures.get(earlier)?.continues ?? null;
  }
  return keys;
};

/** Which row of a measure has periods of a kind: its own first, then those of earlier plans; else its own. */
export const rowWith = (
  registers: Pick<Registers, 'measures'>,
  measure: Measure,
  { kind }: Period,
): Measure =>
  lineage(registers, measure)
    .map((key) => registers.measures.get(key))
    .find((row) => row !== undefined && periodKindOf(row) === kind) ?? measure;

/** The return of one period: the one that holds a figure, else the plan's own, else null. */
export const returnFor = (registers: Registers, measure: Measure, period: Period): Return | null =>
  returnsAt(registers, measure)(period);

/** The same for one period after another. */
export const returnsAt = (
  registers: Registers,
  measure: Measure,
): ((period: Period) => Return | null) => {
  const ownAt = returnsByPeriod(registers, measure.key);
  if (measure.continues === null) return ownAt;
  const inAnyPlan = lineage(registers, measure).map((key) => returnsByPeriod(registers, key));
  return (period) => {
    const own = ownAt(period);
    if (valueOf(own) !== null) return own;
    return inAnyPlan.map((at) => at(period)).find((row) => valueOf(row) !== null) ?? own;
  };
};

/** The newest return with a figure whose period has ended by another's end; null where none is known. */
export const newestReturn = (
  registers: Registers,
  measure: Measure,
  by: Period | null,
): { readonly row: Return; readonly period: Period } | null =>
  newestOf(registers, measure.continues === null ? [measure.key] : lineage(registers, measure), by);

const newestOf = (registers: Registers, keys: readonly string[], by: Period | null) => {
  const latest = by === null ? Infinity : lastMonth(by);
  let newest: { row: Return; period: Period } | null = null;
  let newestMonth = -Infinity;
  for (const key of keys) {
    for (const row of registers.returns.where('measure', key)) {
      if (valueOf(row) === null) continue;
      const period = parsePeriod(row.period);
      if (period === null) continue;
      const month = lastMonth(period);
      if (month <= newestMonth || month > latest) continue;
      newest = { row, period };
      newestMonth = month;
    }
  }
  return newest;
};

const pointOf = (
  registers: Registers,
  measure: Measure,
  { period, row }: { readonly period: Period; readonly row: Return | null },
): HistoryPoint => {
  const value = valueOf(row);
  const { target, standing, aim, rule } = ratedAt(registers, measure, { period, row });
  return {
    period: periodText(period),
    words: periodWords(period, measure),
    value,
    target,
    aim,
    standing,
    against: ratedAgainst(rule),
    provisional: value !== null && row?.finality === 'provisional',
    illustrative: value !== null && row?.illustrative === true,
    return: row,
  };
};

/**
 * The last `count` periods of a measure, oldest first, ending with `upTo` or, where that is another
 * kind of period, with the measure's own latest to have ended by then. Gaps are null, never left out.
 * Where the row it continues had periods of another kind, they follow once its own have no figure
 * further back.
 */
// oxlint-disable-next-line max-params -- the signature every caller was given
export const historyOf = (
  registers: Registers,
  measure: Measure,
  upTo: Period,
  count: number,
): readonly HistoryPoint[] => {
  const points: HistoryPoint[] = [];
  let of = measure;
  let period = ownPeriodBy(measure, upTo);
  for (let left = count; left > 0; left -= 1) {
    points.unshift(pointOf(registers, of, { period, row: returnFor(registers, of, period) }));
    ({ of, period } = before(registers, of, period));
  }
  return points;
};

/** One period further back, in the row of an earlier plan where only that goes on. */
const before = (
  registers: Registers,
  of: Measure,
  period: Period,
): { readonly of: Measure; readonly period: Period } => {
  const previous = previousPeriod(period);
  if (of.continues === null) return { of, period: previous };
  const keys = lineage(registers, of);
  const other = keys.findIndex((key) => {
    const earlier = registers.measures.get(key);
    return earlier !== undefined && periodKindOf(earlier) !== period.kind;
  });
  const earlier = other === -1 ? undefined : registers.measures.get(keys[other] ?? '');
  if (
    earlier === undefined ||
    newestOf(registers, keys.slice(0, other), previous) !== null ||
    newestOf(registers, keys.slice(other), previous) === null
  )
    return { of, period: previous };
  return { of: earlier, period: ownPeriodBy(earlier, previous) };
};

/** The newest period that has a figure; null where the measure has never had one. */
export const latestFigure = (registers: Registers, measure: Measure): HistoryPoint | null => {
  const newest = newestReturn(registers, measure, null);
  return newest && pointOf(registers, measure, newest);
};
