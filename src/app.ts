// Puts the app together, and nothing else: which adapter stands behind which port is decided here.
// What it is run with, and what is said when it cannot, is run-app.ts.
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Express } from 'express';
import { type Connector, createConnector } from '../bot/connector.ts';
import { createPresses } from '../bot/last-press.ts';
import { createMessenger } from '../bot/messenger.ts';
import { createBot } from '../bot/teams-app.ts';
import { machineClock, type SettableClock, settableClock } from './clock.ts';
import type { Config } from './config.ts';
import { openPaperPrinter } from './documents/paper-printer.ts';
import { openSpreadsheets } from './documents/spreadsheets.ts';
import { healthOf, type Standing } from './health.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { openLog } from './log.ts';
import { type Notified, openNotified } from './notified.ts';
import { openLease } from './outbox/sqlite-lease.ts';
import { openOutbox } from './outbox/sqlite-outbox.ts';
import { openPermitted, type Permitted } from './permitted.ts';
import type { Token } from './sharepoint/graph/credentials.ts';
import { GraphFault } from './sharepoint/graph/graph-fault.ts';
import { graphScope, tokensFor } from './sharepoint/graph/tokens.ts';
import { openSharePoint, type SharePoint } from './sharepoint/open-sharepoint.ts';
import { keptRegisters } from './sharepoint/rows/kept.ts';
import { openLayPending } from './use-cases/lay-pending.ts';
import type { Clock, Lease, Log, Outbox, Ports } from './use-cases/ports.ts';
import { takeUp } from './use-cases/take-up.ts';
import { watchLists } from './watch-lists.ts';
import { createClockRoutes } from './web/clock-routes.ts';
import { createWeb } from './web/web.ts';

export type App = {
  readonly url: string;
  readonly ports: Ports;
  /** Does all that is due now and sends it. */
  beatNow(): Promise<readonly string[]>;
  close(): Promise<void>;
};

/** Serves once the lists have been read. Rejects where a file, the port or the lists cannot be had. */
export const startApp = async (config: Config): Promise<App> => {
  mkdirSync(config.dataFolder, { recursive: true });
  const settable = config.local
    ? settableClock(path.join(config.dataFolder, 'clock.txt'), config.local.clockStartsAt)
    : null;
  const clock = settable ?? machineClock();
  const outbox = openOutbox(path.join(config.dataFolder, 'outbox.sqlite'), () =>
    clock.now().toInstant(),
  );
  const lease = openLease(path.join(config.dataFolder, 'lease.sqlite'));
  const letGo = () => {
    lease.release();
    outbox.close();
  };
  try {
    return await serve(config, { outbox, lease, letGo, settable, clock });
  } catch (error) {
    letGo();
    throw error;
  }
};

type Kept = {
  readonly outbox: Outbox;
  readonly lease: Lease;
  readonly letGo: () => void;
  readonly settable: SettableClock | null;
  readonly clock: Clock;
};

