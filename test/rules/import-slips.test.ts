// Slips that a performance sheet carries and nobody sees: a share written as a fraction, a point for a
// comma, a comment beside a figure that is held already, a year's target that adds its quarters up.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/rules/workbook.ts';
import { notes, preview, sheet, stopWords } from './import-given.ts';
import { figuresOf, one, read, rows } from './import-performance.ts';
import { registersOf } from './table-of.ts';

const noteWords = (of: ReturnType<typeof read>) =>
  notes(of).map(({ cell, words }) => `${cell}: ${words}`);

describe('a figure that is likely a slip', () => {
  it.each<Cell>([0.832, '0.832', '.832'])(
    'stops at %j where the measure has been 98.1%, typed or not',
    (cell) => {
      expect(stopWords(one(cell))).toEqual([
        'B2: 0.832 may be 0.832% or 83.2%: the measure has been 98.1%. Show it as a percentage.',
      ]);
    },
  );

  it('takes a fraction that says it is a percentage', () => {
    expect(figuresOf(one('0.832%'))).toEqual({ 'H 1|2020-21 Q1': 0.832 });
  });

  it('says that a figure is far below what it has been, as a point for a comma makes it', () => {
    const shown = one('1.025', 'H 2');
    expect(stopWords(shown)).toEqual([]);
    expect(noteWords(shown)).toEqual([
      'B2: H 2 is 1.0 here. Last quarter (25.0) was 24 times this.',
    ]);
  });

  it('says how the figures of a new measure are read where all are fractions of a percentage', () => {
    const shown = read([
      ['Ref', 'Measure', 'Service', 'Unit', 'Q1 2020/21', 'Q2 2020/21'],
      ['H 8', 'Bins collected', 'Housing', '%', 0.83, 0.84],
      ['H 9', 'Calls answered', 'Housing', '%', '0.5', ''],
    ]);
    expect(noteWords(shown)[0]).toMatch(/Its figures are read as they stand: 0\.83%, not 83%\.$/);
    expect(noteWords(shown)[1]).toMatch(/Its figures are read as they stand: 0\.5%, not 50%\.$/);
  });
});

describe('a figure that is held already', () => {
  const held = (more: object) =>
    registersOf({
      ...rows,
      returns: [
        {
          title: 'H 1',
          measure: 'plan|H 1',
          period: '2020-21 Q1',
          state: 'Returned',
          value: 97,
          ...more,
        },
      ],
    });
  const told = (registers: ReturnType<typeof held>, heading: string, cell: string) =>
    preview(registers, [
      sheet('KPIs', [
        ['Ref', 'Q1 2020/21', heading],
        ['H 1', 97, cell],
      ]),
    ]);

  it('takes a comment where it has none', () => {
    expect(
      told(held({ finality: 'final' }), 'Q1 2020/21 comment', 'Better').changesToTake,
    ).toMatchObject([
      { register: 'returns', key: 'plan|H 1|2020-21 Q1', set: { commentary: 'Better' } },
    ]);
  });

  it('keeps its own comment, and says so', () => {
    const shown = told(held({ commentary: 'As before' }), 'Q1 2020/21 comment', 'Better');
    expect(shown.changesToTake).toEqual([]);
    expect(noteWords(shown)).toEqual([
      'B2: H 1 has another comment for 2020-21 Q1 in the register, which stays.',
    ]);
    expect(noteWords(told(held({ commentary: 'Better' }), 'Q1 2020/21 comment', 'Better'))).toEqual(
      [],
    );
  });

  it('is final once the sheet says it is, and not before', () => {
    const provisional = held({ finality: 'provisional' });
    expect(told(provisional, 'Q1 2020/21 data status', '').changesToTake).toEqual([]);
    expect(told(provisional, 'Q1 2020/21 data status', 'Final').changesToTake).toMatchObject([
      { set: { finality: 'final', provisionalValue: 97, restatedOn: '2021-05-01' } },
    ]);
  });

  it('is left as it is where somebody was asked for it, with what the sheet says told', () => {
    const asked = held({ cycle: 'plan|2020-21 Q1', finality: 'final' });
    const shown = told(asked, 'Q1 2020/21 comment', 'Better');
    expect(shown.changesToTake).toEqual([]);
    expect(noteWords(shown)).toEqual([
      'B2: The comment on H 1 for 2020-21 Q1 is not taken: its owner answers for it.',
    ]);
  });
});

describe("a year's target beside its quarters'", () => {
  it('is dropped, and said, where it adds them up', () => {
    const shown = read(
      [
        ['Ref', 'Q1 Target', 'Q2 Target', 'Annual target'],
        ['H 2', 350, 350, 1400],
      ],
      { file: '2020-21.xlsx' },
    );
    expect(shown.changesToTake.map(({ key, set }) => [key, set['target']])).toEqual([
      ['plan|H 2|2020-04-01', 350],
    ]);
    expect(noteWords(shown)).toContain(
      'D2: 1400 for the year is what the parts of H 2 add up to: their own targets are taken, and not this one.',
    );
  });
});

describe('merged cells that no program writes', () => {
  const everywhere = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
  const down = { top: 1, left: 0, bottom: 1_048_575, right: 0 };
  it.each([
    ['over the headings', everywhere],
    ['down the measures', down],
  ])('do not keep anyone waiting where they lie over one another %s', (_, merge) => {
    const began = performance.now();
    const rowsOfIt = Array.from({ length: 3_000 }, () => ['H 1', 97]);
    read(
      [['Ref', 'Q1 2020/21'], ...rowsOfIt],
      {},
      { merges: Array.from({ length: 30_000 }, () => merge) },
    );
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('a long file', () => {
  it('of names that are nearly a measure’s is read in seconds', () => {
    const measures = Array.from({ length: 60 }, (_, at) => ({
      title: `Number of properties empty for six months in area ${at}`,
      code: `P ${at}`,
      team: 't-1',
    }));
    const grid = Array.from({ length: 5_000 }, (_, at) => [
      `Numbr of propertie empty for six month in the area of ${at}`,
      at,
    ]);
    const began = performance.now();
    preview(registersOf({ ...rows, measures }), [
      sheet('KPIs', [['Measure', 'Q1 2020/21'], ...grid]),
    ]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
