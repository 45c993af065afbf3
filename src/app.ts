// Puts the app together, and nothing else: which adapter stands behind which port is decided here.
// What it is run with, and what is said when it cannot, is run-app.ts.
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Connector, createConnector } from '../bot/connector.ts';
import { createPresses } from '../bot/last-press.ts';
import { createMessenger } from '../bot/messenger.ts';
import { machineClock, type SettableClock, settableClock } from './clock.ts';
import type { Config } from './config.ts';
import { type FrontDoor, openFrontDoor } from './instance/front-door.ts';
import { healthOf, type Standing } from './instance/health.ts';
import { type Heartbeat, startHeartbeat } from './instance/heartbeat.ts';
import { openLaying } from './instance/laying.ts';
import { type Notified, openNotified } from './instance/notified.ts';
import { openPermitted, type Permitted } from './instance/permitted.ts';
import { readLists } from './instance/read-lists.ts';
import { openRecentEdits } from './instance/recent-edits.ts';
import { stopServing } from './instance/stop-serving.ts';
import { type LeaseWatch, watchLease } from './instance/watch-lease.ts';
import { watchLists } from './instance/watch-lists.ts';
import { openLog } from './log.ts';
import { openStores, type Stores } from './open-stores.ts';
import { serverLimits } from './request-limits.ts';
import { assemble, type Tokens } from './serve-http.ts';
import { graphScope, tokensFor } from './sharepoint/graph/tokens.ts';
import type { SharePoint } from './sharepoint/open-sharepoint.ts';
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts';
import { openLayPending } from './use-cases/lay-pending.ts';
import type { Clock, Log, Ports } from './use-cases/ports.ts';
import { takeUp } from './use-cases/take-up.ts';

