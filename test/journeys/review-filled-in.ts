// A year's review sheet as an officer fills it in.
import { readFile, writeFile } from 'node:fs/promises';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { reviewHeadings } from '../../src/rules/new-year/review-sheet.ts';
import { valueOfCell } from '../../src/rules/workbook.ts';

export const spreadsheets = openSpreadsheets();

/** What the verdicts rest on. */
export const decision = 'CAB-2021-02-23-7';

/** Fills the sheet in as an officer would: all kept but HB 11, which is retired, and VUL 6, renamed. */
export const fillIn = async (file: string): Promise<void> => {
  const read = await spreadsheets.read({ name: 'review.xlsx', bytes: await readFile(file) });
  if ('refused' in read) throw new Error(read.words);
  const [, ...rows] = read.sheets[0]?.rows ?? [];
  const filled = rows.map((cells) => {
    const code = String(valueOfCell(cells[1]));
    const verdict = code === 'HB 11' ? 'Retire' : code === 'VUL 6' ? 'change' : 'keep';
    const name = code === 'VUL 6' ? 'Homeless households in temporary homes' : null;
    const shown = cells.slice(0, 5).map((each) => valueOfCell(each));
    return [...shown, verdict, 'Reviewed by Cabinet.', decision, name, null, null];
  });
  const sheet = { name: 'Review', headings: reviewHeadings, rows: filled };
  await writeFile(file, await spreadsheets.writeXlsx([sheet]));
};
