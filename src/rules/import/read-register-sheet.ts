// Reads a register's own sheet, row by row, into what would begin or change. A row that is not in the
// file is left alone; a blank cell under a heading that is there clears its column.
import type { Column, Plain } from '../../registers/register.ts';
import { toPlain } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import { fold, sameKey } from '../../registers/same-key.ts';
import type { Cell, Sheet } from '../workbook.ts';
import { isBlankCell, quoted, textOfCell } from './cell-text.ts';
import type { Place } from './doubts.ts';
import {
  type AnyRow,
  columnsOf,
  type Draft,
  holdsAlready,
  isBlankPlain,
  placeOf,
  type Reading,
  rowIn,
  shown,
} from './draft.ts';
import { figureInstead, saidOfFigure } from './figure-of-row.ts';
import { keyFits, keyMadeOf, keyPartsOf } from './importable.ts';
import type { SheetRead } from './preview.ts';
import { readColumn } from './read-column.ts';
import { columnsSeen, type RegisterSheet } from './register-headings.ts';

export type RegisterRead = SheetRead & {
  readonly drafts: readonly Draft[];
  /** Rows that differ in nothing. */
  readonly same: number;
};

export const readRegisterSheet = (
  reading: Reading,
  sheet: Sheet,
  as: RegisterSheet,
): RegisterRead => {
  const headings = columnsSeen(sheet, as);
  sayHeadings(reading, sheet, as);
  const drafts: Draft[] = [];
  const seen = new Map<string, Place>();
  const twice = new Set<string>();
  let [rows, same] = [0, 0];
  for (let row = as.headingRow + 1; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every(isBlankCell)) continue;
    rows += 1;
    const read = readRow({ reading, as, sheet: sheet.name, row, cells }, { seen, twice });
    if (read === 'same') same += 1;
    else if (read !== 'stopped') drafts.push(read);
  }
  const { list, row } = registers[as.register];
  return {
    understood: `${list}: each row is ${row}.`,
    headingRow: as.headingRow + 1,
    columns: headings,
    rows,
    drafts: drafts.filter(({ key }) => !twice.has(fold(key))),
    same,
  };
};

const sayHeadings = ({ doubts }: Reading, sheet: Sheet, as: RegisterSheet): void => {
  const seen = new Map<string, number>();
  as.columns.forEach((name, column) => {
    const heading = textOfCell(sheet.rows[as.headingRow]?.[column]);
    const place = { sheet: sheet.name, row: as.headingRow, column };
    if (name === null && heading !== '')
      doubts.note(
        place,
        `${quoted(heading)} is no column of ${registers[as.register].list}: ignored.`,
      );
    if (name !== null && seen.has(name))
      doubts.stop(place, `${quoted(heading)} is there twice: keep one.`, as.register);
    if (name !== null) seen.set(name, column);
  });
};

type RowToRead = {
  readonly reading: Reading;
  readonly as: RegisterSheet;
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly Cell[];
};

type Keys = { readonly seen: Map<string, Place>; readonly twice: Set<string> };

const readRow = (at: RowToRead, { seen, twice }: Keys): Draft | 'same' | 'stopped' => {
  const { reading, as } = at;
  const keyColumn = Math.max(0, as.columns.indexOf('key'));
  const place = { sheet: at.sheet, row: at.row, column: keyColumn };
  const key = keyOf(at);
  const fault = faultInKey(key, as.register);
  if (fault !== null) {
    reading.doubts.stop(place, fault, as.register);
    return 'stopped';
  }
  const earlier = seen.get(fold(key));
  if (earlier) {
    const words = (other: Place) =>
      `Key ${quoted(key)} is there twice, here and in row ${other.row + 1}: neither is taken.`;
    if (!twice.has(fold(key))) reading.doubts.stop(earlier, words(place), as.register);
    reading.doubts.stop(place, words(earlier), as.register);
    twice.add(fold(key));
    return 'stopped';
  }
  seen.set(fold(key), place);
  const row = rowIn(reading.registers, as.register, key);
  const { set, stopped } = readCells(at, row);
  if (stopped) return 'stopped';
  if (row && Object.keys(set).length === 0) return 'same';
  const from = Object.fromEntries(
    as.columns.flatMap((name, column) => (name === null ? [] : [[name, column]])),
  );
  const draft = { register: as.register, key: row?.key ?? key, set, place, from };
  return standsUp(reading, draft, row) ? draft : 'stopped';
};

