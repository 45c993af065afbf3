// The small language registers are written in: a register declares its columns once, and its
// TypeScript type, list, validation, headings and dictionary are derived from that declaration.
// It knows nothing of Graph: src/sharepoint alone turns these names into list columns.

type Facts = {
  /** A row without it is refused. */
  readonly required?: true;
  /** Rows are looked up by it. A list can carry 20 indexes. */
  readonly indexed?: true;
  /** The register whose Key this column holds. */
  readonly pointsAt?: string;
  /** One sentence for the data dictionary, where the words alone leave doubt. */
  readonly note?: string;
};

export type ColumnKind =
  | 'title'
  | 'text'
  | 'longText'
  | 'number'
  | 'date'
  | 'instant'
  | 'yesNo'
  | 'choice'
  | 'keys';

export type Column<Value = unknown, Kind extends ColumnKind = ColumnKind> = Facts & {
  readonly kind: Kind;
  /** The column's name as people read it. */
  readonly words: string;
  readonly choices?: readonly string[];
  /** Only a type: what a row holds here. */
  readonly holds?: Value;
};

type Held<Value, F extends Facts> = F extends { required: true } ? Value : Value | null;

const column =
  <Value, Kind extends ColumnKind>(kind: Kind) =>
  <F extends Facts = Record<never, never>>(words: string, facts?: F) =>
    ({ kind, words, ...facts }) as unknown as Column<Held<Value, F>, Kind> & F;

/** The row's readable name; every list has exactly one. */
export const title = (words: string): Column<string, 'title'> => ({
  kind: 'title',
  words,
  required: true,
});
/** One line, at most 255 characters. */
export const text = column<string, 'text'>('text');
/** Several lines, plain text. */
export const longText = column<string, 'longText'>('longText');
export const number = column<number, 'number'>('number');
/** A calendar day in the council's zone, held in the list as ISO text. */
export const date = column<Temporal.PlainDate, 'date'>('date');
/** A moment, held in the list as ISO text in UTC. */
export const instant = column<Temporal.Instant, 'instant'>('instant');
/** Keys of rows in another register, one to a line. Blank is an empty list, never null. */
export const keys = <F extends Facts = Record<never, never>>(words: string, facts?: F) =>
  ({ kind: 'keys', words, ...facts }) as unknown as Column<readonly string[], 'keys'> & F;
/** Blank reads as no. */
export const yesNo = <F extends Facts = Record<never, never>>(words: string, facts?: F) =>
  ({ kind: 'yesNo', words, ...facts }) as unknown as Column<boolean, 'yesNo'> & F;
export const choice = <const C extends readonly string[], F extends Facts = Record<never, never>>(
  words: string,
  choices: C,
  facts?: F,
) =>
  ({ kind: 'choice', words, choices, ...facts }) as unknown as Column<
    Held<C[number], F>,
    'choice'
  > &
    F;

export type Columns = { readonly [name: string]: Column };

export type Register<C extends Columns = Columns> = {
  /** The list's display name. */
  readonly list: string;
  /** What one row is, in a council's words. */
  readonly row: string;
  /** What a row's Key is made of, for the dictionary: 'plan|code'. */
  readonly keyIs: string;
  readonly columns: C;
};

export const register = <C extends Columns>(declaration: Register<C>): Register<C> => declaration;

type Holds<C> = C extends { readonly holds?: infer Value } ? Exclude<Value, undefined> : never;

/** A row as rules and use cases see it. `null` is blank: not known, never zero. */
export type RowOf<R> =
  R extends Register<infer C>
    ? { readonly key: string } & { readonly [Name in keyof C]: Holds<C[Name]> }
    : never;

/** A value as JSON carries it: dates and instants as ISO text. */
export type Plain = string | number | boolean | null | readonly string[];

/** How a typed value travels (Outbox, lists, API). */
export const toPlain = (value: unknown): Plain =>
  value instanceof Temporal.PlainDate || value instanceof Temporal.Instant
    ? value.toString()
    : ((value ?? null) as Plain);

/**
 * How a value that travelled becomes typed again.
 * Throws a RangeError or TypeError that the caller names the column in.
 */
export const fromPlain = (column: Column, value: Plain | undefined): unknown => {
  if (column.kind === 'keys') return value ?? [];
  if (column.kind === 'yesNo') return value === true;
  if (value === null || value === undefined || value === '') return blank(column);
  if (column.kind === 'date') return Temporal.PlainDate.from(value as string);
  if (column.kind === 'instant') return Temporal.Instant.from(value as string);
  return value;
};

/** What an empty cell of this column reads as. */
export const blank = (column: Column): unknown => {
  if (column.kind === 'keys') return [];
  if (column.kind === 'yesNo') return false;
  if (column.kind === 'title') return '';
  return null;
};
