// What an administrator is told of an Outbox and a lease in a storage account, Azurite standing in for it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandSettings } from '../../src/commands/command-settings.ts';
import type { Finding } from '../../src/commands/doctor/finding.ts';
import { lookAtStores } from '../../src/commands/doctor/look-at-stores.ts';
import { patientOf } from '../../src/commands/doctor/patient.ts';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { openAzureLease } from '../../src/outbox/azure-lease.ts';
import { soaking } from '../counts.ts';
import { type Azurite, startAzurite } from '../outbox/azurite.ts';

// Azurite takes seconds of processor to start.
describe.runIf(soaking)('the Outbox and the lease in a storage account', () => {
  let azurite: Azurite;
  beforeAll(async () => {
    azurite = await startAzurite();
  }, 60_000);
  afterAll(() => azurite?.stop());

  const site = 'localhost:/sites/hosted';
  const look = (settings: Record<string, string> = {}): Promise<readonly Finding[]> => {
    const { tables, blobs, key } = azurite;
    const env = {
      ...appEnvironment({ port: 1, localPort: 1, dataFolder: '/nowhere', site: 'hosted' }),
      STORAGE_TABLES: tables,
      STORAGE_BLOBS: blobs,
      STORAGE_KEY: key,
      ...settings,
    };
    return lookAtStores(patientOf(commandSettings(env), env));
  };
  const inWords = (findings: readonly Finding[]) =>
    findings.map(({ standing, about, words }) => `${standing} ${about}: ${words}`);

  test('a free lease says that no app runs, one that is held that one does; it is left as it was', async () => {
    expect(inWords(await look())).toEqual([
      'ok Outbox: It can be read and written; waiting: 0 changes and 0 messages.',
      'warns lease: It is free: no app is running.',
    ]);
    const running = openAzureLease(azurite.place(site), 0);
    while (!running.hold()) await running.settled();
    expect(inWords(await look())[1]).toBe('ok lease: It is held: an app is running and sends.');
    expect(running.hold()).toBe(true);
    running.release();
    await running.settled();
  }, 60_000);

  test('an account that refuses the app is told with the roles it needs there', async () => {
    const [outbox] = await look({ STORAGE_KEY: Buffer.alloc(64, 1).toString('base64') });
    expect(outbox).toMatchObject({ standing: 'fails', about: 'Outbox' });
    expect(outbox?.words).toContain('refuses the app');
    expect(outbox?.toDo).toContain('Storage Table Data Contributor');
  }, 60_000);
});
