// What stands before several instances, as a platform's own ingress does: it asks each whether it is ready,
// and sends each request to the next that is. One that could not be begun goes to another; one whose instance
// died over it is answered 502, for it may have been done.
import {
  Agent,
  request as ask,
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type RoundRobin = {
  readonly url: string;
  /** Requests begun with an instance that did not end them. */
  lost(): number;
  /** Of those answered: with which status, how often. */
  answered(): ReadonlyMap<number, number>;
  close(): Promise<void>;
};

/** Milliseconds between two looks at who is ready. */
const betweenLooks = 50;

/** `instances`: their addresses, as they are now. `clock`: asked in place of one of them where the clock is moved. */
export const openRoundRobin = async (
  instances: () => readonly string[],
  clock: (body: string, headers: IncomingMessage['headers']) => Promise<string>,
): Promise<RoundRobin> => {
  // A connection of its own for each: one that was used before may end for reasons of its own.
  const agent = new Agent({ keepAlive: false });
  const ready = new Set<string>();
  const answered = new Map<number, number>();
  let turn = 0;
  let lost = 0;
  const look = async (): Promise<void> => {
    const asked = instances();
    for (const each of ready) if (!asked.includes(each)) ready.delete(each);
    await Promise.all(
      asked.map(async (each) => {
        if (await isReady(each)) ready.add(each);
        else ready.delete(each);
      }),
    );
  };
  const looking = setInterval(() => void look(), betweenLooks);

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    if (request.method === 'POST' && request.url === '/local/clock') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      return void response.end(await clock(body.toString(), request.headers));
    }
    const now = [...ready];
    turn += 1;
    for (let tried = 0; tried < now.length; tried += 1) {
      const end = await through(agent, now[(turn + tried) % now.length] ?? '', { request, body });
      if (end === 'not begun') continue;
      if (end === 'lost') lost += 1;
      const { status, headers, text } = end === 'lost' ? gone : end;
      answered.set(status, (answered.get(status) ?? 0) + 1);
      response.writeHead(status, headers);
      return void response.end(text);
    }
    response.writeHead(503).end();
  };
  const server = createServer((request, response) => void pass(request, response));
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lost: () => lost,
    answered: () => answered,
    close: async () => {
      clearInterval(looking);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
};

type Ended = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: Buffer;
};
const gone: Ended = { status: 502, headers: {}, text: Buffer.alloc(0) };

const through = (
  agent: Agent,
  to: string,
  { request, body }: { readonly request: IncomingMessage; readonly body: Buffer },
): Promise<Ended | 'not begun' | 'lost'> =>
  new Promise((resolve) => {
    const { method, url, headers } = request;
    const onward = ask(`${to}${url}`, { method, headers, agent }, (answer) => {
      bodyOf(answer).then(
        (text) =>
          resolve({
            status: answer.statusCode ?? 502,
            headers: { 'Content-Type': answer.headers['content-type'] ?? 'text/plain' },
            text,
          }),
        () => resolve('lost'),
      );
    });
    onward.on('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code === 'ECONNREFUSED' ? 'not begun' : 'lost'),
    );
    onward.end(body);
  });

const bodyOf = async (from: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of from) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

const isReady = (instance: string): Promise<boolean> =>
  fetch(`${instance}/health/ready`, { signal: AbortSignal.timeout(1_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
