// The Outbox and the lease, in DATA_DIR or in the storage account: whether they can be read and written, what
// waits, and whether an app is running. A running app is not disturbed; no file is made that is not there.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStores, type Stores } from '../../open-stores.ts';
import { checkFile, fileFault } from '../../outbox/sqlite-file.ts';
import { openLease } from '../../outbox/sqlite-lease.ts';
import { openOutbox } from '../../outbox/sqlite-outbox.ts';
import { type Lease, type Outbox } from '../../use-cases/ports.ts';
import { StoreFault } from '../../use-cases/store-fault.ts';
import { type Finding, fails, ok, warns } from './finding.ts';
import type { Patient } from './patient.ts';

/** A lease that is free means that no app is running: it is held for a moment to find out, and let go. */
export const lookAtStores = ({ config }: Pick<Patient, 'config'>): Promise<readonly Finding[]> =>
  config.storage === null ? Promise.resolve(lookAtFiles(config.dataFolder)) : lookAtHosted(config);

const lookToIt = 'docs/sharepoint.md says what each trouble with the Outbox means and what to do.';

const lookAtFiles = (folder: string): readonly Finding[] =>
  folderFault(folder) ?? [
    lookAtOutboxFile(path.join(folder, 'outbox.sqlite')),
    lookAtLeaseFile(path.join(folder, 'lease.sqlite')),
  ];

const folderFault = (folder: string): readonly Finding[] | null => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    const toDo = 'Set DATA_DIR to a folder on a local disk that the app may write to.';
    return [fails('Outbox', `DATA_DIR ${folder} cannot be written.`, toDo)];
  }
};

const none = 'There is none yet: it is begun as the app first starts.';

const lookAtOutboxFile = (file: string): Finding => {
  if (!existsSync(file)) return ok('Outbox', none);
  try {
    checkFile(file);
    const outbox = openOutbox(file);
    const found = outboxWords(outbox);
    outbox.close();
    return found;
  } catch (error) {
    const { message } = error instanceof StoreFault ? error : fileFault('The Outbox', file, error);
    return fails('Outbox', message, lookToIt);
  }
};

const outboxWords = (outbox: Pick<Outbox, 'depth'>): Finding => {
  const { changes, messages } = outbox.depth();
  const waits = `${counted(changes, 'change')} and ${counted(messages, 'message')}`;
  return ok('Outbox', `It can be read and written; waiting: ${waits}.`);
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const lookAtLeaseFile = (file: string): Finding => {
  if (!existsSync(file)) return ok('lease', none);
  try {
    const lease = openLease(file);
    const isFree = lease.hold();
    lease.release();
    return leaseWords(isFree);
  } catch (error) {
    return fails('lease', wordsOf(error), lookToIt);
  }
};

const leaseWords = (isFree: boolean): Finding =>
  isFree
    ? warns(
        'lease',
        'It is free: no app is running.',
        'Start the app, unless it is meant to be off.',
      )
    : ok('lease', 'It is held: an app is running and sends.');

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const forStorage =
  'Check STORAGE_TABLES and STORAGE_BLOBS, that this machine reaches them, and that the identity is Storage Table Data Contributor and Storage Blob Data Contributor there.';

/** A table and a blob that are not there yet are made, empty, as the app makes them. */
const lookAtHosted = async (config: Patient['config']): Promise<readonly Finding[]> => {
  let stores: Stores | null = null;
  try {
    stores = await openStores(config, () => Temporal.Now.instant());
    return [outboxWords(stores.outbox), await lookAtHostedLease(stores.lease)];
  } catch (error) {
    return [fails('Outbox', wordsOf(error), forStorage)];
  } finally {
    await stores?.letGo();
  }
};

/** Milliseconds the storage account has to answer who holds it. */
const patience = 6_000;

const lookAtHostedLease = async (lease: Lease): Promise<Finding> => {
  const until = performance.now() + patience;
  try {
    while (performance.now() < until) {
      if (lease.hold()) return leaseWords(true);
      await pause(250);
    }
    return leaseWords(false);
  } catch (error) {
    return fails('lease', wordsOf(error), forStorage);
  }
};
