// Puts the app together, and nothing else: which adapter stands behind which port is decided here.
// What it is run with, and what is said when it cannot, is run-app.ts.
import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import express, { type Express } from 'express';
import { type Connector, createConnector } from '../bot/connector.ts';
import { createMessenger } from '../bot/messenger.ts';
import { createBot } from '../bot/teams-app.ts';
import { machineClock, type SettableClock, settableClock } from './clock.ts';
import type { Config } from './config.ts';
import { openSpreadsheets } from './documents/spreadsheets.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { openLog } from './log.ts';
import { openLease } from './outbox/sqlite-lease.ts';
import { openOutbox } from './outbox/sqlite-outbox.ts';
import { GraphFault } from './sharepoint/graph-fault.ts';
import { keptRegisters } from './sharepoint/kept.ts';
import { openSharePoint, type SharePoint } from './sharepoint/open-sharepoint.ts';
import { appTokens, graphScope } from './sharepoint/tokens.ts';
import type { Lease, Log, Outbox, Ports } from './use-cases/ports.ts';
import { createClockRoutes } from './web/clock-routes.ts';
import { createWeb, type Health } from './web/web.ts';

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
  const outbox = openOutbox(path.join(config.dataFolder, 'outbox.sqlite'));
  const lease = openLease(path.join(config.dataFolder, 'lease.sqlite'));
  const letGo = () => {
    lease.release();
    outbox.close();
  };
  try {
    return await serve(config, { outbox, lease, letGo });
  } catch (error) {
    letGo();
    throw error;
  }
};

type Kept = { readonly outbox: Outbox; readonly lease: Lease; readonly letGo: () => void };

const serve = async (config: Config, { outbox, lease, letGo }: Kept): Promise<App> => {
  const log = openLog((line) => process.stderr.write(`${line}\n`));
  const settable = config.local
    ? settableClock(path.join(config.dataFolder, 'clock.txt'), config.local.clockStartsAt)
    : null;
  const clock = settable ?? machineClock();
  const sharepoint = await readLists(config, log);
  const { replica, lists } = sharepoint;
  replica.lay(await outbox.pending(Number.MAX_SAFE_INTEGER));

  const connector = openConnector(config);
  const messenger = createMessenger({ connector, replica, clock });
  const ports: Ports = { clock, outbox, replica, lists, messenger, log };
  const heartbeat = startHeartbeat({
    ports,
    lease,
    refresh: (asked) => sharepoint.refresh(asked),
    beatMilliseconds: 2_000,
    refreshMilliseconds: 10_000,
  });
  const server = createServer(
    await assemble(config, { ports, connector, heartbeat, settable, missing: replica.missing }),
  );
  await listen(server, config.port).catch(async (error: unknown) => {
    await heartbeat.stop();
    throw error;
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    ports,
    beatNow: () => heartbeat.beatNow(),
    close: async () => {
      await closeServer(server);
      await heartbeat.stop();
      letGo();
    },
  };
};

/** An app that starts while Graph is away asks again for a minute before it gives up. */
const patience = 60_000;

const readLists = async (config: Config, log: Log): Promise<SharePoint> => {
  const { graphUrl, site, unitsPerMinute } = config;
  const token = tokenFor(config, graphScope);
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      const sharepoint = await openSharePoint({
        graphUrl,
        site,
        unitsPerMinute,
        token,
        log,
        kept: keptRegisters({ apart: config.personalObjectives }),
      });
      await sharepoint.load();
      return sharepoint;
    } catch (error) {
      if (!isPassing(error) || performance.now() > deadline) throw error;
      log.fault('lists not read yet', error);
      await pause(2_000);
    }
  }
};

/** Graph away or busy passes; a site that is not there, or may not be read, does not. */
const isPassing = (error: unknown): boolean =>
  error instanceof GraphFault && (error.kind === 'unreachable' || error.kind === 'throttled');

type Parts = {
  readonly ports: Ports;
  readonly connector: Connector;
  readonly heartbeat: Heartbeat;
  readonly settable: SettableClock | null;
  /** Lists that are not in the site any more. */
  readonly missing: () => readonly string[];
};

const assemble = async (
  config: Config,
  { ports, connector, heartbeat, settable, missing }: Parts,
): Promise<Express> => {
  const app = express().disable('x-powered-by');
  const { appId, tenantId, channelKeysUrl, serviceUrls } = config;
  await createBot({
    express: app,
    appId,
    tenantId,
    channelKeysUrl,
    allowedServiceUrls: serviceUrls,
    token: askForToken(config),
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
  app.use(
    createWeb({
      ...signIn,
      tenants: [tenantId],
      audiences: config.appIdUri === '' ? [] : [config.appIdUri],
      frameAncestors: config.hostOrigins,
      tabFolder: path.join(import.meta.dirname, '..', 'dist', 'tab'),
      ports,
      spreadsheets: openSpreadsheets(),
      listAddress: listAddress(config),
      health: () => healthOf(ports, { notTaken: heartbeat.notTaken(), missing: missing() }),
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

const tokenFor = ({ loginUrl, tenantId, appId, appSecret }: Config, scope: string) =>
  appTokens({ loginUrl, tenantId, clientId: appId, clientSecret: appSecret }, scope);

/** One token source a scope, each keeping its own token until it ends. */
const askForToken = (config: Config): ((scope: string) => Promise<string>) => {
  const sources = new Map<string, () => Promise<string>>();
  return (scope) => {
    const source = sources.get(scope) ?? tokenFor(config, scope);
    sources.set(scope, source);
    return source();
  };
};

const openConnector = (config: Config): Connector =>
  createConnector({
    appId: config.appId,
    tenantId: config.tenantId,
    defaultServiceUrl: config.serviceUrls[0] ?? '',
    allowedServiceUrls: config.serviceUrls,
    token: askForToken(config),
  });

/** The lists are polled every ten seconds: a minute of silence means Graph is away. */
const quietTooLong = 60;

type Standing = { readonly notTaken: number; readonly missing: readonly string[] };

const healthOf = ({ replica, outbox }: Ports, { notTaken, missing }: Standing): Health => {
  const heard = replica.heardAt();
  const age =
    heard === null ? null : Math.round(Temporal.Now.instant().since(heard).total('seconds'));
  const isQuiet = age === null || age > quietTooLong;
  return {
    ready: true,
    reasons: [
      ...(isQuiet ? ['The lists have not been heard from for over a minute.'] : []),
      ...missing.map((list) => `The list ${list} is not in the site: run golden-thread provision.`),
      ...(notTaken > 0
        ? [`${notTaken} changes wait in the Outbox that a list does not take: see the log.`]
        : []),
    ],
    replicaAgeSeconds: age,
    outbox: outbox.depth(),
  };
};

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
