// Puts lists through Graph together: one client, one governor, one replica, one writer.
// Who calls refresh, and how often, is decided in main.
import type { RegisterName } from '../registers/registers.ts';
import type {
  Directory,
  DirectorySearch,
  Groups,
  Installer,
  SignedIn,
} from '../use-cases/accounts-port.ts';
import type { ActivityFeed } from '../use-cases/feed-port.ts';
import type { Lists, Log } from '../use-cases/ports.ts';
import { openActivityFeed } from './graph/activity-feed.ts';
import { openAppInstaller } from './graph/app-installer.ts';
import type { Token } from './graph/credentials.ts';
import { openDayUnits } from './graph/day-units.ts';
import { openDirectory } from './graph/directory.ts';
import { openDirectorySearch } from './graph/directory-search.ts';
import { openGovernor, type UnitsSpent } from './graph/governor.ts';
import { type GraphSettings, openGraph } from './graph/graph-client.ts';
import { openGroups } from './graph/groups.ts';
import { type MachineClock, machineClock } from './graph/machine-clock.ts';
import type { OnBehalfOf } from './graph/on-behalf-of.ts';
import { openEditors } from './past/editors.ts';
import { type Provisioned, provisionWith } from './provision/provision.ts';
import type { Asked } from './replica/listening.ts';
import { type LiveReplica, openReplica } from './replica/replica.ts';
import {
  openSubscriptions,
  type Subscribing,
  type Subscriptions,
} from './replica/subscriptions.ts';
import { keptRegisters } from './rows/kept.ts';
import { openLackingColumns } from './rows/lacking-columns.ts';
import { findPlaces, type Places } from './rows/places.ts';
import { openHands } from './writes/hands.ts';
import { openLists } from './writes/lists.ts';

export type SharePointSettings = {
  /** https://graph.microsoft.com, or local Microsoft 365's address; without /v1.0. */
  readonly graphUrl: string;
  /** Host and path: 'localhost:/sites/stoke-on-trent'. */
  readonly site: string;
  readonly token: Token;
  /** The app's id in Entra: how the lists name it. Left out, it is known by its first write. */
  readonly appId?: string;
  /**
   * A token for SharePoint's own interface, whose audience is the site's host: views, column formats
   * and permissions are made through it. Null or left out: provisioning goes on without them.
   */
  readonly restToken?: Token | null;
  /** The registers this council keeps: all but those apart, unless said (kept.ts). */
  readonly kept?: readonly RegisterName[];
  /** Resource units the tenant allows the app a minute. */
  readonly unitsPerMinute?: number;
  /** And a day; left out, what Microsoft's table gives with so many a minute. */
  readonly unitsPerDay?: number;
  /** Where the units of the day are kept across a restart; null or left out: nowhere. */
  readonly unitsFile?: string | null;
  /** Whether it is this process that writes, asked before each write leaves; left out, it always is. */
  readonly mayWrite?: () => boolean;
  readonly log: Log;
  /** Tokens as whoever is signed in; left out: nothing is done as anybody but the app. */
  readonly onBehalfOf?: OnBehalfOf;
  /** What somebody saves is written as them, where they may. */
  readonly writeAsPerson?: boolean;
  /** Milliseconds one call may take. */
  readonly timeLimit?: number;
  readonly clock?: MachineClock;
  /** Stands around every request to Graph. */
  readonly around?: GraphSettings['around'];
};

export type SharePoint = {
  readonly replica: LiveReplica;
  readonly lists: Lists;
  readonly directory: Directory;
  readonly groups: Groups;
  /** The directory as whoever is signed in sees it; null where nothing is done on behalf of people. */
  readonly colleagues: DirectorySearch | null;
  /** Where people write as themselves: somebody is about to save something. */
  offer(as: SignedIn): void;
  /** By the app's id in the Teams catalogue. */
  installer(teamsAppId: string): Installer;
  /** By the app's id, as in its manifest. */
  activityFeed(appId: string): ActivityFeed;
  /** Makes what the registers declare and the site lacks; does nothing the second time. */
  provision(): Promise<Provisioned>;
  /** Reads every list whole. Throws ListsMissing where one is not there. */
  load(): Promise<void>;
  /** Hears what changed since: in every list, or, on a beat, in those that are due (listening.ts). */
  refresh(asked?: Asked): Promise<void>;
  /** Has Graph tell of changes, at this address, under this secret (subscriptions.ts). */
  subscriptions(told: Pick<Subscribing, 'address' | 'secret' | 'isShared' | 'now'>): Subscriptions;
  /** Resource units spent in the last minute. */
  unitsSpent(): number;
  /** Resource units spent in the last minute and day, and what the tenant allows. */
  units(): UnitsSpent;
  /** What keeps changes from the lists, in sentences for /health. */
  reasons(): readonly string[];
  /** Calls off what is under way or waits, and lets nothing more go: it counts as unanswered. */
  close(): void;
};

