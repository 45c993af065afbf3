// The claims of the hosted Outbox: by each natural key the entry that was accepted first, for ever.
import { fold } from '../registers/same-key.ts';
import type { Entry } from '../use-cases/ports.ts';
import { claimKey } from './azure-keys.ts';
import type { Columns, Row, Table } from './azure-table.ts';
import type { Texts } from './azure-texts.ts';

export type Claims = {
  find(key: string): Promise<Entry | null>;
  /** Without asking the table; null where it is not known, or too long to be remembered. */
  known(key: string): Entry | null;
  /** The place of its message; null where there is no such entry, or it has none. */
  place(key: string): Promise<number | null>;
  /** What was committed, as the table has it. */
  keep(key: string, columns: Columns): void;
};

/** Claims remembered, oldest forgotten first: the clock offers the same ones at every beat. */
const remembered = 10_000;
const longestRemembered = 4_000;

export const openClaims = (table: Table, texts: Texts): Claims => {
  const known = new Map<string, Columns>();
  const keep = (key: string, { text, place }: Columns | Row): void => {
    if (typeof text !== 'string' || text.length > longestRemembered) return;
    known.set(fold(key), typeof place === 'number' ? { text, place } : { text });
    if (known.size > remembered) known.delete([...known.keys()][0] ?? '');
  };
  const row = async (key: string): Promise<Columns | Row | null> => {
    const found = known.get(fold(key)) ?? (await table.read(claimKey(key)));
    if (found !== null && !known.has(fold(key))) keep(key, found);
    return found;
  };
  return {
    find: async (key) => {
      const found = await row(key);
      return found === null ? null : asEntry(await texts.read(found));
    },
    known: (key) => {
      const text = known.get(fold(key))?.['text'];
      return typeof text === 'string' ? asEntry(text) : null;
    },
    place: async (key) => {
      const place = (await row(key))?.['place'];
      return typeof place === 'number' ? place : null;
    },
    keep,
  };
};

/** As its claim keeps it, for ever; read back by asEntry. */
export const entryText = (entry: Entry): string =>
  JSON.stringify({ ...entry, at: entry.at.toString() });

const asEntry = (text: string): Entry => {
  const entry = JSON.parse(text) as Entry & { readonly at: string };
  return { ...entry, at: Temporal.Instant.from(entry.at) };
};
