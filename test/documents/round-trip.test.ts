// What is written is what is read: whatever a text begins with or holds, and every register as it is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { longestText } from '../../src/documents/xlsx-out.ts';
import { exportable, sheetOf } from '../../src/rules/export/export-sheet.ts';
import { keptByTheProduct } from '../../src/rules/import/importable.ts';
import { readImport } from '../../src/rules/import/read-import.ts';
import { type Cell, valueOfCell, type Workbook } from '../../src/rules/workbook.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { times } from '../counts.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { cellsIn, sheetsIn } from './given-files.ts';

const { writeXlsx, writeCsv } = openSpreadsheets();

const awkward = [
  '=1+1',
  '+44 20',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  "'=1",
  "''=1",
  "'quoted'",
  '＝1+1',
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
  'constructor',
  '__proto__',
  'toString',
  '_x000D_',
  '_x005F_',
  '_x0041_x0042_',
  ' lead and trail ',
  'a\r\nb\rc\nd',
  '<b>&amp;"\'</b>',
  ']]>',
  '\u0001\u000b\u001f',
  '\ufffd\ufffe\uffff',
  '\u007f\u0085\u2028',
  '007',
  '1e5',
  'TRUE',
  '14/10/2020',
  '😀 £ é 東京',
  'a,b;c\td',
  '"',
  '""',
  'sep=;',
  '\ufeffmark',
  '#REF!',
  '5%',
  '-',
  'N/A',
];
const anyText = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc
    .tuple(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "'="),
      fc.string({ unit: 'grapheme' }),
    )
    .map((each) => each.join('')),
);
const anyNumber = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  .map((number) => (Object.is(number, -0) ? 0 : number));
const anyDay = fc
  .integer({ min: -50_000, max: 2_900_000 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }));
const headings = ['Key', '=Heading', 'Words', '-', 'Last'];
const grids = <T>(cell: fc.Arbitrary<T>) =>
  fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), {
    minLength: 1,
    maxLength: 40,
  });

const asText = (cell: Cell | undefined): string | null => {
  const value = valueOfCell(cell);
  return value === null ? null : String(value);
};
const everyCell = (rows: readonly (readonly Cell[])[]) =>
  rows.flatMap((row) => headings.map((_, at) => row[at] ?? null));

test('any text, number, day, yes or no comes back from an .xlsx as it was, with its kind', async () => {
  const cell = fc.oneof(anyText, anyNumber, anyDay, fc.boolean(), fc.constant(null));
  await fc.assert(
    fc.asyncProperty(grids(cell), async (rows) => {
      const bytes = await writeXlsx([{ name: 'Measures', headings, rows }]);
      const [sheet] = await sheetsIn(bytes);
      const expected = rows
        .flat()
        .map((value) =>
          value instanceof Temporal.PlainDate && value.year < 1900 ? value.toString() : value,
        );
      expect(sheet?.rows[0]).toEqual(headings);
      expect(everyCell(sheet?.rows.slice(1) ?? [])).toEqual(expected);
    }),
    { numRuns: times({ reduced: 5, full: 60 }) },
  );
}, 60_000);

test('any text, and a number or a day as its text, comes back from a .csv as it was', async () => {
  const cell = fc.oneof(anyText, anyNumber, anyDay, fc.constant(null));
  await fc.assert(
    fc.asyncProperty(grids(cell), async (rows) => {
      const bytes = await writeCsv({ name: 'Measures', headings, rows });
      const nul = rows.flat().some((value) => typeof value === 'string' && value.includes('\0'));
      if (nul) return;
      const [sheet] = await sheetsIn(bytes, 'Measures.csv');
      expect(sheet?.rows[0]).toEqual(headings);
      const read = everyCell(sheet?.rows.slice(1) ?? []);
      // Blank rows at the end are no rows.
      expect([...read, ...Array<null>(rows.flat().length - read.length).fill(null)]).toEqual(
        rows.flat().map(asText),
      );
    }),
    { numRuns: times({ reduced: 5, full: 60 }) },
  );
}, 60_000);

test('each awkward text, alone in its cell', async () => {
  const rows = awkward.map((text) => [text]);
  expect(await cellsIn(await writeXlsx([{ name: 'A', headings: ['Text'], rows }]))).toEqual([
    ['Text'],
    ...rows,
  ]);
  expect(await cellsIn(await writeCsv({ name: 'A', headings: ['Text'], rows }), 'A.csv')).toEqual([
    ['Text'],
    ...rows,
  ]);
});

