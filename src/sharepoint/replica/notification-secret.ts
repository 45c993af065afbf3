// The secret by which Graph's notifications are known: kept with the app's data, for this account alone,
// so that a restart and a second instance know it. It is never logged.
import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Reads it, making it where there is none that can be used. Throws where the folder cannot be written. */
export const notificationSecret = (dataFolder: string): string => {
  const file = path.join(dataFolder, 'notification-secret.txt');
  const known = read(file);
  if (known !== null) return known;
  try {
    // Of two processes that start together one writes, and the other reads what it wrote.
    writeFileSync(file, made(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (read(file) === null) writeFileSync(file, made(), { mode: 0o600 });
  }
  chmodSync(file, 0o600);
  return read(file) ?? made();
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
