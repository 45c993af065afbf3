// A local Microsoft 365 of its own for each test file, with a site, a token, and a bot that can be told what to say.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { type Local, startLocal } from '../../src/local/local.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are looked into freely by tests
type Answer = { status: number; headers: Headers; body: any };

export type Given = {
  local: Local;
  folder: string;
  /** `address` is a method and a path: 'GET /local/faults'. */
  ask(address: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Graph, signed in as the app. */
  graph(address: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The connector, signed in as the bot. */
  teams(address: string, body?: unknown): Promise<Answer>;
  token(scope: string, clientId?: string): Promise<string>;
};

export const site = '/sites/localhost:/sites/stoke-on-trent:';
export const graphScope = 'https://graph.microsoft.com/.default';
export const botScope = 'https://api.botframework.com/.default';

export const owner = {
  id: '11111111-1111-4111-8111-111111111111',
  displayName: 'Head of Housing Needs',
  userPrincipalName: 'head.of.housing.needs@stoke.example',
  installed: true,
};
export const manager = {
  id: '22222222-2222-4222-8222-222222222222',
  displayName: 'Assistant Director, Housing',
  userPrincipalName: 'ad.housing@stoke.example',
  jobTitle: 'Assistant Director',
  installed: true,
  region: 'emea',
};
export const newcomer = {
  id: '33333333-3333-4333-8333-333333333333',
  displayName: 'Performance Officer',
  userPrincipalName: 'performance.officer@stoke.example',
  installed: false,
};

export async function givenLocal(appUrl = 'http://localhost:9'): Promise<Given> {
  const folder = await mkdtemp(join(tmpdir(), 'local-m365-'));
  const local = await startLocal({ port: 0, dataFolder: folder, appUrl, quiet: true });
  afterAll(async () => {
    await local.close();
    await rm(folder, { recursive: true, force: true });
  });
  const given = using(local, folder);
  await given.ask('PUT /local/sites/stoke-on-trent', { displayName: 'City of Stoke-on-Trent' });
  await given.ask('PUT /local/directory', { people: [owner, manager, newcomer] });
  return given;
}

export function using(local: Local, folder: string): Given {
  const tokens = new Map<string, Promise<string>>();
  const ask = async (address: string, body?: unknown, headers = {}) => {
    const [method = '', path = ''] = address.split(/ (.*)/s);
    const init: RequestInit = {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    return answerOf(await fetch(path.startsWith('http') ? path : local.url + path, init));
  };
  const token = async (scope: string, clientId = appId) => {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: 'local' };
    const body = new URLSearchParams({ ...form, scope });
    const url = `${local.url}/${tenantId}/oauth2/v2.0/token`;
    const answer = await answerOf(await fetch(url, { method: 'POST', body }));
    return String(answer.body.access_token);
  };
  const signedIn = async (scope: string) => {
    if (!tokens.has(scope)) tokens.set(scope, token(scope));
    return { Authorization: `Bearer ${await tokens.get(scope)}` };
  };
  return {
    local,
    folder,
    ask,
    token,
    async graph(address, body, headers) {
      const [method = '', path = ''] = address.split(/ (.*)/s);
      const url = path.startsWith('http') ? path : `/v1.0${path}`;
      return ask(`${method} ${url}`, body, { ...(await signedIn(graphScope)), ...headers });
    },
    async teams(address, body) {
      return ask(address, body, await signedIn(botScope));
    },
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}

export const register = (displayName: string, columns: object[] = []) => ({
  displayName,
  columns: [
    { name: 'Key', indexed: true, enforceUniqueValues: true, required: true, text: {} },
    ...columns,
  ],
});

export type HeardActivity = {
  path: string | undefined;
  authorization: string | undefined;
  // oxlint-disable-next-line typescript/no-explicit-any -- activities are looked into freely by tests
  activity: any;
};

/** A bot that keeps what it hears and answers as `answer` says. */
export async function givenBot() {
  const heard: HeardActivity[] = [];
  const bot = {
    heard,
    url: '',
    answer: (_activity: HeardActivity): { status: number; body?: unknown; afterMs?: number } => ({
      status: 200,
    }),
  };
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const { authorization } = request.headers;
      const one = { path: request.url, authorization, activity: text ? JSON.parse(text) : null };
      heard.push(one);
      const { status, body, afterMs = 0 } = bot.answer(one);
      setTimeout(() => {
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(body === undefined ? '' : JSON.stringify(body));
      }, afterMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  bot.url = `http://localhost:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return bot;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
