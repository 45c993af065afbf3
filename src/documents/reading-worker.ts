// The thread a file is read in: what goes wrong in it, and what it takes, ends with it.
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv-in.ts';
import { asValue, type Limits, Refusal } from './limits.ts';
import { type FromWorker, packSheet } from './wire.ts';
import { type Reading, readXlsx } from './xlsx-in.ts';

export type ToRead = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: 'xlsx' | 'csv';
  readonly limits: Limits;
};

const say = (message: FromWorker): void => parentPort?.postMessage(message);

const inHundredths = () => {
  let said = 0;
  return (done: number): void => {
    if (done < said + 0.01) return;
    said = done;
    say({ progress: done });
  };
};

const read = ({ name, bytes, kind, limits }: ToRead): void => {
  const reading: Reading = {
    limits,
    progress: inHundredths(),
    sheet: (sheet) => {
      for (const message of packSheet(sheet)) say(message);
    },
  };
  if (kind === 'csv') readCsv({ name, bytes }, reading);
  else readXlsx(bytes, reading);
};

try {
  read(workerData as ToRead);
  say({ done: true });
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say({ refused: asValue(error) });
}
