// Runs one of our processes and waits until it answers. One that says why it cannot start is not tried
// again; one that dies later is.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Unable } from './unable.ts';

export type Child = { stop(): Promise<void> };

export type ToRun = {
  readonly name: string;
  /** From the project's folder. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 once the process is ready. */
  readonly readyAt: string;
  /** Where its log goes; what it says otherwise is thrown away. */
  readonly log: string;
};

/**
 * Node's own flags for our processes. Rows held for years make a young heap grow that is never given
 * back: held at 4 MB, the app keeps 50 MB less for the same rows.
 */
export const nodeFlags = ['--max-semi-space-size=4'];

const projectFolder = path.join(import.meta.dirname, '..', '..');
const patience = 60_000;

export const runChild = async (toRun: ToRun): Promise<Child> => {
  const child = spawnChild(toRun);
  await untilReady(child, toRun);
  return { stop: () => stopChild(child) };
};

/** Milliseconds before it is started again: soon, and ever later while it says that it cannot start. */
const firstPause = 1_000;
const longestPause = 30_000;
/** Milliseconds: one that lived as long had started. */
const livesAfter = 5_000;

/** As runChild, and from then on started again whenever it dies, however it dies. */
export const keepRunning = async (toRun: ToRun): Promise<Child> => {
  let stopping = false;
  let child = spawnChild(toRun);
  let wait = firstPause;
  let spawnedAt = performance.now();
  await untilReady(child, toRun);
  const watch = () =>
    child.once('exit', (code) => {
      if (stopping) return;
      const couldNotStart = code === 1 && performance.now() - spawnedAt < livesAfter;
      wait = couldNotStart ? Math.min(2 * wait, longestPause) : firstPause;
      process.stderr.write(`${whyStopped(toRun, couldNotStart)} Its log: ${toRun.log}\n`);
      void pause(wait).then(() => {
        if (stopping) return;
        child = spawnChild(toRun);
        spawnedAt = performance.now();
        watch();
      });
    });
  if (child.exitCode !== null || child.signalCode !== null)
    throw new Unable(`${toRun.name} stopped as soon as it was ready: see ${toRun.log}.`);
  watch();
  return {
    stop: () => {
      stopping = true;
      return stopChild(child);
    },
  };
};

/** What it said last is the sentence somebody needs to put it right. */
const whyStopped = ({ name, log }: ToRun, couldNotStart: boolean): string =>
  couldNotStart
    ? `${name} cannot start: ${lastWords(log) ?? 'it does not say why.'} It is tried again until it can.`
    : `${name} stopped; starting it again.`;

const spawnChild = ({ file, env, log }: ToRun): ChildProcess => {
  const kept = openSync(log, 'a');
  const child = spawn(process.execPath, [...nodeFlags, path.resolve(projectFolder, file)], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', kept],
  });
  closeSync(kept);
  // A launcher that gives up leaves nobody behind.
  const takeAlong = () => void child.kill('SIGTERM');
  process.once('exit', takeAlong);
  child.once('exit', () => process.off('exit', takeAlong));
  return child;
};

/** What a process of ours exits with once it has said why: 1 is a setting, 75 is Microsoft, away or refusing. */
const saysWhy: ReadonlySet<number | null> = new Set([1, 75]);

const untilReady = async (child: ChildProcess, { name, readyAt, log }: ToRun): Promise<void> => {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if (saysWhy.has(child.exitCode)) throw new Unable(lastWords(log) ?? `${name} could not start.`);
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Unable(`${name} stopped before it was ready: see ${log}.`);
    if (await answers(readyAt)) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Unable(`${name} was not ready within ${patience / 1000} seconds.`);
};

/** What a process that could not start said last: one plain sentence. */
const lastWords = (log: string): string | null =>
  readFileSync(log, 'utf8').trim().split('\n').at(-1) || null;

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
};

/** Asks first; insists after ten seconds. */
const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(insist);
};

/** Runs until the terminal, or whoever runs us, says to stop. */
export const untilAsked = (children: readonly Child[]): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      void Promise.all(children.map((child) => child.stop())).then(() => resolve());
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
