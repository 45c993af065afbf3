// How a measure stands at a period: its figure against target, and its travel short and long.
// Counting standings is roll-up.ts; which figure a cycle shows is decided there too.
import type { Measure } from '../registers/measures.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import type { Direction, Standing } from '../registers/words.ts';
import { directionOfTravel } from './direction.ts';
import { returnFor, valueOf } from './history.ts';
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
  row: Return | null = returnFor(registers, measure, period),
): StandingAt => {
  const { target, standing, aim } = ratedAt(registers, measure, { period, row });
  const value = valueOf(row);
  const travelling = { polarity: measure.polarity, decimals: measure.decimals, range: aim };
  const since = (before: Period) =>
    value === null
      ? null
      : directionOfTravel(travelling, value, valueOf(returnFor(registers, measure, before)));
  return {
    period: periodText(period),
    value,
    target,
    standing,
    short: since(previousPeriod(period)),
    long: since(samePeriodLastYear(period)),
    provisional: value !== null && row?.finality === 'provisional',
    illustrative: value !== null && (row?.illustrative === true || aim?.illustrative === true),
  };
};
