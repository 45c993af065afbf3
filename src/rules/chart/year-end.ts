// What a period of a measure is held to in a chart or a forecast, and what the end of its year is.
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { type HistoryPoint, historyOf } from '../history.ts';
import type { Period } from '../period.ts';
import { isAgreed } from '../rating.ts';
import type { Charted } from './chart-of.ts';

type Held = Pick<HistoryPoint, 'period' | 'value' | 'aim' | 'standing'>;

/** What is not agreed, and what nothing is rated against, holds a figure to nothing. */
export const chartedOf = (
  { dataOnly }: Pick<Measure, 'dataOnly'>,
  { period, value, aim, standing }: Held,
): Charted => {
  const held = dataOnly || aim === null || !isAgreed(aim) ? null : aim;
  return {
    period,
    value,
    standing,
    target: held?.target ?? null,
    rangeLow: held?.rangeLow ?? null,
    rangeHigh: held?.rangeHigh ?? null,
  };
};

/**
 * The last period of the year that a period of the measure is in, for what it is held to: its figure is
 * left out, though it may be known by now.
 */
export const yearEndPoint = (
  registers: Registers,
  measure: Measure,
  period: Period,
): HistoryPoint | null => {
  const [point] = historyOf(registers, measure, { ...period, ...lastNumber(period) }, 1);
  return point === undefined
    ? null
    : { ...point, value: null, standing: 'not yet available', return: null };
};

const lastNumber = ({ kind }: Period): { readonly number?: number } => {
  if (kind === 'quarter') return { number: 4 };
  return kind === 'month' ? { number: 12 } : {};
};