const serve = async (
  config: Config,
  { outbox, lease, letGo, settable, clock }: Kept,
): Promise<App> => {
  const log = openLog((line) => process.stderr.write(`${line}\n`));
  const tokens = tokensFor(config.credentials);
  const sharepoint = await readLists(config, tokens(graphScope), log);
  const { replica } = sharepoint;
  const { lists, areAway } = watchLists(sharepoint.lists);
  await takeUp({ outbox, replica, log });

  const connector = openConnector(config, tokens);
  const presses = createPresses(() => clock.now().toInstant());
  const messenger = createMessenger({ connector, replica, clock, presses });
  const adapters = { outbox, replica, lists, messenger, presses };
  const { teamsAppId } = config;
  const installs = teamsAppId === null ? {} : { installer: sharepoint.installer(teamsAppId) };
  const ports: Ports = { clock, ...adapters, log, listsAreAway: areAway, ...installs };
  const notified = openNotified(config, sharepoint, log);
  const permitted = openPermitted(ports, sharepoint.directory);
  const heartbeat = startHeartbeat({
    ports,
    lease,
    refresh: (asked) => sharepoint.refresh(asked),
    layPending: openLayPending(outbox, replica),
    subscribe: notified.keep,
    ...permitted.beats,
    beatMilliseconds: 2_000,
    refreshMilliseconds: 10_000,
  });
  const inHand = { ports, connector, heartbeat, settable, notified, tokens };
  const server = createServer(
    await assemble(config, {
      ...inHand,
      standing: () => standingOf({ heartbeat, sharepoint, notified, permitted }),
    }),
  );
  await listen(server, config.port).catch(async (error: unknown) => {
    sharepoint.close();
    await heartbeat.stop();
    throw error;
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    ports,
    beatNow: () => heartbeat.beatNow(),
    close: async () => {
      await withinGrace(sharepoint, async () => {
        await closeServer(server);
        notified.stop();
        await heartbeat.stop();
      });
      letGo();
    },
  };
};

type Watched = {
  readonly heartbeat: Heartbeat;
  readonly sharepoint: SharePoint;
  readonly notified: Notified;
  readonly permitted: Permitted;
};

/** For /health, asked afresh each time. */
const standingOf = ({ heartbeat, sharepoint, notified, permitted }: Watched): Standing => ({
  notTaken: heartbeat.notTaken(),
  leaseIsInTrouble: heartbeat.leaseIsInTrouble(),
  missing: sharepoint.replica.missing(),
  wentBack: sharepoint.replica.wentBack(),
  unreadable: sharepoint.replica.faults().map(({ words }) => words),
  notifications: notified.trouble(),
  units: sharepoint.units(),
  held: [...sharepoint.reasons(), ...permitted.troubles()],
});

/** Milliseconds in which what is under way may still end, when the app stops while Graph is slow. */
const graceForGraph = 1_000;

const withinGrace = async (sharepoint: SharePoint, stop: () => Promise<void>): Promise<void> => {
  const enough = setTimeout(() => sharepoint.close(), graceForGraph);
  await stop();
  clearTimeout(enough);
  sharepoint.close();
};

/** An app that starts while Graph is away asks again for a minute before it gives up. */
const patience = 60_000;

const readLists = async (config: Config, token: Token, log: Log): Promise<SharePoint> => {
  const { graphUrl, site, unitsPerMinute, unitsPerDay } = config;
  const unitsFile = path.join(config.dataFolder, 'units.json');
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      const sharepoint = await openSharePoint({
        graphUrl,
        site,
        unitsPerMinute,
        unitsPerDay,
        unitsFile,
        token,
        appId: config.appId,
        log,
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

type Tokens = (scope: string) => Token;

type Parts = {
  readonly tokens: Tokens;
  readonly ports: Ports;
  readonly connector: Connector;
  readonly heartbeat: Heartbeat;
  readonly settable: SettableClock | null;
  readonly notified: Notified;
  readonly standing: () => Standing;
};

const assemble = async (
  config: Config,
  { ports, connector, heartbeat, settable, notified, tokens, standing }: Parts,
): Promise<Express> => {
  const app = express().disable('x-powered-by');
  const { appId, tenantId, channelKeysUrl, serviceUrls } = config;
  await createBot({
    express: app,
    appId,
    tenantId,
    channelKeysUrl,
    allowedServiceUrls: serviceUrls,
    token: (scope) => tokens(scope)(),
    connector,
    ports,
  });
  const signIn = signInOf(config);
  if (settable !== null)
    app.use(
      createClockRoutes({
        ...signIn,
        clock: settable,
        ports,
        catchUp: () => heartbeat.beatNow(),
      }),
    );
  if (notified.routes !== null) app.use(notified.routes);
  app.use(
    createWeb({
      ...signIn,
      tenants: [tenantId],
      audiences: config.appIdUri === '' ? [] : [config.appIdUri],
      frameAncestors: config.hostOrigins,
      tabFolder: path.join(import.meta.dirname, '..', 'dist', 'tab'),
      ports,
      spreadsheets: openSpreadsheets(),
      paperPrinter: openPaperPrinter(),
      listAddress: listAddress(config),
      health: () => healthOf(ports, standing()),
    }),
  );
  return app;
};

/** In SharePoint a list is at its name; local Microsoft 365 has no page to open one in. */
const listAddress =
  ({ site, local }: Config) =>
  (list: string): string | null =>
    local ? null : `https://${site.replace(':', '')}/Lists/${encodeURIComponent(list)}`;

const signInOf = ({ appId, loginUrl, tenantId }: Config) => ({
  appId,
  issuers: [`${loginUrl}/${tenantId}/v2.0`],
  keysUrl: `${loginUrl}/${tenantId}/discovery/v2.0/keys`,
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

/** Requests in hand are answered; idle connections are not waited for. */
const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
