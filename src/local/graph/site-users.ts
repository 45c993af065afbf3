// The people a site knows, each by a number of that site's own: its hidden User Information List.
// Somebody is entered in it at their first use of the site; person columns hold these numbers.

import type { SignedInPerson } from '../sign-in/tokens.ts';
import type { Store } from '../store.ts';
import { addColumn, titleColumn } from './column-adding.ts';
import type { Graph, InList } from './graph-request.ts';
import type { Site } from './list-shelf.ts';
import { addRow } from './row-keeping.ts';

export const userListName = 'User Information List';

/** The number rows made by an app alone carry as their author. */
export const appUser = 1;

export function isUserList({ displayName }: { displayName: string }): boolean {
  return displayName.toLowerCase() === userListName.toLowerCase();
}

/** The number of the site's user list among all lists, which is made where there is none yet. */
function userListOf(store: Store, siteId: string, at: Date): number {
  const known = numberOf(store, siteId);
  if (known !== undefined) return known;
  const made = at.toISOString();
  store.run(
    `INSERT INTO list (id, siteId, name, displayName, description, createdAt, changedAt)
     VALUES (?, ?, 'users', ?, 'All people.', ?, ?)`,
    crypto.randomUUID(),
    siteId,
    userListName,
    made,
    made,
  );
  const number = numberOf(store, siteId) ?? 0;
  for (const name of ['Name', 'EMail', 'UserName']) {
    addColumn(store, number, { name, text: {} });
  }
  addColumn(store, number, titleColumn);
  return number;
}

/** The site's user list, made if it was not there; its first row stands for every app. */
export function openUserList(graph: Graph, site: Pick<Site, 'id'>): InList {
  const { store, faults } = graph.machine;
  if (numberOf(store, site.id) === undefined) {
    userListOf(store, site.id, faults.now());
    graph.lists.forget();
  }
  const at = { graph, list: graph.lists.list(site.id, userListName) };
  const hasRows = store.one('SELECT 1 FROM item WHERE list = ?', at.list.number) !== undefined;
  if (!hasRows) addRow(at, { Title: 'SharePoint App', Name: 'i:0i.t|app@sharepoint' }, bySystem);
  return at;
}

/** The person's number on the site; they are entered now if this is their first use of it. */
export function siteUserOf(graph: Graph, site: Pick<Site, 'id'>, person: SignedInPerson): number {
  const { store } = graph.machine;
  const known = knownUser(store, site.id, person.id);
  if (known !== undefined) return known;
  return store.inTransaction(() => {
    const { displayName, userPrincipalName } = person;
    const fields = {
      Title: displayName,
      Name: `i:0#.f|membership|${userPrincipalName}`,
      EMail: userPrincipalName,
      UserName: userPrincipalName,
    };
    const item = addRow(openUserList(graph, site), fields, bySystem);
    const sql = 'INSERT INTO siteUser (siteId, personId, item) VALUES (?, ?, ?)';
    store.run(sql, site.id, person.id, item);
    return item;
  });
}

/** Undefined: the person has not used the site. */
export function knownUser(store: Store, siteId: string, personId: string): number | undefined {
  const sql = 'SELECT item FROM siteUser WHERE siteId = ? AND personId = ?';
  return store.one<{ item: number }>(sql, siteId, personId)?.item;
}

const bySystem = JSON.stringify({ user: { displayName: 'System Account' } });

function numberOf(store: Store, siteId: string): number | undefined {
  const sql = 'SELECT number FROM list WHERE siteId = ? AND displayName = ?';
  return store.one<{ number: number }>(sql, siteId, userListName)?.number;
}
