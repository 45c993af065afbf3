// How a measure stands at a period: its figure against target, and its travel short and long.
// Counting standings is roll-up.ts; which figure a cycle shows is decided there too.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Direction, Standing } from '../registers/words.ts';
import { directionOfTravel } from './direction.ts';
import { returnsAt, valueOf } from './history.ts';
import { type Period, periodText, previousPeriod, samePeriodLastYear } from './period.ts';
import { ratedAt } from './rated-at.ts';

/** A null value is not yet available; a null direction had nothing to be compared with. */
export type StandingAt = {
  readonly period: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly standing: Standing;
  /** On the last period. */
  readonly short: Direction | null;
  /** On the same period last year; for an annual figure the same comparison as short. */
  readonly long: Direction | null;
  readonly provisional: boolean;
  /** The figure or the target it is held against is made up for the sample. */
  readonly illustrative: boolean;
};

/** How a measure stands at one of its own periods, by the return that holds its figure. */
// oxlint-disable-next-line max-params -- the signature every caller was given
export const standingAt = (
  registers: Registers,
  measure: Measure,
  period: Period,
  row?: Return | null,
): StandingAt => {
  const at = returnsAt(registers, measure);
  return standingFrom(registers, measure, {
    period,
    row: row === undefined ? at(period) : row,
    at,
  });
};

type Found = {
  readonly period: Period;
  readonly row: Return | null;
  /** The measure's return of any period. */
  readonly at: (period: Period) => Return | null;
};

/** The same, of returns that have been looked up. */
export const standingFrom = (
  registers: Registers,
  measure: Measure,
  { period, row, at }: Found,
): StandingAt => {
  const { target, standing, aim, rule } = ratedAt(registers, measure, { period, row });
  const value = valueOf(row);
  const { polarity, decimals } = measure;
  const travelling = { polarity, decimals, range: aim, same: rule };
  const since = (earlier: Period) =>
    value === null ? null : directionOfTravel(travelling, value, valueOf(at(earlier)));
  const { text, before, yearBefore } = aroundOf(period);
  return {
    period: text,
    value,
    target,
    standing,
    short: since(before),
    long: since(yearBefore),
    provisional: value !== null && row?.finality === 'provisional',
    illustrative: value !== null && (row?.illustrative === true || aim?.illustrative === true),
  };
};

type Around = { readonly text: string; readonly before: Period; readonly yearBefore: Period };

/** A roll-up asks for hundreds of measures at one and the same period. */
const around = new WeakMap<Period, Around>();

const aroundOf = (period: Period): Around => {
  const known = around.get(period);
  if (known !== undefined) return known;
  const found = {
    text: periodText(period),
    before: previousPeriod(period),
    yearBefore: samePeriodLastYear(period),
  };
  around.set(period, found);
  return found;
};
