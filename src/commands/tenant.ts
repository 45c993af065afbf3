// `golden-thread tenant`: local Microsoft 365 alone, as an administrator finds a tenant on the first day:
// people in its directory, and no app, site or bot of Golden Thread's. docs/first-day.md goes on from here.
import path from 'node:path';
import type { Environment } from '../settings/environment.ts';
import { type Child, keepRunning, untilAsked } from './child.ts';
import { checkFolder, startOver } from './data-folders.ts';
import {
  type LocalSettings,
  localEnvironment,
  localUrlOf,
  readDataFolder,
  refuseInProduction,
} from './local-settings.ts';
import { portIsFree, readPort } from './ports-in-use.ts';
import { Unable } from './unable.ts';

/** What the tenant keeps is in a folder of its own, apart from any sample council's. */
const folderName = 'first-day';

/** Runs until told to stop. Throws Unable, in one plain sentence, where a setting is at fault. */
export const tenant = async (args: readonly string[], env: Environment): Promise<void> => {
  refuseInProduction(env);
  const unknown = args.find((each) => each !== '--fresh');
  if (unknown !== undefined)
    throw new Unable(`${unknown} is not something tenant knows; it knows --fresh.`);
  const settings: LocalSettings = {
    port: readPort('PORT', env['PORT'], 3978),
    localPort: readPort('LOCAL_PORT', env['LOCAL_PORT'], 3979),
    dataFolder: path.join(readDataFolder(env['DATA_DIR']), folderName),
    site: '',
  };
  if (!(await portIsFree(settings.localPort)))
    throw new Unable(
      `LOCAL_PORT ${settings.localPort} is in use by another program: stop it, or set LOCAL_PORT.`,
    );
  if (args.includes('--fresh')) startOver(settings.dataFolder);
  checkFolder(settings.dataFolder);
  const local = await startEmpty(settings);
  await fillDirectory(localUrlOf(settings));
  welcome(settings);
  await untilAsked([local]);
};

const startEmpty = (settings: LocalSettings): Promise<Child> =>
  keepRunning({
    name: 'Local Microsoft 365',
    file: 'src/local/main.ts',
    env: { ...localEnvironment(settings), EMPTY_TENANT: 'yes' },
    readyAt: `${localUrlOf(settings)}/local/config`,
    log: path.join(settings.dataFolder, 'local', 'local.log'),
  });

/** Posts, as any council has them. */
const posts = ['Head of Performance', 'Director of Housing', 'Head of Housing Needs'];

/** A directory that has people in it is left as it is. */
const fillDirectory = async (localUrl: string): Promise<void> => {
  const address = `${localUrl}/local/directory`;
  const { people } = (await (await fetch(address)).json()) as { people: readonly object[] };
  if (people.length > 0) return;
  const entries = posts.map((post) => ({
    id: crypto.randomUUID(),
    displayName: post,
    userPrincipalName: `${post.toLowerCase().replaceAll(' ', '.')}@council.example`,
    installed: false,
  }));
  const answer = await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ people: entries }),
  });
  if (!answer.ok) throw new Error(`Local Microsoft 365 answered ${answer.status} to ${address}.`);
};

const welcome = (settings: LocalSettings): void => {
  const local = localUrlOf(settings);
  process.stdout.write(`
Local Microsoft 365 is running (a stand-in, on this machine only), with people in it and nothing else.

  Its administrator's pages  ${local}/admin
  Teams                      ${local}/

What to do next is in docs/first-day.md. Ctrl+C stops it; what you do is kept in ${settings.dataFolder},
and npx golden-thread tenant --fresh starts over.
`);
};
