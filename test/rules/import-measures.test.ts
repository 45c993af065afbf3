// A council's own performance sheets, in its own words: what is understood, what is said, what stops.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/rules/workbook.ts';
import { times } from '../counts.ts';
import {
  type Grid,
  merged,
  notes,
  type Options,
  preview,
  sheet,
  stopWords,
} from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

const rows: Rows = {
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  people: [{ key: 'p-1', title: 'Head of Housing', objectId: 'o-1', team: 't-1' }],
  priorities: [{ title: 'Jobs and homes', plan: 'plan', code: '1' }],
  measures: [
    { title: 'Rent collected', code: 'H 1', team: 't-1', priority: 'plan|1' },
    {
      title: 'Days to re-let',
      code: 'H 2',
      team: 't-1',
      priority: 'plan|1',
      unit: 'days',
      polarity: 'minimise',
    },
    {
      title: 'Homes built',
      code: 'H 3',
      team: 't-1',
      unit: 'homes',
      decimals: 0,
      frequency: 'annual',
    },
  ],
  returns: [
    { title: 'H 1', measure: 'plan|H 1', period: '2019-20 Q4', value: 98.1 },
    { title: 'H 2', measure: 'plan|H 2', period: '2019-20 Q4', value: 25 },
  ],
};
const given = registersOf(rows);
const read = (grid: Grid, options: Options = {}, more: Parameters<typeof sheet>[2] = {}) =>
  preview(given, [sheet('KPIs', grid, more)], options);
