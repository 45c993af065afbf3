// Which Outbox and lease there are: files in DATA_DIR, or a storage account where one is configured, which
// several instances of the app share. What is kept in them is decided by the use cases.
import path from 'node:path';
import type { Config } from './config.ts';
import type { HostedPlace } from './outbox/azure-place.ts';
import { openLease } from './outbox/sqlite-lease.ts';
import { openOutbox } from './outbox/sqlite-outbox.ts';
import { tokensFor } from './sharepoint/graph/tokens.ts';
import type { Lease, Outbox } from './use-cases/ports.ts';

export type Stores = {
  readonly outbox: Outbox;
  readonly lease: Lease;
  /** Lets the lease go, so that the next has it at once, and closes the Outbox. */
  letGo(): Promise<void>;
};

type Asked = Pick<Config, 'dataFolder' | 'storage' | 'credentials' | 'site'>;

/** `now`: on the council's clock. Throws an error that names the file or the table. */
export const openStores = async (config: Asked, now: () => Temporal.Instant): Promise<Stores> => {
  const { storage, dataFolder } = config;
  if (storage !== null) return openHosted(placeOf(config, storage), now);
  const outbox = openOutbox(path.join(dataFolder, 'outbox.sqlite'), now);
  const lease = openLease(path.join(dataFolder, 'lease.sqlite'));
  return {
    outbox,
    lease,
    letGo: async () => {
      lease.release();
      outbox.close();
      await Promise.resolve();
    },
  };
};

const placeOf = (
  { credentials, site }: Asked,
  { tables, blobs, key }: NonNullable<Config['storage']>,
): HostedPlace => {
  const by = key === null ? { token: tokensFor(credentials)(storageScope) } : { key };
  return { tables, blobs, council: site, by };
};

const storageScope = 'https://storage.azure.com/.default';

/** Where files serve, nothing of the storage account's client is loaded. */
const openHosted = async (place: HostedPlace, now: () => Temporal.Instant): Promise<Stores> => {
  const [{ openAzureOutbox }, { openAzureLease }] = await Promise.all([
    import('./outbox/azure-outbox.ts'),
    import('./outbox/azure-lease.ts'),
  ]);
  const outbox = await openAzureOutbox(place, now);
  const lease = openAzureLease(place);
  return {
    outbox,
    lease,
    letGo: async () => {
      lease.release();
      await lease.settled();
      outbox.close();
    },
  };
};
