// A figure in a file is doubted as it is on a card: against what can be, and against the measure's own
// figures before it.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/rules/workbook.ts';
import { notes, preview, sheet, stopWords } from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

const quarters = ['2018-19', '2019-20'].flatMap((year) => [1, 2, 3, 4].map((q) => `${year} Q${q}`));
const past = (measure: string, values: readonly number[]) =>
  values.map((value, at) => ({
    title: measure,
    measure: `plan|${measure}`,
    period: quarters.slice(-values.length)[at] ?? '',
    value,
  }));
const rows: Rows = {
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  measures: [
    { title: 'Care leavers', code: 'V 12', team: 't-1' },
    { title: 'Income', code: 'C 13', team: 't-1', unit: '£', decimals: 0 },
    { title: 'Balance', code: 'C 14', team: 't-1', unit: '£', decimals: 0 },
  ],
  returns: [
    ...past('V 12', [80, 81, 82.8]),
    ...past('C 13', [170_000, 168_000, 172_000, 171_000]),
    ...past('C 14', [171_000]),
  ],
};
const given = registersOf(rows);
const performance = (code: string, value: Cell) =>
  preview(given, [
    sheet('KPIs', [
      ['Ref', 'Q1 2020/21'],
      [code, value],
    ]),
  ]);
const register = (code: string, value: Cell, more: readonly Cell[] = ['', '']) =>
  preview(given, [
    sheet('Returns', [
      ['Key', 'Name', 'Measure', 'Period', 'State', 'Value', 'Numerator', 'Denominator'],
      [`plan|${code}|2020-21 Q1`, code, `plan|${code}`, '2020-21 Q1', 'Returned', value, ...more],
    ]),
  ]);
const said = (read: ReturnType<typeof preview>) =>
  notes(read).map(({ cell, words }) => `${cell}: ${words}`);

const doubted: readonly [string, number, string][] = [
  ['V 12', 250, 'V 12 is 250.0% here. This is over 100%, which this measure has not been before.'],
  ['V 12', 8.2, 'V 12 is 8.2% here. Last quarter (82.8%) was 10 times this.'],
  ['C 13', -4, 'C 13 is -£4 here. This is below 0, which none of the 4 figures before it was.'],
  ['C 13', 0, 'C 13 is £0 here. This is 0, which none of the 4 figures before it was.'],
];

describe('a doubtful figure in a file', () => {
  it.each(doubted)('is said of %s at %d in a performance sheet, once', (code, value, words) => {
    expect(said(performance(code, value))).toEqual([`B2: ${words}`]);
    expect(stopWords(performance(code, value))).toEqual([]);
  });

  it.each(doubted)('is said of %s at %d in the Returns sheet', (code, value, words) => {
    expect(said(register(code, value))).toEqual([`F2: ${words}`]);
  });

  it('is said of a figure that is worked out', () => {
    expect(said(register('V 12', '', [70, 60]))).toEqual([
      'F2: V 12 is 116.7% here. The numerator is larger than the denominator.',
    ]);
  });

  it('says a change of sign as one', () => {
    expect(said(performance('C 14', -4))).toEqual([
      'B2: -£4 is below 0, and it has been £171,000.',
    ]);
  });

  it('says nothing of a figure like those before it, nor of one the register holds already', () => {
    expect(said(performance('V 12', 83))).toEqual([]);
    expect(said(register('V 12', 83))).toEqual([]);
    const held = registersOf({
      ...rows,
      returns: [
        ...(rows.returns ?? []),
        { title: 'V 12', measure: 'plan|V 12', period: '2020-21 Q1', value: 250 },
      ],
    });
    const again = preview(held, [
      sheet('KPIs', [
        ['Ref', 'Q1 2020/21'],
        ['V 12', 250],
      ]),
    ]);
    expect(again.doubts).toEqual([]);
  });
});
