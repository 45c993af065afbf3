// How a declared column looks in a SharePoint list: its internal name and Graph's shape for it.
// Dates and moments are held as ISO text: a date-only column is stored as a moment and read back a
// day off in another zone, and a day that a statutory deadline hangs on must not depend on that.
import { blank, type Column, type ColumnKind, type Register } from '../../registers/register.ts';
import { type RegisterName, registers } from '../../registers/registers.ts';

/** The unique natural key every list has. */
export const keyColumnName = 'Key';

/**
 * Beside Key in every list, and in no register: the person key behind what the app last wrote to the
 * row. A hand edit leaves it as it was, so it counts only for versions the app made.
 */
export const changedByColumnName = 'ChangedBy';

/** What ChangedBy says where no person is behind a change. */
export const theProduct = 'Golden Thread';

/** A single line of text holds this many characters. */
export const longestLine = 255;

export type ColumnDefinition = {
  readonly name: string;
  readonly displayName: string;
  readonly description?: string;
  readonly required?: true;
  readonly indexed?: true;
  readonly enforceUniqueValues?: true;
  readonly [shape: string]: unknown;
};

/** A declared column and the name its values carry in a list item's fields. */
export type PlacedColumn = {
  readonly property: string;
  readonly field: string;
  readonly column: Column;
};

// Names a list has already, or that Graph adds to the fields of an item.
const taken = new Set(
  `id guid title linktitle linktitlenomenu created modified author editor authorlookupid
   editorlookupid appauthor appeditor attachments contenttype contenttypeid version order edit
   docicon itemchildcount folderchildcount fileref fileleafref filedirref uniqueid
   complianceassetid metainfo scopeid owshiddenversion name type select ${keyColumnName} ${changedByColumnName}`
    .toLowerCase()
    .split(/\s+/),
);

/** ASCII, without spaces, never one of SharePoint's own names. */
export const fieldName = (property: string, column: Column): string => {
  if (column.kind === 'title') return 'Title';
  const pascal = property.charAt(0).toUpperCase() + property.slice(1);
  return taken.has(pascal.toLowerCase()) ? `${pascal}Column` : pascal;
};

const place = (register: Register): readonly PlacedColumn[] =>
  Object.entries(register.columns).map(([property, column]) => ({
    property,
    field: fieldName(property, column),
    column,
  }));

const placed = new Map<RegisterName, readonly PlacedColumn[]>();

/** A register's columns in the order declared, with their names in the list. */
export const placedColumns = (name: RegisterName): readonly PlacedColumn[] => {
  const known = placed.get(name) ?? place(registers[name]);
  placed.set(name, known);
  return known;
};

const blanks = new Map<RegisterName, object>();

/**
 * A new row with every column blank, to be filled in. Rows copied from one pattern share its shape:
 * filled from nothing, column by column, they took seven times the memory and the time.
 */
export const blankRow = (name: RegisterName): Record<string, unknown> => {
  const known = blanks.get(name);
  if (known) return { ...known };
  const cells = placedColumns(name).map(({ property, column }) => [property, blank(column)]);
  blanks.set(name, Object.fromEntries([['key', ''], ...cells]));
  return blankRow(name);
};

/** The fields asked for when rows are read: ours and no others. */
export const fieldsRead = (name: RegisterName): string =>
  [keyColumnName, ...placedColumns(name).map(({ field }) => field)].join(',');

const line = { text: { allowMultipleLines: false, maxLength: longestLine } };
const lines = { text: { allowMultipleLines: true, textType: 'plain' } };

const shapes: { readonly [K in Exclude<ColumnKind, 'title'>]: (column: Column) => object } = {
  text: () => line,
  date: () => line,
  instant: () => line,
  longText: () => lines,
  keys: () => lines,
  lines: () => lines,
  number: () => ({ number: { decimalPlaces: 'automatic' } }),
  yesNo: () => ({ boolean: {} }),
  choice: ({ choices }) => ({
    choice: { choices, allowTextEntry: false, displayAs: 'dropDownMenu' },
  }),
};

/** The columns to make in a new list; Title is there already. */
export const columnDefinitions = (name: RegisterName): readonly ColumnDefinition[] => [
  {
    name: keyColumnName,
    displayName: keyColumnName,
    description: `What this row is known by: ${registers[name].keyIs}. Never change it.`,
    required: true,
    indexed: true,
    enforceUniqueValues: true,
    ...line,
  },
  {
    name: changedByColumnName,
    displayName: changedByColumnName,
    description:
      'Whose answer the app last wrote to this row: a Key in People. Left as it was by an edit in the list.',
    ...line,
  },
  ...placedColumns(name).flatMap(({ field, column }) =>
    column.kind === 'title'
      ? []
      : [
          {
            name: field,
            displayName: column.words,
            ...(column.note && { description: column.note }),
            ...(column.required && { required: true as const }),
            ...(column.indexed && { indexed: true as const }),
            ...shapes[column.kind](column),
          },
        ],
  ),
];
