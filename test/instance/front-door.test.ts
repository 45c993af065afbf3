// What answers on the app's port before the lists have been read, afterwards and while it stops: whether it
// lives, and whether it is to be sent requests.
import { Agent, createServer, get, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FrontDoor, openFrontDoor } from '../../src/instance/front-door.ts';
import { stopServing } from '../../src/instance/stop-serving.ts';

let door: FrontDoor;
let server: ReturnType<typeof createServer>;
let agent: Agent;
let port: number;
beforeEach(async () => {
  door = openFrontDoor();
  server = createServer(door.handle);
  agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  agent.destroy();
  server.close();
  server.closeAllConnections();
});

type Answered = {
  readonly status: number;
  readonly body: object;
  readonly message: IncomingMessage;
};
const ask = (path: string): Promise<Answered> =>
  new Promise((resolve, reject) => {
    get({ port, path, agent }, (message) => {
      let text = '';
      message.on('data', (part) => (text += part));
      message.on('end', () => {
        resolve({ status: message.statusCode ?? 0, body: JSON.parse(text) as object, message });
      });
    }).on('error', reject);
  });
const app: RequestListener = (_request, response) => response.end('{"from":"the app"}');

test('before the lists are read it lives, is not ready and answers nobody', async () => {
  expect((await ask('/health/live')).status).toBe(200);
  const notReady = { ready: false, reasons: ['The app is starting: it is reading the lists.'] };
  for (const path of ['/health/ready', '/health', '/health/ready?probe=1'])
    expect(await ask(path)).toMatchObject({ status: 503, body: notReady });
  const { status, message } = await ask('/api/messages');
  expect([status, message.headers['retry-after']]).toEqual([503, '5']);
});

test('it is ready whatever is not well, and says what', async () => {
  door.open(app, () => ['The Outbox takes nothing.']);
  const body = { ready: true, reasons: ['The Outbox takes nothing.'] };
  expect(await ask('/health/ready')).toMatchObject({ status: 200, body });
  expect((await ask('/api/me')).body).toEqual({ from: 'the app' });
});

test('while it stops it is not ready, lives, and answers what still comes, each for the last time', async () => {
  door.open(app, () => []);
  door.stop();
  const body = { ready: false, reasons: ['The app is stopping.'] };
  expect(await ask('/health/ready')).toMatchObject({ status: 503, body });
  expect((await ask('/health/live')).status).toBe(200);
  const { status, message } = await ask('/api/me');
  expect([status, message.headers.connection]).toEqual([200, 'close']);
});

test('a request in hand is answered before it ends, and the lease is let go without waiting for it', async () => {
  const happened: string[] = [];
  let answerNow = (): void => undefined;
  door.open(
    (_request, response) => {
      answerNow = () => response.end('{}');
    },
    () => [],
  );
  const asked = ask('/api/me').then(() => happened.push('answered'));
  await expect.poll(() => String(answerNow)).toContain('response');
  const stopped = stopServing({
    isShared: false,
    server,
    heartbeat: { stop: () => Promise.resolve() },
    sharepoint: { close: () => undefined },
    lease: { letGo: () => void (happened.includes('let go') || happened.push('let go')) },
  }).then(() => happened.push('stopped'));
  await expect.poll(() => happened).toEqual(['let go']);
  await expect(ask('/api/me')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  answerNow();
  await Promise.all([asked, stopped]);
  expect(happened).toEqual(['let go', 'answered', 'stopped']);
});
