// What a register's value looks like in a cell. Its exact inverse is rules/import/read-column.ts, so a
// register exported and imported again is unchanged; a test holds the two together.
import { type Column, holdsMany } from '../../registers/register.ts';
import type { Cell, CellValue } from '../workbook.ts';

/**
 * The cell that shows a typed value. Several keys or lines are one to a line; a yes or no is said in
 * words; a moment is ISO text in UTC. Blank is an empty cell.
 */
export const cellOf = (column: Column, value: unknown): Cell => {
  if (holdsMany(column)) return ((value ?? []) as readonly string[]).join('\n') || null;
  if (column.kind === 'yesNo') return value === true ? 'Yes' : 'No';
  if (value instanceof Temporal.Instant) return value.toString();
  return value === '' ? null : ((value ?? null) as CellValue);
};
