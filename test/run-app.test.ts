// What the app says when it cannot keep its data where it is told to: one sentence, and exit code 1.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { appEnvironment } from '../src/commands/local-settings.ts';
import { openMortalHouse } from './journeys/mortal-house.ts';
import { smallCouncil } from './journeys/small-council.ts';

const main = path.join(import.meta.dirname, '..', 'src', 'main.ts');

const start = (folder: string) => {
  const local = { port: 1, localPort: 2, dataFolder: folder, site: 'stoke-on-trent' };
  const env = { ...process.env, ...appEnvironment(local), DATA_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, [main], { env, encoding: 'utf8' });
  return { status, said: stderr.trim().split('\n') };
};

const newFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
};

test('a file where the folder should be', () => {
  const file = path.join(newFolder(), 'a-file');
  writeFileSync(file, '');
  expect(start(file)).toEqual({
    status: 1,
    said: [`DATA_DIR ${file} is a file: choose a folder you may write to.`],
  });
});

test('a folder where a file should be', async () => {
  const house = await openMortalHouse(smallCouncil(), { graph: 0, teams: 0 });
  onTestFinished(() => house.close());
  await house.kill();
  const secret = path.join(house.dataFolder, 'notification-secret.txt');
  rmSync(secret);
  mkdirSync(secret);
  house.start();
  const { code, said } = await house.ended();
  expect(code).toBe(1);
  expect(said.trim().split('\n').at(-1)).toBe(
    `DATA_DIR ${house.dataFolder} holds a folder where the app keeps a file (notification-secret.txt): move that folder away.`,
  );
});
