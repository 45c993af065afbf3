// The lists of the council's site, read once before anything is served: waited for while Graph is away or
// busy, given up where the site cannot be had.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { Token } from '../sharepoint/graph/credentials.ts';
import { GraphFault } from '../sharepoint/graph/graph-fault.ts';
import { openOnBehalfOf } from '../sharepoint/graph/on-behalf-of.ts';
import {
  openSharePoint,
  type SharePoint,
  type SharePointSettings,
} from '../sharepoint/open-sharepoint.ts';
import { keptRegisters } from '../sharepoint/rows/kept.ts';
import type { Log } from '../use-cases/ports.ts';

/** An app that starts while Graph is away asks again for a minute before it gives up. */
const patience = 60_000;

type Asking = { readonly token: Token; readonly log: Log } & Pick<
  SharePointSettings,
  'around' | 'mayWrite'
>;

/** Rejects with what the last try met: at once where waiting would not help. */
export const readLists = async (config: Config, asking: Asking): Promise<SharePoint> => {
  const { log } = asking;
  const { graphUrl, site, unitsPerMinute, unitsPerDay } = config;
  const unitsFile = path.join(config.dataFolder, 'units.json');
  const onBehalfOf = openOnBehalfOf(config.credentials, log);
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      const sharepoint = await openSharePoint({
        graphUrl,
        site,
        unitsPerMinute,
        unitsPerDay,
        unitsFile,
        ...asking,
        appId: config.appId,
        onBehalfOf,
        writeAsPerson: config.writeAsPerson,
        kept: keptRegisters({ apart: config.personalObjectives }),
      });
      await sharepoint.load();
      return sharepoint;
    } catch (error) {
      if (!isPassing(error) || performance.now() > deadline) throw error;
      log.fault('lists not read yet', error);
      await pause(Math.max(2_000, 1000 * (error.retryAfter ?? 0)));
    }
  }
};

/** Graph away or busy passes; a site that is not there, or may not be read, does not. */
const isPassing = (error: unknown): error is GraphFault =>
  error instanceof GraphFault && (error.kind === 'unreachable' || error.kind === 'throttled');
