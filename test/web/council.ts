// A small council on a real web server: its registers in memory, its tokens signed by keys of its own.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { openPaperPrinter } from '../../src/documents/paper-printer.ts';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { type Columns, fromPlain } from '../../src/registers/register.ts';
import { type Change, registers as declared } from '../../src/registers/registers.ts';
import type { Entry, Pending, Ports } from '../../src/use-cases/ports.ts';
import { createWeb } from '../../src/web/web.ts';
import { asPending } from '../pending.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
/** Another council's, which this one lists among those it serves. */
export const listedTenant = '33333333-3333-4333-8333-333333333333';
export const appId = '22222222-2222-4222-8222-222222222222';
const issuer = `https://login.local/${tenant}/v2.0`;

type Mutable = Record<string, Record<string, unknown>[]>;

/** Changes are laid over the rows at once and never land: there are no lists behind them. */
const replicaOf = (rows: Rows) => {
  const held: Mutable = {};
  for (const [name, each] of Object.entries(rows))
    held[name] = registersRows(name as keyof Rows, each);
  let now = registersOf(held as Rows);
  const lay = (changes: readonly Change[]) => {
    for (const change of changes) layOne(held, change);
    now = registersOf(held as Rows);
  };
  return { registers: () => now, lay, heardAt: () => Temporal.Now.instant(), takeEdits: () => [] };
};

const registersRows = (name: keyof Rows, rows: unknown): Record<string, unknown>[] =>
  [...registersOf({ [name]: rows } as Rows)[name].values()] as never;

const layOne = (held: Mutable, { register, key, set }: Change): void => {
  const columns: Columns = declared[register].columns;
  const typed = Object.entries(set).map(([name, value]) => {
    const column = columns[name];
    if (!column) throw new Error(`${register} has no column ${name}.`);
    return [name, fromPlain(column, value)];
  });
  held[register] ??= [];
  const rows = held[register];
  const at = rows.findIndex((row) => String(row['key']).toLowerCase() === key.toLowerCase());
  if (at === -1) rows.push({ key, ...Object.fromEntries(typed) });
  else rows[at] = { ...rows[at], ...Object.fromEntries(typed) };
};

const portsOf = (rows: Rows, now: string): Ports => {
  const entries = new Map<string, Entry>();
  const pendingOf = (changes: readonly Change[]): Pending[] =>
    changes.map((change, sequence) => asPending(change, sequence));
  return {
    clock: { now: () => Temporal.ZonedDateTime.from(now) },
    replica: replicaOf(rows),
    outbox: {
      accept: async (offered) =>
        offered.map((entry) => {
          const first = entries.get(entry.key);
          if (first) return { outcome: 'already' as const, first };
          entries.set(entry.key, entry);
          return { outcome: 'accepted' as const, pending: pendingOf(entry.changes) };
        }),
      find: async (key) => entries.get(key) ?? null,
      settle: async (settled) => settled.flatMap(({ changes }) => pendingOf(changes)),
    } as Partial<Ports['outbox']> as Ports['outbox'],
    lists: {} as Ports['lists'],
    messenger: {} as Ports['messenger'],
    log: { info: () => {}, fault: () => {} },
  };
};

const keyPair = await generateKeyPair('RS256');
const stranger = await generateKeyPair('RS256');
const listedKeys = await generateKeyPair('RS256');
const publishedThere = { ...(await exportJWK(listedKeys.publicKey)), kid: 'local', alg: 'RS256' };
const published = { ...(await exportJWK(keyPair.publicKey)), kid: 'local', alg: 'RS256' };

export type Claims = Record<string, unknown>;

/** A token as Entra would give the host for the tab; a test says only what is wrong with it. */
export const tokenFor = (
  oid: string,
  wrong: Claims = {},
  how: { forged?: true; expires?: string; from?: string; kid?: string; by?: 'listed tenant' } = {},
): Promise<string> => {
  const claims = { iss: issuer, aud: appId, tid: tenant, oid, scp: 'access_as_user', ...wrong };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: how.kid ?? 'local' })
    .setIssuedAt('-2h')
    .setNotBefore(how.from ?? '-2h')
    .setExpirationTime(how.expires ?? '1h')
    .sign((how.forged ? stranger : how.by ? listedKeys : keyPair).privateKey);
};

export type Council = {
  readonly address: string;
  readonly ports: Ports;
  /** Which tenants' keys were asked for. */
  readonly keysAskedOf: readonly string[];
  readonly close: () => Promise<void>;
};

export const openCouncil = async (
  rows: Rows,
  now: string,
  {
    tabFolder = 'dist/tab',
    host = 'http://localhost:3979',
    keysUrl = '',
    paperPrinter = openPaperPrinter(),
    requestsPerMinute = 900_000,
  } = {},
): Promise<Council> => {
  const app = express();
  const ports = portsOf(rows, now);
  const keysAskedOf: string[] = [];
  app.get('/keys/:tenant', (request, response) => {
    keysAskedOf.push(request.params.tenant);
    response.json({ keys: [request.params.tenant === tenant ? published : publishedThere] });
  });
  const server = await listening(createServer(app));
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  app.use(
    createWeb({
      tenants: [tenant, listedTenant],
      appId,
      audiences: [`api://localhost/${appId}`],
      adminConsentAt: `https://login.local/${tenant}/adminconsent?client_id=${appId}`,
      issuers: ['https://login.local/{tenantid}/v2.0'],
      keysUrl: keysUrl || `${address}/keys/{tenantid}`,
      frameAncestors: [host],
      tabFolder,
      ports,
      upToDate: () => Promise.resolve(),
      spreadsheets: openSpreadsheets(),
      paperPrinter,
      listAddress: () => null,
      requestsPerMinute,
      health: () => ({
        ready: true,
        reasons: [],
        replicaAgeSeconds: 0,
        outbox: { changes: 0, messages: 0 },
        units: { minute: 0, day: 0, ofMinute: 1250, ofDay: 1_200_000 },
      }),
    }),
  );
  app.post('/api/messages', (_request, response) => {
    response.status(202).end();
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address, ports, keysAskedOf, close };
};

const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, () => resolve(server)));
