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
  /** Of text that is read further: a cell it does not hold for cannot be read. */
  readonly form?: { readonly isIn: (text: string) => boolean; readonly words: string };
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
  | 'keys'
  | 'lines';

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
/**
 * Rows of any register, one to a line, each as its list and Key: 'Objectives: plan|1.2'. This is how
 * the golden thread is held, across registers and plans; line-name.ts reads and writes the form.
 */
export const lines = <F extends Facts = Record<never, never>>(words: string, facts?: F) =>
  ({ kind: 'lines', words, ...facts }) as unknown as Column<readonly string[], 'lines'> & F;
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

/** Rows a view leaves out or takes, by one column. Blank is not known: it is neither one nor another. */
export type Filter<Name extends string = string> =
  | { readonly column: Name; readonly is: string }
  | { readonly column: Name; readonly isNot: readonly string[] }
  | { readonly column: Name; readonly blank: boolean };

/** A way of looking at a register in its list. Named by properties; how a list holds it is not said. */
export type View<Name extends string = string> = {
  readonly name: string;
  /** In order; where none are named, those of the view of all rows. */
  readonly columns?: readonly Name[];
  /** All of them hold. */
  readonly where?: readonly Filter<Name>[];
  readonly group?: Name;
  /** In order of weight; 'newest' is the order in which rows were made, last first. */
  readonly sort?: 'newest' | readonly { readonly by: Name; readonly descending?: true }[];
};

/**
 * What brings a list made by an earlier version to this declaration. Each sees for itself whether
 * there is anything left to do, so that none need be remembered and all may run twice.
 */
export type Migration<Name extends string = string> =
  /** A column that had to be filled in and need not be any more. */
  | { readonly noLongerRequired: Name }
  /** Cells that held bare Keys of the list named hold lines now: 'plan|1' is 'Priorities: plan|1'. */
  | { readonly nowLines: Name; readonly wereKeysOf: string };

export type Register<C extends Columns = Columns> = {
  /** The list's display name. */
  readonly list: string;
  /** What one row is, in a council's words. */
  readonly row: string;
  /** What a row's Key is made of, for the dictionary: 'plan|code'. */
  readonly keyIs: string;
  /** A row once written is never changed or removed. */
  readonly appendOnly?: true;
  /** Its list is made only where the council switches it on, and nobody inherits the right to open it. */
  readonly apart?: true;
  /** Changed by many during a collection: its list is listened to closely. */
  readonly busy?: true;
  readonly columns: C;
  /** Besides the view of all rows, which every list has (views.ts). */
  readonly views?: readonly View[];
  readonly migrations?: readonly Migration[];
};

/** Who may read a row. Blank reads as internal: nothing is public until somebody says so. */
export const accessKinds = ['public', 'internal', 'exempt'] as const;
export type Access = (typeof accessKinds)[number];

const classified = {
  access: choice('Access', accessKinds, { note: 'Blank is internal.' }),
  exemptUnder: text('Exempt under', {
    note: 'The paragraph relied on of Part 1, Schedule 12A, Local Government Act 1972: 1 to 7.',
  }),
};

/** As a register's file writes it: its views and migrations name columns it has. */
type Declaration<C extends Columns> = Register<C> & {
  readonly views?: readonly View<NoInfer<keyof C & string>>[];
  readonly migrations?: readonly Migration<NoInfer<keyof C & string>>[];
};

/** Every row of every register says who may read it. */
export const register = <C extends Columns>(
  declaration: Declaration<C>,
): Register<C & typeof classified> => ({
  ...declaration,
  columns: { ...declaration.columns, ...classified },
});

type Holds<C> = C extends { readonly holds?: infer Value } ? Exclude<Value, undefined> : never;

/** A row as rules and use cases see it. `null` is blank: not known, never zero. */
export type RowOf<R> =
  R extends Register<infer C>
    ? { readonly key: string } & { readonly [Name in keyof C]: Holds<C[Name]> }
    : never;

/** Whether a cell of this column holds several values, one to a line. */
export const holdsMany = ({ kind }: Column): boolean => kind === 'keys' || kind === 'lines';

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
  if (holdsMany(column)) return value ?? [];
  if (column.kind === 'yesNo') return value === true;
  if (value === null || value === undefined || value === '') return blank(column);
  if (column.kind === 'date') return Temporal.PlainDate.from(value as string);
  if (column.kind === 'instant') return Temporal.Instant.from(value as string);
  return value;
};

/** What an empty cell of this column reads as. */
export const blank = (column: Column): unknown => {
  if (holdsMany(column)) return [];
  if (column.kind === 'yesNo') return false;
  if (column.kind === 'title') return '';
  return null;
};
