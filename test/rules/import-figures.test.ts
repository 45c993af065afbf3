// What one cell of a performance sheet is read as: a figure, a blank with its reason, or a doubt.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/rules/workbook.ts';
import { times } from '../counts.ts';
import { notes, stopWords } from './import-given.ts';
import { figuresOf, one, read } from './import-performance.ts';

describe('a cell of a performance sheet', () => {
  it.each<[Cell, string, number]>([
    ['83.2%', 'H 1', 83.2],
    [{ value: 0.832, percent: true }, 'H 1', 83.2],
    [{ value: 83.2, formula: true }, 'H 1', 83.2],
    ['1,234', 'H 2', 1234],
    ['(1.2)', 'H 2', -1.2],
    ['1 in 8', 'H 1', 12.5],
  ])('reads %j of %s as %d', (cell, code, value) => {
    const shown = one(cell, code);
    expect(stopWords(shown)).toEqual([]);
    expect(figuresOf(shown)).toEqual({ [`${code}|2020-21 Q1`]: value });
  });

  it('takes a figure marked (p) as provisional', () => {
    expect(one('83.2 (p)').changesToTake[0]?.set).toMatchObject({
      value: 83.2,
      finality: 'provisional',
    });
  });

  it.each(['N/A', 'n/a', 'tbc', 'TBC', '-', '–', '…', 'no data', '*', 'Data due July'])(
    'leaves %s blank, never nought, and says so',
    (word) => {
      const shown = one(word);
      expect(shown.changesToTake).toEqual([]);
      expect(shown.stops).toBe(0);
      expect(notes(shown)).toMatchObject([{ cell: 'B2', sheet: 'KPIs', row: 2 }]);
    },
  );

  it.each<[string, Cell, RegExp]>([
    ['a broken formula', { value: null, error: '#REF!' }, /#REF!/],
    ['two numbers in one cell', '83.2 / 79.1', /more than one number/],
    ['a share not shown as a percentage', 0.832, /may be 0.832% or 83.2%/],
    ['a number that could be two', '1,5', /could be/],
    ['a date', Temporal.PlainDate.from('2020-06-30'), /is a date/],
    ['pounds for a percentage', '£3.2m', /not in the measure's unit/],
  ])('stops at %s', (_, cell, words) => {
    expect(stopWords(one(cell))).toEqual([expect.stringMatching(words)]);
  });

  it('asks for a year where none is named', () => {
    const shown = read([
      ['Ref', 'Q1', 'Q2'],
      ['H 1', 97, 98],
      ['H 2', 31, 30],
    ]);
    expect(stopWords(shown)).toEqual([
      'B1: No year is named for "Q1": name it in the heading, the sheet\'s name or the file\'s, as 2020/21.',
      'C1: No year is named for "Q2": name it in the heading, the sheet\'s name or the file\'s, as 2020/21.',
    ]);
  });

  it('offers a measure of nearly the same name, and never takes it', () => {
    const shown = read([
      ['Measure', 'Q1 2020/21'],
      ['Rents collected', 97],
    ]);
    expect(stopWords(shown)[0]).toMatch(/^A2: This may be H 1, Rent collected/);
  });

  it('says that RAG and direction of travel are worked out here', () => {
    const shown = read([
      ['Ref', 'Q1 2020/21', 'RAG', 'DOT'],
      ['H 1', 97, 'G', 'up'],
    ]);
    expect(notes(shown).map(({ words }) => words)).toEqual([
      '"RAG" is not taken in. RAG is worked out here from the figure and its target.',
      '"DOT" is not taken in. Direction of travel is worked out here from the figures.',
    ]);
  });

  it('stops at two figures for one measure and period, and takes the same figure twice as one', () => {
    const shown = read([
      ['Ref', 'Q1 2020/21'],
      ['H 1', 97],
      ['H 2', 31],
      ['H 1', 98],
      ['H 2', 31],
    ]);
    expect(stopWords(shown)).toEqual([
      'B2: H 1 has another figure for 2020-21 Q1 in row 4 of KPIs: keep one.',
      'B4: H 1 has another figure for 2020-21 Q1 in row 2 of KPIs: keep one.',
    ]);
    expect(figuresOf(shown)).toEqual({ 'H 2|2020-21 Q1': 31 });
  });

  it('says what is far off what a measure has been', () => {
    const shown = one(73_390, 'H 2');
    expect(notes(shown)[0]?.words).toBe(
      'H 2 is 73,390.0 here. This is 2,936 times last quarter (25.0).',
    );
  });

  it('reads any grid to the end, whatever stands in it', () => {
    const word = fc.constantFrom<Cell>(
      'Ref',
      'Measure',
      'Q1',
      'Q2 20/21',
      '2019/20',
      'Actual',
      'Target',
      'RAG',
      'Period',
      'Key',
      'Name',
      'Comments',
      'Priority 1: Jobs',
      'H 1',
      'Rent collected',
      'Total',
      'Note: x',
      97,
      -1,
      '83.2 (p)',
      '1,5',
      'n/a',
      '5%',
      true,
      null,
      '',
      '40 to 60',
      'Q5',
      '2020/22',
      'Numerator',
      'Denominator',
      { value: 0.4, percent: true },
      { value: null, error: '#REF!' },
      { value: 3, formula: true },
      '\u0000',
      '=1+1',
    );
    const cell = fc.oneof(
      { weight: 9, arbitrary: word },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
    );
    const end = fc.nat({ max: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 10 }),
        fc.array(fc.tuple(end, end, end, end), { maxLength: 3 }),
        (grid, corners) => {
          const merges = corners.map(([a, b, c, d]) => ({
            top: Math.min(a, b),
            bottom: Math.max(a, b),
            left: Math.min(c, d),
            right: Math.max(c, d),
          }));
          const shown = read(grid, {}, { merges });
          const again = read(grid, {}, { merges });
          expect(again).toEqual(shown);
        },
      ),
      { numRuns: times({ reduced: 300, full: 20_000 }) },
    );
  });
});
