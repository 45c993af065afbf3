import { describe, expect, it } from 'vitest';
import { answeredBy, isLate, outstanding, owedBy } from '../../src/rules/owed.ts';
import { day } from './arbitrary.ts';
import { englandAndWales } from './bank-holidays.ts';
import { type Council, council, cycleKey, person } from './given-council.ts';
import { registersOf, rowOf } from './table-of.ts';

const owes = (who: string, said: Council = {}, today: string | null = null) => {
  const registers = council(said);
  return owedBy(registers, person(registers, who), today === null ? null : day(today)).map(
    (owed) => `${owed.about.code} as ${owed.as}`,
  );
};

describe('what a person owes', () => {
  it('is every return of theirs still due, in the plan’s order', () => {
    expect(owes('ann')).toEqual(['1 as owner', '2 as owner']);
    expect(owes('ann', { answered: { 1: 'Returned' } })).toEqual(['2 as owner']);
    expect(owes('ann', { answered: { 1: 'No data until', 2: 'Withdrawn' } })).toEqual([]);
  });
  it('includes what they stand in for while its owner is away, after their own', () => {
    expect(owes('dee')).toEqual([]);
    expect(owes('dee', { away: { ann: '2020-10-12' } }, '2020-10-09')).toEqual([
      '1 as deputy',
      '2 as deputy',
    ]);
    expect(owes('dee', { away: { ann: '2020-10-12' } }, '2020-10-12')).toEqual([]);
    expect(owes('ann', { away: { ann: '2020-10-12' } }, '2020-10-09')).toHaveLength(2);
  });
  it('without a day, includes what they could be asked for on any, even if away themselves', () => {
    expect(owes('dee', { away: { ann: '2020-10-12' } })).toHaveLength(2);
    expect(owes('dee', { away: { ann: '2020-10-12', dee: '2020-10-02' } })).toHaveLength(2);
  });
  it('is, for a manager, also what nobody owns; for the manager’s deputy while they are away', () => {
    expect(owes('streets-head')).toEqual(['5 as owner']);
    expect(owes('needs-head')).toEqual([]);
    expect(owes('dee', { away: { 'streets-head': '2020-10-12' } }, '2020-10-09')).toEqual([
      '5 as owner',
    ]);
  });
  it.each(['Planned', 'Closed', 'Withdrawn'] as const)(
    'is nothing of a cycle that is %s',
    (state) => {
      expect(owes('ann', { cycle: { state } })).toEqual([]);
      expect(owes('streets-head', { cycle: { state } })).toEqual([]);
    },
  );
});

describe('a measure asked for two periods and a target', () => {
  it('is asked for the earlier period first, and for the target last', () => {
    const returns = ['2021-22', '2020-21 Q2', '2019-20 Q4'].map((period) => ({
      measure: 'plan|1',
      period,
      cycle: cycleKey,
      owner: 'ann',
      state: 'Due' as const,
      kind: period === '2021-22' ? ('target' as const) : null,
    }));
    const registers = registersOf({
      measures: [{ code: '1' }],
      people: [{ key: 'ann' }],
      cycles: [{}],
      returns,
    });
    expect(owedBy(registers, person(registers, 'ann')).map((owed) => owed.return.period)).toEqual([
      '2019-20 Q4',
      '2020-21 Q2',
      '2021-22',
    ]);
  });
});

describe('what a person has answered', () => {
  const answers = (who: string, said: Council) => {
    const registers = council(said);
    return answeredBy(registers, person(registers, who), cycleKey).map((owed) => owed.about.code);
  };
  it('is theirs with a figure or a dated reason, closed cycle or not', () => {
    const answered = { 1: 'Returned', 2: 'No data until', 3: 'Returned' } as const;
    expect(answers('ann', { answered })).toEqual(['1', '2']);
    expect(answers('ann', { answered, cycle: { state: 'Closed' } })).toEqual(['1', '2']);
    expect(answers('ann', {})).toEqual([]);
  });
  it('includes what they answered for somebody else', () => {
    const measures = [{ code: '1' }, { code: '2' }];
    const registers = registersOf({
      measures,
      people: [{ key: 'ann' }, { key: 'head' }],
      cycles: [{}],
      returns: measures.map(({ code }) => ({
        measure: `plan|${code}`,
        period: '2020-21 Q2',
        cycle: cycleKey,
        owner: 'ann',
        value: 1,
        returnedBy: code === '2' ? 'HEAD' : 'ann',
      })),
    });
    const byHead = answeredBy(registers, person(registers, 'head'), cycleKey);
    expect(byHead.map((owed) => [owed.about.code, owed.as])).toEqual([['2', 'deputy']]);
    expect(answeredBy(registers, person(registers, 'ann'), cycleKey)).toHaveLength(2);
  });
});

describe('what is outstanding in a cycle', () => {
  it('is every return nobody has answered, owned or not, in the plan’s order', () => {
    const left = outstanding(
      council({ answered: { 1: 'Returned', 3: 'No data until' } }),
      cycleKey,
    );
    expect(left.map((each) => each.measure)).toEqual(['plan|2', 'plan|4', 'plan|5']);
    expect(outstanding(council(), 'plan|2020-21 Q1')).toEqual([]);
  });
});

describe('how late a return is', () => {
  const due = rowOf('returns', { measure: 'm', period: 'p', dueOn: day('2020-12-24') });
  it.each([
    ['2020-12-01', 0],
    ['2020-12-24', 0],
    ['2020-12-28', 0],
    ['2020-12-29', 1],
    ['2021-01-04', 4],
  ])('due on Christmas Eve 2020, on %s it is %i working days late', (today, late) => {
    expect(isLate(due, day(today), englandAndWales)).toBe(late);
  });
  it('one without a due date is never late', () => {
    expect(isLate({ dueOn: null }, day('2030-01-01'), englandAndWales)).toBe(0);
  });
});
