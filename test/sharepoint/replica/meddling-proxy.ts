// Stands between the adapter and local Microsoft 365 and changes answers on their way: for what goes wrong
// on the way and no fault of Graph's own can show.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Meddling = {
  readonly url: string;
  /** Changes the text of answers to what was asked; null is as it came. */
  meddle: ((asked: { method: string; path: string }, text: string) => string) | null;
  close(): Promise<void>;
};

export const openMeddling = async (origin: string): Promise<Meddling> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { method: request.method ?? 'GET', path: request.url ?? '/' };
      void pass(asked, { chunks, headers: request.headers as Record<string, string> }).then(
        ({ status, text, retryAfter }) => {
          response.writeHead(status, {
            'Content-Type': 'application/json',
            ...(retryAfter !== null && { 'Retry-After': retryAfter }),
          });
          response.end(text);
        },
        () => response.destroy(),
      );
    });
  });
  const pass = async (
    asked: { method: string; path: string },
    sent: { chunks: Buffer[]; headers: Record<string, string> },
  ) => {
    const { authorization = '', 'content-type': type = 'application/json' } = sent.headers;
    const ifMatch = sent.headers['if-match'];
    const answer = await fetch(origin + asked.path, {
      method: asked.method,
      headers: {
        Authorization: authorization,
        'Content-Type': type,
        ...(ifMatch !== undefined && { 'If-Match': ifMatch }),
      },
      ...(sent.chunks.length > 0 && { body: Buffer.concat(sent.chunks) }),
    });
    const text = (await answer.text()).replaceAll(origin, meddling.url);
    return {
      status: answer.status,
      text: meddling.meddle ? meddling.meddle(asked, text) : text,
      retryAfter: answer.headers.get('retry-after'),
    };
  };
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const meddling: Meddling = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    meddle: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return meddling;
};