/** The Key as written, or where the cell is blank, as the row's own columns make it. */
const keyOf = ({ as, cells, reading }: RowToRead): string => {
  const cell = cells[as.columns.indexOf('key')];
  if (typeof cell === 'string' && rowIn(reading.registers, as.register, cell)) return cell;
  const written = textOfCell(cell);
  if (written !== '') return written;
  const parts = keyPartsOf(as.register).map((name) => {
    const text = textOfCell(cells[as.columns.indexOf(name)]);
    return [name, name === 'plan' && text === '' ? reading.asked.plan : text];
  });
  return keyMadeOf(as.register, Object.fromEntries(parts)) ?? '';
};

const faultInKey = (key: string, register: RegisterSheet['register']): string | null => {
  if (key === '') return `This row has no Key: it is ${registers[register].keyIs}.`;
  if (key.includes('\n')) return 'A Key is one line.';
  return key.length > 255 ? `This Key has ${key.length} characters; a Key holds 255.` : null;
};

const readCells = (
  { reading, as, cells, sheet, row: number }: RowToRead,
  row: AnyRow | undefined,
): { readonly set: Record<string, Plain>; readonly stopped: boolean } => {
  const set: Record<string, Plain> = {};
  let stopped = false;
  const { columns, register } = as;
  const instead =
    register === 'returns' ? figureInstead(reading.registers, { columns, cells, row }) : {};
  for (const [name, value] of Object.entries(instead))
    if (!row || !holdsAlready(row[name], value)) set[name] = value;
  as.columns.forEach((name, at) => {
    if (name === null || name === 'key' || name in instead) return;
    const column = columnsOf(as.register)[name] as Column;
    const place = { sheet, row: number, column: at };
    const cell = cells[at];
    // What a register holds already is not held against today's rules.
    if (row && typeof cell === 'string' && holdsAlready(row[name], cell)) return;
    const read = readColumn(column, cell);
    if ('refused' in read) {
      reading.doubts.stop(place, read.refused, as.register);
      stopped = true;
      return;
    }
    if (row ? holdsAlready(row[name], read.value) : isBlankPlain(read.value)) return;
    if (read.said !== null) reading.doubts.note(place, read.said, as.register);
    set[name] = read.value;
    if (row && isBlankPlain(read.value) && !column.required)
      reading.doubts.note(
        place,
        `Clears ${column.words}, which holds ${quoted(shown(column, toPlain(row[name])))}.`,
        as.register,
      );
  });
  const { plan } = columnsOf(as.register);
  if (!row && plan?.required && !as.columns.includes('plan')) set['plan'] = reading.asked.plan;
  return { set, stopped };
};

/** Whether a row may be as the file has it: its plan, its Key and what it may not go without. */
const standsUp = (reading: Reading, draft: Draft, row: AnyRow | undefined): boolean => {
  const { asked, doubts } = reading;
  const { register, key, set, place, from } = draft;
  const columns = columnsOf(register);
  const whole: Record<string, Plain> = { ...plainRow(row), ...set };
  const faults: (readonly [column: string, words: string])[] = [];
  const plans = [row?.['plan'], set['plan']].filter((plan) => typeof plan === 'string');
  const other = plans.find((plan) => !sameKey(plan, asked.plan));
  if (other !== undefined)
    faults.push(['plan', `This row is of ${other}; this import is of ${asked.plan}.`]);
  const touchesKey = !row || keyPartsOf(register).some((part) => part in set);
  if (touchesKey && !keyFits(register, key, whole))
    faults.push([
      'key',
      `Key ${quoted(key)} does not fit its row: ${registers[register].keyIs} makes ${quoted(keyMadeOf(register, whole) ?? '')}.`,
    ]);
  for (const [name, column] of Object.entries(columns)) {
    const needed = column.required && (row ? name in set : true);
    const lacking =
      name === 'title' && from[name] === undefined
        ? ', and this sheet has no such column: a new row needs it'
        : '';
    if (needed && isBlankPlain(set[name]))
      faults.push([name, `${column.words} cannot be blank${lacking}.`]);
  }
  const figure = register === 'returns' ? saidOfFigure(reading.registers, set, whole) : null;
  if (figure?.fault) faults.push(['state', figure.fault]);
  for (const [name, words] of faults)
    doubts.stop({ ...place, column: from[name] ?? place.column }, words, register);
  for (const words of figure?.notes ?? []) doubts.note(placeOf(draft, 'value'), words, register);
  return faults.length === 0;
};

const plainRow = (row: AnyRow | undefined): Record<string, Plain> =>
  Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, toPlain(value)]));
