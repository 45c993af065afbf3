// Spreadsheet files in and out. One is read at a time, each in a thread of its own: two large ones
// together would take twice the memory set aside for reading.

import type { Workbook } from '../rules/workbook.ts';
import type { FileRefused, Spreadsheets } from '../use-cases/ports.ts';
import { csvOf } from './csv-out.ts';
import { asValue, type Limits, megabyte, Refusal, tooLarge, usualLimits } from './limits.ts';
import { readInWorker } from './read-in-worker.ts';
import { whatFile } from './what-file.ts';
import { xlsxOf } from './xlsx-out.ts';

/** `given`: narrower limits than usual. */
export const openSpreadsheets = (given: Partial<Limits> = {}): Spreadsheets => {
  const limits: Limits = { ...usualLimits, ...given };
  let last: Promise<unknown> = Promise.resolve();

  const read: Spreadsheets['read'] = (file, progress) => {
    if (file.bytes.length > limits.fileMegabytes * megabyte) return refuse(tooLarge(limits));
    const kind = whatFile(file);
    if (kind instanceof Refusal) return refuse(kind);
    const reading = last.then(() => readInWorker({ ...file, kind, limits }, progress));
    last = reading.catch(() => {});
    return reading;
  };

  return {
    read,
    writeXlsx: xlsxOf,
    writeCsv: (sheet) => Promise.resolve(csvOf(sheet)),
  };
};

const refuse = (refusal: Refusal): Promise<Workbook | FileRefused> =>
  Promise.resolve(asValue(refusal));
