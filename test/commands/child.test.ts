// A process that dies after it was ready is started again, whatever it died of.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { keepRunning, runChild } from '../../src/commands/child.ts';
import { freePort } from '../free-port.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-child-'));
const write = (name: string, code: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, code);
  return file;
};
const log = path.join(folder, 'child.log');

describe('a process the launcher keeps', () => {
  it('is started again after a fault of its own, which also exits with 1', async () => {
    const port = await freePort();
    const starts = path.join(folder, 'starts');
    const file = write(
      'mortal.mjs',
      `import { createServer } from 'node:http'; import { appendFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(starts)}, 'x');
       createServer((request, response) => {
         if (request.url === '/die') throw new Error('a fault');
         response.end('ok');
       }).listen(${port});`,
    );
    const readyAt = `http://localhost:${port}/`;
    const child = await keepRunning({ name: 'It', file, env: {}, readyAt, log });
    await fetch(`${readyAt}die`).catch(() => undefined);
    await expect
      .poll(
        () =>
          fetch(readyAt).then(
            (each) => each.text(),
            () => 'away',
          ),
        { timeout: 10_000 },
      )
      .toBe('ok');
    expect(readFileSync(starts, 'utf8')).toBe('xx');
    await child.stop();
  });

  it('that can no longer start says why, and is tried less often', async () => {
    const port = await freePort();
    const starts = path.join(folder, 'later-starts');
    const file = write(
      'damaged.mjs',
      `import { createServer } from 'node:http'; import { appendFileSync, readFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(starts)}, 'x');
       if (readFileSync(${JSON.stringify(starts)}, 'utf8').length > 1) {
         process.stderr.write('The Outbox is damaged.\\n'); process.exit(1);
       }
       createServer((request, response) => {
         if (request.url === '/die') process.exit(9);
         response.end('ok');
       }).listen(${port});`,
    );
    const said: string[] = [];
    const toldOf = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    });
    const readyAt = `http://localhost:${port}/`;
    const child = await keepRunning({ name: 'It', file, env: {}, readyAt, log });
    await fetch(`${readyAt}die`).catch(() => undefined);
    await expect.poll(() => said.length, { timeout: 10_000 }).toBe(3);
    await child.stop();
    toldOf.mockRestore();
    expect(said[0]).toMatch(/^It stopped; starting it again/);
    expect(said[2]).toMatch(/^It cannot start: The Outbox is damaged. It is tried again/);
    expect(readFileSync(starts, 'utf8')).toBe('xxx');
  });

  it('that cannot start says why, in its own last words', async () => {
    const file = write(
      'refused.mjs',
      `process.stderr.write('PORT 1 is taken.\\n'); process.exit(1);`,
    );
    const readyAt = `http://localhost:${await freePort()}/`;
    await expect(runChild({ name: 'It', file, env: {}, readyAt, log })).rejects.toThrow(
      'PORT 1 is taken.',
    );
  });

  it('that waits for Microsoft, which exits with 75, says why as well', async () => {
    const file = write(
      'away.mjs',
      `process.stderr.write('The app could not sign in: invalid_client\\n'); process.exit(75);`,
    );
    const readyAt = `http://localhost:${await freePort()}/`;
    await expect(runChild({ name: 'It', file, env: {}, readyAt, log })).rejects.toThrow(
      'The app could not sign in: invalid_client',
    );
  });
});
