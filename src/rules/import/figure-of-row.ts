// The figure of a row of the Returns sheet: worked out where Value is blank, as a performance sheet has
// it, and what is wrong with a return that would be Returned without one.
import type { Measure } from '../../registers/measures.ts';
import { type Column, type Plain, toPlain } from '../../registers/register.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Cell } from '../workbook.ts';
import { doubtedWords } from './doubted-figure.ts';
import { type AnyRow, columnsOf } from './draft.ts';
import { readColumn } from './read-column.ts';
import { disagreement, type Parts, workedOut } from './worked-out.ts';

type Plains = { readonly [column: string]: Plain | undefined };

type RowOfSheet = {
  readonly columns: readonly (string | null)[];
  readonly cells: readonly Cell[];
  readonly row: AnyRow | undefined;
};

/** What stands in place of blank cells: the figure that is worked out, final unless it is marked. */
export const figureInstead = (registers: Registers, at: RowOfSheet): Record<string, Plain> => {
  const names = ['state', 'kind', 'measure', 'value', 'numerator', 'denominator'];
  const whole = Object.fromEntries(names.map((name) => [name, saidOf(at, name)]));
  const measure = measureOf(registers, whole);
  const isUnread = Object.values(whole).includes(undefined);
  if (isUnread || isSettled(registers, at.row) || !measure || !lacksItsFigure(whole)) return {};
  const value = workedOut(measure, partsOf(whole));
  if (value === null) return {};
  return saidOf(at, 'finality') === null ? { value, finality: 'final' } : { value };
};

/** Returned as it is, by somebody or in a quarter that has closed: no figure is added to it. */
const isSettled = (registers: Registers, row: AnyRow | undefined): boolean => {
  const held = row && registers.returns.get(row.key);
  if (held?.state !== 'Returned') return false;
  const cycle = held.cycle ? registers.cycles.get(held.cycle) : undefined;
  return Boolean(held.returnedBy) || cycle?.state === 'Closed';
};

/**
 * As the sheet has it; as it is held where the sheet has no such column. Undefined: it cannot be read,
 * which is said of its cell.
 */
const saidOf = ({ columns, cells, row }: RowOfSheet, name: string): Plain | undefined => {
  const at = columns.indexOf(name);
  if (at < 0) return toPlain(row?.[name] ?? null);
  const read = readColumn(columnsOf('returns')[name] as Column, cells[at]);
  return 'value' in read ? read.value : undefined;
};

export type SaidOfFigure = { readonly fault: string | null; readonly notes: readonly string[] };

/** Why a return may not be as its row would have it, and what is only said of its figure. */
export const saidOfFigure = (registers: Registers, set: Plains, whole: Plains): SaidOfFigure => {
  const touched = ['state', 'kind', 'value', 'numerator', 'denominator'].some(
    (name) => name in set,
  );
  if (!touched) return { fault: null, notes: [] };
  const measure = measureOf(registers, whole);
  if (lacksItsFigure(whole)) return { fault: lackingWords(measure, partsOf(whole)), notes: [] };
  const { value, period } = whole;
  if (!measure || typeof value !== 'number') return { fault: null, notes: [] };
  const parts = partsOf(whole);
  const isNew = 'value' in set && typeof period === 'string' && isFigure(whole);
  const doubt = isNew ? doubtedWords(registers, { measure, period, value, ...parts }) : null;
  const notes = [
    doubt,
    disagreement(measure, value, parts),
    whole['state'] === 'Due' ? stillDue : null,
  ];
  return { fault: null, notes: notes.filter((words) => words !== null) };
};

const stillDue =
  'Its State is Due, so this figure does not count and its owner is still asked: a figure counts where State is Returned.';

const lackingWords = (measure: Measure | undefined, { numerator, denominator }: Parts): string => {
  const none = 'This return is Returned and has no figure:';
  return !measure && numerator !== null && denominator !== null
    ? `${none} its measure is not in the register yet, so Numerator and Denominator make none. Take the measure in first, or fill in Value.`
    : `${none} fill in Value, or Numerator and a Denominator that is not nought, or leave its State as Due.`;
};

/** Only a measure's own return must have a figure: what is asked of an action or a risk has none. */
const lacksItsFigure = (whole: Plains): boolean =>
  whole['state'] === 'Returned' &&
  typeof whole['measure'] === 'string' &&
  isFigure(whole) &&
  (whole['value'] ?? null) === null;

const isFigure = ({ kind = null }: Plains): boolean => kind === null || kind === 'figure';

const measureOf = (registers: Registers, { measure }: Plains): Measure | undefined =>
  typeof measure === 'string' ? registers.measures.get(measure) : undefined;

const partsOf = ({ numerator, denominator }: Plains): Parts => ({
  numerator: typeof numerator === 'number' ? numerator : null,
  denominator: typeof denominator === 'number' ? denominator : null,
});