/** Finds the site and its lists. Throws where the site is not there, or Graph is away. */
export const openSharePoint = async (settings: SharePointSettings): Promise<SharePoint> => {
  const { site, log } = settings;
  const kept = settings.kept ?? keptRegisters({ apart: false });
  const { graph, asPerson, timeLimit, close, watched } = openDoor(settings);
  try {
    const places = await findPlaces(graph, site);
    const lacking = openLackingColumns((path) => registerAt(places, kept, path), log);
    watched.by = lacking.heard;
    const replica = openReplica({ graph, places }, kept, log);
    const editors = openEditors(settings.appId ?? null);
    const { onBehalfOf, writeAsPerson = false } = settings;
    const accountOf = (key: string) => replica.registers().people.get(key)?.objectId ?? null;
    const hands = onBehalfOf && writeAsPerson ? openHands(asPerson, onBehalfOf, accountOf) : null;
    return {
      replica,
      lists: openLists({ graph, places, known: replica, log, editors, hands }, kept),
      directory: openDirectory(graph),
      groups: openGroups(graph),
      colleagues: onBehalfOf ? openDirectorySearch(asPerson, onBehalfOf) : null,
      offer: (as) => hands?.offer(as),
      installer: (teamsAppId) =>
        openAppInstaller(graph, { graphUrl: settings.graphUrl, teamsAppId }),
      activityFeed: (appId) => openActivityFeed(graph, appId),
      provision: async () => {
        const done = await provisionWith(graph, { ...settings, kept, timeLimit });
        await places.find();
        return done;
      },
      load: replica.load,
      subscriptions: (told) => {
        const subscriptions = openSubscriptions({ graph, places, kept, log, ...told });
        replica.toldOf(told.isShared ? () => false : subscriptions.tells);
        return subscriptions;
      },
      refresh: replica.refresh,
      unitsSpent: graph.governor.spent,
      units: graph.governor.units,
      reasons: () => [
        ...lacking.reasons(),
        ...(graph.governor.writingWaits() ? [dayIsSpent] : []),
        ...[hands?.trouble() ?? []].flat(),
      ],
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
};

const dayIsSpent =
  'Changes wait to be written to the lists: writing has used its share of the day’s resource units.';

/** Graph's client with its governor and the count of the day, which stop together. */
const openDoor = (settings: SharePointSettings) => {
  const { graphUrl, token, log, mayWrite, unitsPerMinute = 1250, timeLimit = 30_000 } = settings;
  const { unitsPerDay, unitsFile: file = null, clock = machineClock } = settings;
  const stopping = new AbortController();
  const day = openDayUnits({ file, log });
  const { signal } = stopping;
  const governor = openGovernor(unitsPerMinute, clock, {
    ...(unitsPerDay !== undefined && { unitsPerDay }),
    day,
    signal,
    waits: (seconds, purpose) => log.info('waiting for resource units', { seconds, purpose }),
  });
  const watched: { by: GraphSettings['watch'] } = { by: undefined };
  const watch: NonNullable<GraphSettings['watch']> = (call, fault) => watched.by?.(call, fault);
  const around = settings.around && { around: settings.around };
  const told = { signal, log, watch, ...around, ...(mayWrite && { mayWrite }) };
  const graph = openGraph({ graphUrl, token, timeLimit, ...told }, governor, clock);
  /** Behind the same governor: what is done as a person counts with what the app does. */
  const asPerson = (theirs: Token) =>
    openGraph({ graphUrl, token: theirs, timeLimit, ...told }, governor, clock);
  const close = (): void => {
    stopping.abort();
    day.close();
  };
  return { graph, asPerson, timeLimit, close, watched };
};

const registerAt = (
  places: Places,
  kept: readonly RegisterName[],
  path: string,
): RegisterName | undefined =>
  kept.find((name) => places.has(name) && path.startsWith(`${places.list(name)}/`));
