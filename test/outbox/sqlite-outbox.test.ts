// The embedded Outbox: the contract of all Outboxes, and what only a file can suffer.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Entry } from '../../src/use-cases/ports.ts';
import { outboxContract } from '../contracts/outbox-contract.ts';

const newFolder = () => mkdtemp(path.join(tmpdir(), 'golden-thread-outbox-'));
const remove = (folder: string) => rm(folder, { recursive: true, force: true });

outboxContract('the embedded Outbox', async () => {
  const folder = await newFolder();
  const file = path.join(folder, 'outbox.sqlite');
  let outbox = openOutbox(file);
  return {
    outbox: () => outbox,
    reopen: async () => {
      outbox.close();
      outbox = openOutbox(file);
    },
    beside: async () => openOutbox(file),
    remove: async () => {
      outbox.close();
      await remove(folder);
    },
  };
});

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await newFolder();
  file = path.join(folder, 'outbox.sqlite');
});
afterEach(() => remove(folder));

const burst = path.join(import.meta.dirname, 'burst.ts');

/** Runs the burst until it is killed, or ends by itself; answers the keys it was told are saved. */
const runBurst = async (
  from: number,
  killAfter: number | null,
  { words = '', blocks = '' } = {},
): Promise<{ saved: string[]; said: string }> => {
  const node = [process.execPath, burst, file, String(from), words];
  const child = blocks
    ? spawn('sh', ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'sh', ...node])
    : spawn(process.execPath, node.slice(1));
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (killAfter !== null) {
    while (!out.includes('\n') && child.exitCode === null) await wait(5);
    await wait(killAfter);
    child.kill('SIGKILL');
  }
  await ended;
  return { saved: out.split('\n').slice(0, -1), said };
};

test('the app killed in the middle of a burst has lost nothing it called saved', async () => {
  let count = 0;
  for (const [round, killAfter] of [3, 17, 40].entries()) {
    const { saved } = await runBurst(round * 1_000_000, killAfter);
    expect(saved.length).toBeGreaterThan(0);
    const outbox = openOutbox(file);
    for (const key of saved) expect((await outbox.find(key))?.key).toBe(key);
    const pending = await outbox.pending(1_000_000);
    const landing = new Set(pending.map(({ key }) => key));
    expect(saved.filter((key) => !landing.has(key))).toEqual([]);
    count = pending.length;
    outbox.close();
  }
  expect(count).toBeGreaterThan(0);
}, 30_000);

test('with a full disk it says so, names the file, and keeps what it had called saved', async () => {
  const { saved, said } = await runBurst(0, null, { words: 'x'.repeat(1000), blocks: '2000' });
  expect(said).toContain(file);
  expect(said).toMatch(/disk/);
  const outbox = openOutbox(file);
  for (const key of saved) expect((await outbox.find(key))?.key).toBe(key);
  outbox.close();
}, 30_000);

test('a file that is not an Outbox is refused by its name, and is left as it was', async () => {
  await writeFile(file, 'Directorate,Owner\n'.repeat(500));
  expect(() => openOutbox(file)).toThrow(`The Outbox at ${file} is not one of ours`);
});

test('a folder that is not there is refused by its name', () => {
  const nowhere = path.join(folder, 'nowhere', 'outbox.sqlite');
  expect(() => openOutbox(nowhere)).toThrow(`The Outbox at ${nowhere} cannot be opened`);
});

test('five hundred people who press Submit in one moment are all told "saved" within half a second', async () => {
  const outbox = openOutbox(file);
  const waits: number[] = [];
  const submission = (n: number): Entry => ({
    key: `return|${n}`,
    by: `person-${n}`,
    at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
    changes: [
      { register: 'returns', key: `return|${n}`, set: { value: n, commentary: 'On course.' } },
    ],
    message: null,
  });
  await Promise.all(
    Array.from({ length: 500 }, async (_, n) => {
      // As they arrive: a few in each turn of the event loop.
      for (let turn = 0; turn < n / 10; turn += 1) await new Promise(setImmediate);
      const asked = performance.now();
      await outbox.accept([submission(n)]);
      waits.push(performance.now() - asked);
    }),
  );
  waits.sort((a, b) => a - b);
  expect(waits[474]).toBeLessThan(500);
  outbox.close();
});
