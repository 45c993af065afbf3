// A paper as a spreadsheet: numbers that count and read as they are printed, and text that never runs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownNumber } from '../../../src/documents/papers/number-format.ts';
import { printable } from '../../../src/documents/papers/printable.ts';
import { sheetNames } from '../../../src/documents/papers/sheet-names.ts';
import { paperXlsx } from '../../../src/documents/papers/xlsx.ts';
import { longestText } from '../../../src/documents/xlsx-out.ts';
import type { Cell, Paper, Table } from '../../../src/rules/papers/paper.ts';
import { times } from '../../counts.ts';
import { sheetsIn } from '../given-files.ts';
import { everyStanding } from './given-charts.ts';
import { givenPaper } from './given-paper.ts';
import { formulaLike, hostileTexts } from './hostile-text.ts';

const given = await sheetsIn(await paperXlsx(givenPaper));
const sheet = (name: string) => given.find((each) => each.name === name)?.rows ?? [];

const paperOf = (tables: readonly Table[]): Paper => ({
  ...givenPaper,
  confidential: [],
  sections: [
    {
      id: 'one',
      heading: 'One',
      sections: [],
      blocks: tables.map((table) => ({ kind: 'table', table })),
    },
  ],
});
const tableOf = (caption: string, cells: readonly Cell[]): Table => ({
  id: 't',
  caption,
  columns: [{ heading: 'Figure', kind: 'number' }],
  rows: cells.map((cell) => [cell]),
  notes: [],
});

test('the first sheet says what it is, what to know of it, and what each other sheet holds', () => {
  expect(given[0]?.name).toBe('About');
  const rows = sheet('About');
  for (const notice of givenPaper.notices) expect(rows).toContainEqual(['Notice', notice]);
  for (const line of givenPaper.madeFrom) expect(rows).toContainEqual(['Made from', line]);
  expect(rows).toContainEqual([
    'Note on "Net revenue budget"',
    'In whole pounds. An overspend is positive.',
  ]);
  for (const { name } of given.slice(2))
    expect(rows.map(([about]) => about)).toContain(`Sheet "${name}"`);
});

test('a number is a number, a figure that is not there or not shown is none', () => {
  expect(sheet('Measures off target first')[4]?.slice(2, 4)).toEqual([93.1, '1 to 4, not shown']);
  expect(sheet('Measures off target first')[5]?.slice(2, 4)).toEqual(['–', 95]);
  expect(sheet('Net revenue budget')[3]).toEqual(['Total', 72_595_678, -0.1, -1250]);
});

test('the figures of every line chart are on one sheet, with their gaps', () => {
  const rows = sheet('Line charts');
  expect(rows[0]?.slice(0, 5)).toEqual(['Chart', 'Unit', 'Period', 'Figure', 'Target']);
  expect(rows.filter(([title]) => title === everyStanding.title).map((row) => row[3])).toEqual(
    everyStanding.points.map(({ value }) => value),
  );
});

test('all that people type is text, in the sheet of words and in its table', () => {
  const words = sheet('Words').map((row) => row[2]);
  for (const typed of hostileTexts) expect(words).toContain(printable(typed));
  expect(sheet('What people type').map((row) => row[1])).toContain(formulaLike);
  expect(
    sheet('Words').filter(
      ([section]) => section === 'Not for publication. Exempt under paragraph 3',
    ),
  ).toHaveLength(1);
});

test('a text longer than a cell takes is cut, and says where the rest is', async () => {
  const long = `${'x'.repeat(longestText)}y`;
  const [, , table] = await sheetsIn(await paperXlsx(paperOf([tableOf('Long', [{ text: long }])])));
  const [[, ...no] = [], [cell] = []] = table?.rows ?? [];
  expect(no).toEqual([]);
  expect(String(cell)).toHaveLength(longestText);
  expect(String(cell)).toMatch(/x … \(goes on in the page and the Word file\)$/);
});

