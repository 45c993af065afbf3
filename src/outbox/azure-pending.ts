// Which changes wait in the hosted Outbox, in order, and that some of them have reached the lists.
import type { Pending } from '../use-cases/ports.ts';
import { changesIn, countOf, firstOf, landedIn } from './azure-changes.ts';
import type { Commits, Draft, Work } from './azure-commits.ts';
import type { Head } from './azure-head.ts';
import { changesBetween, numberIn } from './azure-keys.ts';
import type { Row, Table, Write } from './azure-table.ts';
import type { Texts } from './azure-texts.ts';

type Kept = { readonly table: Table; readonly texts: Texts; readonly commits: Commits };

/** Those after a sequence, `limit` at most. What is committed while it reads is left out whole. */
export const pendingAfter = async (
  { table, texts, commits }: Kept,
  above: number,
  limit: number,
): Promise<readonly Pending[]> => {
  const { next } = await commits.read();
  const found: Pending[] = [];
  // Of every row at least one change waits.
  for (const row of await table.rows(changesBetween(above, next - 1), { limit })) {
    if (found.length >= limit) break;
    for (const one of await changesIn(texts, row)) if (one.sequence > above) found.push(one);
  }
  return found.slice(0, limit);
};

/** In as many commits as are needed: landed is landed, whichever of them is cut off. */
export const land = async (kept: Kept, sequences: readonly number[]): Promise<void> => {
  if (sequences.length === 0) return;
  const { parts } = await kept.commits.read();
  const rows = await rowsOf(kept, new Set(sequences));
  const turns = cut(rows, rowsATurn).map((some) => landing(kept, sequences, { parts, rows: some }));
  await Promise.all(turns.map((work) => kept.commits.write(work)));
};

const rowsATurn = 90;

const cut = <One>(all: readonly One[], by: number): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / by) }, (_, at) => all.slice(at * by, (at + 1) * by));

/** Rows read at once: what one page of the table holds. */
const aPage = 1_000;

/** The rows that hold any of these, without what they hold. */
const rowsOf = async ({ table }: Kept, sequences: ReadonlySet<number>): Promise<readonly Row[]> => {
  const last = Math.max(...sequences);
  const found: Row[] = [];
  let above = Math.min(...sequences) - 1;
  for (;;) {
    const range = changesBetween(above, Number.MAX_SAFE_INTEGER - 1);
    const page = await table.rows(range, { limit: aPage, columns: ['count', 'landed'] });
    found.push(...page);
    const end = page.at(-1);
    if (end === undefined || page.length < aPage || firstOf(end) > last) break;
    above = numberIn(end.rowKey);
  }
  const holding = found.filter((row) => placesIn(row, sequences).length > 0);
  // What lands in part is changed by its etag, which a row read by itself is sure to tell.
  return Promise.all(
    holding.map(async (row) =>
      row.etag === undefined ? ((await table.read(row.rowKey)) ?? row) : row,
    ),
  );
};

const placesIn = (row: Row, sequences: ReadonlySet<number>): readonly number[] =>
  Array.from({ length: countOf(row) }, (_, at) => at).filter((at) =>
    sequences.has(firstOf(row) + at),
  );

type AsRead = { readonly parts: number; readonly rows: readonly Row[] };

const landing = (kept: Kept, all: readonly number[], asRead: AsRead): Work<null> => {
  const sequences = new Set(all);
  let { parts, rows } = asRead;
  const named = new Set(rows.map(({ rowKey }) => rowKey));
  return {
    touches: [...named],
    rows: named.size,
    characters: 0,
    draft: (head) => landRows(head, rows, sequences),
    // A row that landed in part meanwhile is not to be taken away for what it was.
    fits: (head) => head.parts === parts,
    look: async () => {
      ({ parts } = await kept.commits.read());
      rows = (await rowsOf(kept, sequences)).filter(({ rowKey }) => named.has(rowKey));
    },
  };
};

const landRows = (
  before: Head,
  rows: readonly Row[],
  sequences: ReadonlySet<number>,
): Draft<null> => {
  let { changes, parts } = before;
  const writes = rows.flatMap((row): Write[] => {
    const landed = landedIn(row);
    const now = placesIn(row, sequences).filter((at) => !landed.has(at));
    for (const at of now) landed.add(at);
    changes -= now.length;
    if (landed.areAll()) return [{ remove: row.rowKey }];
    if (now.length === 0) return [];
    parts += 1;
    return [{ change: row.rowKey, etag: row.etag, columns: { landed: landed.bytes } }];
  });
  return { writes, head: { ...before, changes, parts }, result: null };
};
