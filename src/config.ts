// The environment, read once. Every fault is reported at once, each as one plain sentence that names
// its setting. What the settings switch on is decided in main.ts.
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

const port = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: 'must be a port number from 1 to 65535',
    })
    .transform(Number);

const address = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine(isWebAddress, {
      error: 'must be a web address such as https://graph.microsoft.com',
    })
    .transform((text) => text.replace(/\/+$/, ''));

const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''));

const given = z.string({ error: 'is not set' }).trim().min(1, { error: 'is not set' });

const environment = z.object({
  PORT: port(3978),
  DATA_DIR: z
    .string()
    .default('data')
    .transform((folder) => path.resolve(folder)),
  SITE: given,
  TENANT_ID: given,
  APP_ID: given,
  APP_SECRET: given,
  APP_ID_URI: z.string().default(''),
  GRAPH_URL: address('https://graph.microsoft.com'),
  LOGIN_URL: address('https://login.microsoftonline.com'),
  CHANNEL_KEYS_URL: address('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  SERVICE_URLS: list('https://smba.trafficmanager.net/uk/'),
  HOST_ORIGINS: list(''),
  UNITS_PER_MINUTE: z
    .string()
    .default('1250')
    .refine((text) => /^[1-9]\d{1,5}$/.test(text), {
      error: 'must be the resource units a minute the tenant allows, such as 1250',
    })
    .transform(Number),
  PERSONAL_OBJECTIVES: z
    .string()
    .default('off')
    .refine((text) => text === 'on' || text === 'off', { error: 'must be on or off' })
    .transform((text) => text === 'on'),
  CLOCK_STARTS_AT: z
    .string()
    .optional()
    .refine((text) => text === undefined || isLocalMoment(text), {
      error: 'must be a local date and time such as 2020-10-01T09:00',
    }),
  DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: z
    .undefined({ error: 'must not be set: every request to this app is checked' })
    .optional(),
});

export type Config = {
  readonly port: number;
  readonly dataFolder: string;
  readonly site: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly appIdUri: string;
  readonly graphUrl: string;
  readonly loginUrl: string;
  readonly channelKeysUrl: string;
  /** The first is where a conversation is begun with someone not met before. */
  readonly serviceUrls: readonly string[];
  readonly hostOrigins: readonly string[];
  readonly unitsPerMinute: number;
  /** Personal objectives are kept, in a list apart. Off unless the council says otherwise. */
  readonly personalObjectives: boolean;
  /**
   * Set when Graph, sign-in and the bot channel are all on this machine: only then can the council's
   * clock be moved, and this is where it stands at first. Null against Microsoft's own.
   */
  readonly local: { readonly clockStartsAt: string } | null;
};

export type ConfigFaults = { readonly faults: readonly string[] };

/** Reads the settings, or says everything that is wrong with them. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
): Config | ConfigFaults => {
  const read = environment.safeParse(env);
  if (!read.success)
    return {
      faults: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    };
  const settings = read.data;
  const microsoft = [
    settings.GRAPH_URL,
    settings.LOGIN_URL,
    settings.CHANNEL_KEYS_URL,
    ...settings.SERVICE_URLS,
  ];
  const onThisMachine = microsoft.filter(isOnThisMachine).length;
  if (onThisMachine !== 0 && onThisMachine !== microsoft.length)
    return {
      faults: [
        'GRAPH_URL, LOGIN_URL, CHANNEL_KEYS_URL and SERVICE_URLS must all be on this machine or none of them.',
      ],
    };
  if (onThisMachine === 0 && settings.CLOCK_STARTS_AT !== undefined)
    return { faults: ["CLOCK_STARTS_AT must not be set: the council's clock is the machine's."] };
  const insecure = microsoft.filter((each) => !each.startsWith('https:') && !isOnThisMachine(each));
  if (insecure.length > 0)
    return {
      faults: [
        `GRAPH_URL, LOGIN_URL, CHANNEL_KEYS_URL and SERVICE_URLS must be https: ${insecure.join(', ')} is not.`,
      ],
    };
  return {
    port: settings.PORT,
    dataFolder: settings.DATA_DIR,
    site: settings.SITE,
    tenantId: settings.TENANT_ID,
    appId: settings.APP_ID,
    appSecret: settings.APP_SECRET,
    appIdUri: settings.APP_ID_URI,
    graphUrl: settings.GRAPH_URL,
    loginUrl: settings.LOGIN_URL,
    channelKeysUrl: settings.CHANNEL_KEYS_URL,
    serviceUrls: settings.SERVICE_URLS,
    hostOrigins: settings.HOST_ORIGINS,
    unitsPerMinute: settings.UNITS_PER_MINUTE,
    personalObjectives: settings.PERSONAL_OBJECTIVES,
    local:
      onThisMachine === 0
        ? null
        : { clockStartsAt: settings.CLOCK_STARTS_AT ?? '2020-10-01T09:00' },
  };
};

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

function isLocalMoment(text: string): boolean {
  try {
    return Temporal.PlainDateTime.from(text) !== null;
  } catch {
    return false;
  }
}

/** Loopback by name or number; anything else could be somebody's tenant. */
const isOnThisMachine = (address: string): boolean => {
  if (!isWebAddress(address)) return false;
  const { hostname } = new URL(address);
  return (
    hostname === 'localhost' ||
    hostname === '[::1]' ||
    (isIP(hostname) === 4 && hostname.startsWith('127.'))
  );
};
