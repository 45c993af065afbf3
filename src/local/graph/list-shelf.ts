// Finds sites and lists by any of the names Graph knows them by, and keeps their definitions at hand.
// Changing them is left to lists.ts and columns.ts, which say here what to read again.
import type { Store } from '../store.ts';
import { type Column, type ColumnDefinition, columnKinds } from './column-definition.ts';
import { notFound } from './graph-fault.ts';
import { isLookup } from './lookups.ts';
import { userListName } from './site-users.ts';

export type Site = { id: string; name: string; displayName: string; createdAt: string };
export type List = {
  number: number;
  id: string;
  siteId: string;
  name: string;
  displayName: string;
  description: string;
  createdAt: string;
  changedAt: string;
  version: number;
  columns: Column[];
  columnsByName: Map<string, Column>;
  /** Those of the columns that point at rows of another list. */
  lookups: Column[];
};

type ColumnRow = { id: string; name: string; definition: string };

export class ListShelf {
  readonly #store: Store;
  readonly #lists = new Map<string, List>();
  readonly #looking = new Map<number, { list: number; name: string }[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A site by `localhost:/sites/{name}`, by id, or by name. */
  site(asked: string): Site {
    const name = /^[^/:]+:\/sites\/([^/]+)$/.exec(asked)?.[1];
    const sql = name ? 'SELECT * FROM site WHERE name = ?' : 'SELECT * FROM site WHERE id = ?';
    const site = this.#store.one<Site>(sql, name ?? asked);
    if (!site) throw notFound('Requested site could not be found');
    return site;
  }

  /** A list by id, by display name or by name in its address. */
  list(siteAsked: string, listAsked: string): List {
    const key = `${siteAsked}/${listAsked.toLowerCase()}`;
    const known = this.#lists.get(key);
    if (known) return known;
    const site = this.site(siteAsked);
    const row = this.#store.one<Omit<List, 'columns' | 'columnsByName' | 'lookups'>>(
      `SELECT * FROM list WHERE siteId = ?1 AND (id = lower(?2) OR displayName = ?2 OR name = ?2)
       ORDER BY id = lower(?2) DESC, displayName = ?2 DESC LIMIT 1`,
      site.id,
      listAsked,
    );
    if (!row) throw notFound('The specified list was not found');
    const columns = this.#columns(row);
    const columnsByName = new Map(columns.map((column) => [column.name, column]));
    const lookups = columns.filter(isLookup);
    const list = { ...row, columns, columnsByName, lookups };
    this.#lists.set(key, list);
    return list;
  }

  /** To be called after any change to a site, a list or a column. */
  forget(): void {
    this.#lists.clear();
    this.#looking.clear();
  }

  /** The columns, of any list, that point at rows of this one. */
  lookingAt(list: Pick<List, 'id' | 'number'>): { list: number; name: string }[] {
    const known = this.#looking.get(list.number);
    if (known) return known;
    const found = this.#store.all<{ list: number; name: string }>(
      "SELECT list, name FROM listColumn WHERE definition ->> '$.lookup.listId' = ?",
      list.id,
    );
    this.#looking.set(list.number, found);
    return found;
  }

  #columns({ number, siteId }: { number: number; siteId: string }): Column[] {
    const rows = this.#store.all<ColumnRow>(
      'SELECT id, name, definition FROM listColumn WHERE list = ? ORDER BY position',
      number,
    );
    return rows.map((row) => {
      const definition = JSON.parse(row.definition) as ColumnDefinition;
      const kind = columnKinds.find((each) => definition[each] !== undefined) ?? 'text';
      const column: Column = { id: row.id, name: row.name, kind, definition };
      return isLookup(column) ? { ...column, target: this.#target(column, siteId) } : column;
    });
  }

  #target({ definition }: Column, siteId: string): number | undefined {
    const pointsAt = definition.lookup?.listId;
    const sql = pointsAt
      ? 'SELECT number FROM list WHERE siteId = ? AND id = ?'
      : 'SELECT number FROM list WHERE siteId = ? AND displayName = ?';
    return this.#store.one<{ number: number }>(sql, siteId, pointsAt ?? userListName)?.number;
  }
}
