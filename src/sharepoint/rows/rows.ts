// A list item's fields become a register row here, once. A cell that cannot be read is named as an
// administrator would find it; what becomes of its row is decided in layers.ts.
import { blank, type Column, holdsMany } from '../../registers/register.ts';
import { type RegisterName, type Row, registers } from '../../registers/registers.ts';
import { blankRow, keyColumnName, placedColumns } from './columns.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A row in a list that could not be read, in words: "Returns, row 12, Value: 'abc' is not a number". */
export type RowFault = {
  readonly register: RegisterName;
  readonly item: string;
  readonly words: string;
};

export type RowRead =
  | { readonly key: string; readonly row: Row<RegisterName> }
  | { readonly key: string | null; readonly fault: RowFault };

/** Reads one item. A blank key, a blank required cell or a cell of the wrong kind is a fault. */
export const readRow = (name: RegisterName, item: string, fields: Fields): RowRead => {
  const key = fields[keyColumnName];
  const fault = (words: string, complaint: string) => ({
    register: name,
    item,
    words: `${registers[name].list}, row ${item}, ${words}: ${complaint}`,
  });
  if (typeof key !== 'string' || key === '') {
    return { key: null, fault: fault(keyColumnName, 'is blank') };
  }
  const row = blankRow(name);
  row['key'] = key;
  for (const { property, field, column } of placedColumns(name)) {
    try {
      row[property] = readCell(column, fields[field]);
    } catch (error) {
      return { key, fault: fault(column.words, (error as Error).message) };
    }
  }
  return { key, row: row as unknown as Row<RegisterName> };
};

const readCell = (column: Column, cell: unknown): unknown => {
  if (cell === null || cell === undefined || cell === '') {
    if (column.required && column.kind !== 'title') throw new Error('is blank');
    return holdsMany(column) ? noKeys : blank(column);
  }
  if (column.kind === 'number') {
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
    throw new Error(`'${String(cell)}' is not a number`);
  }
  if (column.kind === 'yesNo') {
    if (typeof cell === 'boolean') return cell;
    throw new Error(`'${String(cell)}' is not yes or no`);
  }
  if (typeof cell === 'string') return readText(column, cell);
  throw new Error(`'${String(cell)}' is not text`);
};

const readText = (column: Column, text: string): unknown => {
  if (column.kind === 'choice') return readChoice(column, text);
  if (column.kind === 'date') return readDate(text);
  if (column.kind === 'instant') return readInstant(text);
  if (holdsMany(column)) return readKeys(text);
  if (column.form?.isIn(text) === false) throw new Error(`'${text}' is not ${column.form.words}`);
  return column.indexed || column.pointsAt ? shared(text) : text;
};

const noKeys: readonly string[] = Object.freeze([]);

// Choices, pointers and days repeat thousands of times: rows share one copy of each.
const texts = new Map<string, string>();
const days = new Map<string, Temporal.PlainDate>();
const mostRemembered = 20_000;

const remember = <Value>(known: Map<string, Value>, text: string, value: Value): Value => {
  if (known.size >= mostRemembered) known.clear();
  known.set(text, value);
  return value;
};

const shared = (text: string): string => texts.get(text) ?? remember(texts, text, text);

const readChoice = ({ choices }: Column, text: string): string => {
  const choice = choices?.find((each) => each === text);
  if (choice === undefined) throw new Error(`'${text}' is not one of ${choices?.join(', ')}`);
  return choice;
};

const readDate = (text: string): Temporal.PlainDate => {
  const known = days.get(text);
  if (known) return known;
  if (!/^\d{4}-\d\d-\d\d$/.test(text))
    throw new Error(`'${text}' is not a date such as 2020-10-14`);
  try {
    return remember(days, text, Temporal.PlainDate.from(text));
  } catch {
    throw new Error(`'${text}' is not a date in the calendar`);
  }
};

const readInstant = (text: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new Error(`'${text}' is not a moment such as 2020-10-14T09:30:00Z`);
  }
};

const readKeys = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((key) => key.trim())
    .filter((key) => key !== '');
