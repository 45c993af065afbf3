// How the app ends: no new request is taken, requests and sends in hand are finished within a limit, and the
// lease is let go as soon as nothing more is sent or written, so that the next instance takes it at once.
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { SharePoint } from '../sharepoint/open-sharepoint.ts';
import { atMost } from './at-most.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { LeaseWatch } from './watch-lease.ts';

/** Milliseconds in which what is under way may still end, when the app stops while Graph is slow. */
const graceForGraph = 1_000;

/**
 * Milliseconds for all the rest: a send that Teams takes longer over, or has the app wait for, is left as
 * begun, and whoever sends it again says that it may be repeated. Under the 30 seconds that Container Apps
 * gives a replica (https://learn.microsoft.com/azure/container-apps/application-lifecycle-management).
 */
const graceForAll = 15_000;

/** Milliseconds between two looks for connections that have nothing more to ask. */
const betweenLooks = 50;

/**
 * Milliseconds in which requests are still answered where others stand in: whatever sends them here, such as
 * the platform's ingress, is told by /health/ready and looks elsewhere meanwhile.
 */
const untilNoticed = 3_000;

export type Serving = {
  /** Other instances answer as well. */
  readonly isShared: boolean;
  readonly server: Server;
  readonly heartbeat: Pick<Heartbeat, 'stop'>;
  readonly sharepoint: Pick<SharePoint, 'close'>;
  readonly lease: Pick<LeaseWatch, 'letGo'>;
};

/** Resolves when all that was in hand has ended, or its time is over. */
export const stopServing = async ({
  isShared,
  server,
  heartbeat,
  sharepoint,
  lease,
}: Serving): Promise<void> => {
  const enough = setTimeout(() => sharepoint.close(), graceForGraph);
  const beaten = heartbeat.stop().then(() => lease.letGo());
  const answered = isShared
    ? pause(untilNoticed).then(() => closeServer(server))
    : closeServer(server);
  await atMost(graceForAll, Promise.all([answered, beaten]));
  clearTimeout(enough);
  lease.letGo();
  sharepoint.close();
  server.closeAllConnections();
};

/** Requests in hand are answered; connections that have asked for nothing are not waited for. */
const closeServer = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const looking = setInterval(() => server.closeIdleConnections(), betweenLooks);
  await closed;
  clearInterval(looking);
};
