// Files that would hurt: each is refused in a plain sentence, soon, and the app goes on.
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { soaking, times } from '../counts.ts';
import {
  cellsIn,
  limits,
  partsOf,
  rawZip,
  read,
  refusal,
  refusalWithin,
  row,
  xlsx,
  zipped,
} from './given-files.ts';

const mostCells = limits.cells.toLocaleString('en-GB');
const mostUnpacked = limits.unpackedMegabytes;

const megabytes = (count: number, letter = 'a') =>
  new Uint8Array(count * 1024 * 1024).fill(letter.charCodeAt(0));
const usual = () =>
  Object.entries(partsOf({})).map(([name, part]) => ({ name, content: strToU8(part as string) }));

describe('limits', () => {
  test('more than 50 MB', async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    bytes.set([0x50, 0x4b, 3, 4]);
    expect(await refusal(bytes)).toMatch(/^too large: .*50 MB/);
  });

  test(`${mostCells} cells are read, and one more is refused`, async () => {
    const cells = '<c><v>1</v></c>'.repeat(1_000);
    const rows = `<row>${cells}</row>`.repeat(limits.cells / 1_000);
    expect(await refusalWithin(xlsx({ sheets: { A: rows } }))).toBe('read');
    const over = xlsx({ sheets: { A: rows, B: '<row><c><v>1</v></c></row>' } });
    const words = await refusalWithin(over);
    expect(words).toMatch(/^too many cells: /);
    expect(words).toContain(mostCells);
  }, 60_000);

  test('a bomb that unpacks to more than is read, whatever its parts say of themselves', async () => {
    const before = process.memoryUsage().rss;
    const content = megabytes(mostUnpacked + 1);
    const bytes = rawZip([...usual(), { name: 'xl/media/picture.png', content, saysSize: 10 }]);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    const packedAt = process.memoryUsage().rss;
    const began = performance.now();
    const words = await refusalWithin(bytes);
    expect(words).toMatch(/^too large unpacked: /);
    expect(words).toContain(`${mostUnpacked} MB`);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - Math.max(before, packedAt)).toBeLessThan(150 * 1024 * 1024);
  }, 60_000);

  test('a sheet that is the bomb', async () => {
    const sheet = Buffer.concat([
      strToU8('<worksheet><sheetData><row><c t="inlineStr"><is><t>'),
      megabytes(mostUnpacked + 1, ' '),
    ]);
    const parts = partsOf({ parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(sheet) } });
    expect(await refusalWithin(zipped(parts))).toMatch(/^too large unpacked: /);
  }, 60_000);

  test('one long text used by a great many cells', async () => {
    const strings = `<si><t>${'long '.repeat(20_000)}</t></si>`;
    const bytes = xlsx({
      strings,
      sheets: { A: `<row>${'<c t="s"><v>0</v></c>'.repeat(5_000)}</row>` },
    });
    expect(await refusal(bytes)).toMatch(/^too large unpacked: .*200 MB/);
  });

  test('a stray cell in the last corner of a sheet costs nothing; a thousand of them are refused', async () => {
    const corner = (row: number) => `<row r="${row}"><c r="XFD${row}"><v>9</v></c></row>`;
    const cells = await cellsIn(xlsx({ sheets: { A: `${row(1)}${corner(1_048_576)}` } }));
    expect(cells?.length).toBe(1_048_576);
    expect(cells?.[0]).toEqual([1]);
    expect(cells?.at(-1)?.length).toBe(16_384);
    expect(cells?.at(-1)?.at(-1)).toBe(9);
    const many = Array.from({ length: 1_000 }, (_, at) => corner(at + 1)).join('');
    expect(await refusal(xlsx({ sheets: { A: many } }))).toMatch(/^too many cells: .*far apart/);
    expect(await refusal(xlsx({ sheets: { A: '<row><c r="XFE1"/></row>' } }))).toMatch(
      /^damaged: .*outside/,
    );
    expect(await refusal(xlsx({ sheets: { A: '<row r="1048577"/>' } }))).toMatch(
      /^damaged: .*outside/,
    );
  });

  test('ten thousand sheets', async () => {
    const sheets = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`S${at}`, '']));
    expect(await refusal(xlsx({ sheets }))).toMatch(/^too large: .*(10,000 parts|250 sheets)/);
    const fewer = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`S${at}`, '']));
    expect(await refusal(xlsx({ sheets: fewer }))).toMatch(/^too large: .*250 sheets/);
  });

  test('merged areas count as cells', async () => {
    const merges = '<mergeCell ref="A1:B1"/>'.repeat(limits.cells + 1);
    const sheet = `<sheetData/><mergeCells>${merges}</mergeCells>`;
    expect(await refusalWithin(xlsx({ sheets: { A: sheet } }))).toMatch(/^too many cells: /);
  }, 60_000);

  test('a file that takes too long is given up, and the next is read', async () => {
    const hurried = openSpreadsheets({ seconds: 0.01 });
    const bytes = xlsx({ sheets: { A: row(1).repeat(times({ reduced: 50_000, full: 300_000 })) } });
    expect(await hurried.read({ name: 'a.xlsx', bytes })).toMatchObject({
      refused: 'took too long',
    });
    expect(await cellsIn(xlsx({ sheets: { A: row(1) } }))).toEqual([[1]]);
  });

  test('one name or number that never ends', async () => {
    // Just past the 4 MB that may pass with no element beginning or ending.
    const letters = times({ reduced: 4.5, full: 8 }) * 1024 * 1024;
    const long = 'a/'.repeat(letters / 2);
    const target = `<Relationships><Relationship Id="r" Target="${long}"/></Relationships>`;
    const parts = { 'xl/_rels/workbook.xml.rels': target };
    expect(await refusal(xlsx({ parts }))).toMatch(/^damaged: /);
    const cell = `<row><c><v>${'1'.repeat(letters)}</v></c></row>`;
    expect(await refusal(xlsx({ sheets: { A: cell } }))).toMatch(/^damaged: /);
  });

  test.runIf(soaking)(
    'more texts than cells may be, and more rows or styles than Excel takes',
    async () => {
      const strings = '<si/>'.repeat(limits.cells + 1);
      expect(await refusalWithin(xlsx({ strings }))).toMatch(/^too many cells: /);
      const rows = '<row r="1"/>'.repeat(1_048_577);
      expect(await refusal(xlsx({ sheets: { A: rows } }))).toMatch(/^damaged: .*more rows/);
      const styles = `<cellXfs>${'<xf/>'.repeat(1_000_001)}</cellXfs>`;
      expect(await refusal(xlsx({ styles }))).toMatch(/^damaged: .*more cell formats/);
    },
    60_000,
  );

  test('elements within elements without end', async () => {
    const deep = `<sheetData>${'<a>'.repeat(1_000_000)}`;
    expect(await refusal(xlsx({ sheets: { A: deep } }))).toMatch(/^damaged: /);
  });
});

