// Finds sites and lists by any of the names Graph knows them by, and keeps their definitions at hand.
// Changing them is left to lists.ts and columns.ts, which say here what to read again.
import type { Store } from '../store.ts';
import { type Column, type ColumnDefinition, columnKinds } from './column-definition.ts';
import { notFound } from './graph-fault.ts';

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
};

type ColumnRow = { id: string; name: string; definition: string };

export class ListShelf {
  readonly #store: Store;
  readonly #lists = new Map<string, List>();

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
    const site = this.site(siteAsked);
    const key = `${site.id}/${listAsked.toLowerCase()}`;
    const known = this.#lists.get(key);
    if (known) return known;
    const row = this.#store.one<Omit<List, 'columns' | 'columnsByName'>>(
      `SELECT * FROM list WHERE siteId = ?1 AND (id = lower(?2) OR displayName = ?2 OR name = ?2)
       ORDER BY id = lower(?2) DESC, displayName = ?2 DESC LIMIT 1`,
      site.id,
      listAsked,
    );
    if (!row) throw notFound('The specified list was not found');
    const columns = this.#columns(row.number);
    const columnsByName = new Map(columns.map((column) => [column.name, column]));
    const list = { ...row, columns, columnsByName };
    this.#lists.set(key, list);
    return list;
  }

  /** To be called after any change to a site, a list or a column. */
  forget(): void {
    this.#lists.clear();
  }

  #columns(list: number): Column[] {
    const rows = this.#store.all<ColumnRow>(
      'SELECT id, name, definition FROM listColumn WHERE list = ? ORDER BY position',
      list,
    );
    return rows.map((row) => {
      const definition = JSON.parse(row.definition) as ColumnDefinition;
      const kind = columnKinds.find((each) => definition[each] !== undefined) ?? 'text';
      return { id: row.id, name: row.name, kind, definition };
    });
  }
}
