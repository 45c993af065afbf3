// How the Journal words a change: the row's name, each column that differs, from what and to what.
// What is told of an exempt row is exempt itself. When something is told is decided by who tells it.
import type { JournalSource } from '../registers/journal.ts';
import { lineName } from '../registers/line-name.ts';
import { type Column, type Columns, type Plain, toPlain } from '../registers/register.ts';
import { type Change, registers as declared, type RegisterName } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import { fingerprintOfLines } from '../rules/fingerprint.ts';
import { change } from './change.ts';

/** A list's line of text may run to 63,999 characters; nobody reads a tenth of it. */
const longest = 6_000;
/** A Key holds 255 characters; what tells entries apart is mostly at either end. */
const keyAtMost = 240;

export type Told = {
  readonly title: string;
  readonly plan: string | null;
  readonly register: string;
  readonly row: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly access?: 'exempt';
  readonly exemptUnder?: string | null;
};
/** A row as it was, typed or plain. */
export type Before = { readonly [column: string]: unknown };

type Said = {
  readonly by: string | null;
  readonly at: Temporal.Instant;
  readonly why: string | null;
  readonly source: JournalSource;
};

/** A row of the Journal: the nth told under this key. */
export const journalRow = (key: string, nth: number, row: Told & Said): Change =>
  change('journal', `${shortened(key)}|${nth}`, row);

/** None where nothing differs. Of a row under another Key now, that is told first. */
export const changedRow = (
  { register, key, set }: Change,
  before: Before,
  keyBefore = key,
): readonly Told[] => {
  const columns: Columns = declared[register].columns;
  const differing = Object.entries(set).flatMap(([name, to]) => {
    const column = columns[name];
    const from = toPlain(before[name]);
    return column && !same(from, to) ? [{ column, from, to }] : [];
  });
  const renamed = keyBefore === key ? [] : [{ column: theKey, from: keyBefore, to: key }];
  const told = [...renamed, ...differing];
  if (told.length === 0) return [];
  return [
    {
      title: titleOf(register, key, before),
      plan: planOf(register, set, before),
      register: declared[register].list,
      row: nameOf(register, key),
      from: linesOf(told.map(({ column, from }) => [column, from])),
      to: linesOf(told.map(({ column, to }) => [column, to])),
      ...([before['access'], set['access']].includes('exempt') &&
        exemptAs(set['exemptUnder'] ?? before['exemptUnder'])),
    },
  ];
};

/** What is told of an exempt row is exempt itself, and told apart from the rest. */
export const begunRows = (name: RegisterName, some: readonly Change[]): readonly Told[] =>
  [...Map.groupBy(some, ({ set }) => set['access'] === 'exempt')].map(([exempt, of]) => ({
    ...begunTogether(name, of),
    ...(exempt && exemptAs(of[0]?.set['exemptUnder'])),
  }));

/** A row that is there no more: all that it held. */
export const removedRow = (register: RegisterName, key: string, before: Before): Told => {
  const columns: Columns = declared[register].columns;
  return {
    title: `${declared[register].list}: removed`,
    plan: planOf(register, {}, before),
    register: declared[register].list,
    row: nameOf(register, key),
    from: linesOf(filled(columns, before)),
    to: null,
    ...(before['access'] === 'exempt' && exemptAs(before['exemptUnder'])),
  };
};

/** A change that was not made: from what stands to what it would have been. */
export const notMadeRow = (
  { register, key }: Pick<Change, 'register' | 'key'>,
  columns: readonly { readonly column: string; readonly from: Plain; readonly to: Plain }[],
  row: Before,
): Told => {
  const declaredColumns: Columns = declared[register].columns;
  const told = columns.flatMap(({ column: name, from, to }) => {
    const column = declaredColumns[name];
    return column ? [{ column, from, to }] : [];
  });
  return {
    title: titleOf(register, key, row),
    plan: planOf(register, {}, row),
    register: declared[register].list,
    row: nameOf(register, key),
    from: linesOf(told.map(({ column, from }) => [column, from])),
    to: linesOf(told.map(({ column, to }) => [column, to])),
    ...(row['access'] === 'exempt' && exemptAs(row['exemptUnder'])),
  };
};

/** What the columns of a row hold, those left blank left out. */
const filled = (columns: Columns, row: Before): readonly (readonly [Column, Plain])[] =>
  Object.entries(columns).flatMap(([name, column]) => {
    const value = toPlain(row[name]);
    return textOf(value) === '' ? [] : [[column, value] as const];
  });

const titleOf = (register: RegisterName, key: string, row: Before): string =>
  `${declared[register].list}: ${textOf(row['title'] as Plain) || key}`.slice(0, 255);

const exemptAs = (under: unknown) => ({
  access: 'exempt' as const,
  exemptUnder: typeof under === 'string' ? under : null,
});

const begunTogether = (name: RegisterName, some: readonly Change[]): Told => {
  const { list } = declared[name];
  const [first] = some;
  const only = some.length === 1 ? first : undefined;
  const columns: Columns = declared[name].columns;
  return {
    title: only ? `${list}: begun` : `${list}: ${some.length} rows begun`,
    plan: first ? planOf(name, first.set, {}) : null,
    register: list,
    row: nameOf(name, first?.key ?? ''),
    from: null,
    to: only
      ? linesOf(
          Object.entries(only.set).flatMap(([column, to]) => {
            const found = columns[column];
            return found && textOf(to) !== '' ? [[found, to] as const] : [];
          }),
        )
      : some
          .map(({ key }) => key)
          .join('\n')
          .slice(0, longest),
  };
};

const nameOf = (register: RegisterName, key: string): string =>
  lineName({ register, key }).slice(0, 255);

const planOf = (register: RegisterName, set: Change['set'], before: Before): string | null => {
  if (!('plan' in declared[register].columns)) return null;
  return textOf(set['plan'] ?? toPlain(before['plan'])) || null;
};

type Headed = Pick<Column, 'words'>;
/** The Key is no column of a register, and is told of as one. */
const theKey: Headed = { words: 'Key' };

const linesOf = (cells: readonly (readonly [Headed, Plain])[]): string =>
  cells
    .map(([column, value]) => `${column.words}: ${textOf(value) || 'blank'}`)
    .join('\n')
    .slice(0, longest);

const textOf = (value: Plain | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(', ') : String(value);
};

const same = (from: Plain, to: Plain): boolean => JSON.stringify(from) === JSON.stringify(to);

/** By a fingerprint of the whole too: two long keys may differ in their middle alone. */
const shortened = (key: string): string => {
  if (key.length <= keyAtMost) return key;
  const most = (keyAtMost - 18) / 2;
  return `${key.slice(0, most)}~${fingerprintOfLines([fold(key)])}~${key.slice(-most)}`;
};
