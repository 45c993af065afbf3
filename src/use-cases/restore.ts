// A backup written and taken back: whole, or not at all read. What a row of one is, is rules/export/backup.ts's;
// what restoring would do is rules/import/read-backup.ts's.
import { type Change, isAppendOnly, type RegisterName, type Row } from '../registers/registers.ts';
import { type BackedUp, backedUp, backupVersion } from '../rules/export/backup.ts';
import { keyTwice, readBackedUp, type ToRestore } from '../rules/import/read-backup.ts';
import { accept } from './accept.ts';
import { cycleClaim } from './change-cycle.ts';
import { journalRow } from './journal-rows.ts';
import type { Ports } from './ports.ts';
import { sha256 } from './sha-256.ts';

/** The text of a backup: a row a line, its end saying how many there are and what they hash to. */
export const backupOf = async (
  rows: Iterable<{ readonly register: RegisterName; readonly row: Row<RegisterName> }>,
): Promise<{ readonly text: string; readonly rows: number }> => {
  const lines = Array.from(rows, ({ register, row }) => JSON.stringify(backedUp(register, row)));
  const body = lines.map((line) => `${line}\n`).join('');
  const end = { goldenThread: backupVersion, rows: lines.length, sha256: await sha256(body) };
  return { text: `${body}${JSON.stringify(end)}\n`, rows: lines.length };
};

export type Backup = { readonly rows: readonly BackedUp[]; readonly hash: string };

/** In a sentence why it is not taken: cut short, changed since, or of another version. */
export const readBackup = async (text: string): Promise<Backup | { readonly refused: string }> => {
  const body = text.replace(/[^\n]*\n?$/, '');
  const end = endIn(text.slice(body.length));
  if (end === null) return { refused: 'It does not end as a backup does: it was cut short.' };
  if (end.goldenThread !== backupVersion)
    return { refused: 'It was made by another version of the product.' };
  if (end.sha256 !== (await sha256(body)))
    return { refused: 'It is not as it was written: its hash is another.' };
  const lines = body === '' ? [] : body.slice(0, -1).split('\n');
  const rows: BackedUp[] = [];
  for (const [at, line] of lines.entries()) {
    const read = readBackedUp(line);
    if ('refused' in read) return { refused: `In line ${at + 1}, ${read.refused}` };
    rows.push(read);
  }
  const twice = keyTwice(rows);
  if (twice !== null)
    return { refused: `The key ${twice.key} of ${twice.register} is there twice.` };
  return { rows, hash: end.sha256 };
};

type End = { readonly goldenThread: number; readonly rows: number; readonly sha256: string };

const endIn = (line: string): End | null => {
  try {
    const end = JSON.parse(line) as Partial<End> | null;
    return typeof end?.goldenThread === 'number' && typeof end.sha256 === 'string'
      ? (end as End)
      : null;
  } catch {
    return null;
  }
};

/**
 * Accepts what is to be restored, in portions, each durable before the next. Cut short, the same backup taken
 * again goes on where it stopped, since what is there by then is there. The Journal is told how many, once.
 */
export const restore = async (
  ports: Pick<Ports, 'clock' | 'outbox' | 'replica'>,
  { begun, differing: all }: Pick<ToRestore, 'begun' | 'differing'>,
  from: { readonly file: string; readonly hash: string },
): Promise<number> => {
  const at = ports.clock.now().toInstant();
  // No list takes another word for a row that may only be added: it would wait in the Outbox for good.
  const differing = all.filter(({ register }) => !isAppendOnly(register));
  const changes: Change[] = [];
  for (const some of portions([...begun, ...differing]))
    changes.push(...(await Promise.all(some.map((each) => goingOn(ports, each)))));
  const key = (part: string) => `restore|${from.hash.slice(0, 12)}|${at.toString()}|${part}`;
  // By what they hold too: the council's clock may stand still between two restorings.
  for (const some of portions(changes)) {
    const held = (await sha256(JSON.stringify(some))).slice(0, 16);
    await accept(ports, [{ key: key(held), by: null, at, changes: some, message: null }]);
  }
  if (changes.length === 0) return 0;
  const telling = key(`told of ${changes.length} rows`);
  const told = journalRow(telling, 1, {
    title: `Restored from a backup: ${changes.length} rows`.slice(0, 255),
    plan: null,
    register: 'all',
    row: from.file.slice(0, 255),
    from: null,
    to: null,
    by: null,
    at,
    why: `${begun.length} were not there, ${differing.length} said something else. SHA-256 ${from.hash}.`,
    source: 'command',
  });
  await accept(ports, [{ key: telling, by: null, at, changes: [told], message: null }]);
  return changes.length;
};

/** What a change of a row from a number is known by, where its number is part of that for good. */
const claimed: { readonly [N in RegisterName]?: (key: string, from: number) => string } = {
  returns: (key, from) => `return|${key}|${from}`,
  cycles: (key, from) => cycleClaim(key, from + 1),
  targets: (key, from) => `target|${key}|${from}`,
};

/**
 * Such a row goes on from the first number that nobody has changed it from: what was answered since the backup
 * has taken its own, and the same answer given again would be told that it came second.
 */
const goingOn = async (
  { outbox, replica }: Pick<Ports, 'outbox' | 'replica'>,
  restored: Change,
): Promise<Change> => {
  const { register, key, set } = restored;
  const claim = claimed[register];
  if (claim === undefined) return restored;
  const held = replica.registers()[register].get(key) as { revision?: number | null } | undefined;
  const said = Number(set['revision'] ?? held?.revision ?? 0);
  let revision = said;
  while ((await outbox.find(claim(key, revision))) !== null) revision += 1;
  return revision === said ? restored : { ...restored, set: { ...set, revision } };
};

const mostRows = 100;
const mostText = 400_000;

/** Small enough for any store to take at once. */
const portions = (changes: readonly Change[]): readonly (readonly Change[])[] => {
  const all: Change[][] = [];
  let text = Number.POSITIVE_INFINITY;
  for (const each of changes) {
    const long = JSON.stringify(each).length;
    const last = all.at(-1);
    if (last === undefined || last.length >= mostRows || text + long > mostText) {
      all.push([each]);
      text = long;
    } else {
      last.push(each);
      text += long;
    }
  }
  return all;
};
