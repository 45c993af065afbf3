// The embedded lease: one holder at a time, and a dead one is no holder.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLease } from '../../src/outbox/sqlite-lease.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'golden-thread-lease-'));
  file = path.join(folder, 'lease.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const lease = JSON.stringify(path.join(import.meta.dirname, '../../src/outbox/sqlite-lease.ts'));

const anotherHolder = async () => {
  const script = `import { openLease } from ${lease};
    console.log(openLease(process.argv[1]).hold()); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, file]);
  const held = await new Promise((resolve) =>
    child.stdout.once('data', (out) => resolve(String(out).trim())),
  );
  return { child, held };
};

test('while one process holds it no other can, and one that is killed frees it at once', async () => {
  const { child, held } = await anotherHolder();
  expect(held).toBe('true');
  const mine = openLease(file);
  expect(mine.hold()).toBe(false);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  expect(mine.hold()).toBe(true);
  mine.release();
}, 20_000);

test('its holder holds it however often it asks, until it lets go', () => {
  const mine = openLease(file);
  const other = openLease(file);
  expect([mine.hold(), mine.hold(), other.hold()]).toEqual([true, true, false]);
  mine.release();
  expect([other.hold(), mine.hold()]).toEqual([true, false]);
  other.release();
});

test('a lease that cannot be opened is named', () => {
  const nowhere = path.join(folder, 'nowhere', 'lease.sqlite');
  expect(() => openLease(nowhere).hold()).toThrow(`The lease at ${nowhere}`);
});
