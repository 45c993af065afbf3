// A bot connector that answers from a script, over real HTTP: for faults local Microsoft 365 does
// not make, and for counting what was really asked of it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: Record<string, unknown>;
  readonly at: number;
};
export type Answer =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'dropped'
  | 'silent';

export const openScriptedConnector = async () => {
  let script: (asked: Asked, before: number) => Answer = () => ({ status: 201, body: { id: 'm' } });
  const asked: Asked[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      token: request.headers.authorization ?? '',
      body: JSON.parse(Buffer.concat(parts).toString() || '{}'),
      at: performance.now(),
    };
    asked.push(one);
    const said = script(one, asked.filter((each) => each.path === one.path).length - 1);
    if (said === 'silent') return;
    if (said === 'dropped') return void request.socket.destroy();
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
    response.end(JSON.stringify(said.body ?? {}));
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    answers(next: typeof script) {
      asked.length = 0;
      script = next;
    },
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
};
