// Somebody who is told of changes: shakes hands as Graph asks, keeps what it hears, answers as it is told to.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

// oxlint-disable-next-line typescript/no-explicit-any -- notifications are looked into freely by tests
type Heard = { at: number; notice: any };

export type Listener = {
  readonly url: string;
  readonly heard: Heard[];
  readonly handshakes: string[];
  /** How the handshake is answered, where not as it should be. */
  handshake: ((token: string) => { status: number; type: string; text: string }) | null;
  /** The status a notification is answered with. */
  status: number;
  /** Waits until so many were heard; throws after the seconds allowed. */
  until(many: number, seconds?: number): Promise<Heard[]>;
};

export async function givenListener(): Promise<Listener> {
  const server = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get(
      'validationToken',
    );
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      if (token === null) {
        listener.heard.push({ at: Date.now(), notice: JSON.parse(text).value[0] });
        response.writeHead(listener.status).end();
        return;
      }
      listener.handshakes.push(token);
      const usual = { status: 200, type: 'text/plain; charset=utf-8', text: token };
      const answer = listener.handshake?.(token) ?? usual;
      response.writeHead(answer.status, { 'Content-Type': answer.type }).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const listener: Listener = {
    url: `http://localhost:${(server.address() as AddressInfo).port}/notifications`,
    heard: [],
    handshakes: [],
    handshake: null,
    status: 202,
    async until(many, seconds = 8) {
      const end = Date.now() + seconds * 1000;
      while (listener.heard.length < many) {
        if (Date.now() > end) throw new Error(`heard ${listener.heard.length}, not ${many}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return listener.heard;
    },
  };
  return listener;
}
