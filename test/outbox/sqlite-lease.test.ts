// The embedded lease: the contract of all leases, and what only a file can suffer.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLease } from '../../src/outbox/sqlite-lease.ts';
import { holderElsewhere } from '../contracts/holder-elsewhere.ts';
import { leaseContract } from '../contracts/lease-contract.ts';

const newFolder = () => mkdtemp(path.join(tmpdir(), 'golden-thread-lease-'));
const lease = JSON.stringify(path.join(import.meta.dirname, '../../src/outbox/sqlite-lease.ts'));

const script = `import { openLease } from ${lease};
  console.log(openLease(process.argv[1]).hold())`;

leaseContract('the embedded lease', async () => {
  const folder = await newFolder();
  const file = path.join(folder, 'lease.sqlite');
  return {
    lease: () => openLease(file),
    elsewhere: () => holderElsewhere(script, file),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
});

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await newFolder();
  file = path.join(folder, 'lease.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a lease that cannot be opened is named', () => {
  const nowhere = path.join(folder, 'nowhere', 'lease.sqlite');
  expect(() => openLease(nowhere).hold()).toThrow(`The lease at ${nowhere}`);
});

test('a lease whose file may only be read is held by nobody', async () => {
  const first = openLease(file);
  expect(first.hold()).toBe(true);
  first.release();
  await chmod(file, 0o444);
  await chmod(folder, 0o755);
  // A file's mode does not bind the root account.
  const { asNobody, asBefore } = accounts();
  asNobody();
  try {
    for (const each of [openLease(file), openLease(file)])
      expect(() => each.hold()).toThrow(`The lease at ${file} cannot be written: it is read-only.`);
  } finally {
    asBefore();
  }
});

const accounts = () => {
  const mine = process.geteuid?.() ?? -1;
  const become = (account: number) => (mine === 0 ? process.seteuid?.(account) : undefined);
  return { asNobody: () => become(65_534), asBefore: () => become(mine) };
};

test('a lease whose file was removed is no lease: it is held again where its place is free', async () => {
  const mine = openLease(file);
  expect(mine.hold()).toBe(true);
  await rm(file);
  const other = openLease(file);
  expect(other.hold()).toBe(true);
  expect(mine.hold()).toBe(false);
  other.release();
  expect(mine.hold()).toBe(true);
  mine.release();
});
