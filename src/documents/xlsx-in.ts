// Reads an .xlsx whole, within limits: what is in it is counted before it is used. The sheet's own
// XML is read here, because what a reading library reports has no limits and leaves out hidden
// sheets, merges, number formats, and whether a value was worked out.
import type { Sheet } from '../rules/workbook.ts';
import { newAllowance } from './allowance.ts';
import type { Limits } from './limits.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet-xml.ts';
import { readStyles } from './styles.ts';
import { findParts } from './workbook-parts.ts';
import { openZip } from './zip.ts';

export type Reading = {
  readonly limits: Limits;
  /** How far it has come, 0 to 1. */
  readonly progress: (done: number) => void;
  /** Each sheet as it is read, so that only one is held at a time. */
  readonly sheet: (sheet: Sheet) => void;
};

/** Throws a Refusal. */
export const readXlsx = (bytes: Uint8Array, { limits, progress, sheet }: Reading): void => {
  const zip = openZip(bytes, limits);
  const parts = findParts(zip, limits);
  const allowance = newAllowance(limits);
  const book = {
    from1904: parts.from1904,
    styles: readStyles(zip, parts.styles),
    strings: readSharedStrings({ zip, part: parts.strings, limits }),
  };
  const all = parts.sheets.reduce((sum, { part }) => sum + zip.size(part), 1);
  let done = 0;
  for (const { name, hidden, part } of parts.sheets) {
    const unpack = (take: (piece: Uint8Array) => void): void => {
      zip.unpack(part, (piece) => {
        done += piece.length;
        progress(done / all);
        take(piece);
      });
    };
    sheet({ name, hidden, ...readSheet({ part, unpack }, book, allowance) });
  }
};
