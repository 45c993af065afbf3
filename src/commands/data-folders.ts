// The folders that each process keeps under DATA_DIR: made, tried, and cleared where that was asked for.
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Unable } from './unable.ts';

const ours = ['app', 'local'];

/** Removes only what this council keeps there. */
export const startOver = (folder: string): void => {
  for (const each of ours) {
    try {
      rmSync(path.join(folder, each), { recursive: true, force: true });
    } catch {
      throw new Unable(`DATA_DIR ${folder} cannot be cleared: check who may write there.`);
    }
  }
};

/** Makes them where they are not. Throws Unable, naming the folder, where they cannot be written. */
export const checkFolder = (folder: string): void => {
  try {
    for (const each of ours) {
      makeFolder(path.join(folder, each));
      accessSync(path.join(folder, each), constants.W_OK);
    }
  } catch {
    throw new Unable(`DATA_DIR ${folder} cannot be written: choose a folder you may write to.`);
  }
};

/** Step by step: Node's own `recursive` never ends where a file system refuses with "not found". */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
};
