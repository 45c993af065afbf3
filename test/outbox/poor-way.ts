// A poor way to a storage account: passes each request on, or does to it what it is told to.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * 'lost': not passed on. 'unheard': passed on, and the answer is lost. 'busy': answered 503 and not passed on.
 * 'late': passed on after so many milliseconds, and the answer is lost; 'slow': passed on after as many, and answered.
 */
export type Trouble =
  | 'lost'
  | 'unheard'
  | 'busy'
  | { readonly late: number }
  | { readonly slow: number };
type Asked = { readonly method: string; readonly path: string };

export type PoorWay = {
  /** In place of the account's own address. */
  readonly address: string;
  /** What befalls each request from now on; null: nothing. */
  befall(choose: (asked: Asked) => Trouble | null): void;
  /** What was asked so far. */
  readonly asked: Asked[];
  close(): Promise<void>;
};

/** A commit, and not a reading. */
export const isCommit = ({ path }: Asked): boolean => path.includes('$batch');

export const openPoorWay = async (to: string): Promise<PoorWay> => {
  const { origin, pathname } = new URL(to);
  const asked: Asked[] = [];
  let choose: (asked: Asked) => Trouble | null = () => null;
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const { method = '', url: path = '' } = incoming;
    asked.push({ method, path });
    const trouble = choose({ method, path });
    if (trouble === 'busy') return void response.writeHead(503).end();
    if (trouble === 'lost') return void incoming.socket.destroy();
    const isSlow = typeof trouble === 'object' && trouble !== null && 'slow' in trouble;
    if (typeof trouble === 'object' && trouble !== null)
      await pause('slow' in trouble ? trouble.slow : trouble.late);
    const answered = await passOn(origin, incoming, body);
    if (trouble !== null && !isSlow) return void incoming.socket.destroy();
    response.writeHead(answered.status, answered.headers).end(answered.body);
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    befall: (next) => {
      choose = next;
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const passOn = (origin: string, { method, url, headers }: IncomingMessage, body: Buffer) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>(
    (resolve, reject) => {
      const passed = request(`${origin}${url}`, { method, headers }, (answered) => {
        bodyOf(answered).then(
          (got) =>
            resolve({ status: answered.statusCode ?? 0, headers: whole(answered), body: got }),
          reject,
        );
      });
      passed.once('error', reject);
      passed.end(body);
    },
  );

/** The body is sent on in one piece. */
const whole = ({ headers }: IncomingMessage): IncomingMessage['headers'] => {
  const { 'transfer-encoding': _, connection: __, ...rest } = headers;
  return rest;
};
