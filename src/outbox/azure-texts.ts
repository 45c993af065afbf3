// Texts of any length in the table: a short one stands in its own row, a long one (an import, a frozen
// dataset) is packed into rows of its own. Those are written first and seen by nobody until a row that
// names them is committed, so that nothing half written is ever read; what is never named is swept away.
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { StoreFault } from '../use-cases/store-fault.ts';
import { allUnnamed, textKey, textParts, unnamedKey } from './azure-keys.ts';
import type { Columns, Row, Table, Write } from './azure-table.ts';

/** Characters of a column: 64 KiB are allowed, of two bytes each. */
const longestHere = 30_000;
/** Bytes of a column and columns of a row: 64 KiB and 1 MiB are allowed. */
const bytesAColumn = 60_000;
const columnsARow = 12;

export type Texts = {
  isLong(text: string): boolean;
  /** The columns by which a row holds the text, and what is to be committed together with it. */
  keep(text: string): Promise<KeptText>;
  /** Throws a StoreFault where it is not as it was written. */
  read(row: Columns | Row): Promise<string>;
};

export type KeptText = { readonly columns: Columns; readonly named: readonly Write[] };

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Long texts last read: an import is read again at every turn until it has landed. */
const remembered = 4;

export const openTexts = (table: Table): Texts => {
  const last = new Map<string, string>();
  const remember = (id: string, text: string): string => {
    last.delete(id);
    last.set(id, text);
    for (const oldest of [...last.keys()].slice(0, -remembered)) last.delete(oldest);
    return text;
  };
  const readLong = async (id: string): Promise<string> => {
    const rows = await table.rows(textParts(id));
    try {
      return (await unpack(Buffer.concat(rows.flatMap(bytesIn)))).toString();
    } catch (cause) {
      const words = `${table.name} is damaged: parts of what was accepted are gone. Restore it, or name another account to start afresh.`;
      throw new StoreFault('damaged', words, cause);
    }
  };
  return {
    isLong: (text) => text.length > longestHere,
    keep: async (text) => {
      if (text.length <= longestHere) return { columns: { text }, named: [] };
      const id = randomUUID();
      await table.put(unnamedKey(id), { at: Date.now() });
      for (const [part, columns] of inRows(await pack(text)).entries())
        await table.put(textKey(id, part), columns);
      remember(id, text);
      return { columns: { textId: id }, named: [{ remove: unnamedKey(id) }] };
    },
    read: async ({ text, textId }) => {
      if (typeof textId !== 'string') return text as string;
      return remember(textId, last.get(textId) ?? (await readLong(textId)));
    },
  };
};

const inRows = (bytes: Buffer): readonly Columns[] => {
  const columns = cut(bytes.length, bytesAColumn).map(([from, to]) => bytes.subarray(from, to));
  return cut(columns.length, columnsARow).map(([from, to]) =>
    Object.fromEntries(columns.slice(from, to).map((column, at) => [nameOf(at), column])),
  );
};

const cut = (length: number, by: number): readonly (readonly [number, number])[] =>
  Array.from({ length: Math.ceil(length / by) }, (_, at) => [at * by, (at + 1) * by]);

const nameOf = (at: number): string => `b${at}`;

const bytesIn = (row: Row): readonly Uint8Array[] =>
  Array.from({ length: columnsARow }, (_, at) => row[nameOf(at)]).filter(
    (column): column is Uint8Array => column instanceof Uint8Array,
  );

/** Milliseconds: nobody is still about to name a text after that. */
const namedWithin = 3_600_000;

/** Takes away the texts of whoever ended before they were named. */
export const sweepTexts = async (table: Table): Promise<void> => {
  for (const { rowKey, ...row } of await table.rows(allUnnamed)) {
    if (Date.now() - Number(row['at']) < namedWithin) continue;
    const id = rowKey.slice(unnamedKey('').length);
    const parts = await table.rows(textParts(id), { columns: [] });
    for (const part of parts) await table.remove(part.rowKey);
    await table.remove(rowKey);
  }
};
