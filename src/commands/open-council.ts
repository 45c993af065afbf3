// A council's registers as a command of the command line has them: read from its lists, with the Outbox
// of the app, so that what a command does is accepted, journalled and written behind like all else.
// Commands send nothing: messages are the running app's. They write while they hold the lease and no longer.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { machineClock, settableClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type LeaseWatch, watchLease } from '../instance/watch-lease.ts';
import { openLog } from '../log.ts';
import { openStores } from '../open-stores.ts';
import type { Environment } from '../settings/environment.ts';
import { GraphFault, toldInFull } from '../sharepoint/graph/graph-fault.ts';
import { graphScope, tokensFor } from '../sharepoint/graph/tokens.ts';
import {
  openSharePoint,
  type SharePoint,
  type SharePointSettings,
} from '../sharepoint/open-sharepoint.ts';
import { keptRegisters } from '../sharepoint/rows/kept.ts';
import { ListsMissing, SiteMissing } from '../sharepoint/rows/not-there.ts';
import { landChanges } from '../use-cases/land-changes.ts';
import type { Lease, Lists, Outbox, Ports } from '../use-cases/ports.ts';
import { commandSettings } from './command-settings.ts';
import type { Say } from './say.ts';
import { Unable } from './unable.ts';

export type CouncilPorts = Omit<Ports, 'messenger'>;

export type OpenCouncil = {
  readonly ports: CouncilPorts;
  /** Hears what changed since the lists were read: somebody may have thought a while. */
  refresh(): Promise<void>;
  /**
   * Writes what was accepted into the lists, or waits while the running app does; `progress` hears of
   * 0 to 1. Answers how many changes still wait: nought unless a list does not take them, or Graph is
   * away; they stay in the Outbox and are not lost.
   */
  land(progress?: (done: number) => void): Promise<number>;
  close(): Promise<void>;
};

/** What a command that changes rows is joined with in src/cli.ts. */
export type CouncilJoined = {
  readonly openCouncil: (
    env: Environment,
  ) => Promise<Pick<OpenCouncil, 'ports' | 'land' | 'close'>>;
  /** To standard output where not given. */
  readonly say?: Say;
};

/** Throws Unable, in one plain sentence, where a setting, a file or the site cannot be had. */
export const openCouncil = async (env: Environment): Promise<OpenCouncil> => {
  const config = commandSettings(env);
  const { graphUrl, site, appId, unitsPerMinute, unitsPerDay, dataFolder } = config;
  mkdirSync(dataFolder, { recursive: true });
  const log = openLog(() => undefined);
  const clock = config.local
    ? settableClock(path.join(dataFolder, 'clock.txt'), config.local.clockStartsAt)
    : machineClock();
  const token = tokensFor(config.credentials)(graphScope);
  const kept = keptRegisters({ apart: config.personalObjectives });
  const unitsFile = path.join(dataFolder, 'units.json');
  const units = { unitsPerMinute, unitsPerDay, unitsFile };
  const gate = openGate();
  const { mayWrite } = gate;
  const settings = { graphUrl, site, ...units, token, appId, mayWrite, log, kept };
  const sharepoint = await readLists(settings, config);
  const stores = await openStores(config, () => clock.now().toInstant());
  const { outbox, lease } = stores;
  const watch = watchLease({ log }, lease);
  gate.opensFor(watch);
  const { replica } = sharepoint;
  const lists = gate.takingOutOf(sharepoint.lists);
  replica.lay(await outbox.pending(Number.MAX_SAFE_INTEGER));
  const ports: CouncilPorts = { clock, outbox, replica, lists, log };
  return {
    ports,
    refresh: async () => {
      await sharepoint.refresh('all').catch((error: unknown) => {
        throw notReadable(error, config);
      });
      replica.lay(await outbox.pending(Number.MAX_SAFE_INTEGER));
    },
    land: (progress = () => undefined) =>
      telling(outbox, progress)(landOrWait(ports, { ...lease, ...watch })),
    close: async () => {
      sharepoint.close();
      await stores.letGo();
    },
  };
};

/**
 * Which writes to the lists may leave: all while the lease is held here, and rows taken out at any time. Why
 * those need not wait for it is said in use-cases/purge.ts. Nothing else is written while they go.
 */
const openGate = () => {
  let lease: LeaseWatch | null = null;
  let takingOut = 0;
  return {
    /** Nothing leaves before. */
    opensFor: (watch: LeaseWatch): void => {
      lease = watch;
    },
    mayWrite: (): boolean => takingOut > 0 || lease?.isHeld() === true,
    takingOutOf: (lists: Lists): Lists => ({
      ...lists,
      remove: async (rows) => {
        takingOut += 1;
        try {
          return await lists.remove(rows);
        } finally {
          takingOut -= 1;
        }
      },
    }),
  };
};

const readLists = async (settings: SharePointSettings, config: Config): Promise<SharePoint> => {
  try {
    const sharepoint = await openSharePoint(settings);
    await sharepoint.load();
    return sharepoint;
  } catch (error) {
    throw notReadable(error, config);
  }
};

const notReadable = (error: unknown, { local, graphUrl, site }: Config): unknown => {
  if (error instanceof SiteMissing || error instanceof ListsMissing)
    return new Unable(error.message);
  if (!(error instanceof GraphFault)) return error;
  if (error.kind === 'unreachable' && local)
    return new Unable(
      `Local Microsoft 365 does not answer at ${graphUrl}: run npm start first, in another window.`,
    );
  return new Unable(`The lists of ${site} cannot be read: ${toldInFull(error)}`);
};

const lookEvery = 250;
/** With nothing landed for so long, whoever writes is stopped, or a list does not take the rest. */
const patience = 60_000;

/** Tells how far the writing has come while it goes on; answers what is left when it ends. */
const telling =
  (outbox: Outbox, progress: (done: number) => void) =>
  async (writing: Promise<unknown>): Promise<number> => {
    const all = Math.max(1, outbox.depth().changes);
    const timer = setInterval(() => progress(1 - outbox.depth().changes / all), lookEvery);
    try {
      await writing;
    } finally {
      clearInterval(timer);
    }
    progress(1);
    return outbox.depth().changes;
  };

/**
 * While the running app holds the lease it writes; should it stop, this process takes over, and should it
 * lose the lease itself, as where it slept, it stops and waits again. Throws where the lease cannot be asked for.
 */
const landOrWait = async (
  ports: Pick<Ports, 'outbox' | 'lists' | 'log' | 'replica' | 'clock'>,
  lease: Pick<Lease, 'hold'> & Pick<LeaseWatch, 'tenure'>,
): Promise<void> => {
  const { outbox } = ports;
  let left = outbox.depth().changes;
  let movedAt = performance.now();
  while (left > 0 && performance.now() - movedAt < patience) {
    if (lease.hold()) {
      const isOurs = lease.tenure();
      await landChanges(ports, () => !isOurs());
      if (isOurs()) return;
    }
    await pause(lookEvery);
    const now = outbox.depth().changes;
    if (now < left) movedAt = performance.now();
    left = now;
  }
};
