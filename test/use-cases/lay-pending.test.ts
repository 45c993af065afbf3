// What another process accepted or landed is seen by this one at its next beat.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { openLayPending } from '../../src/use-cases/lay-pending.ts';
import type { Entry, Outbox, Pending } from '../../src/use-cases/ports.ts';

let folder: string;
let ours: Outbox;
let theirs: Outbox;
let over: Map<number, Pending>;
let asked: number[];
let beat: () => Promise<void>;
let look: () => Promise<void>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'golden-thread-laying-'));
  ours = openOutbox(path.join(folder, 'outbox.sqlite'));
  theirs = openOutbox(path.join(folder, 'outbox.sqlite'));
  over = new Map();
  asked = [];
  const counted: Outbox = {
    ...ours,
    pending: async (limit, above) => {
      const found = await ours.pending(limit, above);
      asked.push(found.length);
      return found;
    },
  };
  const laying = openLayPending(counted, {
    lay: (changes) => {
      for (const each of changes) over.set(each.sequence, each);
    },
    laid: () => [...over.keys()],
    landedElsewhere: (sequences) => {
      for (const each of sequences) over.delete(each);
    },
  });
  beat = laying.atBeat;
  look = laying.sinceLast;
});
afterEach(async () => {
  ours.close();
  theirs.close();
  await rm(folder, { recursive: true, force: true });
});

const answer = (key: string): Entry => ({
  key,
  by: 'housing-needs',
  at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
  changes: [{ register: 'returns', key, set: { value: 1 } }],
  message: null,
});
const keys = (): string[] => [...over.values()].map(({ key }) => key);
const sequences = async (): Promise<number[]> =>
  (await ours.pending(100)).map(({ sequence }) => sequence);

test('what a command accepted lies over the lists at the next beat', async () => {
  await theirs.accept([answer('a'), answer('b')]);
  await beat();
  expect(keys()).toEqual(['a', 'b']);
});

test('a command’s change accepted before one of ours is not overlooked', async () => {
  await theirs.accept([answer('a')]);
  const [accepted] = await ours.accept([answer('b')]);
  for (const each of accepted?.outcome === 'accepted' ? accepted.pending : [])
    over.set(each.sequence, each);
  await beat();
  expect(keys().toSorted()).toEqual(['a', 'b']);
});

test('while a long queue drains, what was read once is not read again at every beat', async () => {
  await ours.accept(Array.from({ length: 50 }, (_, n) => answer(`return|${n}`)));
  await beat();
  // Landed by this process, and not yet taken out of the Outbox.
  for (const sequence of (await sequences()).slice(0, 20)) over.delete(sequence);
  await ours.accept([answer('new')]);
  await beat();
  await beat();
  expect(asked).toEqual([50, 1, 0]);
  expect(keys()).toContain('new');
});

test('what another process landed is taken off', async () => {
  await ours.accept([answer('a'), answer('b')]);
  await beat();
  await theirs.landed((await sequences()).slice(0, 1));
  await beat();
  expect(keys()).toEqual(['b']);
});

test('as much accepted as landed elsewhere between two beats is found out all the same', async () => {
  await ours.accept([answer('a'), answer('b')]);
  await beat();
  await theirs.landed((await sequences()).slice(0, 1));
  await theirs.accept([answer('c')]);
  await beat();
  expect(keys()).toEqual(['b', 'c']);
});

test('before somebody is answered, what another instance has just accepted is seen without a beat', async () => {
  await theirs.accept([answer('a')]);
  await look();
  await theirs.accept([answer('b')]);
  await look();
  expect(keys()).toEqual(['a', 'b']);
  expect(asked).toEqual([1, 1]);
});
