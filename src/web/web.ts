// Everything the app serves over HTTP besides the bot's door: the API, the tab's files, and health.
import compression from 'compression';
import express, { type Router } from 'express';
import type { PaperPrinter } from '../use-cases/paper-printer-port.ts';
import type { Ports, Spreadsheets } from '../use-cases/ports.ts';
import { apiRoutes } from './api-routes.ts';
import { notStored, securityHeaders } from './headers.ts';
import type { ListAddress } from './registers-view.ts';
import { type SignInSettings, signIn } from './sign-in.ts';
import { tabFiles } from './tab-files.ts';
import { unexpected, unknownRoute } from './trouble.ts';

export type Health = {
  readonly ready: boolean;
  readonly reasons: readonly string[];
  /** Seconds since the lists were last heard from; null before the first load. */
  readonly replicaAgeSeconds: number | null;
  readonly outbox: { readonly changes: number; readonly messages: number };
  /** Graph's resource units spent in the last minute and day, of what the tenant allows. */
  readonly units: {
    readonly minute: number;
    readonly day: number;
    readonly ofMinute: number;
    readonly ofDay: number;
  };
};

export type WebSettings = SignInSettings & {
  /** Origins that may frame the tab besides Microsoft's own, and that the tab may trust as host. */
  readonly frameAncestors: readonly string[];
  /** Where the built tab lies. */
  readonly tabFolder: string;
  readonly ports: Ports;
  readonly spreadsheets: Spreadsheets;
  readonly paperPrinter: PaperPrinter;
  readonly listAddress: ListAddress;
  readonly health: () => Health;
};

/** Mount at `/`. Leaves /api/messages, and every address that is not ours, to others. */
export const createWeb = (settings: WebSettings): Router => {
  const web = express.Router();
  const headers = securityHeaders(settings.frameAncestors);
  web.get('/health', headers, notStored, (_request, response) => {
    const health = settings.health();
    response.status(health.ready ? 200 : 503).json(health);
  });
  web.use('/tab', headers, compression(), tabFiles(settings.tabFolder, settings.frameAncestors));
  web.use('/api', exceptMessages(apiDoor(settings)));
  web.use(unexpected(settings.ports.log));
  return web;
};

const apiDoor = (settings: WebSettings): Router =>
  express
    .Router()
    .use(securityHeaders(settings.frameAncestors), notStored)
    .use(compression())
    .use(signIn(settings))
    // A nudge names everyone it goes to and what each was shown to owe: a thousand people are 300 kB.
    .use('/cycles', express.json({ limit: '1mb' }))
    .use(express.json({ limit: '100kb' }))
    .use(apiRoutes(settings))
    .use(unknownRoute)
    .use(unexpected(settings.ports.log));

const exceptMessages =
  (door: Router): express.RequestHandler =>
  (request, response, next) =>
    request.path === '/messages' ? next() : door(request, response, next);
