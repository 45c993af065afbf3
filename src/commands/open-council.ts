// A council's registers as a command of the command line has them: read from its lists, with the Outbox
// of DATA_DIR, so that what a command does is accepted, journalled and written behind like all else.
// Commands send nothing: messages are the running app's.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { machineClock, settableClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openLog } from '../log.ts';
import { openLease } from '../outbox/sqlite-lease.ts';
import { openOutbox } from '../outbox/sqlite-outbox.ts';
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
import type { Lease, Outbox, Ports } from '../use-cases/ports.ts';
import { commandSettings } from './command-settings.ts';
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

type Environment = Readonly<Record<string, string | undefined>>;

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
  const settings = { graphUrl, site, ...units, token, appId, log, kept };
  const sharepoint = await readLists(settings, config);
  const outbox = openOutbox(path.join(dataFolder, 'outbox.sqlite'));
  const lease = openLease(path.join(dataFolder, 'lease.sqlite'));
  const { replica, lists } = sharepoint;
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
    land: (progress = () => undefined) => telling(outbox, progress)(landOrWait(ports, lease)),
    close: async () => {
      sharepoint.close();
      lease.release();
      outbox.close();
      await Promise.resolve();
    },
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

/** While the running app holds the lease it writes; should it stop, this process takes over. */
const landOrWait = async (
  ports: Pick<Ports, 'outbox' | 'lists' | 'log' | 'replica' | 'clock'>,
  lease: Lease,
): Promise<void> => {
  const { outbox } = ports;
  let left = outbox.depth().changes;
  let movedAt = performance.now();
  while (left > 0 && performance.now() - movedAt < patience) {
    if (lease.hold()) {
      await landChanges(ports, () => false);
      return;
    }
    await pause(lookEvery);
    const now = outbox.depth().changes;
    if (now < left) movedAt = performance.now();
    left = now;
  }
};
