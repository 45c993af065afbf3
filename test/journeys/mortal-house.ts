// A house whose app is a process of its own that can be killed at any moment and started again, while
// local Microsoft 365 lives on in this one as the witness.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { startLocal } from '../../src/local/local.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { freePort } from '../free-port.ts';
import { loadedFolder } from '../stock.ts';
import { type Fields, readList } from './lists-by-hand.ts';
import { ask, type Seat, seatAt } from './seat.ts';
import { troubleAt } from './trouble.ts';

export type MortalHouse = {
  readonly localUrl: string;
  readonly appUrl: string;
  /** What the app keeps, with the Outbox among it. */
  readonly dataFolder: string;
  readonly council: SampleCouncil;
  seat(person: string): Seat;
  objectIdOf(person: string): string;
  /** SIGKILL: no warning, nothing flushed. */
  kill(): Promise<void>;
  /** Started, and not waited for. */
  start(): void;
  /** Until it answers. */
  ready(): Promise<void>;
  /** Until it ends by itself: its exit code, and all it said last. */
  ended(): Promise<{ readonly code: number | null; readonly said: string }>;
  pid(): number;
  /** What it has said so far; the last of it, where that is much. */
  said(): string;
  health(): Promise<Health>;
  /** To a date and time in the council's zone; answers what happened. */
  moveClockTo(moment: string): Promise<readonly string[]>;
  tabToken(person: string): Promise<string>;
  /** Trouble at local Microsoft 365, in place of what there was, its latency included. */
  trouble(faults?: object): Promise<void>;
  record(): Promise<readonly Recorded[]>;
  list(name: string): Promise<readonly Fields[]>;
  /** Waits until nothing is left to send or to write. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Health = {
  readonly ready: boolean;
  readonly reasons: readonly string[];
  readonly outbox: { readonly changes: number; readonly messages: number };
};

type Recorded = { readonly kind: string; readonly personId: string; readonly card: object | null };

const main = path.join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const patience = 60_000;

/** `latency`: milliseconds each request to Graph and to Teams takes. */
export const openMortalHouse = async (
  council: SampleCouncil,
  latency: { readonly graph: number; readonly teams: number },
): Promise<MortalHouse> => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-mortal-'));
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  const localFolder = path.join(dataFolder, 'local');
  await loadedFolder(council, localFolder);
  const local = await startLocal({ port: 0, dataFolder: localFolder, appUrl, quiet: true });
  const trouble = troubleAt(local.url);
  await trouble({ latencyMs: latency });
  const env: Readonly<Record<string, string>> = {
    ...appEnvironment({ port, localPort: local.port, dataFolder, site: council.site }),
    UNITS_PER_MINUTE: '900000',
    REQUESTS_PER_MINUTE: '900000',
  };
  const app = mortalProcess(env, `${appUrl}/health`);
  app.start();
  await app.ready();
  const objectIdOf = (person: string): string =>
    council.rows.people?.find((each) => each.key === person)?.objectId ?? person;
  return {
    localUrl: local.url,
    appUrl,
    dataFolder: env['DATA_DIR'] ?? '',
    council,
    seat: (person) => seatAt(local.url, objectIdOf(person)),
    objectIdOf,
    ...app,
    health: async () => (await (await fetch(`${appUrl}/health`)).json()) as Health,
    moveClockTo: async (to) => {
      const moved = await ask('POST', `${local.url}/local/clock`, { to });
      return (moved as { happened: string[] }).happened;
    },
    tabToken: async (person) => {
      const asked = { personId: objectIdOf(person), overrides: {} };
      const given = await ask('POST', `${local.url}/local/sign-in/token`, asked);
      return (given as { token: string }).token;
    },
    trouble,
    record: async () => (await ask('GET', `${local.url}/local/teams/record`)) as Recorded[],
    list: (name) => readList({ localUrl: local.url, site: council.site, list: name }),
    settled: () => untilSettled(`${appUrl}/health`),
    close: async () => {
      await app.kill();
      await local.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};

export const mortalProcess = (env: Readonly<Record<string, string>>, health: string) => {
  let child: ChildProcess | null = null;
  let said = '';
  const start = (): void => {
    child = spawn(process.execPath, [main], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-20_000);
    });
  };
  const kill = async (): Promise<void> => {
    const dying = child;
    if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
  };
  const ready = async (): Promise<void> => {
    const end = performance.now() + patience;
    while (!(await answers(health))) {
      if (child !== null && child.exitCode !== null)
        throw new Error(`The app gave up starting: ${said}`);
      if (performance.now() > end) throw new Error(`The app did not come back: ${said}`);
      await pause(25);
    }
  };
  const signal = (name: NodeJS.Signals): void => void child?.kill(name);
  const ended = async () => {
    const ending = child;
    if (ending !== null && ending.exitCode === null && ending.signalCode === null)
      await new Promise((resolve) => ending.once('close', resolve));
    return { code: ending?.exitCode ?? null, said };
  };
  return { start, kill, signal, ready, ended, pid: () => child?.pid ?? 0, said: () => said };
};

const untilSettled = async (health: string): Promise<void> => {
  const end = performance.now() + patience;
  for (;;) {
    const { outbox } = (await ask('GET', health)) as {
      outbox: { changes: number; messages: number };
    };
    if (outbox.changes === 0 && outbox.messages === 0) return;
    if (performance.now() > end) throw new Error(`Still in the Outbox: ${JSON.stringify(outbox)}.`);
    await pause(25);
  }
};

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
