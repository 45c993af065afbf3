// `golden-thread run`: the app by itself, with the settings it is given, as a host runs it; started again
// if it dies. What it is and does is src/main.ts.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../config.ts';
import type { Environment } from '../settings/environment.ts';
import { keepRunning, untilAsked } from './child.ts';
import { portIsFree } from './ports-in-use.ts';
import { Unable } from './unable.ts';

/** Runs until told to stop. Throws Unable, in the app's own words where it cannot start. */
export const run = async (args: readonly string[], env: Environment): Promise<void> => {
  if (args[0] !== undefined)
    throw new Unable(`${args[0]} is not something run knows; it knows --settings FILE.`);
  const config = readConfig(env);
  if ('faults' in config) throw new Unable(config.faults.join('\n'));
  const { port, dataFolder, site } = config;
  if (!(await portIsFree(port)))
    throw new Unable(`PORT ${port} is in use by another program: stop it, or set PORT.`);
  mkdirSync(dataFolder, { recursive: true });
  const log = path.join(dataFolder, 'app.log');
  const app = await keepRunning({
    name: 'The app',
    file: 'src/main.ts',
    env: { ...onlySet(env), DATA_DIR: dataFolder },
    readyAt: `http://localhost:${port}/health`,
    log,
  });
  process.stdout.write(
    `Golden Thread is running for ${site}, on port ${port}. Its log is ${log}. Ctrl+C stops it.\n`,
  );
  await untilAsked([app]);
};

const onlySet = (env: Environment): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
