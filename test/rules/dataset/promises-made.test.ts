import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { day } from '../arbitrary.ts';
import type { Rows } from '../table-of.ts';
import { council, measureOf } from './gathered-council.ts';

describe('what was promised', () => {
  const promiseIn = (rows: Rows) => measureOf('R1', rows).promises;
  const action = council.actions?.[0] as Partial<Row<'actions'>>;

  it('is there with what came of it, and has worked where the figure is better since', () => {
    expect(promiseIn(council)).toEqual([
      {
        title: 'Two more officers',
        promisedIn: 'Q1 2020-21',
        dueOn: '2020-08-31',
        status: 'complete',
        completedOn: '2020-08-20',
        worked: true,
        access: null,
      },
    ]);
  });
  it('has not worked where it is no better, and cannot be told while it is not done', () => {
    const same = (council.returns ?? []).map((each) =>
      each.value === 93.1 ? { ...each, value: 89 } : each,
    );
    expect(promiseIn({ ...council, returns: same })[0]?.worked).toBe(false);
    const going = { ...action, status: 'on track' as const, completedOn: null };
    expect(promiseIn({ ...council, actions: [going] })[0]?.worked).toBeNull();
    const afterwards = { ...action, completedOn: day('2020-10-02') };
    expect(promiseIn({ ...council, actions: [afterwards] })[0]?.worked).toBeNull();
  });
  it('counts a recovery plan that serves the measure, the newest first, four at most', () => {
    const plan = {
      ...action,
      key: 'plan|RP',
      title: 'Recovery',
      kind: 'recovery plan' as const,
      serves: ['Measures: plan|R1'],
      startsOn: day('2020-10-12'),
    };
    const titles = promiseIn({ ...council, actions: [action, plan] }).map((each) => each.title);
    expect(titles).toEqual(['Recovery', 'Two more officers']);
    const many = [1, 2, 3, 4, 5].map((n) => ({
      ...plan,
      key: `plan|RP${n}`,
      title: `Recovery ${n}`,
      startsOn: day(`2020-0${n}-01`),
    }));
    expect(promiseIn({ ...council, actions: many }).map((each) => each.title)).toEqual([
      'Recovery 5',
      'Recovery 4',
      'Recovery 3',
      'Recovery 2',
    ]);
  });
  it('is not said of a measure that anybody may read where it is exempt itself', () => {
    expect(promiseIn({ ...council, actions: [{ ...action, access: 'exempt' }] })).toEqual([]);
  });
});
