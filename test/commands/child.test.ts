// A process that dies after it was ready is started again, whatever it died of.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
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
});
