// What a newcomer is told when a setting is at fault: one plain sentence that names it, exit code 1.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPort } from '../../src/commands/ports-in-use.ts';
import { tenant } from '../../src/commands/tenant.ts';
import { freePort } from '../free-port.ts';

const project = path.join(import.meta.dirname, '..', '..');

const start = (settings: Readonly<Record<string, string>>, ...args: string[]) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [path.join(project, 'src', 'cli.ts'), 'start', ...args],
    { cwd: project, env: { ...process.env, ...settings }, encoding: 'utf8', timeout: 30_000 },
  );
  return { status, said: `${stdout}${stderr}`.trim() };
};

describe('npm start with a setting at fault', () => {
  let taken: Server;
  let folder: string;
  let free: Readonly<Record<string, string>>;
  beforeAll(async () => {
    taken = createServer().listen(0);
    folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-start-'));
    const [port, localPort] = [await freePort(), await freePort()];
    free = { PORT: String(port), LOCAL_PORT: String(localPort), DATA_DIR: folder };
  });
  afterAll(() => {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const takenPort = () => String((taken.address() as AddressInfo).port);

  it.each(['PORT', 'LOCAL_PORT'])('names %s when another program has it', (name) => {
    const { status, said } = start({ ...free, [name]: takenPort() });
    expect(status).toBe(1);
    expect(said).toBe(
      `${name} ${takenPort()} is in use by another program: stop it, or set ${name}.`,
    );
  });

  it('names PORT when it is no port number', () => {
    const { status, said } = start({ ...free, PORT: 'abc' });
    expect(status).toBe(1);
    expect(said).toBe('PORT is "abc": it must be a port number from 1 to 65535.');
    for (const port of ['0', '65536', '-1', '3978.5'])
      expect(() => readPort('PORT', port, 3978)).toThrow(`PORT is "${port}": it must be`);
  });

  it('names both ports when they are the same', () => {
    const { status, said } = start({ ...free, LOCAL_PORT: free['PORT'] ?? '' });
    expect(status).toBe(1);
    expect(said).toMatch(/^PORT and LOCAL_PORT are both \d+: give each its own\.$/);
  });

  it('names DATA_DIR when it cannot be written', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    for (const unwritable of [path.join(file, 'below'), '/proc/nowhere']) {
      const { status, said } = start({ ...free, DATA_DIR: unwritable });
      expect(status).toBe(1);
      expect(said).toBe(
        `DATA_DIR ${unwritable} cannot be written: choose a folder you may write to.`,
      );
    }
  });

  it.each([
    [['--council', 'stockton'], 'There is no council called "stockton"'],
    [['--council=Stoke'], 'There is no council called "Stoke"'],
    [['--council'], '--council needs a name'],
  ])('says which councils there are when told %s', (args, begins) => {
    const { status, said } = start(free, ...args);
    expect(status).toBe(1);
    expect(said).toBe(`${begins}: there are stoke-on-trent and stockton-on-tees.`);
  });

  it('an empty DATA_DIR is refused before --fresh clears anything', () => {
    const { status, said } = start({ ...free, DATA_DIR: ' ' }, '--fresh');
    expect(status).toBe(1);
    expect(said).toBe('DATA_DIR must name a folder, or not be set.');
  });

  it('is refused where the app runs for a council, as `tenant` is', async () => {
    const words =
      'Local Microsoft 365 is for trying things on a machine of your own: it does not run where NODE_ENV is production.';
    expect(start({ ...free, NODE_ENV: 'production' })).toMatchObject({ status: 1, said: words });
    await expect(tenant([], { ...free, NODE_ENV: 'production' })).rejects.toThrow(words);
  });

  it('names an argument it does not know', () => {
    const { status, said } = start(free, '--frsh');
    expect(status).toBe(1);
    expect(said).toBe(
      '--frsh is not something npm start knows; it knows --council <name> and --fresh.',
    );
  });
});
