// What a row of the Journal says, read back: which columns were set, from what and to what. The
// Journal holds it as a person reads it, 'Column: value', one to a line; a value may run over several.
import type { JournalEntry } from '../registers/journal.ts';
import { type Columns, type Plain, toPlain } from '../registers/register.ts';
import { registers as declared, type RegisterName, type Row } from '../registers/registers.ts';

/** A cell as the Journal words it; '' is blank. */
export type CellText = string;

/** One column a row of the Journal tells of. */
export type ToldColumn = {
  readonly column: string;
  readonly from: CellText;
  readonly to: CellText;
};

/** The Journal cuts what it is told at this many characters: its last column may be a beginning only. */
export const journalHolds = 6_000;
const saysBlank = 'blank';

/** The columns set, in the order told. None where the row tells of several rows begun together. */
export const toldIn = (register: RegisterName, told: JournalEntry): readonly ToldColumn[] => {
  if (told.to === null || isOfSeveral(told)) return [];
  const words = wordsOf(register);
  const to = told.to.split('\n');
  if (told.from === null) {
    const began = cellsOf(to, headingsIn(to, words));
    return [...began].map(([column, text]) => ({ column, from: '', to: text }));
  }
  return differing(told.from.split('\n'), to, words);
};

/** Rows begun by one entry are told of together: 'Returns: 56 rows begun', and their Keys. */
export const isOfSeveral = ({ title, from }: JournalEntry): boolean =>
  from === null && title.endsWith(' rows begun');

/** A cell of a row, or a value set, as the Journal words it. */
export const cellText = (value: Plain | undefined): CellText => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
};

/** Every column of a row as the Journal would word it. Null: there was no row. */
export const rowText = (
  register: RegisterName,
  row: Row<RegisterName> | null,
): ReadonlyMap<string, CellText> => {
  const held = row as unknown as { readonly [column: string]: unknown } | null;
  return new Map(
    Object.entries(declared[register].columns as Columns).map(([name, { kind }]) => {
      const none = kind === 'yesNo' ? 'no' : '';
      return [name, held ? cellText(toPlain(held[name])) : none];
    }),
  );
};

/** The same but for how a list and the Journal keep text: line ends, edges, a title or a telling cut. */
export const isSameText = (one: CellText, other: CellText): boolean => {
  const [a, b] = [plain(one), plain(other)];
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const isCut = short.length >= journalHolds / 2 || (short.length === 255 && short.endsWith('…'));
  return isCut && long.startsWith(short.replace(/…$/, ''));
};

const plain = (text: CellText): string => text.replaceAll('\r\n', '\n').trim();

/** Column by the words that stand before its value. */
const wordsOf = (register: RegisterName): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(declared[register].columns as Columns).map(([name, { words }]) => [words, name]),
  );

type Headings = ReadonlyMap<string, number>;

/** The first line that could begin each column. */
const headingsIn = (lines: readonly string[], words: ReadonlyMap<string, string>): Headings => {
  const found = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const column = words.get(line.slice(0, Math.max(0, line.indexOf(': '))));
    if (column !== undefined && !found.has(column)) found.set(column, at);
  }
  return found;
};

const cellsOf = (lines: readonly string[], headings: Headings): ReadonlyMap<string, CellText> => {
  const starts = [...headings].toSorted(([, one], [, other]) => one - other);
  return new Map(
    starts.map(([column, at], index) => {
      const [first = '', ...others] = lines.slice(at, starts[index + 1]?.[1]);
      const text = [first.slice(first.indexOf(': ') + 2), ...others].join('\n');
      return [column, text === saysBlank ? '' : text];
    }),
  );
};

/**
 * Both tell of the same columns, and only of such as differ: a line of commentary that looks like
 * another column, 'Value: 5', is known by that for what it is.
 */
const differing = (
  from: readonly string[],
  to: readonly string[],
  words: ReadonlyMap<string, string>,
): readonly ToldColumn[] => {
  const inFrom = headingsIn(from, words);
  const inTo = headingsIn(to, words);
  let both = [...inTo.keys()].filter((column) => inFrom.has(column));
  for (;;) {
    const only = (headings: Headings) => new Map([...headings].filter(([c]) => both.includes(c)));
    const was = cellsOf(from, only(inFrom));
    const is = cellsOf(to, only(inTo));
    const left = both.filter((column) => was.get(column) !== is.get(column));
    if (left.length === both.length)
      return both.map((column) => ({
        column,
        from: was.get(column) ?? '',
        to: is.get(column) ?? '',
      }));
    both = left;
  }
};
