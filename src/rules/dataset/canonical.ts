// How a dataset is written so that it can be hashed and kept: the same dataset is always the same text, in
// plain ASCII, since a list may take other characters for something else. Arrays of like rows are written
// as a table, its headings and whatever is the same in every row once: a quarter of the length.

/** What JSON can hold. A value that is not there is left out, as JSON does. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** By code point, whatever the machine's language. */
export const byText = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** Names in order, nothing between them. Throws where a number is not finite: it would read as null. */
export const canonical = (value: Json): string => ascii(JSON.stringify(tabled(value)));

/** What was written; throws where the text is not JSON. */
export const fromCanonical = (text: string): Json => untabled(JSON.parse(text) as Json);

/** Rows of one shape: their names once, their cells in that order, and apart what is the same in all of them. */
type Tabled = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Json[])[];
  readonly same?: Fields;
  /** It was one object and no list. */
  readonly alone?: true;
};

type Fields = { readonly [name: string]: Json | undefined };

/** An object that has these names itself could be taken for a table: it is wrapped in one of one row. */
const isTable = (value: object): value is Tabled => 'headings' in value && 'rows' in value;
const isList = (value: object): value is readonly Json[] => Array.isArray(value);

/** Fewer rows than this are shorter as they are. */
const fewest = 2;

const tabled = (value: Json): Json => {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${value} cannot be frozen: it is no number JSON can hold`);
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return isRows(value) ? tableOf(value) : value.map(tabled);
  const names = namesOf(value);
  if (isTable(value))
    return { headings: names, rows: [names.map((name) => cellOf(value, name))], alone: true };
  return Object.fromEntries(names.map((name) => [name, cellOf(value, name)]));
};

const namesOf = (value: Fields): readonly string[] =>
  Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort(byText);

const cellOf = (row: Fields, name: string): Json => tabled(row[name] as Json);

/** Whether these are rows of one table: objects that have the same names. */
const isRows = (list: readonly Json[]): list is readonly Fields[] => {
  const [first] = list;
  if (list.length < fewest || first === undefined || !isObject(first)) return false;
  const names = namesOf(first);
  return list.every(
    (row) =>
      isObject(row) &&
      names.every((name) => Object.hasOwn(row, name) && row[name] !== undefined) &&
      namesOf(row).length === names.length,
  );
};

const isObject = (value: Json): value is Fields =>
  value !== null && typeof value === 'object' && !isList(value);

const tableOf = (list: readonly Fields[]): Tabled => {
  const first = list[0] as Fields;
  const isSame = (name: string): boolean =>
    typeof first[name] !== 'object' || first[name] === null
      ? list.every((row) => row[name] === first[name])
      : false;
  const names = namesOf(first);
  const same = names.filter(isSame);
  const headings = names.filter((name) => !same.includes(name));
  return {
    headings,
    rows: list.map((row) => headings.map((name) => cellOf(row, name))),
    ...(same.length > 0 && {
      same: Object.fromEntries(same.map((name) => [name, cellOf(first, name)])),
    }),
  };
};

const untabled = (value: Json): Json => {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(untabled);
  if (!isTable(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => [name, untabled(held as Json)]),
    );
  const { headings, rows, same = {}, alone } = value;
  const read = rows.map((row) =>
    Object.fromEntries([
      ...Object.entries(same),
      ...headings.map((name, at) => [name, untabled(row[at] as Json)] as const),
    ]),
  );
  return alone === true ? (read[0] as Json) : read;
};

/** What lies outside ASCII, and DEL, as JSON escapes it. */
const ascii = (text: string): string =>
  text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
