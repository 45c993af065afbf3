// What is served over HTTP, put together: the bot's door, the tab's API and files, the clock and Graph's
// notices.
import path from 'node:path';
import express, { type Express } from 'express';
import type { Connector } from '../bot/connector.ts';
import { createBot } from '../bot/teams-app.ts';
import type { SettableClock } from './clock.ts';
import type { Config } from './config.ts';
import { openPaperPrinter } from './documents/paper-printer.ts';
import { openSpreadsheets } from './documents/spreadsheets.ts';
import { healthOf, type Standing } from './instance/health.ts';
import type { Heartbeat } from './instance/heartbeat.ts';
import type { Notified } from './instance/notified.ts';
import { type BodyTime, expectBodies, readOrPost } from './request-limits.ts';
import type { Token } from './sharepoint/graph/credentials.ts';
import type { Telemetry } from './telemetry/telemetry.ts';
import type { SignedIn } from './use-cases/accounts-port.ts';
import type { Ports } from './use-cases/ports.ts';
import { createClockRoutes } from './web/clock-routes.ts';
import { adminConsentAddress, consentPageOf } from './web/consent.ts';
import { securityHeaders } from './web/headers.ts';
import { unexpected, unknownRoute } from './web/trouble.ts';
import { createWeb } from './web/web.ts';

export type Tokens = (scope: string) => Token;

type Parts = {
  readonly tokens: Tokens;
  readonly ports: Ports;
  readonly connector: Connector;
  readonly heartbeat: Heartbeat;
  readonly settable: SettableClock | null;
  readonly notified: Notified;
  readonly standing: () => Standing;
  /** Told of whoever is about to save something, where people write as themselves. */
  readonly offer: (as: SignedIn) => void;
  readonly telemetry: Telemetry;
  /** Resolves once what other instances accepted by now is seen here: before anybody whose token holds is answered. */
  readonly upToDate: () => Promise<void>;
};

/** The bot, the API, Graph’s notices and the pages, each behind its own checks; not yet listening. */
export const assemble = async (config: Config & BodyTime, parts: Parts): Promise<Express> => {
  const { ports, connector, heartbeat, settable, notified, tokens, standing, offer } = parts;
  const { telemetry, upToDate } = parts;
  const app = express().disable('x-powered-by').use(telemetry.requests);
  app.use(readOrPost, securityHeaders(config.hostOrigins));
  const { appId, tenantId, channelKeysUrl, serviceUrls } = config;
  if (config.secondsForBody !== undefined) expectBodies(app, config.secondsForBody);
  const tenants = config.tenants.map((each) => each.toLowerCase());
  await createBot({
    express: app,
    appId,
    tenantId,
    tenants,
    channelKeysUrl,
    allowedServiceUrls: serviceUrls,
    requestsPerMinute: config.requestsPerMinute,
    token: (scope) => tokens(scope)(),
    connector,
    ports,
    upToDate,
  });
  if (settable !== null)
    app.use(
      createClockRoutes({
        ...signInOf(config, tenantId),
        clock: settable,
        ports,
        catchUp: () => heartbeat.beatNow(),
      }),
    );
  if (notified.routes !== null) app.use(notified.routes);
  app.use(
    createWeb({
      ...tabSignInOf(config, tenants),
      offer,
      upToDate,
      frameAncestors: config.hostOrigins,
      tabFolder: path.join(import.meta.dirname, '..', 'dist', 'tab'),
      ports,
      spreadsheets: openSpreadsheets(),
      paperPrinter: openPaperPrinter(),
      listAddress: listAddress(config),
      health: () => healthOf(ports, standing()),
      requestsPerMinute: config.requestsPerMinute,
    }),
  );
  app.use(unknownRoute, unexpected(ports.log));
  return app;
};

/** In SharePoint a list is at its name; local Microsoft 365 has no page to open one in. */
const listAddress =
  ({ site, local }: Config) =>
  (list: string): string | null =>
    local ? null : `https://${site.replace(':', '')}/Lists/${encodeURIComponent(list)}`;

/** Entra's name for whichever tenant the administrator is of. */
const everyTenant = 'organizations';

/** Whom the tab lets in, and where what it asks for is agreed to. */
const tabSignInOf = (config: Config, tenants: readonly string[]) => ({
  ...signInOf(config, '{tenantid}'),
  tenants,
  audiences: config.appIdUri === '' ? [] : [config.appIdUri],
  adminConsentAt: adminConsentAddress({
    ...config,
    tenantId: tenants.length > 1 ? everyTenant : config.tenantId,
    backTo: consentPageOf(config.appIdUri),
  }),
});

const signInOf = ({ appId, loginUrl }: Config, tenant: string) => ({
  appId,
  issuers: [`${loginUrl}/${tenant}/v2.0`],
  keysUrl: `${loginUrl}/${tenant}/discovery/v2.0/keys`,
});
