// The one door to Graph: who it says it is, and whom it gives a token to.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openGovernor } from '../../src/sharepoint/governor.ts';
import { openGraph } from '../../src/sharepoint/graph-client.ts';
import { machineClock } from '../../src/sharepoint/machine-clock.ts';
import { appTokens } from '../../src/sharepoint/tokens.ts';
import { type LocalSite, openLocalSite } from './local-site.ts';

const open = (graphUrl: string) =>
  openGraph(
    { graphUrl, token: async () => 'a-token', timeLimit: 1_000 },
    openGovernor(1250, machineClock),
    machineClock,
  );

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

test('every call carries the token and says which app it is', async () => {
  let headers: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    headers = request.headers;
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  await open(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).read('/sites/x', 1);
  expect(headers.authorization).toBe('Bearer a-token');
  expect(headers['user-agent']).toBe('NONISV|GoldenThread|GoldenThread/0.1');
});

test('a token goes over https, or stays on this machine', () => {
  expect(() => open('http://graph.example.org')).toThrow('must be https');
  expect(() => open('http://127.0.0.1.example.org')).toThrow('must be https');
  expect(() => open('https://graph.microsoft.com')).not.toThrow();
});

test('a link to another host is not followed', () => {
  const graph = open('https://graph.microsoft.com');
  expect(graph.pathOf('https://graph.microsoft.com/v1.0/sites/x/lists?$skiptoken=a%20b')).toBe(
    '/sites/x/lists?$skiptoken=a%20b',
  );
  for (const link of [
    'https://graph.example.org/v1.0/sites/x',
    'https://graph.microsoft.com/beta/sites/x',
    'http://localhost/v1.0/sites/x',
  ]) {
    expect(() => graph.pathOf(link)).toThrow('not Graph');
  }
});

const localSite = async (): Promise<LocalSite> => {
  const local = await openLocalSite();
  closing.push(local.close);
  return local;
};

test('a token is asked for once and kept, however many calls need it at once', async () => {
  const local = await localSite();
  const fresh = appTokens({
    loginUrl: local.url,
    tenantId: '7a1c0b52-5f7e-4c0a-9d3b-2e64b8f0a101',
    clientId: 'local',
    clientSecret: 'local',
  });
  const tokens = await Promise.all([fresh(), fresh(), fresh()]);
  expect(new Set([...tokens, await fresh()]).size).toBe(1);
});

test('a wrong secret is a refusal, not an outage', async () => {
  const local = await localSite();
  const wrong = appTokens({
    loginUrl: local.url,
    tenantId: '7a1c0b52-5f7e-4c0a-9d3b-2e64b8f0a101',
    clientId: 'local',
    clientSecret: 'wrong',
  });
  await expect(wrong()).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(wrong()).rejects.toThrow('The app could not sign in');
});