const figuresOf = (of: ReturnType<typeof read>) =>
  Object.fromEntries(
    of.changesToTake
      .filter(({ register }) => register === 'returns')
      .map(({ key, set }) => [key.slice(5), set['value']]),
  );

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

  const one = (cell: Cell, code = 'H 1') =>
    read([
      ['Ref', 'Q1 2020/21'],
      [code, cell],
    ]);

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

  it('begins a measure the plan has not, with what the sheet does not say set and said', () => {
    const shown = read([
      [
        'Ref',
        'KPI',
        'Bigger is better',
        'Service',
        'Lead officer',
        'Q1 2020/21',
        'Annual target 2020/21',
        'Tolerance',
      ],
      ['Priority 1: Jobs and homes'],
      ['H 9', 'Satisfaction', 'Yes', 'Housing', 'Head of Housing', '83.2%', '85%', '2'],
    ]);
    expect(stopWords(shown)).toEqual([]);
    expect(shown.changesToTake).toMatchObject([
      {
        register: 'measures',
        key: 'plan|H 9',
        set: {
          title: 'Satisfaction',
          team: 't-1',
          owner: 'p-1',
          priority: 'plan|1',
          unit: '%',
          decimals: 1,
          polarity: 'maximise',
          frequency: 'quarterly',
        },
      },
      {
        register: 'targets',
        key: 'plan|H 9|2020-04-01',
        set: { target: 85, tolerance: 2, toleranceIs: 'absolute' },
      },
      { register: 'returns', key: 'plan|H 9|2020-21 Q1', set: { value: 83.2, finality: 'final' } },
    ]);
    expect(notes(shown)[0]?.words).toMatch(/^H 9 is new\. .*Unit: %; .*Publication lag: 0 days/);
  });

  it('stops at a new measure of no team we know', () => {
    const shown = read([
      ['Ref', 'Measure', 'Service', 'Q1 2020/21'],
      ['H 9', 'Satisfaction', 'Gardens', 97],
    ]);
    expect(stopWords(shown)).toEqual([
      'C2: A new measure needs a team: "Gardens" is none we know.',
    ]);
  });

  it('sets a target a quarter where they are profiled, and none that is in force already', () => {
    const shown = read(
      [
        ['Ref', 'Q1 Target', 'Q2 Target', 'Q3 Target', 'Q4 Target', 'Annual target'],
        ['H 1', 24, 49, 49, 98, 98],
      ],
      { file: '2020-21.xlsx' },
    );
    expect(stopWords(shown)).toEqual([]);
    expect(shown.changesToTake.map(({ key, set }) => [key, set['target']])).toEqual([
      ['plan|H 1|2020-04-01', 24],
      ['plan|H 1|2020-07-01', 49],
      ['plan|H 1|2021-01-01', 98],
    ]);
  });

  it('changes a target within its year only with the decision that did so', () => {
    const held = registersOf({
      ...rows,
      targets: [
        {
          title: 'H 1',
          measure: 'plan|H 1',
          appliesFrom: Temporal.PlainDate.from('2020-04-01'),
          target: 97,
        },
      ],
      boards: [{ key: 'b', title: 'Cabinet', kind: 'Cabinet' }],
      decisions: [
        {
          key: 'd-1',
          title: 'Rents',
          board: 'b',
          decidedOn: Temporal.PlainDate.from('2020-09-01'),
        },
      ],
    });
    const grid: Grid = [
      ['Ref', '2020/21 Target'],
      ['H 1', 96],
    ];
    expect(stopWords(preview(held, [sheet('KPIs', grid)]))).toEqual([
      expect.stringMatching(/^B2: This changes a target within its year/),
    ]);
    const decided = grid.map((row, n) => [...row, n === 0 ? 'Decision' : 'd-1']);
    const shown = preview(held, [sheet('KPIs', decided)]);
    expect(stopWords(shown)).toEqual([]);
    expect(shown.changesToTake[0]?.set).toMatchObject({ target: 96, decision: 'd-1' });
  });

  it('takes a yearly figure for a yearly measure, and says where a column is none of its periods', () => {
    const shown = read([
      ['Ref', '2019/20 outturn', 'Q1 2020/21'],
      ['H 3', 120, 30],
      ['H 1', 98, 97],
    ]);
    expect(figuresOf(shown)).toEqual({ 'H 3|2019-20': 120, 'H 1|2020-21 Q1': 97 });
    expect(notes(shown).map(({ cell, words }) => `${cell}: ${words}`)).toEqual([
      'C2: H 3 is asked for each financial year, and Q1 2020-21 is none: not taken.',
      'B3: H 1 is asked for each quarter, and 2019-20 is none: not taken.',
    ]);
  });

  it('takes a comment with the figure it is about', () => {
    const shown = read([
      ['Ref', 'Q1 2020/21', 'Q2 2020/21', 'Comments'],
      ['H 1', 97, 98, 'Better since July.'],
    ]);
    expect(shown.changesToTake.map(({ set }) => set['commentary'])).toEqual([
      undefined,
      'Better since July.',
    ]);
  });

  it('says which rows are hidden, and reads them', () => {
    const shown = read(
      [
        ['Ref', 'Q1 2020/21'],
        ['H 1', 97],
      ],
      {},
      { hiddenRows: new Set([1]) },
    );
    expect(figuresOf(shown)).toEqual({ 'H 1|2020-21 Q1': 97 });
    expect(notes(shown)[0]?.words).toBe('Row 2 is hidden, and is read.');
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
    expect(notes(shown)[0]?.words).toBe('73,390.0 is 2936 times what it has been (25.0).');
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

  it('changes nothing the second time, also in targets of quarters long closed', () => {
    const grid: Grid = [
      ['Ref', 'Q1 19/20', 'Q1 19/20 Target', 'Q2 19/20 Target', '2020/21 Target'],
      ['H 1', 97, 24, 24, 98],
    ];
    const closed = { title: 'Q1', period: '2019-20 Q1', state: 'Closed' as const };
    const closedAt = Temporal.Instant.from('2019-08-01T09:00:00Z');
    const base: Rows = { ...rows, cycles: [{ ...closed, key: 'plan|2019-20 Q1', closedAt }] };
    const first = preview(registersOf(base), [
      sheet(
        'KPIs',
        grid.map((row) => row.filter((_, at) => at !== 1)),
      ),
    ]);
    expect(first.changesToTake).toHaveLength(2);
    const held = registersOf({
      ...base,
      targets: first.changesToTake.map(({ key, set }) => ({
        ...(set as object),
        key,
        title: 'H 1',
        appliesFrom: Temporal.PlainDate.from(set['appliesFrom'] as string),
        setOn: Temporal.PlainDate.from(set['setOn'] as string),
      })),
    });
    const again = preview(
      held,
      [
        sheet(
          'KPIs',
          grid.map((row) => row.filter((_, at) => at !== 1)),
        ),
      ],
      {
        today: '2021-06-01',
      },
    );
    expect(stopWords(again)).toEqual([]);
    expect(again.changesToTake).toEqual([]);
  });
});
