// Puts local Microsoft 365 together on one port: sign-in, Graph, the Teams connector, control, the page.
// Binds to this machine only. What each part does is decided in its folder.
import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { adminRoutes } from './admin/admin-routes.ts';
import { beginEmpty } from './admin/tenant.ts';
import { controlRoutes } from './control/control-routes.ts';
import { pageRoutes } from './control/page-routes.ts';
import { Events } from './events.ts';
import { Faults } from './faults/faults.ts';
import { betaDoor, graphDoor } from './graph/graph-door.ts';
import { ListShelf } from './graph/list-shelf.ts';
import { Notices } from './graph/notify.ts';
import { ResourceUnits } from './graph/resource-units.ts';
import type { Machine } from './machine.ts';
import { openKeySets } from './sign-in/key-sets.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { restDoor } from './site-rest/rest-door.ts';
import { Store } from './store.ts';
import { ConnectorLimits } from './teams/connector-limits.ts';
import { connectorRoutes } from './teams/connector-routes.ts';
import { CouncilTime } from './teams/council-time.ts';

export type LocalOptions = {
  /** 0 takes any free port. */
  port: number;
  dataFolder: string;
  /** Where the app listens: activities go to `{appUrl}/api/messages`. */
  appUrl: string;
  quiet?: boolean;
  /** A tenant with people in it, and nothing of Golden Thread's until an administrator makes it. */
  empty?: boolean;
};

export type Local = { url: string; port: number; faults: Faults; close(): Promise<void> };

/** Starts a stand-in of its own; several may run in one process. Rejects with EADDRINUSE on a taken port. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  await mkdir(options.dataFolder, { recursive: true });
  const keys = await openKeySets(options.dataFolder);
  const servers = await listen(options.port);
  const port = (servers[0].address() as AddressInfo).port;
  const origin = `http://localhost:${port}`;
  const store = new Store(join(options.dataFolder, 'microsoft-365.sqlite'));
  if (options.empty) beginEmpty(store);
  const events = new Events();
  const faults = new Faults();
  const appUrl = options.appUrl.replace(/\/+$/, '');
  const councilTime = new CouncilTime(store, events);
  const notices = new Notices(store, faults);
  const app = assemble({ origin, appUrl, store, keys, faults, events, councilTime }, notices);
  for (const server of servers) server.on('request', app);
  notices.look();
  if (!options.quiet) process.stdout.write(`Local Microsoft 365 is ready at ${origin}\n`);
  return {
    url: origin,
    port,
    faults,
    async close() {
      events.close();
      await notices.close();
      await Promise.all(servers.map(closeServer));
      store.close();
    },
  };
}

function assemble(machine: Machine, notices: Notices): Express {
  const lists = new ListShelf(machine.store);
  const units = new ResourceUnits(machine.faults);
  const limits = new ConnectorLimits();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(notices.watch);
  app.use('/v1.0', graphDoor({ machine, lists, units }));
  app.use('/beta', betaDoor({ machine, lists, units }));
  app.use('/sites', restDoor({ machine, lists, units }));
  app.use('/local', controlRoutes(machine, { lists, units, limits }));
  app.use('/admin', adminRoutes(machine));
  app.use('/emea/v3', connectorRoutes(machine, limits, 'emea'));
  app.use('/v3', connectorRoutes(machine, limits, null));
  app.use(signInRoutes(machine));
  app.use(pageRoutes(machine));
  return app;
}

/** 127.0.0.1 always; ::1 as well where the machine has it, since 'localhost' may mean either. */
async function listen(port: number): Promise<[Server, ...Server[]]> {
  const first = await listenOn('127.0.0.1', port);
  const taken = (first.address() as AddressInfo).port;
  try {
    return [first, await listenOn('::1', taken)];
  } catch (fault) {
    const isTaken = (fault as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!isTaken || port === 0) return [first];
    await closeServer(first);
    throw fault;
  }
}

function listenOn(host: string, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000 });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
