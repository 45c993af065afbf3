// What an officer's workbook holds is what is read: values, days, percentages, and what is hidden.
import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../src/documents/styles.ts';
import { cellsIn, row, sheetsIn, xlsx } from './given-files.ts';

const styles = `<numFmts count="3"><numFmt numFmtId="170" formatCode="[$-809]d mmmm yyyy;@"/><numFmt numFmtId="171" formatCode="0.0&quot; days&quot;"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>`;
const [plain, day, percent, longDay, days, hours] = [0, 1, 2, 3, 4, 5];
const numbered = (style: number, value: number | string) => `<c s="${style}"><v>${value}</v></c>`;

describe('days', () => {
  test('a number shown as a day is that day, and one shown as hours or in days is a number', async () => {
    const sheet = `<row>${numbered(day, 44_118)}${numbered(longDay, 44_118.75)}${numbered(plain, 44_118)}${numbered(days, 12)}${numbered(hours, 1.5)}</row>`;
    expect(await cellsIn(xlsx({ styles, sheets: { A: sheet } }))).toEqual([
      ['day 2020-10-14', 'day 2020-10-14', 44_118, 12, 1.5],
    ]);
  });

  test('days about the leap day that 1900 never had', async () => {
    const sheet = `<row>${[1, 59, 60, 61, 0, -1, 2_958_465, 2_958_466].map((n) => numbered(day, n)).join('')}</row>`;
    expect(await cellsIn(xlsx({ styles, sheets: { A: sheet } }))).toEqual([
      [
        'day 1900-01-01',
        'day 1900-02-28',
        60,
        'day 1900-03-01',
        0,
        -1,
        'day 9999-12-31',
        2_958_466,
      ],
    ]);
  });

  test('a workbook that counts from 1904', async () => {
    const bytes = xlsx({
      styles,
      workbook: '<workbookPr date1904="1"/>',
      sheets: { A: `<row>${numbered(day, 0)}${numbered(day, 42_656)}</row>` },
    });
    expect(await cellsIn(bytes)).toEqual([['day 1904-01-01', 'day 2020-10-14']]);
  });

  test('a day written as ISO text', async () => {
    const bytes = xlsx({ sheets: { A: '<row><c t="d"><v>2020-10-14T00:00:00</v></c></row>' } });
    expect(await cellsIn(bytes)).toEqual([['day 2020-10-14']]);
  });

  test.each([
    ['dd/mm/yyyy', 'date'],
    ['mmm-yy', 'date'],
    ['yyyy\\-mm\\-dd;@', 'date'],
    ['[Red]0.0', 'number'],
    ['General" days"', 'number'],
    ['h:mm AM/PM', 'number'],
    ['mm:ss.0', 'number'],
    ['0.0%', 'percent'],
    ['0.0" %"', 'number'],
    ['_-£* #,##0.00_-', 'number'],
  ])('the format %s shows a %s', (format, means) => {
    expect(meaningOf(format)).toBe(means);
  });
});

test('a percentage is marked, and a number typed as text stays text', async () => {
  const sheet = `<row>${numbered(percent, 0.123)}<c t="s"><v>0</v></c><c t="inlineStr"><is><t>007</t></is></c></row>`;
  expect(
    await cellsIn(xlsx({ styles, strings: '<si><t>12.50</t></si>', sheets: { A: sheet } })),
  ).toEqual([[{ value: 0.123, percent: true }, '12.50', '007']]);
});

test('rich text is joined, reading aids are left out, and what XML cannot hold comes back', async () => {
  const strings =
    '<si><r><t>Good</t></r><r><rPr><b/></rPr><t xml:space="preserve"> news</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_b _x005F_x000D_</t></si>';
  const sheet = `<row>${[0, 1, 2].map((at) => `<c t="s"><v>${at}</v></c>`).join('')}<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>`;
  expect(await cellsIn(xlsx({ strings, sheets: { A: sheet } }))).toEqual([
    ['Good news', '東京', 'a\rb _x000D_', 'inline'],
  ]);
});

test('a formula gives the value its program left, is marked, and is never worked out', async () => {
  const sheet = `<row><c><f>1+1</f><v>5</v></c><c t="str"><f>"a"</f><v>words</v></c><c t="str"><f>""</f><v></v></c><c><f>B1*2</f></c><c><f>[1]Other!A1</f><v></v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c t="e"><v>#REF!</v></c><c t="b"><f>TRUE()</f><v>1</v></c><c><f t="shared" si="0"/><v>7</v></c></row>`;
  const notKept = { value: null, formula: true, error: 'a formula whose value was not kept' };
  expect(await cellsIn(xlsx({ sheets: { A: sheet } }))).toEqual([
    [
      { value: 5, formula: true },
      { value: 'words', formula: true },
      { value: null, formula: true },
      notKept,
      notKept,
      { value: null, formula: true, error: '#DIV/0!' },
      { value: null, error: '#REF!' },
      { value: true, formula: true },
      { value: 7, formula: true },
    ],
  ]);
});

test('hidden sheets, very hidden ones, hidden rows and merged cells are reported', async () => {
  const sheets = await sheetsIn(
    xlsx({
      sheets: {
        Shown: `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"><c r="C3"><v>3</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>`,
        Hidden: row(1),
        Deep: row(2),
      },
      states: { Hidden: 'state="hidden"', Deep: 'state="veryHidden"' },
    }),
  );
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Shown', false],
    ['Hidden', true],
    ['Deep', true],
  ]);
  expect(sheets[0]?.rows).toEqual([[1], [], [null, null, 3]]);
  expect([...(sheets[0]?.hiddenRows ?? [])]).toEqual([2]);
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
});

test('rows and cells without a place follow one another, and coloured blanks are nothing', async () => {
  const bytes = xlsx({
    sheets: {
      A: '<row><c><v>1</v></c><c s="0"/><c r="D1"><v>4</v></c><c><v>5</v></c></row><row/><row><c><v>6</v></c></row>',
    },
  });
  expect(await cellsIn(bytes)).toEqual([[1, null, null, 4, 5], [], [6]]);
});

test('a workbook of another program: prefixed names, UTF-16, no styles, a chart among the sheets', async () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const bytes = xlsx({
    parts: {
      'xl/worksheets/sheet1.xml': utf16(
        '<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Ça va</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      ),
      'xl/styles.xml': '<styleSheet/>',
    },
  });
  expect(await cellsIn(bytes)).toEqual([['Ça va']]);
});