test('no cell of a .csv begins as a formula does, save a number', async () => {
  const text = new TextDecoder().decode(
    await writeCsv({ name: 'A', headings: ['=h'], rows: [...awkward.map((each) => [each]), [-5]] }),
  );
  const fields = text.split('\r\n').map((line) => line.replace(/^"/, ''));
  expect(fields.filter((field) => /^[=+\-@\t]/.test(field))).toEqual(['-5']);
  expect(text.startsWith("'=h")).toBe(true);
});

test('a text of the most letters a cell takes is written, and one more is refused by its place', async () => {
  const rows = [['x'.repeat(longestText)]];
  expect(await cellsIn(await writeXlsx([{ name: 'A', headings: ['Text'], rows }]))).toEqual([
    ['Text'],
    ...rows,
  ]);
  const over = { name: 'A', headings: ['Text'], rows: [[`${'x'.repeat(longestText)}x`]] };
  expect(() => writeXlsx([over])).toThrow('A2 holds 32768 letters');
});

test('a percentage stays one, and several sheets keep their names and order', async () => {
  const sheets = ['Measures & targets', 'Risks "new"', "O'Neill"].map((name) => ({
    name,
    headings: ['Key'],
    rows: [[{ value: 0.123, percent: true as const }]],
  }));
  const read = await sheetsIn(await writeXlsx(sheets));
  expect(read.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
  expect(read[0]?.rows[1]).toEqual([{ value: 0.123, percent: true }]);
});

test('ten thousand rows are written and read in seconds', async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) =>
    Array.from({ length: 12 }, (__, column) =>
      column % 2 ? row + column / 10 : `Measure ${row} ${column}`,
    ),
  );
  const beganAt = worked();
  const bytes = await writeXlsx([{ name: 'Measures', headings: rows[0]?.map(String) ?? [], rows }]);
  const writtenAt = worked();
  const heard: number[] = [];
  const workbook = await openSpreadsheets().read({ name: 'a.xlsx', bytes }, (done) =>
    heard.push(done),
  );
  expect('sheets' in workbook && workbook.sheets[0]?.rows.length).toBe(10_001);
  expect(writtenAt - beganAt).toBeLessThan(4);
  expect(worked() - writtenAt).toBeLessThan(8);
  expect(heard).toEqual(heard.toSorted((one, other) => one - other));
  expect([heard.length > 10, heard.at(-1)]).toEqual([true, 1]);
}, 90_000);

/** Seconds of processor so far, its threads' among them: other work on the machine counts for nothing. */
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const council = registersOf(stokeOnTrent().rows as Rows);
const takenIn = exportable.filter((name) => keptByTheProduct(name) === null);

test.each(
  [...council.plans.values()].filter(({ key, plan }) => key === plan).map(({ key }) => key),
)(
  'every register of %s, exported and imported, changes nothing and raises no doubt',
  async (plan) => {
    const exported = takenIn.map((name) =>
      sheetOf(name, council[name].values() as never, { plan, access: 'with exempt' }),
    );
    const imported = (workbook: Workbook, file: string) =>
      readImport(council, { file, plan, workbook, today: Temporal.PlainDate.from('2021-05-01') });
    const files = [
      { name: 'all.xlsx', bytes: await writeXlsx(exported) },
      ...(await Promise.all(
        exported
          .filter(({ rows }) => [...rows].length > 0)
          .map(async (sheet) => ({
            name: `${sheet.name}.csv`,
            bytes: await writeCsv(sheet),
          })),
      )),
    ];
    for (const { name, bytes } of files) {
      const { doubts, changesToTake } = imported({ sheets: await sheetsIn(bytes, name) }, name);
      expect([name, doubts, changesToTake]).toEqual([name, [], []]);
    }
  },
  60_000,
);

const office = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!office)(
  'LibreOffice opens the .xlsx and takes no text for a formula',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-office-'));
    try {
      const rows = awkward.filter((text) => /^[=+\-@]/.test(text)).map((text) => [text]);
      const file = path.join(folder, 'a.xlsx');
      writeFileSync(file, await writeXlsx([{ name: 'A', headings: ['Text'], rows }]));
      const args = [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv',
        '--outdir',
        folder,
        file,
      ];
      expect(spawnSync('soffice', args).status).toBe(0);
      const shown = readFileSync(path.join(folder, 'a.csv'), 'utf8');
      for (const [text] of rows) expect(shown).toContain(text?.replaceAll('"', '""'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
