// Puts lists through Graph together: one client, one governor, one replica, one writer.
// Who calls refresh, and how often, is decided in main.
import type { RegisterName } from '../registers/registers.ts';
import type { Lists, Log } from '../use-cases/ports.ts';
import { openGovernor } from './governor.ts';
import { openGraph } from './graph-client.ts';
import { keptRegisters } from './kept.ts';
import type { Asked } from './listening.ts';
import { openLists } from './lists.ts';
import { type MachineClock, machineClock } from './machine-clock.ts';
import { findPlaces } from './places.ts';
import { type Provisioned, provisionWith } from './provision/provision.ts';
import { type LiveReplica, openReplica } from './replica.ts';

export type SharePointSettings = {
  /** https://graph.microsoft.com, or local Microsoft 365's address; without /v1.0. */
  readonly graphUrl: string;
  /** Host and path: 'localhost:/sites/stoke-on-trent'. */
  readonly site: string;
  readonly token: () => Promise<string>;
  /**
   * A token for SharePoint's own interface, whose audience is the site's host: views, column formats
   * and permissions are made through it. Null or left out: provisioning goes on without them.
   */
  readonly restToken?: (() => Promise<string>) | null;
  /** The registers this council keeps: all but those apart, unless said (kept.ts). */
  readonly kept?: readonly RegisterName[];
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
  /** Reads every list whole. Throws ListsMissing where one is not there. */
  load(): Promise<void>;
  /** Hears what changed since: in every list, or, on a beat, in those that are due (listening.ts). */
  refresh(asked?: Asked): Promise<void>;
  /** Resource units spent in the last minute. */
  unitsSpent(): number;
};

/** Finds the site and its lists. Throws where the site is not there, or Graph is away. */
export const openSharePoint = async (settings: SharePointSettings): Promise<SharePoint> => {
  const { graphUrl, site, token, log, unitsPerMinute = 1250, timeLimit = 30_000 } = settings;
  const clock = settings.clock ?? machineClock;
  const governor = openGovernor(unitsPerMinute, clock);
  const graph = openGraph({ graphUrl, token, timeLimit }, governor, clock);
  const kept = settings.kept ?? keptRegisters({ apart: false });
  const places = await findPlaces(graph, site);
  const replica = openReplica({ graph, places }, kept);
  return {
    replica,
    lists: openLists({ graph, places, known: replica, log }, kept),
    provision: async () => {
      const done = await provisionWith(graph, { ...settings, kept, timeLimit });
      await places.find();
      return done;
    },
    load: replica.load,
    refresh: replica.refresh,
    unitsSpent: governor.spent,
  };
};
