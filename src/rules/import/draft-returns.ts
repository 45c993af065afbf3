// A figure as a return: nothing where the register holds it already, else what the return becomes.
// Whether a return may change at all is decided in guards.ts.
import type { Measure } from '../../registers/measures.ts';
import type { Plain } from '../../registers/register.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Return } from '../../registers/returns.ts';
import { roundTo } from '../rounding.ts';
import type { Place } from './doubts.ts';
import { type Draft, holdsAlready } from './draft.ts';

export type FigureTold = {
  readonly measure: Measure;
  readonly period: string;
  readonly place: Place;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Null: the sheet does not say; a figure is final unless marked. */
  readonly finality: 'provisional' | 'final' | null;
  readonly commentary: string | null;
};

/** Held as finely as the measure prints, a figure printed on a sheet is the one in the register. */
const sameFigure = (held: number, told: number, decimals: number): boolean =>
  held === told || (roundTo(told, decimals) === told && roundTo(held, decimals) === told);

/** Null: the register holds this figure already. */
export const draftReturn = (
  registers: Registers,
  told: FigureTold,
  today: Temporal.PlainDate,
): Draft | null => {
  const { measure, period, value } = told;
  const key = `${measure.key}|${period}`;
  const row = registers.returns.get(key);
  if (
    row?.state === 'Returned' &&
    row.value !== null &&
    sameFigure(row.value, value, measure.decimals)
  )
    return null;
  const becomes: { [column: string]: Plain } = {
    ...(row ? {} : begun(measure, period)),
    state: 'Returned',
    value,
    numerator: told.numerator,
    denominator: told.denominator,
    finality: told.finality ?? 'final',
    ...(told.commentary !== null && { commentary: told.commentary }),
    ...restated(row, told, today),
    noDataUntil: null,
    noDataReason: null,
    revision: Math.max(1, row?.revision ?? 0),
    illustrative: false,
  };
  const set = Object.fromEntries(
    Object.entries(becomes).filter(([name, to]) =>
      row ? !holdsAlready((row as { readonly [c: string]: unknown })[name], to) : to !== null,
    ),
  );
  return { register: 'returns', key: row?.key ?? key, set, place: told.place, from: {} };
};

const begun = (measure: Measure, period: string) => ({
  title: `${measure.code}, ${period}`.slice(0, 255),
  plan: measure.plan,
  measure: measure.key,
  period,
  owner: measure.owner,
});

/** A final figure in place of a provisional one keeps both. */
const restated = (row: Return | undefined, told: FigureTold, today: Temporal.PlainDate) =>
  row?.finality === 'provisional' && row.value !== null && told.finality !== 'provisional'
    ? { provisionalValue: row.value, restatedOn: today.toString() }
    : {};
