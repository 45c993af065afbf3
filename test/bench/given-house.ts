// A house to measure in: local Microsoft 365 and the app as two processes of their own, in a folder
// of their own, so that neither shares an event loop with the other or with what measures them.
// Both end, and the folder goes, with this process, however it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nodeFlags } from '../../src/commands/child.ts';
import {
  appEnvironment,
  type LocalSettings,
  localEnvironment,
} from '../../src/commands/local-settings.ts';
import type { FaultRequest } from '../../src/local/faults/fault-settings.ts';
import type { Faults } from '../../src/local/faults/faults.ts';
import { freePort } from '../free-port.ts';
import { ask } from '../journeys/seat.ts';

export type RunningApp = {
  readonly pid: number;
  /** From the start of the process until /health answered that it is ready. */
  readonly readyAfter: number;
  /** Lines of its log that tell of a fault. */
  faults(): readonly string[];
  stop(): Promise<void>;
};

export type Depth = { readonly changes: number; readonly messages: number };

export type House = {
  readonly localUrl: string;
  readonly appUrl: string;
  readonly site: string;
  startApp(): Promise<RunningApp>;
  /** What waits in the app's Outbox. */
  depth(): Promise<Depth>;
  /** Trouble from local Microsoft 365 from now on, with its counters at nought. */
  trouble(faults: FaultRequest): Promise<void>;
  counters(): Promise<Faults['counters']>;
  /** What moves the council's clock, and resolves once all that fell due is done and sent. */
  clockMover(): Promise<(to: string) => Promise<void>>;
  /** Ends whatever of it still runs. */
  close(): Promise<void>;
};

const projectFolder = path.join(import.meta.dirname, '..', '..');

export const openHouse = async (site: string): Promise<House> => {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-bench-'));
  const sweep = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', sweep);
  const settings = { port: await freePort(), localPort: await freePort(), dataFolder, site };
  const localUrl = `http://localhost:${settings.localPort}`;
  const appUrl = `http://localhost:${settings.port}`;
  const local = await run({
    file: 'src/local/main.ts',
    env: localEnvironment(settings),
    readyAt: `${localUrl}/local/config`,
  });
  const apps: RunningApp[] = [];
  return {
    localUrl,
    appUrl,
    site,
    startApp: async () => {
      const app = await runApp(settings, appUrl);
      apps.push(app);
      return app;
    },
    depth: async () => ((await ask('GET', `${appUrl}/health`)) as { outbox: Depth }).outbox,
    trouble: async (faults) => {
      await ask('DELETE', `${localUrl}/local/faults`);
      await ask('PUT', `${localUrl}/local/faults`, faults);
    },
    counters: async () =>
      ((await ask('GET', `${localUrl}/local/faults`)) as Pick<Faults, 'counters'>).counters,
    clockMover: () => openClockMover(localUrl, appUrl),
    close: async () => {
      for (const app of apps) await app.stop();
      await local.stop();
      sweep();
      process.off('exit', sweep);
    },
  };
};

const runApp = (settings: LocalSettings, appUrl: string): Promise<RunningApp> =>
  run({
    file: 'src/main.ts',
    env: { ...appEnvironment(settings), REQUESTS_PER_MINUTE: '900000' },
    readyAt: `${appUrl}/health`,
  });

/** Straight to the app: by way of local Microsoft 365 a move may take a minute and no longer. */
const openClockMover = async (localUrl: string, appUrl: string) => {
  const { people } = (await ask('GET', `${localUrl}/local/directory`)) as {
    people: { id: string }[];
  };
  const { token } = (await ask('POST', `${localUrl}/local/sign-in/token`, {
    personId: people[0]?.id,
    overrides: { roles: ['Clock.Move'] },
  })) as { token: string };
  return async (to: string): Promise<void> => {
    const answer = await fetch(`${appUrl}/local/clock`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    });
    if (!answer.ok) throw new Error(`The clock did not move: ${await answer.text()}`);
  };
};

type ToRun = {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  readonly readyAt: string;
};

/** Starts one of our processes and waits until it answers 200. */
export const run = async ({ file, env, readyAt }: ToRun): Promise<RunningApp> => {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, path.join(projectFolder, file)], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = () => void child.kill('SIGKILL');
  process.prependOnceListener('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  const said = readLines(child);
  while (!(await answers(readyAt))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${file} stopped before it was ready: ${said.slice(-5).join('\n')}`);
    if (performance.now() - began > 120_000) throw new Error(`${file} was not ready in time.`);
    await pause(5);
  }
  return {
    pid: child.pid ?? 0,
    readyAfter: performance.now() - began,
    faults: () => said.filter((line) => !line.includes('"level":"info"')),
    stop: () => stop(child),
  };
};

const readLines = (child: ChildProcess): string[] => {
  const said: string[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    said.push(...lines.filter((line) => line !== ''));
  });
  return said;
};

const answers = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
};

/** Asks first; insists after ten seconds. */
const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(insist);
};
