// A site of local Microsoft 365 of its own for a test, and our adapter open on it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appId, sharePointAudience, tenantId } from '../../src/local/ids.ts';
import { startLocal } from '../../src/local/local.ts';
import { graphScope, tokensFor } from '../../src/sharepoint/graph/tokens.ts';
import {
  openSharePoint,
  type SharePoint,
  type SharePointSettings,
} from '../../src/sharepoint/open-sharepoint.ts';
import type { Log } from '../../src/use-cases/ports.ts';

export type LogLine = { readonly event: string; readonly facts: object };

export type LocalSite = {
  readonly url: string;
  readonly site: string;
  readonly token: () => Promise<string>;
  /** For SharePoint's own interface. */
  readonly restToken: () => Promise<string>;
  /** As the app signs in, for Graph and for SharePoint's own interface. */
  readonly asTheApp: Required<Pick<SharePointSettings, 'token' | 'restToken'>>;
  readonly logged: LogLine[];
  open(settings?: Partial<SharePointSettings>): Promise<SharePoint>;
  /** What an administrator, or another app, would do with Graph. */
  graph<Body>(method: string, path: string, body?: unknown): Promise<Body>;
  faults(request: object): Promise<void>;
  /** What local Microsoft 365 counted since it was last asked to forget. */
  counted(): Promise<{
    requests: number;
    batched: number;
    writes: number;
    units: number;
    throttled: number;
  }>;
  /** SharePoint's own interface: below /_api/web. */
  rest<Body>(method: string, below: string, body?: unknown): Promise<Body>;
  restCounted(): { requests: number; writes: number };
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
  const tokenFor = (clientId: string, scope = graphScope) =>
    tokensFor({ loginUrl: local.url, tenantId, clientId, clientSecret: 'local' })(scope);
  const restScope = `${sharePointAudience}/.default`;
  const token = tokenFor('local');
  const restToken = tokenFor('local', restScope);
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
    restToken,
    asTheApp: { token: tokenFor(appId), restToken: tokenFor(appId, restScope) },
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
    rest: async <Body>(method: string, below: string, body?: unknown) =>
      (await call(
        `${local.url}/sites/stoke-on-trent/_api/web/${below}`,
        method === 'GET' ? 'GET' : 'POST',
        body,
        { Authorization: `Bearer ${await restToken()}`, 'X-HTTP-Method': method },
      )) as Body,
    restCounted: () => ({ ...local.faults.counters.rest }),
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
