// How much of a file is read, and the sentences that refuse one. Whoever calls gets a value; inside
// this folder a refusal is thrown, so that it can leave the middle of a stream.
import type { FileRefused } from '../use-cases/ports.ts';

export type Limits = {
  readonly fileMegabytes: number;
  /** All parts of the file together, counted while they are unpacked. */
  readonly unpackedMegabytes: number;
  /** Cells that hold something. */
  readonly cells: number;
  readonly sheets: number;
  readonly seconds: number;
};

export const usualLimits: Limits = {
  fileMegabytes: 50,
  unpackedMegabytes: 200,
  cells: 1_000_000,
  sheets: 250,
  seconds: 60,
};

export const megabyte = 1024 * 1024;

/** Parts a workbook's zip may have: sheets, pictures, comments and the rest. */
export const mostParts = 10_000;

export class Refusal extends Error {
  readonly refused: FileRefused['refused'];
  constructor(refused: FileRefused['refused'], words: string) {
    super(words);
    this.refused = refused;
  }
}

const figure = (number: number): string => number.toLocaleString('en-GB');

export const tooLarge = ({ fileMegabytes }: Limits): Refusal =>
  new Refusal(
    'too large',
    `The file is larger than ${fileMegabytes} MB, the most that is read. Save only the sheets that are needed.`,
  );

export const tooLargeUnpacked = ({ unpackedMegabytes }: Limits): Refusal =>
  new Refusal(
    'too large unpacked',
    `The file unpacks to more than ${unpackedMegabytes} MB, the most that is read. Save only the sheets that are needed.`,
  );

export const tooManyCells = ({ cells }: Limits): Refusal =>
  new Refusal(
    'too many cells',
    `The file has more than ${figure(cells)} filled cells, the most that are read. Split it, or save only the sheets that are needed.`,
  );

export const tooFarApart = ({ cells }: Limits): Refusal =>
  new Refusal(
    'too many cells',
    `The file's cells lie so far apart that more than ${figure(spread(cells))} rows and blank cells would be needed between them. Delete the stray cells at the far edges of its sheets.`,
  );

/** Blank rows and blank cells before a filled one, all sheets together. */
export const spread = (cells: number): number => 5 * cells;

export const tooManySheets = ({ sheets }: Limits): Refusal =>
  new Refusal(
    'too large',
    `The file has more than ${figure(sheets)} sheets, the most that are read. Save only the sheets that are needed.`,
  );

export const tooManyParts = (): Refusal =>
  new Refusal(
    'too large',
    `The file is made of more than ${figure(mostParts)} parts, the most that are read. Save only the sheets that are needed.`,
  );

export const tookTooLong = ({ seconds }: Limits): Refusal =>
  new Refusal(
    'took too long',
    `The file took longer than ${seconds} seconds to read and was given up. Save only the sheets that are needed.`,
  );

export const tooMuchMemory = (): Refusal =>
  new Refusal(
    'too large unpacked',
    'The file needs more memory than is set aside for reading one. Save only the sheets that are needed.',
  );

export const hasMacros = (): Refusal =>
  new Refusal('has macros', 'The file has macros, and such a file is not read. Save it as .xlsx.');

export const hasPassword = (): Refusal =>
  new Refusal(
    'has a password',
    'The file is locked with a password. Save it without one, then try again.',
  );

/** `because` ends the sentence that says it is damaged. */
export const damaged = (because: string): Refusal =>
  new Refusal(
    'damaged',
    `The file is damaged: ${because}. Open it in Excel and save it again as .xlsx.`,
  );

export const notASpreadsheet = (words: string): Refusal => new Refusal('not a spreadsheet', words);

export const asValue = ({ refused, message }: Refusal): FileRefused => ({
  refused,
  words: message,
});
