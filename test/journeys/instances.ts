// One council served by several instances behind a round-robin, each a process of its own with a folder of its
// own, over stores they share; local Microsoft 365 lives on in this process as the witness.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { startLocal } from '../../src/local/local.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { freePort } from '../free-port.ts';
import { loadedFolder } from '../stock.ts';
import { readList } from './lists-by-hand.ts';
import { mortalProcess, pause } from './mortal-house.ts';
import { openRoundRobin, type RoundRobin } from './round-robin.ts';
import { ask, seatAt } from './seat.ts';
import type { Enduring } from './through-all.ts';
import { troubleAt } from './trouble.ts';

export type Instance = ReturnType<typeof mortalProcess> & {
  readonly url: string;
  readonly folder: string;
  /** It was started and is neither killed nor told to stop. */
  isUp: boolean;
};

export type Instances = Enduring & {
  readonly localUrl: string;
  readonly roundRobin: RoundRobin;
  /** Those that are up. */
  up(): readonly Instance[];
  /** Starts one more, and resolves when it is ready. */
  add(): Promise<Instance>;
  start(): Promise<Instance>;
  /** That which ticks, sends and writes; waits until there is one. */
  holder(): Promise<Instance>;
  others(than: Instance): readonly Instance[];
  /** SIGKILL. */
  kill(which: Instance): Promise<void>;
  /** SIGTERM, and waits until it has ended by itself. */
  stop(which: Instance): Promise<void>;
  moveClockTo(moment: string): Promise<void>;
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** Where the stores are; nothing: in one folder that all instances share. */
export type Stores = Readonly<Record<string, string>>;

type Begun = {
  readonly council: SampleCouncil;
  readonly latency: { readonly graph: number; readonly teams: number };
  readonly stores: Stores | null;
};

export const openInstances = async ({ council, latency, stores }: Begun): Promise<Instances> => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-instances-'));
  const all: Instance[] = [];
  const up = () => all.filter((each) => each.isUp);
  let moment: string | null = null;
  const roundRobin = await openRoundRobin(
    () => up().map(({ url }) => url),
    async (body, headers) => {
      moment = (JSON.parse(body) as { to: string }).to;
      const authorization = headers.authorization ?? '';
      const moved = await Promise.all(up().map((each) => moveOne(each, body, authorization)));
      return moved.find((each) => each !== null) ?? '{}';
    },
  );
  const localFolder = path.join(dataFolder, 'local');
  await loadedFolder(council, localFolder);
  const appUrl = roundRobin.url;
  const local = await startLocal({ port: 0, dataFolder: localFolder, appUrl, quiet: true });
  await troubleAt(local.url)({ latencyMs: latency });

  const start = async (): Promise<Instance> => {
    const port = await freePort();
    const folder = path.join(dataFolder, stores === null ? 'app' : `app-${all.length + 1}`);
    mkdirSync(folder, { recursive: true });
    if (moment !== null) writeFileSync(path.join(folder, 'clock.txt'), inLondon(moment));
    const env = {
      ...appEnvironment({ port, localPort: local.port, dataFolder, site: council.site }),
      UNITS_PER_MINUTE: '900000',
      REQUESTS_PER_MINUTE: '900000',
      NOTIFICATION_URL: '',
      ...stores,
      DATA_DIR: folder,
    };
    const url = `http://localhost:${port}`;
    const app = mortalProcess(env, `${url}/health/ready`);
    app.start();
    const instance = { ...app, url, folder, isUp: true };
    all.push(instance);
    return instance;
  };
  const holder = async (): Promise<Instance> => {
    for (const end = performance.now() + 60_000; performance.now() < end; await pause(50))
      for (const each of up()) if (await isHolder(each)) return each;
    throw new Error(`Nobody took the lease: ${up().map((each) => each.said().slice(-2_000))}`);
  };
  const objectIdOf = (person: string): string =>
    council.rows.people?.find((each) => each.key === person)?.objectId ?? person;
  return {
    council,
    localUrl: local.url,
    roundRobin,
    up,
    start,
    add: async () => {
      const instance = await start();
      await instance.ready();
      return instance;
    },
    holder,
    others: (than) => up().filter((each) => each !== than),
    kill: async (which) => {
      which.isUp = false;
      await which.kill();
    },
    stop: async (which) => {
      which.signal('SIGTERM');
      which.isUp = false;
      const { code, said } = await which.ended();
      if (code !== 0) throw new Error(`It ended with ${code}: ${said.slice(-2_000)}`);
    },
    seat: (person) => seatAt(local.url, objectIdOf(person)),
    objectIdOf,
    moveClockTo: async (to) => void (await ask('POST', `${local.url}/local/clock`, { to })),
    record: async () => (await ask('GET', `${local.url}/local/teams/record`)) as never,
    list: (name) => readList({ localUrl: local.url, site: council.site, list: name }),
    settled: () => untilSettled(up),
    close: async () => {
      await Promise.all(all.map((each) => each.kill()));
      await roundRobin.close();
      await local.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

type Health = {
  readonly holdsLease: boolean;
  readonly outbox: { readonly changes: number; readonly messages: number };
};

const healthOf = (instance: Instance): Promise<Health | null> =>
  fetch(`${instance.url}/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.json() as Promise<Health>,
    () => null,
  );

const isHolder = async (instance: Instance): Promise<boolean> =>
  (await healthOf(instance))?.holdsLease === true;

/** What fell due is sent before it is answered; null where the instance died over it. */
const moveOne = async (
  { url }: Instance,
  body: string,
  authorization: string,
): Promise<string | null> => {
  const headers = { 'content-type': 'application/json', authorization };
  try {
    const answer = await fetch(`${url}/local/clock`, { method: 'POST', headers, body });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
};

const inLondon = (moment: string): string =>
  Temporal.PlainDateTime.from(moment).toZonedDateTime('Europe/London').toString();

/** Nothing waits in the Outbox, as each of them knows it. */
const untilSettled = async (up: () => readonly Instance[]): Promise<void> => {
  for (const end = performance.now() + 90_000; performance.now() < end; await pause(50)) {
    const known = await Promise.all(up().map(healthOf));
    const isEmpty = (each: Health | null) =>
      each?.outbox.changes === 0 && each.outbox.messages === 0;
    if (known.length > 0 && known.every(isEmpty)) return;
  }
  throw new Error(`Something still waits: ${up().map((each) => each.said().slice(-2_000))}`);
};
