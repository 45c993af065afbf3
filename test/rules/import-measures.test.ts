// A council's own performance sheets, in its own words: what is understood, what is said, what stops.
import { describe, expect, it } from 'vitest';
import { type Grid, merged, type Options, type sheet, stopWords } from './import-given.ts';
import { figuresOf, read } from './import-performance.ts';

const wanted = {
  'H 1|2020-21 Q1': 97.2,
  'H 1|2020-21 Q2': 97.9,
  'H 2|2020-21 Q1': 31,
  'H 2|2020-21 Q2': 29.5,
};

const wide: { readonly [title: string]: readonly [Grid, Options?, Parameters<typeof sheet>[2]?] } =
  {
    'a column a quarter, the year in each heading': [
      [
        ['PI ref', 'Performance measure', 'Good is', 'Q1 20/21', 'Q2 2020-21'],
        ['H 1', 'Rent collected', 'High', 97.2, 97.9],
        ['H 2', 'Days to re-let', 'Low', 31, '29.5'],
      ],
    ],
    'the year in the file name, and columns shuffled': [
      [
        ['Q2 Actual', 'RAG', 'Indicator', 'Q1 Actual', 'Code'],
        [97.9, 'G', 'Rent collected', 97.2, 'h1'],
        [29.5, 'R', 'Days to re-let', 31, 'H2'],
      ],
      { file: 'Corporate_KPIs_2020_21.xlsx' },
    ],
    'a title with the year above, rows of logo and blanks': [
      [
        ['Anytown Council'],
        [],
        ['Performance report 2020/21'],
        [],
        ['Ref', 'Measure', 'Q1', 'Q2'],
        [],
        ['H 1', 'Rent collected', 97.2, 97.9],
        [],
        ['H 2', 'Days to re-let', 31, 29.5],
      ],
    ],
    'two-row headings, merged': [
      [
        ['Ref', 'Measure', '2020/21', null],
        [null, null, 'Q1', 'Q2'],
        ['H 1', 'Rent collected', 97.2, 97.9],
        ['H 2', 'Days to re-let', 31, 29.5],
      ],
      {},
      { merges: [merged('A1:A2'), merged('B1:B2'), merged('C1:D1')] },
    ],
    'three rows of headings, not merged, with targets between': [
      [
        ['', '', '2020/21', '', '', ''],
        ['', '', 'Q1', '', 'Q2', ''],
        ['Ref', 'Measure', 'Actual', 'RAG', 'Actual', 'RAG'],
        ['H 1', 'Rent collected', 97.2, 'G', 97.9, 'G'],
        ['H 2', 'Days to re-let', 31, 'A', 29.5, 'A'],
      ],
    ],
    'sections, totals, notes and headings repeated on each page': [
      [
        ['Ref', 'Measure', 'Q1 2020/21', 'Q2 2020/21'],
        ['Priority 1: Jobs and homes', null, null, null],
        ['H 1', 'Rent collected', 97.2, 97.9],
        ['', 'Total', 128.2, 127.4],
        ['Ref', 'Measure', 'Q1 2020/21', 'Q2 2020/21'],
        ['H 2', 'Days to re-let', 31, 29.5],
        [],
        ['Note: figures are provisional until audited.'],
      ],
      {},
      { merges: [merged('A2:D2')] },
    ],
    'a long sheet, a row a measure and quarter': [
      [
        ['Measure', 'Year', 'Quarter', 'Result'],
        ['Rent collected', '2020/21', 'Q1', 97.2],
        ['Rent Collected.', '2020/21', 2, 97.9],
        ['days to relet', '2020/21', 'Q1', null],
        ['Days to re-let', '2020/21', 'Quarter 1', 31],
        ['Days to re-let', '2020/21', 'Quarter 2', 29.5],
      ].filter(([name]) => name !== 'days to relet') as Grid,
    ],
    'a long sheet with names merged down and the period whole': [
      [
        ['Measure', 'Period', 'Value'],
        ['Rent collected', '2020-21 Q1', 97.2],
        [null, 'Jul - Sep 2020', 97.9],
        ['Days to re-let', 'Q1 2020/21', 31],
        [null, 'Q2 20/21', 29.5],
      ],
      {},
      { merges: [merged('A2:A3'), merged('A4:A5')] },
    ],
  };

describe("a council's performance sheet", () => {
  it.each(Object.entries(wide))('is read the same with %s', (_, [grid, options, more]) => {
    const shown = read(grid, options, more);
    expect(stopWords(shown)).toEqual([]);
    expect(figuresOf(shown)).toEqual(wanted);
    expect(shown.counts).toMatchObject([
      { register: 'measures', new: 0, same: 2 },
      { register: 'returns', new: 4, changed: 0, same: 0 },
    ]);
  });

  it('changes nothing where the register holds the figures already', () => {
    const shown = read([
      ['Ref', 'Measure', 'Q4 2019/20'],
      ['H 1', 'Rent collected', 98.1],
      ['H 2', 'Days to re-let', '25.0'],
    ]);
    expect(shown.doubts).toEqual([]);
    expect(shown.changesToTake).toEqual([]);
    expect(shown.counts).toContainEqual({ register: 'returns', new: 0, changed: 0, same: 2 });
  });
});
