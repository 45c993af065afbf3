// The plan's money and scrutiny's questions, as a dataset has them.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { gatherMoney } from '../../../src/rules/dataset/money.ts';
import { gatherQuestions } from '../../../src/rules/dataset/questions.ts';
import { day } from '../arbitrary.ts';
import { registersOf, rowOf } from '../table-of.ts';

const cycle = rowOf('cycles', {});

describe('a line of the budget', () => {
  const money = (...said: readonly Partial<Row<'budgets'>>[]) =>
    gatherMoney(
      registersOf({
        priorities: [{ code: '1' }],
        budgets: said.map((each, n) => ({
          key: `plan|${n}`,
          plan: 'plan',
          code: String(n),
          kind: 'revenue' as const,
          ...each,
        })),
      }),
      cycle,
    );
  it('is over by what is forecast less the budget, income included', () => {
    const [over, income] = money({ amount: 100, forecast: 120 }, { amount: -50, forecast: -40 });
    expect([over?.variance, income?.variance]).toEqual([20, 10]);
  });
  it('keeps the variance it was given where a figure is not known, and is never taken for nought', () => {
    const [given, unknown] = money({ forecast: 120, variance: 7 }, { amount: 100 });
    expect([given?.variance, given?.budget]).toEqual([7, null]);
    expect([unknown?.variance, unknown?.forecast]).toEqual([null, null]);
  });
  it('comes to what the year came to, once that is known', () => {
    expect(money({ amount: 100, forecast: 120, outturn: 90 })[0]).toMatchObject({
      forecast: 90,
      variance: -10,
    });
  });
  it('is of the cycle’s year or of none; reserves and known gaps of any', () => {
    const found = money(
      { year: '2020-21' },
      { year: '2019-20' },
      { kind: 'capital', year: null },
      { kind: 'known gap', year: '2022-23' },
      { kind: 'reserves', year: '2019-20' },
    );
    expect(found.map(({ code }) => code)).toEqual(['0', '2', '3', '4']);
  });
  it('lies in its priority', () => {
    expect(money({ priority: 'plan|1' })[0]?.groups).toEqual(['priority|1', 'council|council']);
  });
});

describe('what scrutiny asked', () => {
  const asked = (
    actions: readonly Partial<Row<'actions'>>[],
    ...said: readonly Partial<Row<'questions'>>[]
  ) =>
    gatherQuestions(
      registersOf({
        actions: actions.map((each) => ({ plan: 'plan', kind: 'activity' as const, ...each })),
        questions: said.map((each, n) => ({ key: `q${n}`, kind: 'question' as const, ...each })),
      }),
      cycle,
    ).map(({ key }) => key);
  it('is kept while it is outstanding, however old', () => {
    expect(asked([], { askedOn: day('2015-01-01') })).toEqual(['q0']);
  });
  it('is left out a year before the quarter began, once answered', () => {
    expect(asked([], { answeredOn: day('2019-06-30') }, { answeredOn: day('2019-07-01') })).toEqual(
      ['q1'],
    );
  });
  it('and recommended stays until what was begun because of it is over', () => {
    const recommended = {
      kind: 'recommendation' as const,
      respondedOn: day('2018-01-01'),
      actions: ['a'],
    };
    expect(asked([{ key: 'a', status: 'on track' }], recommended)).toEqual(['q0']);
    expect(asked([{ key: 'a', status: 'complete' }], recommended)).toEqual([]);
  });
  it('comes in the order it was asked, what has no day last, and of no other plan', () => {
    expect(
      asked(
        [],
        { askedOn: null },
        { askedOn: day('2020-08-01'), plan: 'PLAN' },
        { askedOn: day('2020-07-01') },
        { plan: 'other' },
      ),
    ).toEqual(['q2', 'q1', 'q0']);
  });
  it('names no exempt action, unless it is exempt itself', () => {
    const titles = (access: 'exempt' | null) =>
      gatherQuestions(
        registersOf({
          actions: [
            { key: 'a', plan: 'plan', kind: 'activity', title: 'Secret', access: 'exempt' },
            { key: 'b', plan: 'plan', kind: 'activity', title: 'Open', status: 'at risk' },
          ],
          questions: [{ key: 'q', kind: 'recommendation', actions: ['a', 'b'], access }],
        }),
        cycle,
      )[0]?.actions.map(({ title, status }) => [title, status]);
    expect(titles(null)).toEqual([['Open', 'at risk']]);
    expect(titles('exempt')).toEqual([
      ['Secret', null],
      ['Open', 'at risk'],
    ]);
  });
});
