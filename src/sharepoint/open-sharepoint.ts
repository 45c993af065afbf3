// Puts lists through Graph together: one client, one governor, one replica, one writer.
// Who calls refresh, and how often, is decided in main.
import type { Lists, Log } from '../use-cases/ports.ts';
import { openGovernor } from './governor.ts';
import { openGraph } from './graph-client.ts';
import { openLists } from './lists.ts';
import { type MachineClock, machineClock } from './machine-clock.ts';
import { findPlaces } from './places.ts';
import { type Provisioned, provisionLists } from './provision.ts';
import { type LiveReplica, openReplica } from './replica.ts';

export type SharePointSettings = {
  /** https://graph.microsoft.com, or local Microsoft 365's address; without /v1.0. */
  readonly graphUrl: string;
  /** Host and path: 'localhost:/sites/stoke-on-trent'. */
  readonly site: string;
  readonly token: () => Promise<string>;
  /** Resource units the tenant allows the app a minute. */
  readonly unitsPerMinute?: number;
  readonly log: Log;
  /** Milliseconds one call may take. */
  readonly timeLimit?: number;
  readonly clock?: MachineClock;
};

export type SharePoint = {
  readonly replica: LiveReplica;
  readonly lists: Lists;
  /** Makes what the registers declare and the site lacks; does nothing the second time. */
  provision(): Promise<Provisioned>;
  /** Reads every list whole. The lists must be there. */
  load(): Promise<void>;
  /** Hears what changed in the lists since. */
  refresh(): Promise<void>;
  /** Resource units spent in the last minute. */
  unitsSpent(): number;
};

/** Finds the site and its lists. Throws where the site is not there, or Graph is away. */
export const openSharePoint = async (settings: SharePointSettings): Promise<SharePoint> => {
  const { graphUrl, site, token, log, unitsPerMinute = 1250, timeLimit = 30_000 } = settings;
  const clock = settings.clock ?? machineClock;
  const governor = openGovernor(unitsPerMinute, clock);
  const graph = openGraph({ graphUrl, token, timeLimit }, governor, clock);
  const places = await findPlaces(graph, site);
  const replica = openReplica({ graph, places });
  return {
    replica,
    lists: openLists({ graph, places, known: replica, log }),
    provision: () => provisionLists(graph, places),
    load: replica.load,
    refresh: replica.refresh,
    unitsSpent: governor.spent,
  };
};
