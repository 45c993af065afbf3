// A file that a command writes is whole or not there: one cut short could pass for it.
import { mkdirSync, statSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Unable } from './unable.ts';

/** Makes its folder. Throws Unable, naming the place, where it cannot be written, or is there and may not be replaced. */
export const writeWhole = async (
  file: string,
  bytes: Uint8Array,
  { replaces }: { readonly replaces: boolean },
): Promise<void> => {
  const half = replaces ? `${file}.part` : file;
  makeFolder(path.dirname(file));
  try {
    await writeFile(half, bytes, { flag: replaces ? 'w' : 'wx' });
    if (replaces) await rename(half, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && !replaces) throw isThere(file);
    await rm(half, { force: true }).catch(() => {});
    throw cannotWrite(file, error);
  }
};

/** Nothing where it is there. Throws Unable, naming it, where it cannot be made. */
export const makeFolder = (folder: string): void => {
  try {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
};

/** What is there is replaced only where that was asked for. */
export const isThere = (file: string): Unable =>
  new Unable(`${file} is there already: choose another name, or say --force to replace it.`);

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? String(error);

const cannotWrite = (place: string, error: unknown): Unable =>
  new Unable(`${place} cannot be written (${codeOf(error)}): choose another place.`);
