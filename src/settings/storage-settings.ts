// Where the hosted Outbox and lease are, from the environment: the addresses of a storage account's tables
// and blobs, or neither. What is wrong is said in a sentence that names the setting.
import { isOnThisMachine } from './setting-kinds.ts';

/** `key`: null where the app's own sign-in opens the account. */
export type Storage = {
  readonly tables: string;
  readonly blobs: string;
  readonly key: string | null;
};

type StorageFaults = { readonly faults: readonly string[] };

/** Null where the Outbox is a file in DATA_DIR. */
export const readStorage = (
  env: Readonly<Record<string, string | undefined>>,
): Storage | StorageFaults | null => {
  const said = (name: string): string => (env[name] ?? '').trim();
  const [tables, blobs] = [said('STORAGE_TABLES'), said('STORAGE_BLOBS')].map((address) =>
    address.replace(/\/+$/, ''),
  ) as [string, string];
  const key = said('STORAGE_KEY');
  if (tables === '' && blobs === '')
    return key === ''
      ? null
      : { faults: ['STORAGE_KEY must not be set without STORAGE_TABLES and STORAGE_BLOBS.'] };
  if (tables === '' || blobs === '')
    return {
      faults: [
        `STORAGE_TABLES and STORAGE_BLOBS must both be set, or neither: ${tables === '' ? 'STORAGE_TABLES' : 'STORAGE_BLOBS'} is not.`,
      ],
    };
  const faults = [
    ...addressFaults('STORAGE_TABLES', tables, 'https://council.table.core.windows.net'),
    ...addressFaults('STORAGE_BLOBS', blobs, 'https://council.blob.core.windows.net'),
    ...keyFaults(key, [tables, blobs]),
  ];
  return faults.length > 0 ? { faults } : { tables, blobs, key: key === '' ? null : key };
};

const addressFaults = (name: string, address: string, example: string): readonly string[] => {
  const isAllowed = address.startsWith('https://') || isOnThisMachine(address);
  const isWhole = URL.canParse(address) && !/[?#@]/.test(address);
  return isAllowed && isWhole ? [] : [`${name} must be an https address such as ${example}.`];
};

/** A key opens the whole account to whoever reads it: an account of Azure's is opened by the app's sign-in. */
const keyFaults = (key: string, addresses: readonly string[]): readonly string[] => {
  const areHere = addresses.every(isOnThisMachine);
  if (key !== '' && !areHere)
    return [
      'STORAGE_KEY must not be set: the app opens its storage account by its own sign-in. The key is for an emulator on this machine.',
    ];
  if (key === '' && addresses.some((address) => !address.startsWith('https://')))
    return ['STORAGE_KEY is not set: an emulator on this machine is opened by its key.'];
  return [];
};
