// The hosted Outbox: the contract of all Outboxes, and what only a table of a storage account can suffer.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openStores } from '../../src/open-stores.ts';
import { openAzureOutbox } from '../../src/outbox/azure-outbox.ts';
import { outboxContract } from '../contracts/outbox-contract.ts';
import { soaking } from '../counts.ts';
import { startAzurite } from './azurite.ts';

const azurite = await startAzurite();
afterAll(() => azurite.stop());

outboxContract('the hosted Outbox', async () => {
  const place = azurite.place();
  let outbox = await openAzureOutbox(place);
  return {
    outbox: () => outbox,
    reopen: async () => {
      outbox.close();
      outbox = await openAzureOutbox(place);
    },
    beside: () => openAzureOutbox(place),
    remove: async () => {
      outbox.close();
      await Promise.resolve();
    },
  };
});

const burst = path.join(import.meta.dirname, 'burst.ts');

/** Runs the burst until it is killed; answers the keys it was told are saved. */
const runBurst = async (place: object, from: number, killAfter: number): Promise<string[]> => {
  const child = spawn(process.execPath, [burst, JSON.stringify(place), String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!out.includes('\n') && child.exitCode === null) await pause(5);
  await pause(killAfter);
  child.kill('SIGKILL');
  await ended;
  return out.split('\n').slice(0, -1);
};

test.runIf(soaking)(
  'an instance killed in the middle of a burst has lost nothing it called saved, nor left half of anything',
  async () => {
    const place = azurite.place();
    for (let round = 0; round < 12; round += 1) {
      const saved = await runBurst(place, round * 1_000_000, 20 + round * 37);
      const outbox = await openAzureOutbox(place);
      const pending = await outbox.pending(1_000_000);
      const landing = new Set(pending.map(({ key }) => key));
      expect(saved.length).toBeGreaterThan(0);
      expect(saved.filter((key) => !landing.has(key))).toEqual([]);
      for (const { key } of pending) expect((await outbox.find(key))?.key).toBe(key);
      expect(outbox.depth().changes).toBe(pending.length);
      expect(pending.map(({ sequence }) => sequence)).toEqual(pending.map((_, at) => at + 1));
      outbox.close();
    }
  },
  120_000,
);

test('instances with a folder each share the Outbox and the lease of their storage account', async () => {
  const { tables, blobs, key, place } = azurite;
  const credentials = { clientSecret: '', loginUrl: '', tenantId: '', clientId: '' };
  const { council: site } = place();
  const open = (dataFolder: string) =>
    openStores({ dataFolder, storage: { tables, blobs, key }, credentials, site }, () =>
      Temporal.Instant.from('2020-10-01T08:00:00Z'),
    );
  const [one, other] = await Promise.all([open('one'), open('other')]);
  expect(one.outbox.begun()).toEqual(other.outbox.begun());
  const at = Temporal.Instant.from('2020-10-05T09:30:00Z');
  await one.outbox.accept([{ key: 'a|1', by: null, at, changes: [], message: null }]);
  expect((await other.outbox.find('a|1'))?.key).toBe('a|1');
  await expect.poll(() => one.lease.hold()).toBe(true);
  expect(other.lease.hold()).toBe(false);
  await one.letGo();
  await expect.poll(() => other.lease.hold()).toBe(true);
  await other.letGo();
});
