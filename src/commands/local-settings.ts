// The settings that point the app at local Microsoft 365, and the folders each process keeps.
import path from 'node:path';
import { appId, appIdUri, tenantId } from '../local/ids.ts';
import { councils, firstCouncil, isCouncil } from '../samples/councils.ts';
import type { Environment } from '../settings/environment.ts';
import { Unable } from './unable.ts';

export type LocalSettings = {
  readonly port: number;
  readonly localPort: number;
  readonly dataFolder: string;
  readonly site: string;
  /** Where the council's clock stands at first; blank is the first council's. */
  readonly startsAt?: string;
};

/** Throws Unable where the app runs for a council: what stands in for Microsoft 365 is no place for its data. */
export const refuseInProduction = ({ NODE_ENV }: Environment): void => {
  if (NODE_ENV === 'production')
    throw new Unable(
      'Local Microsoft 365 is for trying things on a machine of your own: it does not run where NODE_ENV is production.',
    );
};

/**
 * What is a council's own. Each keeps what it has apart: the first in DATA_DIR itself, any other in a
 * folder of its site's name there. A site that is no sample council's is taken as it is.
 */
export const councilSettings = (
  site: string,
  dataFolder: string,
): Pick<LocalSettings, 'site' | 'dataFolder' | 'startsAt'> => {
  if (!isCouncil(site)) return { site, dataFolder };
  const { startsAt } = councils[site]();
  const folder = site === firstCouncil ? dataFolder : path.join(dataFolder, site);
  return { site, dataFolder: folder, startsAt };
};

/** Where the relay of `npm run playground` listens; the bot may answer to it in local mode. */
export const playgroundPort = 3980;

export const localUrlOf = ({ localPort }: Pick<LocalSettings, 'localPort'>): string =>
  `http://localhost:${localPort}`;

/** What src/main.ts reads to run against local Microsoft 365. The secret is no secret: it opens nothing else. */
export const appEnvironment = (settings: LocalSettings): Record<string, string> => {
  const local = localUrlOf(settings);
  return {
    PORT: String(settings.port),
    DATA_DIR: path.join(settings.dataFolder, 'app'),
    SITE: `localhost:/sites/${settings.site}`,
    TENANT_ID: tenantId,
    APP_ID: appId,
    APP_SECRET: 'local',
    APP_ID_URI: appIdUri,
    GRAPH_URL: local,
    LOGIN_URL: local,
    CHANNEL_KEYS_URL: `${local}/v1/.well-known/openidconfiguration`,
    SERVICE_URLS: `${local} ${local}/emea http://localhost:${playgroundPort}/connector`,
    HOST_ORIGINS: `${local} http://127.0.0.1:${settings.localPort}`,
    UNITS_PER_MINUTE: '2500',
    CLOCK_STARTS_AT: settings.startsAt ?? '2020-10-01T09:00',
  };
};

/** An empty DATA_DIR is refused: `start --fresh` would clear folders wherever it was typed. */
export const readDataFolder = (text: string | undefined): string => {
  if (text?.trim() === '') throw new Unable('DATA_DIR must name a folder, or not be set.');
  return path.resolve(text ?? 'data');
};

export const localEnvironment = (settings: LocalSettings): Record<string, string> => ({
  LOCAL_PORT: String(settings.localPort),
  DATA_DIR: path.join(settings.dataFolder, 'local'),
  APP_URL: `http://localhost:${settings.port}`,
});
