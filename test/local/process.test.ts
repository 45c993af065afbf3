// Local Microsoft 365 as a process: it refuses bad settings in a sentence, and keeps its data when killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenantId } from '../../src/local/ids.ts';
import { owner, register, site, using } from './given.ts';

const main = join(import.meta.dirname, '../../src/local/main.ts');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-m365-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(settings: Record<string, string>) {
  const env = { ...process.env, DATA_DIR: folder, ...settings };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => (said.out += String(chunk)));
  child.stderr.on('data', (chunk) => (said.err += String(chunk)));
  return { child, said };
}

async function refusal(settings: Record<string, string>) {
  const { child, said } = start(settings);
  const [code] = await once(child, 'close');
  return { code: code as number, words: said.err.trim() };
}

async function ready(settings: Record<string, string>) {
  const { child, said } = start(settings);
  for (let n = 0; n < 200 && !said.out.includes('ready'); n += 1) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  expect(said.out).toContain(`http://localhost:${settings['LOCAL_PORT']}`);
  return child;
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

test('a taken port, a malformed setting and an unwritable folder are each one sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const port = String((taken.address() as AddressInfo).port);
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const refusals = await Promise.all([
    refusal({ LOCAL_PORT: port, DATA_DIR: join(folder, 'x') }),
    refusal({ LOCAL_PORT: 'ninety' }),
    refusal({ LOCAL_PORT: '1', APP_URL: 'not an address' }),
    refusal({ LOCAL_PORT: await freePort(), DATA_DIR: file }),
  ]);
  taken.close();
  expect(refusals.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  const named = ['LOCAL_PORT', 'LOCAL_PORT', 'APP_URL', 'DATA_DIR'];
  for (const [at, { words }] of refusals.entries()) {
    expect(words).toMatch(new RegExp(`^${named[at]} [^\\n]+\\.$`));
  }
});

test('killed at once after a row and a message are accepted, it has both when it starts again', async () => {
  const port = await freePort();
  const settings = { LOCAL_PORT: port, DATA_DIR: join(folder, 'kept') };
  const given = using({ url: `http://localhost:${port}` } as never, folder);
  const first = await ready(settings);
  await given.ask('PUT /local/sites/stoke-on-trent', { displayName: 'Stoke' });
  await given.ask('PUT /local/directory', { people: [owner] });
  await given.graph(`POST ${site}/lists`, register('Returns'));
  await given.graph(`POST ${site}/lists/Returns/items`, { fields: { Key: 'R1' } });
  const members = [{ id: owner.id }];
  const opened = await given.teams('POST /v3/conversations', { members, tenantId });
  const path = `/v3/conversations/${opened.body.id}/activities`;
  await given.teams(`POST ${path}`, { type: 'message', text: 'Hello' });
  first.kill('SIGKILL');
  await once(first, 'close');

  const second = await ready(settings);
  // The old token is still good: the signing keys are kept too.
  const rows = await given.graph(`GET ${site}/lists/Returns/items?expand=fields`);
  expect(rows.body.value[0].fields.Key).toBe('R1');
  const record = await given.ask('GET /local/teams/record');
  expect(record.body).toMatchObject([
    { sequence: 1, kind: 'create', text: 'Hello', personId: owner.id },
  ]);
  second.kill('SIGTERM');
  const [code] = await once(second, 'close');
  expect(code).toBe(0);
});
