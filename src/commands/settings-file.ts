// `--settings FILE`, which every command takes: the app's settings from a file of NAME=value lines. What the
// environment says goes before what the file says, as with Node's own --env-file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '../settings/environment.ts';
import { Unable } from './unable.ts';

/** The arguments without it, and the environment with what it says. Throws Unable where it cannot be read. */
export const withSettingsFile = (
  args: readonly string[],
  env: Environment,
): { readonly args: readonly string[]; readonly env: Environment } => {
  const at = args.findIndex((each) => each === '--settings' || each.startsWith('--settings='));
  const flag = args[at];
  if (flag === undefined) return { args, env };
  const isOne = flag.startsWith('--settings=');
  const file = isOne ? flag.slice('--settings='.length) : args[at + 1];
  if (!file) throw new Unable('--settings needs the name of a file.');
  return { args: args.toSpliced(at, isOne ? 1 : 2), env: { ...readSettingsFile(file), ...env } };
};

const readSettingsFile = (file: string): Environment => {
  try {
    return parseEnv(readFileSync(path.resolve(file), 'utf8'));
  } catch {
    throw new Unable(
      `The settings file ${file} cannot be read: check its name and who may read it.`,
    );
  }
};
