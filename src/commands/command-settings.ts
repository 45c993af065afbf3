// The settings a command works with: the app's own from the environment, or, where neither SITE nor
// TENANT_ID is set, those of the local Microsoft 365 that `npm start` runs on this machine.
import { type Config, readConfig } from '../config.ts';
import type { Environment } from '../settings/environment.ts';
import { appEnvironment, councilSettings, readDataFolder } from './local-settings.ts';
import { readPort } from './ports-in-use.ts';
import { Unable } from './unable.ts';

const sampleSite = 'stoke-on-trent';
const localSite = /^localhost:\/sites\/([^/]+)$/;

/** Throws Unable, naming every setting at fault. */
export const commandSettings = (env: Environment): Config => {
  const config = readConfig(settingsIn(env));
  if ('faults' in config) throw new Unable(config.faults.join('\n'));
  return config;
};

/** A site of this machine may be named alone: it needs no tenant, and no secret. */
const settingsIn = (env: Environment): Environment => {
  if (env['TENANT_ID'] !== undefined) return env;
  const site = env['SITE'] === undefined ? sampleSite : localSite.exec(env['SITE'])?.[1];
  if (site === undefined) return env;
  const { APP_SECRET, ...local } = appEnvironment({
    port: readPort('PORT', env['PORT'], 3978),
    localPort: readPort('LOCAL_PORT', env['LOCAL_PORT'], 3979),
    ...councilSettings(site, readDataFolder(env['DATA_DIR'])),
  });
  const { APP_CERTIFICATE, MANAGED_IDENTITY } = env;
  const otherwise = APP_CERTIFICATE ?? MANAGED_IDENTITY;
  return otherwise === undefined
    ? { ...local, APP_SECRET }
    : { ...local, APP_CERTIFICATE, MANAGED_IDENTITY };
};
