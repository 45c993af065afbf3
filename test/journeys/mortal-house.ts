// A house whose app is a process of its own that can be killed at any moment and started again, while
// local Microsoft 365 lives on in this one as the witness.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadCouncil } from '../../src/commands/load-council.ts';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { startLocal } from '../../src/local/local.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { freePort } from '../free-port.ts';
import { type Fields, readList } from './lists-by-hand.ts';
import { ask, type Seat, seatAt } from './seat.ts';

export type MortalHouse = {
  readonly localUrl: string;
  readonly council: SampleCouncil;
  seat(person: string): Seat;
  objectIdOf(person: string): string;
  /** SIGKILL: no warning, nothing flushed. */
  kill(): Promise<void>;
  /** Started, and not waited for. */
  start(): void;
  /** Until it answers. */
  ready(): Promise<void>;
  record(): Promise<readonly Recorded[]>;
  list(name: string): Promise<readonly Fields[]>;
  /** Waits until nothing is left to send or to write. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type Recorded = { readonly kind: string; readonly personId: string; readonly card: object | null };

const main = path.join(import.meta.dirname, '..', '..', 'src', 'main.ts');
const patience = 30_000;

/** `latency`: milliseconds each request to Graph and to Teams takes. */
export const openMortalHouse = async (
  council: SampleCouncil,
  latency: { readonly graph: number; readonly teams: number },
): Promise<MortalHouse> => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-mortal-'));
  const port = await freePort();
  const appUrl = `http://localhost:${port}`;
  const local = await startLocal({
    port: 0,
    dataFolder: path.join(dataFolder, 'local'),
    appUrl,
    quiet: true,
  });
  await loadCouncil(local.url, council, () => openLocalSharePoint(local.url, council.site));
  // The tenant's allowance is another test's affair: here it would only make the test wait.
  const plenty = { unitsPerMinute: 100_000_000, latencyMs: latency };
  await ask('PUT', `${local.url}/local/faults`, plenty);
  const env = {
    ...appEnvironment({ port, localPort: local.port, dataFolder, site: council.site }),
    UNITS_PER_MINUTE: '900000',
  };
  const app = mortalProcess(env, `${appUrl}/health`);
  app.start();
  await app.ready();
  const objectIdOf = (person: string): string =>
    council.rows.people?.find((each) => each.key === person)?.objectId ?? person;
  return {
    localUrl: local.url,
    council,
    seat: (person) => seatAt(local.url, objectIdOf(person)),
    objectIdOf,
    ...app,
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

const mortalProcess = (env: Record<string, string>, health: string) => {
  let child: ChildProcess | null = null;
  let said = '';
  const start = (): void => {
    child = spawn(process.execPath, [main], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
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
  return { start, kill, ready };
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
