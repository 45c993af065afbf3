// A .csv as officers' programs write them: whatever separates the columns, whatever the encoding.
import { expect, test } from 'vitest';
import { cellsIn, limits, refusal, refusalWithin, sheetsIn } from './given-files.ts';

const csv = (text: string) => new TextEncoder().encode(text);
const cells = (bytes: Uint8Array) => cellsIn(bytes, 'Returns.csv');

test('quotation marks, commas and line ends within a cell', async () => {
  const text = 'Measure,Comment\r\n"Homes, all","He said ""no""\nand left"\r\n1,\r\n';
  expect(await cells(csv(text))).toEqual([
    ['Measure', 'Comment'],
    ['Homes, all', 'He said "no"\nand left'],
    ['1'],
  ]);
});

test("the sheet takes the file's name, and is shown", async () => {
  const [sheet] = await sheetsIn(csv('a'), 'C:\\Returns\\Quarter 2.csv');
  expect([sheet?.name, sheet?.hidden]).toEqual(['Quarter 2', false]);
});

test.each([
  ['commas', 'a,b;c\n1,2;3'],
  ['semicolons', 'a;b,c\n1;2,3\n4;5'],
  ['tabs', 'a\tb,c\n1\t2,3\n4\t5'],
  ["Excel's own first line", 'sep=;\r\na;b,c,d,e'],
])('columns apart by %s', async (_, text) => {
  const rows = await cells(csv(text));
  expect(rows?.[0]?.[0]).toBe('a');
  expect(rows?.[0]?.length).toBe(2);
});

test('UTF-8 with and without its mark, UTF-16, and what Excel writes in Britain', async () => {
  const text = '£1,€2,“café”';
  const expected = [['£1', '€2', '“café”']];
  expect(await cells(csv(`\ufeff${text}`))).toEqual(expected);
  expect(await cells(csv(text))).toEqual(expected);
  expect(await cells(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(expected);
  expect(await cells(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(expected);
  const windows = Uint8Array.from([
    0xa3, 0x31, 0x2c, 0x80, 0x32, 0x2c, 0x93, 0x63, 0x61, 0x66, 0xe9, 0x94,
  ]);
  expect(await cells(windows)).toEqual(expected);
});

test('one apostrophe is taken off a text that was made harmless, and off no other', async () => {
  const text = "'=1+1,''=1,'quoted',=1+1,'-5,-5";
  expect(await cells(csv(text))).toEqual([['=1+1', "'=1", "'quoted'", '=1+1', '-5', '-5']]);
});

test('old line ends, blank rows, and rows of different lengths', async () => {
  expect(await cells(csv('a\rb,c\r\r,,d\r,,\r'))).toEqual([
    ['a'],
    ['b', 'c'],
    [],
    [null, null, 'd'],
  ]);
  expect(await cells(csv(''))).toEqual([]);
});

test('a file that is no text, and too many cells', async () => {
  expect(await refusal(csv('a,b\0'), 'a.csv')).toMatch(/^not a spreadsheet: .*other than text/);
  const rows = limits.cells / 10;
  const over = await refusalWithin(csv('1,1,1,1,1,1,1,1,1,1\n'.repeat(rows + 1)), 'a.csv');
  expect(over).toMatch(/^too many cells: /);
  expect(over).toContain(limits.cells.toLocaleString('en-GB'));
  const wide = csv(`${','.repeat(6 * limits.cells)}1`);
  expect(await refusalWithin(wide, 'a.csv')).toMatch(/^too many cells: .*far apart/);
  expect(await refusal(csv(`"${'a'.repeat(9_000_000)}`), 'a.csv')).toMatch(
    /^damaged: .*never closed/,
  );
  const tall = csv('\n'.repeat(6 * limits.cells));
  expect(await refusalWithin(tall, 'a.csv')).toMatch(/^too many cells: .*far apart/);
}, 60_000);

test('a quotation mark in the middle of a cell is part of it', async () => {
  expect(await cells(csv('a 6" pipe,b'))).toEqual([['a 6" pipe', 'b']]);
});
