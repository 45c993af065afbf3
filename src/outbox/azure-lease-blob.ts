// The blob whose lease is the hosted lease: empty, one for each council.
import { BlockBlobClient, ContainerClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { isThereAlready } from './azure-fault.ts';
import { escapeKey } from './azure-keys.ts';
import { credentialOf, type HostedPlace } from './azure-place.ts';
import { usualPatience } from './azure-table.ts';

/** Each is asked once, within a time limit, and throws as the storage account's client does. */
export type LeaseBlob = {
  /** Whoever holds it under the same id renews it. */
  acquire(seconds: number): Promise<void>;
  release(): Promise<void>;
  make(): Promise<void>;
};

const container = 'golden-thread';

/** `id`: whose lease it is, a GUID. Nothing is asked yet. */
export const openLeaseBlob = (place: HostedPlace, id: string): LeaseBlob => {
  const by = credentialOf(place.blobs, place.by);
  const credential = 'key' in by ? new StorageSharedKeyCredential(by.account, by.key) : by.token;
  const options = { retryOptions: { maxTries: 1 } };
  const within = `${place.blobs}/${container}`;
  const name = `lease ${escapeKey(place.council)}`;
  const blob = new BlockBlobClient(`${within}/${encodeURIComponent(name)}`, credential, options);
  const lease = blob.getBlobLeaseClient(id);
  const limits = () => ({
    abortSignal: AbortSignal.timeout(place.patience?.request ?? usualPatience.request),
  });
  return {
    acquire: async (seconds) => void (await lease.acquireLease(seconds, limits())),
    release: async () => void (await lease.releaseLease(limits())),
    make: async () => {
      await new ContainerClient(within, credential, options).createIfNotExists(limits());
      await blob
        .upload('', 0, { conditions: { ifNoneMatch: '*' }, ...limits() })
        .catch((error: unknown) => {
          if (!isThereAlready(error)) throw error;
        });
    },
  };
};
