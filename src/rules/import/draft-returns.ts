// A figure as a return: nothing where the register holds it already, else what the return becomes.
// Whether a return may change at all is decided in guards.ts.
import type { Measure } from '../../registers/measures.ts';
import type { Plain } from '../../registers/register.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Return } from '../../registers/returns.ts';
import { roundTo } from '../rounding.ts';
import type { Doubts, Place } from './doubts.ts';
import { type Draft, holdsAlready, isBlankPlain } from './draft.ts';

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
  /** How far it is off what is known, where nothing else speaks against it. */
  readonly farOff: string | null;
};

/** Held as finely as the measure prints, a figure printed on a sheet is the one in the register. */
const sameFigure = (held: number, told: number, decimals: number): boolean =>
  held === told || (roundTo(told, decimals) === told && roundTo(held, decimals) === told);

type Given = {
  readonly registers: Registers;
  readonly doubts: Doubts;
  readonly today: Temporal.PlainDate;
};

/** Null: the register holds this figure already, and all that is told with it. */
export const draftReturn = (
  { registers, doubts, today }: Given,
  told: FigureTold,
): Draft | null => {
  const { measure, period, value } = told;
  const key = `${measure.key}|${period}`;
  const row = registers.returns.get(key);
  if (
    row?.state === 'Returned' &&
    row.value !== null &&
    sameFigure(row.value, value, measure.decimals)
  )
    return besidesTheFigure({ registers, doubts, today }, told, row);
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

/** A comment where there is none, and what was provisional and is said to be final; the rest stays. */
const besidesTheFigure = (
  { doubts, today }: Given,
  told: FigureTold,
  row: Return,
): Draft | null => {
  const { measure, period, place, commentary, finality } = told;
  const says = commentary !== null && !holdsAlready(row.commentary, commentary);
  const settles = row.finality === 'provisional' && finality === 'final';
  const stays = (words: string) => doubts.note(place, words, 'returns');
  if (row.cycle !== null && row.cycle !== '') {
    if (says)
      stays(`The comment on ${measure.code} for ${period} is not taken: its owner answers for it.`);
    if (settles)
      stays(`${measure.code} stays provisional for ${period}: its owner answers for it.`);
    return null;
  }
  const mayComment = isBlankPlain(row.commentary);
  if (says && !mayComment)
    stays(`${measure.code} has another comment for ${period} in the register, which stays.`);
  const set = {
    ...(says && mayComment && { commentary }),
    ...(settles && { finality, ...restated(row, told, today) }),
  };
  if (Object.keys(set).length === 0) return null;
  return { register: 'returns', key: row.key, set, place, from: {} };
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