// What a spreadsheet shows of a number by a format: ECMA-376 Part 1, 18.8.31, as far as these go.
const asShown = ({ value, format }: { value: number; format: string }): string => {
  const parts = format.match(/(?:"[^"]*"|\\.|[^;"])+/g) ?? [];
  const part = (value < 0 ? parts[1] : undefined) ?? parts[0] ?? '';
  const sign = value < 0 && parts.length < 2 ? '-' : '';
  return `${sign}${part.replace(
    /"([^"]*)"|\\(.)|(#,##)?0(?:\.(0+))?/g,
    (_, words, one, grouped, places) => {
      if (words !== undefined || one !== undefined) return (words ?? one) as string;
      const digits = ((places ?? '') as string).length;
      return new Intl.NumberFormat('en-GB', {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: grouped !== undefined,
      }).format(Math.abs(value));
    },
  )}`;
};

test.each([
  ['£1,250', 1250],
  ['−1,250', -1250],
  ['-£5.10', -5.1],
  ['93.1%', 93.1],
  ['0', -0.1],
  ['12,500,001', 12_500_000.5],
  ['4 days', 4],
  ['5 under', -5],
  ['12 "b"', 12],
])('%s reads so in a spreadsheet, and is a number', (text, value) => {
  const shown = shownNumber({ text, value });
  expect(shown && [shown.value, asShown(shown)]).toEqual([value, text]);
});

test('a number below nought that somebody changes to one above it loses its sign', () => {
  const format = shownNumber({ text: '-£5.10', value: -5.1 })?.format ?? '';
  expect(asShown({ value: 5.1, format })).toBe('£5.10');
});

test.each([
  ['3 to 5', 3],
  ['007', 7],
  ['4 in 5', 4],
  ['–', 0],
  ['not shown', 3],
  ['٩٣', 93],
])('%s is no one number, and stays text', (text, value) => {
  expect(shownNumber({ text, value })).toBeNull();
});

test('where a text rounds otherwise than a spreadsheet does, the text is right', () => {
  expect(shownNumber({ text: '-154,322', value: -154_322.5 })).toMatchObject({ value: -154_322 });
  expect(shownNumber({ text: '96', value: 93.1 })).toMatchObject({ value: 96 });
});

test('whatever a figure is printed as, a spreadsheet shows the same', () => {
  const printed = fc.record({
    value: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    places: fc.integer({ min: 0, max: 4 }),
    before: fc.constantFrom('', '£', 'about ', '"', '\\'),
    after: fc.constantFrom('', '%', ' days', ' "b"; [red]', '_;@*'),
    minus: fc.constantFrom('-', '−'),
  });
  fc.assert(
    fc.property(printed, ({ value, places, before, after, minus }) => {
      const rounded = Number(value.toFixed(places)) || 0;
      const digits = Math.abs(rounded).toLocaleString('en-GB', {
        minimumFractionDigits: places,
        maximumFractionDigits: places,
      });
      const text = `${rounded < 0 ? minus : ''}${before}${digits}${after}`;
      const shown = shownNumber({ text, value: rounded });
      expect(shown && asShown(shown)).toBe(text);
      expect(shown?.value).toBe(rounded);
    }),
    { numRuns: times({ reduced: 150, full: 10_000 }) },
  );
});

test('sheets have names that Excel takes, and no two the same', () => {
  const wanted = fc.oneof(
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((it) => String.fromCharCode(it)) }),
    fc.constantFrom(
      'History',
      "'quoted'",
      'a/b:c',
      'Risks',
      'RISKS',
      '😀'.repeat(20),
      'x'.repeat(40),
    ),
  );
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 15 }), (captions) => {
      const names = sheetNames(captions.map(printable));
      expect(names).toHaveLength(captions.length);
      expect(new Set(names.map((each) => each.toLowerCase())).size).toBe(names.length);
      const taken = /^(?!'|history$)[^[\]:*?/\\\0-\x1f]{1,31}(?<!')$/i;
      expect(names.filter((name) => !taken.test(name) || !name.isWellFormed())).toEqual([]);
    }),
    { numRuns: times({ reduced: 40, full: 2_000 }) },
  );
});

test('a name too long for a sheet ends with a whole word', () => {
  expect(
    sheetNames([
      'Measures that count towards priority 1',
      'Measures that count towards priority 2',
      'What was promised, what followed, and whether it worked',
      'Measures that count towards all of it',
      `A ${'x'.repeat(40)}`,
    ]),
  ).toEqual([
    'Measures that count towards',
    'Measures that count towards 2',
    'What was promised, what',
    'Measures that count towards all',
    `A ${'x'.repeat(29)}`,
  ]);
});
