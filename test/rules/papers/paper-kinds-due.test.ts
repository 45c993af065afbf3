import { describe, expect, it } from 'vitest';
import { paperKindsDue } from '../../../src/rules/papers/paper-kinds-due.ts';
import { smallDataset } from './given-dataset.ts';
import { givenBoard } from './given-facts.ts';

const { boards } = smallDataset();
const due = (period: string, of = boards) =>
  paperKindsDue(period, of).map(({ kind, board }) => (board ? `${kind}: ${board.key}` : kind));

const quarterly = [
  "directors' board: directors-board",
  'portfolio briefing: portfolio',
  'Cabinet: cabinet',
  'scrutiny: housing-scrutiny',
  'public',
];
const deliveryPlans = [
  'delivery plan: directors-board',
  'delivery plan: portfolio',
  'delivery plan: cabinet',
  'delivery plan: housing-scrutiny',
];

describe('the papers of a quarter', () => {
  it('measures and finance go to each board every quarter, and to the public', () => {
    expect(due('2020-21 Q1')).toEqual(quarterly);
    expect(due('2020-21 Q3')).toEqual(quarterly);
  });
  it('the delivery plan follows quarters 2 and 4', () => {
    expect(due('2020-21 Q2')).toEqual([...quarterly, ...deliveryPlans]);
  });
  it('the annual report and the council tax summary follow quarter 4', () => {
    expect(due('2020-21 Q4')).toEqual([...quarterly, ...deliveryPlans, 'annual', 'council tax']);
  });
  it('a board that hears when asked, or once a year, has no paper made for it in between', () => {
    const scrutiny = [
      givenBoard({ key: 'a', measuresAndFinance: 'when asked', deliveryPlan: 'annual' }),
      givenBoard({ key: 'b', measuresAndFinance: 'six-monthly', deliveryPlan: 'quarterly' }),
    ];
    const of = (period: string) => due(period, scrutiny).filter((each) => /: [ab]$/.test(each));
    expect(of('2020-21 Q1')).toEqual(['delivery plan: b']);
    expect(of('2020-21 Q2')).toEqual(['scrutiny: b', 'delivery plan: b']);
    expect(of('2020-21 Q4')).toEqual(['scrutiny: b', 'delivery plan: a', 'delivery plan: b']);
  });
  it('a council with no boards in the registers still tells directors, Cabinet and the public', () => {
    expect(due('2020-21 Q2', [])).toEqual([
      "directors' board",
      'Cabinet',
      'public',
      'delivery plan',
    ]);
  });
  it('a partnership and a programme board have no such paper; a month is no quarter', () => {
    const others = [givenBoard({ key: 'p', kind: 'partnership' })];
    expect(due('2020-21 Q1', others)).toEqual(["directors' board", 'Cabinet', 'public']);
    expect(due('2020-21 M05')).toEqual([]);
  });
});
