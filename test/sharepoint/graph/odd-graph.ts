// A server that answers as a test tells it to, where Graph itself never would: cut short, not JSON, sent
// elsewhere. Everything that Graph does do is asked of local Microsoft 365 instead.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type GovernorSettings, openGovernor } from '../../../src/sharepoint/graph/governor.ts';
import {
  type GraphClient,
  type GraphSettings,
  openGraph,
} from '../../../src/sharepoint/graph/graph-client.ts';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
export type OddGraph = { readonly url: string; readonly asked: readonly Asked[] };

export const openOddGraph = async (
  answer: (response: ServerResponse, asked: Asked) => unknown,
): Promise<OddGraph> => {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const one = { method, path, headers, body };
      asked.push(one);
      void answer(response, one);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

export const sayJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

/** A clock on which every wait is over at once, and has been waited: what is asked again is asked now. */
const hurriedClock = () => {
  let ahead = 0;
  return {
    now: () => performance.now() + ahead,
    wait: async (milliseconds: number) => {
      ahead += milliseconds;
    },
  };
};

/** Our client on it, in a hurry. */
export const graphOn = (
  { url }: Pick<OddGraph, 'url'>,
  settings: Partial<GraphSettings> & { readonly governor?: GovernorSettings } = {},
): GraphClient => {
  const { governor, ...others } = settings;
  const token = async () => 'a-token';
  const graph = { graphUrl: url, token, timeLimit: 2_000, ...others };
  const clock = hurriedClock();
  return openGraph(graph, openGovernor(1e6, clock, governor), clock);
};
