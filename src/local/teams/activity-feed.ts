// People's activity feeds: what an app put in them, newest last, and whether the tenant lets apps be given
// permissions for one person as they are installed (resource-specific consent). It does, from the first.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Store } from '../store.ts';

export type FeedLine = {
  readonly activityType: string;
  /** Its template with the places filled. */
  readonly words: string;
  readonly preview: string;
  readonly webUrl: string;
  readonly at: string;
};

type Kept = FeedLine & { readonly personId: string; readonly chainId: number | null };

/** Of two with one chain the later takes the place of the earlier. */
export function addToFeed(store: Store, line: Kept): void {
  const { personId, chainId, activityType, words, preview, webUrl, at } = line;
  store.inTransaction(() => {
    if (chainId !== null)
      store.run('DELETE FROM feedLine WHERE personId = ? AND chainId = ?', personId, chainId);
    store.run(
      `INSERT INTO feedLine (personId, chainId, activityType, words, preview, webUrl, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      personId,
      chainId,
      activityType,
      words,
      preview,
      webUrl,
      at,
    );
  });
}

/** Oldest first. */
export function readFeed(store: Store, personId: string): FeedLine[] {
  const sql =
    'SELECT activityType, words, preview, webUrl, at FROM feedLine WHERE personId = ? ORDER BY sequence';
  return store.all<FeedLine>(sql, personId);
}

/** Whether leave that is given person by person comes with an installation, as it does unless refused. */
export function givesForOne(store: Store): boolean {
  return store.one('SELECT 1 FROM forOneRefused') === undefined;
}

export function setGivesForOne(store: Store, allowed: boolean): void {
  store.run('DELETE FROM forOneRefused');
  if (!allowed) store.run('INSERT INTO forOneRefused (one) VALUES (1)');
}

type Manifest = {
  readonly authorization?: {
    readonly permissions?: { readonly resourceSpecific?: readonly { readonly name: string }[] };
  };
  readonly activities?: {
    readonly activityTypes: readonly { readonly type: string; readonly templateText: string }[];
  };
};

const file = path.join(import.meta.dirname, '..', '..', '..', 'appPackage', 'manifest.json');
let read: Manifest | undefined;

/** What the app's manifest declares, whatever a council filled in. */
function manifest(): Manifest {
  read ??= JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return read;
}

/** The template of a kind of activity; undefined where the manifest declares none of it. */
export function templateOf(activityType: string): string | undefined {
  const declared = manifest().activities?.activityTypes ?? [];
  return declared.find(({ type }) => type === activityType)?.templateText;
}

/** As the manifest declares permissions that are given for one person at a time. */
export function asksForOne(permission: string): boolean {
  const asked = manifest().authorization?.permissions?.resourceSpecific ?? [];
  return asked.some(({ name }) => name === permission);
}
