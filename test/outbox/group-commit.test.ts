// When a writer is told that what they wrote is saved: once it is on the disk, and not before.
import { beforeEach, expect, test } from 'vitest';
import { groupCommit, type Together } from '../../src/outbox/group-commit.ts';

/** A disk that syncs when it is told to, and what became of each thing so far. */
let happened: string[];
let syncs: { done(): void; failed(): void }[];
let together: Together;
beforeEach(() => {
  happened = [];
  syncs = [];
  together = groupCommit({
    commit: (work) => {
      happened.push('commit');
      return work();
    },
    sync: () =>
      new Promise((resolve, reject) => {
        syncs.push({ done: resolve, failed: () => reject(new Error('the disk is full')) });
      }),
    syncNow: () => void happened.push('synced at once'),
  });
});

const write = (what: string): void =>
  void together
    .write(() => what)
    .then(
      (said) => happened.push(`${said} saved`),
      () => happened.push(`${what} not saved`),
    );
const aTurn = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
};

test('nobody is told "saved" before the disk has it', async () => {
  write('a');
  await aTurn();
  expect(happened).toEqual(['commit']);
  syncs[0]?.done();
  await aTurn();
  expect(happened).toEqual(['commit', 'a saved']);
});

test('what is written while the disk is busy waits for the next sync, all of it together', async () => {
  write('a');
  await aTurn();
  write('b');
  await aTurn();
  write('c');
  await aTurn();
  expect(syncs).toHaveLength(1);
  syncs[0]?.done();
  await aTurn();
  expect(happened).toEqual(['commit', 'commit', 'commit', 'a saved']);
  expect(syncs).toHaveLength(2);
  syncs[1]?.done();
  await aTurn();
  expect(happened.slice(4)).toEqual(['b saved', 'c saved']);
});

test('where the disk could not take it nobody is told "saved", and the next is tried again', async () => {
  write('a');
  await aTurn();
  syncs[0]?.failed();
  await aTurn();
  write('b');
  await aTurn();
  syncs[1]?.done();
  await aTurn();
  expect(happened).toEqual(['commit', 'a not saved', 'commit', 'b saved']);
});

test('who asks for all that was written waits for the disk, and comes after those who wrote', async () => {
  write('a');
  await aTurn();
  void together.synced().then(() => happened.push('all of it'));
  await aTurn();
  expect(happened).toEqual(['commit']);
  syncs[0]?.done();
  await aTurn();
  syncs[1]?.done();
  await aTurn();
  expect(happened).toEqual(['commit', 'a saved', 'all of it']);
});

test('closed with something still to write, it is on the disk before anyone is told', async () => {
  write('a');
  together.flush();
  await aTurn();
  expect(happened).toEqual(['commit', 'synced at once', 'a saved']);
});