export type App = {
  readonly url: string;
  readonly ports: Ports;
  /** Does all that is due now and sends it. */
  beatNow(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/**
 * Listens at once, so that it can be asked whether it lives; answers all else, and resolves, once the lists
 * have been read. Rejects where a file, the port or the lists cannot be had.
 */
export const startApp = async (config: Config): Promise<App> => {
  mkdirSync(config.dataFolder, { recursive: true });
  const settable = config.local
    ? settableClock(path.join(config.dataFolder, 'clock.txt'), config.local.clockStartsAt)
    : null;
  const clock = settable ?? machineClock();
  const stores = await openStores(config, () => clock.now().toInstant());
  const door = openFrontDoor();
  const server = createServer(serverLimits, door.handle);
  try {
    await listen(server, config.port);
    return await serve(config, { stores, settable, clock, door, server });
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await stores.letGo();
    throw error;
  }
};

type Kept = {
  readonly stores: Stores;
  readonly settable: SettableClock | null;
  readonly clock: Clock;
  readonly door: FrontDoor;
  readonly server: Server;
};

const serve = async (config: Config, kept: Kept): Promise<App> => {
  const { stores, settable, clock, door, server } = kept;
  const { log, telemetry } = await openLogs(config);
  const lease = watchLease({ log }, stores.lease);
  const tokens = tokensFor(config.credentials);
  const reading = await openReading(config, { stores, lease, log, telemetry, tokens });
  const { sharepoint, laying, isShared } = reading;
  const connector = openConnector(config, tokens);
  const ports = openPorts(config, { reading, connector, clock, lease, log, telemetry });
  const notified = openNotified(config, sharepoint, log);
  const feed = config.activityFeed ? sharepoint.activityFeed(config.appId) : null;
  const roles = { of: sharepoint.groups, mapped: config.roleGroups };
  const permitted = openPermitted(ports, sharepoint.directory, { feed, roles });
  const heartbeat = startHeartbeat({
    ports,
    lease,
    refresh: (asked) => sharepoint.refresh(asked),
    ...laying.beats,
    letGo: reading.letGo,
    standBy: reading.standBy,
    subscribe: notified.keep,
    ...permitted.beats,
    beatMilliseconds: 2_000,
    refreshMilliseconds: 10_000,
  });
  const standing = () => standingOf({ heartbeat, lease, sharepoint, notified, permitted });
  const health = () => healthOf(ports, standing());
  telemetry.measure({ ports, units: sharepoint.units, health });
  const { offer } = sharepoint;
  const inHand = { ports, connector, heartbeat, settable, notified, tokens, offer };
  const { upToDate } = laying;
  const served = await assemble(config, { ...inHand, standing, telemetry, upToDate });
  await upToDate();
  // Asked for from the first moment that something can be done with it.
  lease.isHeld();
  door.open(served, () => health().reasons);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    ports,
    beatNow: () => heartbeat.beatNow(),
    close: async () => {
      door.stop();
      notified.stop();
      await stopServing({ isShared, server, heartbeat, sharepoint, lease });
      await telemetry.stop();
      await stores.letGo();
    },
  };
};

type Opened = {
  readonly lease: LeaseWatch;
  readonly log: Log;
  readonly telemetry: Telemetry;
};

type Reading = Awaited<ReturnType<typeof openReading>>;

/** The lists as they were read, with what waits laid over them, and how both are kept so. */
const openReading = async (
  config: Config,
  { stores, lease, log, telemetry, tokens }: Opened & Pick<Kept, 'stores'> & { tokens: Tokens },
) => {
  const { outbox } = stores;
  const { wire: around } = telemetry;
  const readFrom = performance.now();
  const toGraph = { token: tokens(graphScope), log, around, mayWrite: lease.isHeld };
  const sharepoint = await readLists(config, toGraph);
  const { takeEdits, standBy } = openRecentEdits(sharepoint.replica);
  const replica = { ...sharepoint.replica, takeEdits };
  const { gonePast, letGo } = await takeUp({ outbox, replica, log });
  const isShared = config.storage !== null;
  const laying = openLaying({
    outbox,
    log,
    isShared,
    pending: openLayPending(outbox, replica, gonePast),
    hearAll: () => sharepoint.refresh('all'),
    readFrom,
  });
  return { sharepoint, replica, standBy, letGo, laying, isShared };
};

type Joined = Opened & {
  readonly reading: Reading;
  readonly connector: Connector;
  readonly clock: Clock;
};

/** What the use cases are given: which adapter stands behind which port. */
const openPorts = (
  { teamsAppId }: Config,
  { reading, connector, clock, lease, log, telemetry }: Joined,
): Ports => {
  const { sharepoint, replica, laying } = reading;
  const { lists, areAway } = watchLists(telemetry.lists(sharepoint.lists));
  const presses = createPresses(() => clock.now().toInstant());
  const messenger = createMessenger({ connector, replica, clock, presses });
  return {
    clock,
    outbox: telemetry.outbox(laying.outbox),
    messenger: telemetry.messenger(messenger),
    replica,
    lists,
    presses,
    log,
    // Only whoever writes knows.
    listsAreAway: () => lease.wasHeld() && areAway(),
    ...(teamsAppId !== null && { installer: sharepoint.installer(teamsAppId) }),
    ...(sharepoint.colleagues !== null && { colleagues: sharepoint.colleagues }),
  };
};

/** Every line of the log says which trace it belongs to, where there are traces. */
const openLogs = async ({ collector }: Config): Promise<{ log: Log; telemetry: Telemetry }> => {
  let telemetry: Telemetry | null = null;
  const log = openLog(
    (line) => process.stderr.write(`${line}\n`),
    () => telemetry?.inTrace() ?? {},
  );
  telemetry = await openTelemetry({ endpoint: collector }, log);
  return { log, telemetry };
};

type Watched = {
  readonly heartbeat: Heartbeat;
  readonly lease: LeaseWatch;
  readonly sharepoint: SharePoint;
  readonly notified: Notified;
  readonly permitted: Permitted;
};

/** For /health, asked afresh each time. */
const standingOf = ({ heartbeat, lease, sharepoint, notified, permitted }: Watched): Standing => ({
  notTaken: heartbeat.notTaken(),
  leaseIsInTrouble: lease.isInTrouble(),
  holdsLease: lease.wasHeld(),
  missing: sharepoint.replica.missing(),
  wentBack: sharepoint.replica.wentBack(),
  unreadable: sharepoint.replica.faults().map(({ words }) => words),
  notifications: notified.trouble(),
  units: sharepoint.units(),
  held: [...sharepoint.reasons(), ...permitted.troubles()],
});

const openConnector = (config: Config, tokens: Tokens): Connector =>
  createConnector({
    appId: config.appId,
    tenantId: config.tenantId,
    defaultServiceUrl: config.serviceUrls[0] ?? '',
    allowedServiceUrls: config.serviceUrls,
    token: (scope) => tokens(scope)(),
  });

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
