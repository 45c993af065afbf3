// `golden-thread package`: the Teams app of this council, ready to upload in the Teams admin centre.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../settings/environment.ts';
import { buildPackage } from './app-package/build-package.ts';
import { readPackageSettings } from './app-package/package-settings.ts';
import { print, type Say } from './say.ts';
import { Unable } from './unable.ts';

const project = path.join(import.meta.dirname, '..', '..');
const usual = path.join('dist', 'golden-thread-teams-app.zip');

/** Throws Unable, naming every setting and every part at fault: nothing is written then. */
export const packageApp = async (
  args: readonly string[],
  env: Environment,
  say: Say = print,
): Promise<void> => {
  const out = outIn(args);
  const settings = readPackageSettings(env);
  if ('faults' in settings) throw new Unable(settings.faults.join('\n'));
  const { version } = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8')) as {
    version: string;
  };
  const built = await buildPackage(path.join(project, 'appPackage'), settings, version);
  if ('faults' in built) throw new Unable(built.faults.join('\n'));
  await mkdir(path.dirname(out), { recursive: true });
  await writeFile(out, built.zip);
  say(`${out}: version ${version}, for ${settings.PUBLIC_URL}, with ${built.holds.join(', ')}.`);
  say('Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.');
};

const outIn = (args: readonly string[]): string => {
  const [flag, out, ...more] = args;
  if (flag === undefined) return usual;
  if (flag !== '--out' || out === undefined || more.length > 0)
    throw new Unable('package knows --out FILE, and nothing else.');
  return out;
};
