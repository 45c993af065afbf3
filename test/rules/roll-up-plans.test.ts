// A council with several plans at once: a line for each plan, and one of the council over all of them.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { gatherGroups } from '../../src/rules/dataset/groups.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf } from './table-of.ts';

const period = '2020-21 Q2';
const measure = (plan: string, code: string, weight: number | null = null) => ({
  key: `${plan}|${code}`,
  plan,
  code,
  weight,
});
const rows = (other: Partial<Row<'cycles'>> = {}): Rows => ({
  plans: [
    { key: 'plan', plan: 'plan', code: 'plan', title: 'Corporate plan' },
    { key: 'homes', plan: 'homes', code: 'homes', title: 'Housing strategy' },
  ],
  measures: [
    measure('plan', 'A'),
    measure('plan', 'B'),
    measure('homes', 'A', 3),
    measure('homes', 'C'),
    { ...measure('homes', 'D'), retiredOn: day('2020-01-01') },
  ],
  targets: ['plan|A', 'plan|B', 'homes|A'].map((key) => ({
    measure: key,
    appliesFrom: day('2018-04-01'),
    target: 10,
  })),
  returns: [
    { measure: 'plan|A', period, value: 9 },
    { measure: 'homes|A', plan: 'homes', period, value: 11 },
  ],
  cycles: [{ period }, { plan: 'homes', period, ...other }],
});
const linesOf = (plan: string, given: Rows = rows()) => {
  const registers = registersOf(given);
  const cycle = registers.cycles.get(`${plan}|${period}`);
  if (cycle === undefined) throw new Error('There is no such cycle.');
  const lines = rollUp(registers, cycle);
  return { plan: lines.at(-2), council: lines.at(-1) };
};

describe('of two plans that are asked for the same quarter', () => {
  it('each has a line that counts its own measures, by its name', () => {
    expect(linesOf('plan').plan).toMatchObject({
      key: 'plan|2020-21 Q2|plan|plan',
      scope: 'plan',
      code: 'plan',
      title: 'Corporate plan',
      measures: 2,
      due: 2,
      returned: 1,
      off: 1,
      weighted: 0,
    });
    expect(linesOf('homes').plan).toMatchObject({
      key: 'homes|2020-21 Q2|plan|homes',
      title: 'Housing strategy',
      measures: 2,
      onTarget: 1,
      weighted: 100,
    });
  });
  it('the council’s line in either report counts the measures of both, weighed together', () => {
    const both = { measures: 4, due: 4, returned: 2, onTarget: 1, off: 1, notYet: 2, weighted: 75 };
    expect(linesOf('plan').council).toMatchObject({
      key: 'plan|2020-21 Q2|council|council',
      scope: 'council',
      plan: 'plan',
      ...both,
    });
    expect(linesOf('homes').council).toMatchObject({
      key: 'homes|2020-21 Q2|council|council',
      plan: 'homes',
      ...both,
    });
  });
  it('one that was suspended or has closed is still counted', () => {
    for (const state of ['Suspended', 'Closed'] as const)
      expect(linesOf('plan', rows({ state })).council).toMatchObject({ measures: 4 });
  });
  it('one that has not opened, was withdrawn, or asks for a month is not', () => {
    for (const other of [
      { state: 'Planned' },
      { state: 'Withdrawn' },
      { period: '2020-21 Q1' },
      { period: '2020-21 M06' },
    ] as const)
      expect(linesOf('plan', rows(other)).council).toMatchObject({ measures: 2 });
  });
  it('the dataset of each tells of its own plan alone, now and before', () => {
    const before = { plan: 'plan', period: '2020-21 Q1', state: 'Closed' as const };
    const q1 = 'plan|2020-21 Q1';
    const line = (scope: 'plan' | 'council', measures: number) => ({
      key: `${q1}|${scope}|${scope}`,
      report: q1,
      scope,
      code: scope,
      measures,
    });
    const councilOf = (...reportLines: Rows['reportLines'] & object) => {
      const given = rows();
      const registers = registersOf({
        ...given,
        cycles: [...(given.cycles ?? []), before],
        reports: [{ cycle: q1, state: 'Closed' }],
        reportLines,
      });
      const cycle = registers.cycles.get(`plan|${period}`) as Row<'cycles'>;
      return gatherGroups(registers, cycle).find(({ scope }) => scope === 'council');
    };
    expect(councilOf(line('plan', 7), line('council', 19))).toMatchObject({
      now: { measures: 2 },
      before: { measures: 7 },
    });
    // A report from before plans had a line: under the council's stood its plan.
    expect(councilOf(line('council', 7))).toMatchObject({ before: { measures: 7 } });
  });
});

it('a council with one plan has the same in its plan’s line as in its own', () => {
  const { plan, council } = linesOf('plan', { ...rows(), cycles: [{ period }] });
  const { key: _key, scope: _scope, code: _code, title: _title, ...counts } = plan ?? {};
  expect(council).toMatchObject(counts);
});
