// What can befall the Outbox's file while it is open: it says so, takes nothing it could lose, and goes
// on by itself where that is safe.
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Entry, Outbox } from '../../src/use-cases/ports.ts';

let folder: string;
let file: string;
let outbox: Outbox;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'golden-thread-trouble-')), 'data');
  mkdirSync(folder);
  file = path.join(folder, 'outbox.sqlite');
  outbox = openOutbox(file);
});
afterEach(async () => {
  outbox.close();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

const answer = (key: string): Entry => ({
  key,
  by: 'housing-needs',
  at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
  changes: [{ register: 'returns', key, set: { value: 1, commentary: 'On course. '.repeat(40) } }],
  message: null,
});
const answers = (from: number, count: number): Entry[] =>
  Array.from({ length: count }, (_, n) => answer(`return|${from + n}`));
const values = async (of: Outbox): Promise<number> => (await of.pending(1_000_000)).length;

/** Bytes in the middle of the file, written over as a failing disk or a careless tool might. */
const overwrite = (name: string): void => {
  const opened = openSync(name, 'r+');
  const { size } = statSync(name);
  writeSync(opened, Buffer.alloc(size - 3 * 4096, 0xa5), 0, size - 3 * 4096, 2 * 4096);
  closeSync(opened);
};

test('with its folder removed it says nothing is saved, and then puts back all it holds', async () => {
  await outbox.accept(answers(0, 50));
  rmSync(folder, { recursive: true });
  await expect(outbox.accept([answer('return|lost')])).rejects.toThrow(
    `The Outbox at ${file} is not there any more`,
  );
  expect(outbox.trouble()?.trouble).toBe('gone');
  expect(outbox.isWell()).toBe(true);
  await outbox.accept(answers(50, 10));
  outbox.close();
  outbox = openOutbox(file);
  expect(await values(outbox)).toBe(60);
  expect(await outbox.find('return|lost')).toBeNull();
});

test('with its folder removed and not to be made again, it waits until it can be', async () => {
  await outbox.accept(answers(0, 5));
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in the way');
  expect(outbox.isWell()).toBe(false);
  expect(outbox.isWell()).toBe(false);
  await expect(outbox.accept([answer('a')])).rejects.toThrow(file);
  rmSync(folder);
  expect(outbox.isWell()).toBe(true);
  await outbox.accept([answer('a')]);
  expect(await values(outbox)).toBe(6);
});

test('with another file in its place it takes nothing more, and leaves that file alone', async () => {
  await outbox.accept(answers(0, 5));
  const other = openOutbox(`${file}.other`);
  await other.accept(answers(0, 2));
  other.close();
  renameSync(`${file}.other`, file);
  const before = readFileSync(file);
  await expect(outbox.accept([answer('a')])).rejects.toThrow('was replaced while it was in use');
  expect([outbox.isWell(), outbox.isWell()]).toEqual([false, false]);
  expect(outbox.trouble()?.trouble).toBe('replaced');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('damaged while open, it is found out by the next beat and takes nothing more', async () => {
  await outbox.accept(answers(0, 2_000));
  expect(outbox.isWell()).toBe(true);
  overwrite(file);
  expect(outbox.isWell()).toBe(false);
  expect(outbox.trouble()?.message).toBe(
    `The Outbox at ${file} is damaged: restore it from a copy, or move it aside to start afresh. Nothing new is kept until then.`,
  );
  await expect(outbox.accept([answer('a')])).rejects.toThrow(`${file} is damaged`);
  await expect(outbox.pending(10)).rejects.toThrow(`${file} is damaged`);
  expect(outbox.depth()).toEqual(expect.objectContaining({ messages: 0 }));
});

test('damaged while closed, it is refused by its name and left as it was', async () => {
  await outbox.accept(answers(0, 2_000));
  outbox.close();
  overwrite(file);
  const damaged = readFileSync(file);
  expect(() => openOutbox(file)).toThrow(`The Outbox at ${file} is damaged`);
  expect(readFileSync(file).equals(damaged)).toBe(true);
  rmSync(file);
  outbox = openOutbox(file);
});

test('a copy taken while it is in use holds all that was called saved', async () => {
  await outbox.accept(answers(0, 300));
  const copy = path.join(folder, 'copy.sqlite');
  for (const part of ['', '-wal'])
    if (existsSync(file + part)) copyFileSync(file + part, copy + part);
  const copied = openOutbox(copy);
  expect(await values(copied)).toBe(300);
  copied.close();
});

test('it says when it was begun, by the council’s clock, for as long as it is kept', async () => {
  outbox.close();
  rmSync(file);
  const at = (text: string) => () => Temporal.Instant.from(text);
  outbox = openOutbox(file, at('2020-10-09T08:30:00Z'));
  await outbox.accept([answer('a')]);
  outbox.close();
  outbox = openOutbox(file, at('2020-10-14T08:30:00Z'));
  expect(outbox.begun()?.council.toString()).toBe('2020-10-09T08:30:00Z');
});

test('an Outbox of an earlier version, which does not say when, was not begun anew', async () => {
  await outbox.accept([answer('a')]);
  outbox.close();
  const db = new DatabaseSync(file);
  db.exec('DROP TABLE begun');
  db.close();
  outbox = openOutbox(file);
  expect(outbox.begun()).toBeNull();
});
