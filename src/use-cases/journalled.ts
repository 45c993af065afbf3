// What the Journal is told of an entry: a row for each row changed, from what and to what; rows begun
// by one entry are told together, register by register. Written in the same entry as the change, so
// that neither is ever there without the other.

import { lineName } from '../registers/line-name.ts';
import { type Column, type Columns, type Plain, toPlain } from '../registers/register.ts';
import {
  type Change,
  registers as declared,
  type RegisterName,
  type Registers,
} from '../registers/registers.ts';
import { change } from './change.ts';
import type { Entry } from './ports.ts';

/** A list's line of text may run to 63,999 characters; nobody reads a tenth of it. */
const longest = 6_000;
/** A Key holds 255 characters; what tells entries apart is at either end. */
const keyAtMost = 240;

/** The Journal's rows for an entry that asks for them; none where it changes nothing. */
export const journalled = (registers: Registers, entry: Entry): readonly Change[] => {
  const { journal } = entry;
  if (!journal) return [];
  const told = entry.changes.map((each) => ({ each, before: rowBefore(registers, each) }));
  const begun = Map.groupBy(
    told.filter(({ before }) => !before),
    ({ each }) => each.register,
  );
  const changed = told.flatMap(({ each, before }) => (before ? wordsOf(each, before) : []));
  const rows = [...changed, ...[...begun].flatMap(([name, some]) => begunRows(name, some))];
  return rows.map((row, index) =>
    change('journal', `${shortened(entry.key)}|${index + 1}`, {
      ...row,
      by: entry.by,
      at: entry.at,
      why: journal.why,
      source: journal.source,
    }),
  );
};

type Told = {
  readonly title: string;
  readonly plan: string | null;
  readonly register: string;
  readonly row: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly access?: 'exempt';
  readonly exemptUnder?: string | null;
};
type Before = { readonly [column: string]: unknown };

const rowBefore = (registers: Registers, { register, key }: Change): Before | undefined =>
  registers[register].get(key) as Before | undefined;

const wordsOf = ({ register, key, set }: Change, before: Before): readonly Told[] => {
  const columns: Columns = declared[register].columns;
  const differing = Object.entries(set).flatMap(([name, to]) => {
    const column = columns[name];
    const from = toPlain(before[name]);
    return column && !same(from, to) ? [{ column, from, to }] : [];
  });
  if (differing.length === 0) return [];
  return [
    {
      title: `${declared[register].list}: ${textOf(before['title'] as Plain) || key}`.slice(0, 255),
      plan: planOf(register, set, before),
      register: declared[register].list,
      row: nameOf(register, key),
      from: linesOf(differing.map(({ column, from }) => [column, from])),
      to: linesOf(differing.map(({ column, to }) => [column, to])),
      ...([before['access'], set['access']].includes('exempt') &&
        exemptAs(set['exemptUnder'] ?? before['exemptUnder'])),
    },
  ];
};

/** What is told of an exempt row is exempt itself, and told apart from the rest. */
const begunRows = (
  name: RegisterName,
  some: readonly { readonly each: Change }[],
): readonly Told[] =>
  [...Map.groupBy(some, ({ each }) => each.set['access'] === 'exempt')].map(([exempt, of]) => ({
    ...begunTogether(name, of),
    ...(exempt && exemptAs(of[0]?.each.set['exemptUnder'])),
  }));

const exemptAs = (under: unknown) => ({
  access: 'exempt' as const,
  exemptUnder: typeof under === 'string' ? under : null,
});

const begunTogether = (name: RegisterName, some: readonly { readonly each: Change }[]): Told => {
  const { list } = declared[name];
  const [first] = some;
  const only = some.length === 1 ? first?.each : undefined;
  const columns: Columns = declared[name].columns;
  return {
    title: only ? `${list}: begun` : `${list}: ${some.length} rows begun`,
    plan: first ? planOf(name, first.each.set, {}) : null,
    register: list,
    row: nameOf(name, first?.each.key ?? ''),
    from: null,
    to: only
      ? linesOf(
          Object.entries(only.set).flatMap(([column, to]) => {
            const found = columns[column];
            return found && textOf(to) !== '' ? [[found, to] as const] : [];
          }),
        )
      : some
          .map(({ each }) => each.key)
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

const linesOf = (cells: readonly (readonly [Column, Plain])[]): string =>
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

const shortened = (key: string): string =>
  key.length <= keyAtMost ? key : `${key.slice(0, keyAtMost / 2)}~${key.slice(1 - keyAtMost / 2)}`;
