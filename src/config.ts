// The environment, read once. Every fault is reported at once, each as one plain sentence that names
// its setting. What the settings switch on is decided in main.ts.
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { Credentials } from './sharepoint/graph/credentials.ts';
import { minutesInADay } from './sharepoint/graph/governor.ts';
import { readSignIn } from './sign-in-settings.ts';

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
    .refine((folder) => folder.trim() !== '', { error: 'must name a folder, or not be set' })
    .transform((folder) => path.resolve(folder)),
  SITE: given
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(isSite, {
      error:
        'must look like council.sharepoint.com:/sites/plan, with the colon and without https://',
    }),
  TENANT_ID: given,
  APP_ID: given,
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
  UNITS_PER_DAY: z
    .string()
    .optional()
    .refine((text) => text === undefined || /^[1-9]\d{2,8}$/.test(text), {
      error: 'must be the resource units a day the tenant allows, such as 1200000',
    })
    .transform((text) => (text === undefined ? null : Number(text))),
  PERSONAL_OBJECTIVES: z
    .string()
    .default('off')
    .refine((text) => text === 'on' || text === 'off', { error: 'must be on or off' })
    .transform((text) => text === 'on'),
  NOTIFICATION_URL: z
    .string()
    .trim()
    .optional()
    .refine((text) => text === undefined || text === '' || isNotificationAddress(text), {
      error:
        'must be the https address that ends in /api/notifications, where Graph reaches this app, with no name or password in it',
    }),
  TEAMS_APP_ID: z
    .string()
    .trim()
    .optional()
    .refine((text) => text === undefined || text === '' || isGuid(text), {
      error:
        "must be the app's id in the Teams catalogue, such as 12345678-9abc-4ef0-8123-456789abcdef",
    }),
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
  /** What the app signs in with, everywhere. */
  readonly credentials: Credentials;
  readonly appIdUri: string;
  readonly graphUrl: string;
  readonly loginUrl: string;
  readonly channelKeysUrl: string;
  /** The first is where a conversation is begun with someone not met before. */
  readonly serviceUrls: readonly string[];
  readonly hostOrigins: readonly string[];
  readonly unitsPerMinute: number;
  readonly unitsPerDay: number;
  /** Personal objectives are kept, in a list apart. Off unless the council says otherwise. */
  readonly personalObjectives: boolean;
  /** Where Graph says that a list changed; null where it is not to: lists are then asked on a timer only. */
  readonly notificationUrl: string | null;
  /** The app's id in the Teams catalogue; null: it is not installed for people who have not got it. */
  readonly teamsAppId: string | null;
  /**
   * Set when Graph, sign-in and the bot channel are all on this machine: only then can the council's
   * clock be moved, and this is where it stands at first. Null against Microsoft's own.
   */
  readonly local: { readonly clockStartsAt: string } | null;
};

export type ConfigFaults = { readonly faults: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings, or says everything that is wrong with them. */
export const readConfig = (env: Environment): Config | ConfigFaults => {
  const read = environment.safeParse(env);
  const signIn = readSignIn(env);
  const faults = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    ...('faults' in signIn ? signIn.faults : []),
  ];
  if (!read.success || 'faults' in signIn) return { faults };
  const settings = read.data;
  const between = faultsBetween(settings);
  if (between.length > 0) return { faults: between };
  const isLocal = isOnThisMachine(settings.GRAPH_URL);
  return {
    port: settings.PORT,
    dataFolder: settings.DATA_DIR,
    site: settings.SITE,
    tenantId: settings.TENANT_ID,
    appId: settings.APP_ID,
    credentials: {
      ...signIn,
      loginUrl: settings.LOGIN_URL,
      tenantId: settings.TENANT_ID,
      clientId: settings.APP_ID,
    },
    appIdUri: settings.APP_ID_URI,
    graphUrl: settings.GRAPH_URL,
    loginUrl: settings.LOGIN_URL,
    channelKeysUrl: settings.CHANNEL_KEYS_URL,
    serviceUrls: settings.SERVICE_URLS,
    hostOrigins: settings.HOST_ORIGINS,
    unitsPerMinute: settings.UNITS_PER_MINUTE,
    unitsPerDay: unitsADay(settings),
    personalObjectives: settings.PERSONAL_OBJECTIVES,
    notificationUrl:
      settings.NOTIFICATION_URL === undefined && isLocal
        ? `http://localhost:${settings.PORT}/api/notifications`
        : settings.NOTIFICATION_URL || null,
    teamsAppId: settings.TEAMS_APP_ID || null,
    local: isLocal ? { clockStartsAt: settings.CLOCK_STARTS_AT ?? '2020-10-01T09:00' } : null,
  };
};

type Settings = z.infer<typeof environment>;

const unitsADay = ({ UNITS_PER_DAY, UNITS_PER_MINUTE }: Settings): number =>
  UNITS_PER_DAY ?? UNITS_PER_MINUTE * minutesInADay;

/** What is wrong between settings each of which is well by itself. */
const faultsBetween = (settings: Settings): readonly string[] => {
  const microsoft = [
    settings.GRAPH_URL,
    settings.LOGIN_URL,
    settings.CHANNEL_KEYS_URL,
    ...settings.SERVICE_URLS,
  ];
  const here = microsoft.filter(isOnThisMachine).length;
  if (here !== 0 && here !== microsoft.length)
    return [
      'GRAPH_URL, LOGIN_URL, CHANNEL_KEYS_URL and SERVICE_URLS must all be on this machine or none of them.',
    ];
  const insecure = microsoft.filter((each) => !each.startsWith('https:') && !isOnThisMachine(each));
  return [
    ...(here === 0 && settings.CLOCK_STARTS_AT !== undefined
      ? ["CLOCK_STARTS_AT must not be set: the council's clock is the machine's."]
      : []),
    ...(insecure.length > 0
      ? [
          `GRAPH_URL, LOGIN_URL, CHANNEL_KEYS_URL and SERVICE_URLS must be https: ${insecure.join(', ')} is not.`,
        ]
      : []),
    ...(unitsADay(settings) < settings.UNITS_PER_MINUTE
      ? ['UNITS_PER_DAY must not be less than UNITS_PER_MINUTE.']
      : []),
  ];
};

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** As Graph names a site: its host, a colon and its path. */
function isSite(text: string): boolean {
  return /^[a-z\d.-]+:\/(?:sites|teams)(?:\/[^\s/?#:]+)+$/i.test(text);
}

function isNotificationAddress(text: string): boolean {
  if (!isWebAddress(text) || /[?#]/.test(text)) return false;
  const { username, password, pathname } = new URL(text);
  if (username !== '' || password !== '' || !pathname.endsWith('/api/notifications')) return false;
  return text.startsWith('https:') || isOnThisMachine(text);
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
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
