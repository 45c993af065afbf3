// Everything the app serves over HTTP besides the bot's door: the API, the tab's files, and health.
import compression from 'compression';
import express, { type Router } from 'express';
import { jsonBody } from '../request-limits.ts';
import { requestRate, tooOftenWords } from '../request-rate.ts';
import type { PaperPrinter } from '../use-cases/paper-printer-port.ts';
import type { Ports, Spreadsheets } from '../use-cases/ports.ts';
import { apiRoutes } from './api-routes.ts';
import { type ConsentSettings, consentAddress, consentPage } from './consent.ts';
import { notStored, securityHeaders } from './headers.ts';
import { refusalsLogged } from './refusals-logged.ts';
import type { ListAddress } from './registers-view.ts';
import { type SignInSettings, signIn } from './sign-in.ts';
import { tabFiles } from './tab-files.ts';
import { answerTrouble, unexpected, unknownRoute } from './trouble.ts';

export type Health = {
  readonly ready: boolean;
  readonly reasons: readonly string[];
  /** This instance ticks, sends and writes; where there are several, the others accept and show. */
  readonly holdsLease?: boolean;
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

export type WebSettings = SignInSettings &
  ConsentSettings & {
    /** Origins that may frame the tab besides Microsoft's own, and that the tab may trust as host. */
    readonly frameAncestors: readonly string[];
    /** Where the built tab lies. */
    readonly tabFolder: string;
    readonly ports: Ports;
    readonly spreadsheets: Spreadsheets;
    readonly paperPrinter: PaperPrinter;
    readonly listAddress: ListAddress;
    readonly health: () => Health;
    /** Requests one person may send in a minute. */
    readonly requestsPerMinute: number;
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
  web.use(consentAddress, consentPage(settings));
  web.use('/api', apiDoor(settings));
  web.use(unexpected(settings.ports.log));
  return web;
};

const apiDoor = (settings: WebSettings): Router =>
  express
    .Router()
    .use(leaveMessages)
    .use(securityHeaders(settings.frameAncestors), notStored)
    .use(compression())
    .use(refusalsLogged(settings.ports.log))
    .use(signIn(settings))
    .use(perPerson(settings))
    // A nudge names everyone it goes to and what each was shown to owe: a thousand people are 300 kB.
    .use('/cycles', jsonBody('1mb'))
    .use(jsonBody('100kb'))
    .use(apiRoutes(settings))
    .use(unknownRoute)
    .use(unexpected(settings.ports.log));

const perPerson = ({ requestsPerMinute }: WebSettings): express.RequestHandler =>
  requestRate({
    perMinute: requestsPerMinute,
    whose: (_request, response) => String(response.locals['person']),
    refuse: (_request, response) => answerTrouble(response, 429, tooOftenWords),
  });

const leaveMessages: express.RequestHandler = (request, _response, next) =>
  next(request.path === '/messages' ? 'router' : undefined);
