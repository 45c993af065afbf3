// The directory of this stand-in: who exists, who has the app, who has blocked the bot, where they are homed.
import type { Store } from '../store.ts';

export type Region = 'emea' | null;

export type Person = {
  id: string;
  displayName: string;
  userPrincipalName: string;
  jobTitle: string | null;
  department: string | null;
  installed: boolean;
  blocked: boolean;
  region: Region;
};

type PersonRow = Omit<Person, 'installed' | 'blocked'> & { installed: number; blocked: number };

/** Replaces the directory; chats are kept, and so is who has blocked the bot. */
export function putDirectory(store: Store, people: Omit<Person, 'blocked'>[]): void {
  store.inTransaction(() => {
    const blocked = new Set(
      store.all<{ id: string }>('SELECT id FROM person WHERE blocked = 1').map(({ id }) => id),
    );
    store.run('DELETE FROM person');
    for (const person of people) {
      const id = person.id.toLowerCase();
      store.run(
        `INSERT INTO person (id, displayName, userPrincipalName, jobTitle, department, installed, blocked, region)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        person.displayName,
        person.userPrincipalName,
        person.jobTitle,
        person.department,
        Number(person.installed),
        Number(blocked.has(id)),
        person.region,
      );
    }
  });
}

export function readDirectory(store: Store): Person[] {
  return store.all<PersonRow>('SELECT * FROM person ORDER BY rowid').map(asPerson);
}

/** A person by object id, plain or in Teams' `29:` form; undefined when there is none. */
export function personBy(store: Store, id: string): Person | undefined {
  const bare = id.replace(/^29:/, '').toLowerCase();
  const row = store.one<PersonRow>('SELECT * FROM person WHERE id = ?', bare);
  return row && asPerson(row);
}

export function setInstalled(store: Store, id: string, installed: boolean): void {
  store.run('UPDATE person SET installed = ? WHERE id = ?', Number(installed), id);
}

export function setBlocked(store: Store, id: string, blocked: boolean): void {
  store.run('UPDATE person SET blocked = ? WHERE id = ?', Number(blocked), id);
}

/** Whether the tenant's app permission policy lets somebody have the app. */
export function mayHaveApp(store: Store, id: string): boolean {
  return store.one('SELECT 1 FROM appForbidden WHERE personId = ?', id) === undefined;
}

export function setAppAllowed(store: Store, id: string, allowed: boolean): void {
  if (allowed) store.run('DELETE FROM appForbidden WHERE personId = ?', id);
  else store.run('INSERT OR IGNORE INTO appForbidden (personId) VALUES (?)', id);
}

function asPerson(row: PersonRow): Person {
  return { ...row, installed: row.installed === 1, blocked: row.blocked === 1 };
}
