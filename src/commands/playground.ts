// `npm run playground`: Microsoft's own Agents Playground on the running bot. It signs nothing, so its
// requests pass a small relay that signs them with local Microsoft 365's keys, as one chosen seat;
// the bot's door checks them like any other.
import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { seatToTry } from '../samples/councils.ts';
import type { Environment } from '../settings/environment.ts';
import { localUrlOf, playgroundPort } from './local-settings.ts';
import { readPort } from './ports-in-use.ts';
import { Unable } from './unable.ts';

type Directory = { people: { id: string; displayName: string }[] };
type Relay = {
  readonly appUrl: string;
  readonly localUrl: string;
  readonly tenantId: string;
  readonly seat: Directory['people'][number];
};

const clientPort = 56_150;
const serviceUrl = `http://localhost:${playgroundPort}/connector/`;
const playgroundService = `http://localhost:${clientPort}/_connector`;

/** Needs `npm start` running. The seat is the post named, or the one the council suggests. */
export const playground = async (args: readonly string[], env: Environment): Promise<void> => {
  const localUrl = localUrlOf({ localPort: readPort('LOCAL_PORT', env['LOCAL_PORT'], 3979) });
  const { appUrl, tenantId } = await fromLocal<{ appUrl: string; tenantId: string }>(
    `${localUrl}/local/config`,
  );
  const seat = await findSeat(localUrl, args.join(' '));
  const relay = express().disable('x-powered-by');
  relay.use(express.json({ limit: '200kb' }));
  relay.post('/api/messages', signed({ appUrl, localUrl, tenantId, seat }));
  relay.use('/connector', passedOn);
  const server = await listening(relay);
  process.stdout.write(
    `Agents Playground as ${seat.displayName}: http://localhost:${clientPort}\nType anything to see what is owed.\n`,
  );
  await runClient();
  server.close();
};

const listening = (relay: Express): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = relay.listen(playgroundPort, '127.0.0.1', (error) =>
      error
        ? reject(new Unable(`Port ${playgroundPort} is in use: is the playground running already?`))
        : resolve(server),
    );
  });

/** As Teams would send it: from the seat, in our tenant, answering to the relay, and signed. */
const signed =
  ({ appUrl, localUrl, tenantId, seat }: Relay): RequestHandler =>
  async (request, response) => {
    const activity = request.body as {
      from?: object;
      conversation?: object;
      channelData?: object;
    };
    const asTeams = {
      ...activity,
      channelId: 'msteams',
      serviceUrl,
      from: { ...activity.from, aadObjectId: seat.id, name: seat.displayName },
      conversation: { ...activity.conversation, tenantId, conversationType: 'personal' },
      channelData: { ...activity.channelData, tenant: { id: tenantId } },
    };
    const { token } = await fromLocal<{ token: string }>(`${localUrl}/local/teams/token`, {
      serviceUrl,
    });
    const answer = await fetch(`${appUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(asTeams),
    });
    await relayAnswer(answer, response);
  };

/** What the bot sends goes to the playground's own connector, without the bot's token. */
const passedOn: RequestHandler = async (request: Request, response: Response) => {
  const answer = await fetch(`${playgroundService}${request.url}`, {
    method: request.method,
    headers: { 'content-type': 'application/json' },
    ...(request.method === 'GET' ? {} : { body: JSON.stringify(request.body ?? {}) }),
  });
  await relayAnswer(answer, response);
};

const relayAnswer = async (answer: globalThis.Response, response: Response): Promise<void> => {
  const type = answer.headers.get('content-type');
  if (type !== null) response.type(type);
  response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
};

const findSeat = async (localUrl: string, post: string): Promise<Relay['seat']> => {
  const { people } = await fromLocal<Directory>(`${localUrl}/local/directory`);
  const wanted = (post === '' ? Object.values(seatToTry) : [post]).map((each) =>
    each.toLowerCase(),
  );
  const seat = people.find((each) => wanted.includes(each.displayName.toLowerCase()));
  if (seat === undefined) throw new Unable(`There is no seat called "${post}" in this council.`);
  return seat;
};

const fromLocal = async <T>(url: string, ...body: readonly object[]): Promise<T> => {
  try {
    const answer = await fetch(url, {
      method: body.length > 0 ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json' },
      ...(body.length > 0 ? { body: JSON.stringify(body[0]) } : {}),
    });
    if (answer.ok) return (await answer.json()) as T;
  } catch {
    // Said below.
  }
  throw new Unable('Local Microsoft 365 does not answer: run npm start first, in another window.');
};

const runClient = (): Promise<void> => {
  const client = path.join(
    path.dirname(
      createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'),
    ),
    'cli.js',
  );
  const child = spawn(
    process.execPath,
    [
      client,
      'start',
      '--app-endpoint',
      `http://localhost:${playgroundPort}/api/messages`,
      '--channel-id',
      'msteams',
      '--disable-telemetry',
      '--port',
      String(clientPort),
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        // It ends where it finds no desktop browser to open, and writes its log where it stands.
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_LOGFILE: path.join(os.tmpdir(), 'golden-thread-playground.log'),
      },
    },
  );
  process.once('SIGTERM', () => child.kill());
  return new Promise((resolve) => child.once('exit', () => resolve()));
};
