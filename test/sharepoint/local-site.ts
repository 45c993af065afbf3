// A site of local Microsoft 365 of its own for a test, and our adapter open on it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tenantId } from '../../src/local/ids.ts';
import { startLocal } from '../../src/local/local.ts';
import { openSharePoint, type SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { appTokens } from '../../src/sharepoint/tokens.ts';
import type { Log } from '../../src/use-cases/ports.ts';

export type LogLine = { readonly event: string; readonly facts: object };

export type LocalSite = {
  readonly url: string;
  readonly site: string;
  readonly token: () => Promise<string>;
  readonly logged: LogLine[];
  open(settings?: { readonly unitsPerMinute?: number; timeLimit?: number }): Promise<SharePoint>;
  /** What an administrator, or another app, would do with Graph. */
  graph<Body>(method: string, path: string, body?: unknown): Promise<Body>;
  faults(request: object): Promise<void>;
  /** What local Microsoft 365 counted since it was last asked to forget. */
  counted(): Promise<{ requests: number; batched: number; units: number; throttled: number }>;
  close(): Promise<void>;
};

const site = 'localhost:/sites/stoke-on-trent';

export const openLocalSite = async (): Promise<LocalSite> => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'golden-thread-lists-'));
  const local = await startLocal({
    port: 0,
    dataFolder,
    appUrl: 'http://localhost:1',
    quiet: true,
  });
  const put = (below: string, body: unknown) =>
    call(`${local.url}/local/${below}`, 'PUT', body, {});
  await put('sites/stoke-on-trent', { displayName: 'Stoke-on-Trent' });
  const token = appTokens({
    loginUrl: local.url,
    tenantId,
    clientId: 'local',
    clientSecret: 'local',
  });
  const logged: LogLine[] = [];
  const log: Log = {
    info: (event, facts = {}) => logged.push({ event, facts }),
    fault: (event, _error, facts = {}) => logged.push({ event, facts }),
  };
  await put('faults', { unitsPerMinute: 1_000_000 });
  return {
    url: local.url,
    site,
    token,
    logged,
    open: (settings = {}) =>
      openSharePoint({ graphUrl: local.url, site, token, log, unitsPerMinute: 1e6, ...settings }),
    graph: async <Body>(method: string, below: string, body?: unknown) =>
      (await call(`${local.url}/v1.0${below}`, method, body, {
        Authorization: `Bearer ${await token()}`,
      })) as Body,
    faults: async (request) => {
      await put('faults', { unitsPerMinute: 1_000_000, ...request });
    },
    counted: async () => ({ ...local.faults.counters.graph }),
    close: async () => {
      await local.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

const call = async (
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<unknown> => {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return text === '' ? null : JSON.parse(text);
};
