// Microsoft's emulator of a storage account, on this machine and in memory alone, with a key made for it.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HostedPlace } from '../../src/outbox/azure-place.ts';

export type Azurite = {
  readonly tables: string;
  readonly blobs: string;
  readonly key: string;
  /** A council's place in it; a new one where none is named. */
  place(council?: string): HostedPlace;
  stop(): Promise<void>;
};

const program = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('azurite/package.json'))),
  'dist/src/azurite.js',
);
const account = 'council';
let councils = 0;

/** `more`: further arguments, as to be opened by tokens over https. */
export const startAzurite = async (more: readonly string[] = []): Promise<Azurite> => {
  const key = randomBytes(64).toString('base64');
  const ports = ['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'];
  const memory = ['--inMemoryPersistence', '--extentMemoryLimit', '256'];
  const quiet = ['--silent', '--disableTelemetry', '--skipApiVersionCheck'];
  const child = spawn(process.execPath, [program, ...ports, ...memory, ...quiet, ...more], {
    env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said = await listening(child);
  const address = (what: string): string =>
    `${new RegExp(`${what} service is successfully listening at (\\S+)`).exec(said)?.[1]}/${account}`;
  const [tables, blobs] = [address('Table'), address('Blob')];
  return {
    tables,
    blobs,
    key,
    place: (council = `localhost:/sites/council-${(councils += 1)}`) => ({
      tables,
      blobs,
      council,
      by: { key },
    }),
    stop: () => ended(child),
  };
};

const listening = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (said.split('successfully listening at').length === 4) resolve(said);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Azurite ended at once: ${said}`)));
  });

const ended = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};
