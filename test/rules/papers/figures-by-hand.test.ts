// What papers say of a small council, held against what was worked out from its registers by hand.
import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/registers/papers.ts';
import { gatherDataset } from '../../../src/rules/dataset/gather.ts';
import { day } from '../arbitrary.ts';
import { registersOf, rowOf } from '../table-of.ts';
import { allOf, composed, tablesIn } from './composed.ts';
import { smallCouncil } from './small-council.ts';

const dataset = gatherDataset(registersOf(smallCouncil), rowOf('cycles', { title: 'Quarter 2' }), {
  asAt: day('2020-10-21'),
  isFrozen: true,
});
const says = (kind: PaperKind) => allOf(composed(dataset, kind).sections);
const rowsIn = (kind: PaperKind, caption: string) =>
  tablesIn(composed(dataset, kind).sections)
    .find((table) => table.caption === caption)
    ?.rows.map((row) => row.map(({ text }) => text).join(' | '));

describe.each(['Cabinet', "directors' board"] as const)('the paper for %s', (kind) => {
  it('counts what is red, amber and green, and what is none of these apart', () => {
    expect(says(kind)).toContain(
      'Of 6 measures with a figure and a target, 5 are off target, 1 within tolerance, and 0 on target or better. Counted apart: 1 with no figure yet and 1 without a target.',
    );
  });
  it.each([
    [
      'M1',
      'Amber: 93.1% against 95.0%, worse than last quarter, better than a year ago; third quarter below target.',
    ],
    [
      'M2',
      'Red: 40.0 days against 28.0 days, worse than last quarter; above target, which it met last quarter.',
    ],
    [
      'M3',
      'Red: 92.0% in September 2020 against 95.0%, better than last month; third month below target.',
    ],
    [
      'M4',
      'Red: 92.0% in 2019-20 against 95.0%, better than the year before; at least the second year below target.',
    ],
    [
      'M5',
      'Red: 89.0% against 95.0%, worse than last quarter; at least the second quarter below target.',
    ],
    ['M8', 'Red: 90.0% against 95.0%; below target.'],
  ])('of %s: %s', (_, sentence) => {
    expect(says(kind)).toContain(sentence);
  });
  it('has what each priority stands at and costs', () => {
    expect(rowsIn(kind, 'How measures stand by priority, Q2 2020-21')).toEqual([
      'P1 Homes | 2 | 0 | 1 | 1 | 0',
      'P2 Place | 2 | 0 | 0 | 2 | 0',
    ]);
    expect(rowsIn(kind, 'Each priority: how it stands beside what it costs')).toEqual([
      'P1 Homes | 0 of 2 | 1 | £1,000 | £1,100 | £100',
      'P2 Place | 0 of 2 | 2 | £500 | £450 | -£50',
    ]);
    expect(says(kind)).toContain('Revenue is forecast at £1,550, £50 over its budget of £1,500.');
  });
  it('sums this year’s savings, and says of how many it is not known what is at risk', () => {
    expect(says(kind)).toContain(
      '£570 is required of savings this year. £250 is achieved and £250 forecast, as far as is known. £150 is at risk; of 1 saving it is not known how much.',
    );
  });
});

it('what is overdue is so by working days, and what is due on the day is not', () => {
  expect(says("directors' board")).toContain(
    'Of 3 actions, 1 is complete and 1 is overdue. Nobody has reported on 1 of them.',
  );
  expect(rowsIn("directors' board", 'Actions that are overdue, delayed or at risk')).toEqual([
    'A1 Late | Wed 14 October 2020 | 5 | On track',
  ]);
});
it('the council tax summary points at no table that it has not', () => {
  expect(says('council tax')).toContain('1 more is not listed here.');
  expect(says('council tax')).not.toContain('the table at the end');
});
