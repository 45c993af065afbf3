// The secret by which Graph's notifications are known: kept with the app's data, for this account alone,
// so that a restart knows it, and a second process with the same folder. It is never logged.
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Reads it, making it where there is none that can be used. Throws where the folder cannot be written. */
export const notificationSecret = (dataFolder: string): string => {
  const file = path.join(dataFolder, 'notification-secret.txt');
  keepFromOthers(file);
  const known = read(file);
  if (known !== null) return known;
  try {
    // Of two processes that start together one writes, and the other reads what it wrote.
    writeFileSync(file, made(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (read(file) === null) writeFileSync(file, made(), { mode: 0o600 });
  }
  keepFromOthers(file);
  return read(file) ?? made();
};

/** A file restored from a copy, or copied by hand, may have come open to every account. */
const keepFromOthers = (file: string): void => {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile() && (found.mode & 0o077) !== 0) chmodSync(file, 0o600);
};

const made = (): string => randomBytes(32).toString('hex');

const read = (file: string): string | null => {
  try {
    const text = readFileSync(file, 'utf8');
    return /^[0-9a-f]{64}$/.test(text) ? text : null;
  } catch {
    return null;
  }
};
