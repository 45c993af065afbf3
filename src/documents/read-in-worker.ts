// Reads one file in a thread of its own, with so much memory and so much time and no more. A thread
// that goes over either is ended, and the file is refused; the app goes on.
import { Worker } from 'node:worker_threads';
import type { Workbook } from '../rules/workbook.ts';
import type { FileRefused } from '../use-cases/ports.ts';
import { asValue, tookTooLong, tooMuchMemory } from './limits.ts';
import type { ToRead } from './reading-worker.ts';
import { type FromWorker, unpackSheets } from './wire.ts';

/** In megabytes. A million cells and their texts need about half of it. */
const memory = { maxOldGenerationSizeMb: 640, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

type Progress = (done: number) => void;

/** Rejects only where the fault is ours. */
export const readInWorker = (
  file: ToRead,
  progress: Progress = () => {},
): Promise<Workbook | FileRefused> =>
  new Promise((resolve, reject) => {
    const worker = startWorker(file);
    const sheets = unpackSheets();
    const timeLimit = setTimeout(() => {
      end(() => resolve(asValue(tookTooLong(file.limits))));
    }, file.limits.seconds * 1_000);
    const end = (settle: () => void): void => {
      clearTimeout(timeLimit);
      worker.removeAllListeners('exit');
      void worker.terminate().then(settle, reject);
    };

    worker.on('message', (message: FromWorker) => {
      if ('progress' in message) progress(message.progress);
      else if ('sheet' in message) sheets.begin(message);
      else if ('rows' in message) sheets.add(message.rows);
      else if ('refused' in message) end(() => resolve(message.refused));
      else {
        progress(1);
        end(() => resolve({ sheets: sheets.sheets }));
      }
    });
    worker.on('error', (error) => {
      end(() => (ranOutOfMemory(error) ? resolve(asValue(tooMuchMemory())) : reject(error)));
    });
    worker.on('exit', (code) => {
      end(() => reject(new Error(`The thread that reads a file ended with ${code}.`)));
    });
  });

/** The bytes are handed over: what the caller holds stays whole. */
const startWorker = (file: ToRead): Worker => {
  const bytes = Uint8Array.from(file.bytes);
  return new Worker(new URL('reading-worker.ts', import.meta.url), {
    workerData: { ...file, bytes },
    transferList: [bytes.buffer],
    resourceLimits: memory,
    execArgv: [],
    env: whereCompiled(),
  });
};

/** Where the app finds its sources compiled, if anywhere, the thread does too: a third of its start. */
const whereCompiled = (): Record<string, string> => {
  const folder = process.env['NODE_COMPILE_CACHE'];
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder };
};

const ranOutOfMemory = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY' ||
  (error instanceof RangeError && /allocation|string length|array length/i.test(error.message));