describe('what is no plain workbook', () => {
  const named = (type: string) =>
    `<Types><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`;

  test('macros: by name, by a part, by a content type, and old ones on a sheet of their own', async () => {
    expect(await refusal(xlsx({}), 'a.xlsm')).toMatch(/^has macros: .*macros/);
    expect(await refusal(xlsx({ parts: { 'xl/vbaProject.bin': 'x' } }))).toMatch(/^has macros: /);
    expect(await refusal(xlsx({ parts: { 'other/VBAPROJECT.BIN': 'x' } }))).toMatch(
      /^has macros: /,
    );
    const enabled = named('application/vnd.ms-excel.sheet.macroEnabled.main+xml');
    expect(await refusal(xlsx({ parts: { '[Content_Types].xml': enabled } }))).toMatch(
      /^has macros: /,
    );
    expect(await refusal(xlsx({ parts: { 'xl/macrosheets/sheet1.xml': '<a/>' } }))).toMatch(
      /^has macros: /,
    );
  });

  test('a password: an Office file, or a zip', async () => {
    const ole = Buffer.alloc(2_048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(ole)).toMatch(/^not a spreadsheet: .*\.xls file/);
    ole.write('EncryptedPackage', 1_024, 'utf16le');
    expect(await refusal(ole)).toMatch(/^has a password: /);
    expect(await refusal(rawZip(usual().map((each) => ({ ...each, flags: 1 }))))).toMatch(
      /^has a password: /,
    );
  });

  test('another kind of file, whatever its name', async () => {
    expect(await refusal(strToU8('%PDF-1.7'))).toMatch(/^not a spreadsheet: /);
    expect(await refusal(new Uint8Array())).toMatch(/^not a spreadsheet: /);
    expect(await refusal(strToU8('a,b'), 'a.ods')).toMatch(/^not a spreadsheet: .*\.ods/);
    expect(await refusal(strToU8('a,b'), 'a.docx')).toMatch(/^not a spreadsheet: .*Save/);
    expect(await refusal(strToU8('a,b'), 'a')).toMatch(/^not a spreadsheet: .*Save/);
    expect(await refusal(xlsx({}), 'a.csv')).toMatch(/^not a spreadsheet: .*csv/);
    const ods = zipped({ mimetype: 'x', 'content.xml': '<a/>' });
    expect(await refusal(ods)).toMatch(/^not a spreadsheet: .*OpenDocument/);
    expect(await refusal(zipped({ 'a.txt': 'x' }))).toMatch(/^not a spreadsheet: /);
    const word = zipped({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<a/>' });
    expect(await refusal(word)).toMatch(/^not a spreadsheet: /);
  });
});

describe('zips that are damaged or lie', () => {
  test('cut short anywhere, or with a byte changed anywhere, it is refused or read as it was', async () => {
    const bytes = xlsx({ sheets: { A: row('Measure', 1).repeat(50) } });
    const whole = await cellsIn(bytes);
    const parts = times({ reduced: 7, full: 12 });
    for (let n = 1; n < parts; n += 1) {
      const at = Math.floor((bytes.length * n) / parts);
      expect(await read(bytes.subarray(0, at))).toHaveProperty('refused');
      const spoilt = Uint8Array.from(bytes);
      spoilt[at] = (spoilt[at] ?? 0) ^ 0x55;
      const answer = await read(spoilt);
      if (!('refused' in answer)) expect(answer.sheets[0]?.rows).toEqual(whole);
    }
  }, 60_000);

  test.each([
    [
      'the same part twice',
      [...usual(), { name: 'XL/workbook.xml', content: strToU8('<a/>') }],
      'twice',
    ],
    [
      'a part under two names',
      [...usual(), { name: 'b.xml', localName: 'c.xml', content: strToU8('<a/>') }],
      'also called',
    ],
    [
      'a name that climbs out',
      [...usual(), { name: '../../etc/passwd', content: strToU8('x') }],
      'outside',
    ],
    [
      'a name that climbs out with \\',
      [...usual(), { name: 'xl\\..\\..\\x', content: strToU8('x') }],
      'outside',
    ],
    [
      'a name from the root',
      [...usual(), { name: '/etc/passwd', content: strToU8('x') }],
      'outside',
    ],
    ['a name on a drive', [...usual(), { name: 'C:/x', content: strToU8('x') }], 'outside'],
  ] as const)('%s', async (_, entries, words) => {
    expect(await refusal(rawZip(entries))).toMatch(new RegExp(`^damaged: .*${words}`));
  });

  test('parts that share their packed bytes', async () => {
    const first = { name: 'a.bin', content: megabytes(1) };
    const over = { name: 'a.bin', over: 0, content: megabytes(1) };
    expect(await refusal(rawZip([first, ...usual(), over]))).toMatch(/^damaged: .*twice/);
    const renamed = { name: 'b.bin', localName: 'a.bin', over: 0, content: megabytes(1) };
    expect(await refusal(rawZip([first, ...usual(), renamed]))).toMatch(/^damaged: /);
  });

  test('a zip within a zip is not opened', async () => {
    const inner = rawZip([{ name: 'bomb.bin', content: megabytes(mostUnpacked + 1) }]);
    const bytes = xlsx({ sheets: { A: row(1) }, parts: { 'xl/embeddings/inner.zip': inner } });
    expect(await refusalWithin(bytes)).toBe('read');
    expect(await cellsIn(bytes)).toEqual([[1]]);
  });

  test('a sheet that is missing, a text that is missing, XML that ends early', async () => {
    const parts = partsOf({});
    delete parts['xl/worksheets/sheet1.xml'];
    expect(await refusal(zipped(parts))).toMatch(/^damaged: .*sheet1/);
    expect(await refusal(xlsx({ sheets: { A: '<row><c t="s"><v>3</v></c></row>' } }))).toMatch(
      /^damaged: .*text/,
    );
    expect(await refusal(xlsx({ sheets: { A: '<row><c><v>abc</v></c></row>' } }))).toMatch(
      /^damaged: .*number/,
    );
    expect(await refusal(xlsx({ sheets: { A: '<row><c>' } }))).toMatch(/^damaged: .*sheet1/);
    const latin = new Uint8Array([
      ...strToU8('<worksheet><sheetData><row><c t="str"><v>'),
      0xe9,
      0x20,
    ]);
    expect(await refusal(xlsx({ parts: { 'xl/worksheets/sheet1.xml': latin } }))).toMatch(
      /^damaged: /,
    );
  });
});

describe('what a workbook may ask of its reader', () => {
  test('entities that expand into one another', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(await refusal(xlsx({ parts: { 'xl/worksheets/sheet1.xml': bomb } }))).toMatch(
      /^damaged: .*document type/,
    );
    const external = '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><sst/>';
    expect(await refusal(xlsx({ parts: { 'xl/sharedStrings.xml': external } }))).toMatch(
      /^damaged: .*document type/,
    );
  });

  test('links to other files and the web are left where they are', async () => {
    const parts = partsOf({ sheets: { A: '<row><c><f>[1]S!A1</f><v>4</v></c></row>' } });
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="x/externalLink" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId10" Type="x/styles" Target="http://127.0.0.1:1/" TargetMode="External"/></Relationships>',
    );
    expect(await cellsIn(zipped(parts))).toEqual([[{ value: 4, formula: true }]]);
  });
});
