// The settings of a storage account: both addresses or neither, never open to whoever listens, and no key
// of an account that is not on this machine.
import { expect, test } from 'vitest';
import { readStorage } from '../../src/settings/storage-settings.ts';

const azure = {
  STORAGE_TABLES: 'https://council.table.core.windows.net/',
  STORAGE_BLOBS: 'https://council.blob.core.windows.net',
};
const emulator = {
  STORAGE_TABLES: 'http://127.0.0.1:10002/council',
  STORAGE_BLOBS: 'http://127.0.0.1:10000/council',
};
const faultsOf = (env: Readonly<Record<string, string>>): readonly string[] => {
  const storage = readStorage(env);
  return storage !== null && 'faults' in storage ? storage.faults : [];
};

test('where none is named the Outbox is a file', () => {
  expect([readStorage({}), readStorage({ STORAGE_TABLES: ' ' })]).toEqual([null, null]);
});

test('an account of Azure is opened by the app’s own sign-in', () => {
  expect(readStorage(azure)).toEqual({
    tables: 'https://council.table.core.windows.net',
    blobs: 'https://council.blob.core.windows.net',
    key: null,
  });
  expect(faultsOf({ ...azure, STORAGE_KEY: 'a-key' })).toEqual([
    'STORAGE_KEY must not be set: the app opens its storage account by its own sign-in. The key is for an emulator on this machine.',
  ]);
});

test('an emulator on this machine is opened by its key', () => {
  expect(readStorage({ ...emulator, STORAGE_KEY: 'a-key' })).toMatchObject({ key: 'a-key' });
  expect(faultsOf(emulator)).toEqual([
    'STORAGE_KEY is not set: an emulator on this machine is opened by its key.',
  ]);
});

test('one address without the other is refused, as is a key alone', () => {
  expect(faultsOf({ STORAGE_BLOBS: azure.STORAGE_BLOBS })).toEqual([
    'STORAGE_TABLES and STORAGE_BLOBS must both be set, or neither: STORAGE_TABLES is not.',
  ]);
  expect(faultsOf({ STORAGE_KEY: 'a-key' })).toEqual([
    'STORAGE_KEY must not be set without STORAGE_TABLES and STORAGE_BLOBS.',
  ]);
});

test('an address that others could listen to, or that carries a secret, is refused', () => {
  const addresses = [
    'http://council.table.core.windows.net',
    'https://council.table.core.windows.net/?sv=2024&sig=secret',
    'https://name:secret@council.table.core.windows.net',
    'council.table.core.windows.net',
  ];
  for (const address of addresses) {
    const faults = faultsOf({ ...azure, STORAGE_TABLES: address });
    expect(faults[0]).toBe(
      'STORAGE_TABLES must be an https address such as https://council.table.core.windows.net.',
    );
    expect(faults.join()).not.toContain('secret');
  }
});
