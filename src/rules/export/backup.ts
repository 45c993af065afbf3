// A backup of registers: one JSON value a line, nothing shortened, trimmed or worded, so that what is restored
// is what was there. A spreadsheet is for people; this is for putting a list back.
import { type Columns, type Plain, toPlain } from '../../registers/register.ts';
import { registers as declared, type RegisterName, type Row } from '../../registers/registers.ts';

/** A row as a backup holds it: columns by the name rules call them, those that are blank left out. */
export type BackedUp = {
  readonly register: RegisterName;
  readonly key: string;
  readonly set: { readonly [column: string]: Plain };
};

/** Changed when a backup of before can no longer be read as one of now. */
export const backupVersion = 1;

export const backedUp = <N extends RegisterName>(register: N, row: Row<N>): BackedUp => {
  const columns: Columns = declared[register].columns;
  const held = row as { readonly [column: string]: unknown };
  const set = Object.fromEntries(
    Object.keys(columns).flatMap((name) => {
      const value = toPlain(held[name]);
      return isBlank(value) ? [] : [[name, value] as const];
    }),
  );
  return { register, key: row.key, set };
};

/** No and blank are one in a list. */
export const isBlank = (value: Plain): boolean =>
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && value.length === 0);
