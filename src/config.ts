// The environment, read once. Every fault is reported at once, each as one plain sentence that names
// its setting. What the settings switch on is decided in app.ts.
import path from 'node:path';
import { z } from 'zod';
import type { RoleGroup } from './rules/roles-by-group.ts';
import type { Environment } from './settings/environment.ts';
import {
  address,
  addressOrNone,
  amount,
  given,
  isGuid,
  isLocalMoment,
  isNotificationAddress,
  isOnThisMachine,
  isSite,
  list,
  onOrOff,
  orNone,
  port,
  rolesWithGroups,
} from './settings/setting-kinds.ts';
import { readSignIn } from './settings/sign-in-settings.ts';
import { readStorage, type Storage } from './settings/storage-settings.ts';
import type { Credentials } from './sharepoint/graph/credentials.ts';
import { minutesInADay } from './sharepoint/graph/governor.ts';

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
  TENANTS: list('').refine((tenants) => tenants.every(isGuid), {
    error:
      'must be the ids of further tenants, such as 12345678-9abc-4ef0-8123-456789abcdef, with a space between',
  }),
  APP_ID: given,
  APP_ID_URI: z.string().default(''),
  GRAPH_URL: address('https://graph.microsoft.com'),
  LOGIN_URL: address('https://login.microsoftonline.com'),
  CHANNEL_KEYS_URL: address('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  SERVICE_URLS: list('https://smba.trafficmanager.net/uk/'),
  HOST_ORIGINS: list(''),
  UNITS_PER_MINUTE: amount('1250', {
    digits: /^[1-9]\d{1,5}$/,
    error: 'must be the resource units a minute the tenant allows, such as 1250',
  }),
  UNITS_PER_DAY: z
    .string()
    .optional()
    .refine((text) => text === undefined || /^[1-9]\d{2,8}$/.test(text), {
      error: 'must be the resource units a day the tenant allows, such as 1200000',
    })
    .transform((text) => (text === undefined ? null : Number(text))),
  REQUESTS_PER_MINUTE: amount('300', {
    digits: /^[1-9]\d{1,6}$/,
    error: 'must be the requests one person may send in a minute, 10 or more, such as 300',
  }),
  PERSONAL_OBJECTIVES: onOrOff,
  WRITE_AS_PERSON: onOrOff,
  ACTIVITY_FEED: onOrOff,
  ROLE_GROUPS: rolesWithGroups,
  NOTIFICATION_URL: orNone(
    isNotificationAddress,
    'must be the https address that ends in /api/notifications, where Graph reaches this app, with no name or password in it',
  ),
  TEAMS_APP_ID: orNone(
    isGuid,
    "must be the app's id in the Teams catalogue, such as 12345678-9abc-4ef0-8123-456789abcdef",
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: addressOrNone('http://localhost:4318'),
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
  /** Where the Outbox and the lease are that several instances share; null: in files of the data folder. */
  readonly storage: Storage | null;
  readonly site: string;
  readonly tenantId: string;
  /** Whose people are let in: the council's own tenant, and those it lists besides. */
  readonly tenants: readonly string[];
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
  /** Of one person, to the tab and to the bot each, by this process. */
  readonly requestsPerMinute: number;
  /** Personal objectives are kept, in a list apart. Off unless the council says otherwise. */
  readonly personalObjectives: boolean;
  /** What somebody saves in the tab is written to the lists as them, where they may. Off unless the council says otherwise. */
  readonly writeAsPerson: boolean;
  /** What waits in the tab alone is told in Teams' activity feed. */
  readonly activityFeed: boolean;
  /** The group of the directory's that decides who has a role; roles without one are as People has them. */
  readonly roleGroups: readonly RoleGroup[];
  /** Where Graph says that a list changed; null where it is not to: lists are then asked on a timer only. */
  readonly notificationUrl: string | null;
  /** The app's id in the Teams catalogue; null: it is not installed for people who have not got it. */
  readonly teamsAppId: string | null;
  /** Where an OpenTelemetry collector listens, OTLP over HTTP; null: nothing is told. */
  readonly collector: string | null;
  /**
   * Set when Graph, sign-in and the bot channel are all on this machine: only then can the council's
   * clock be moved, and this is where it stands at first. Null against Microsoft's own.
   */
  readonly local: { readonly clockStartsAt: string } | null;
};

export type ConfigFaults = { readonly faults: readonly string[] };

/** Reads the settings, or says everything that is wrong with them. */
export const readConfig = (env: Environment): Config | ConfigFaults => {
  const read = environment.safeParse(env);
  const signIn = readSignIn(env);
  const storage = readStorage(env);
  const faults = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    ...('faults' in signIn ? signIn.faults : []),
    ...(storage !== null && 'faults' in storage ? storage.faults : []),
  ];
  if (!read.success || 'faults' in signIn || (storage !== null && 'faults' in storage))
    return { faults };
  const settings = read.data;
  const between = faultsBetween(settings);
  if (between.length > 0) return { faults: between };
  const isLocal = isOnThisMachine(settings.GRAPH_URL);
  return {
    port: settings.PORT,
    dataFolder: settings.DATA_DIR,
    storage,
    site: settings.SITE,
    tenantId: settings.TENANT_ID,
    tenants: [settings.TENANT_ID, ...settings.TENANTS],
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
    requestsPerMinute: settings.REQUESTS_PER_MINUTE,
    personalObjectives: settings.PERSONAL_OBJECTIVES,
    writeAsPerson: settings.WRITE_AS_PERSON,
    activityFeed: settings.ACTIVITY_FEED,
    roleGroups: settings.ROLE_GROUPS,
    notificationUrl:
      settings.NOTIFICATION_URL === undefined && isLocal
        ? `http://localhost:${settings.PORT}/api/notifications`
        : settings.NOTIFICATION_URL || null,
    teamsAppId: settings.TEAMS_APP_ID || null,
    collector: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
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
