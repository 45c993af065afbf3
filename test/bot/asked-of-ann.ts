// A head of housing with three measures and one final figure due, her deputy, and a promise she made last
// quarter: what the tests of answering on the card begin from.
import type { Rows } from '../rules/table-of.ts';

export const cycle = 'plan|2020-21 Q2';
export const ids = {
  ann: 'aaaaaaaa-0000-4000-8000-000000000001',
  bob: 'aaaaaaaa-0000-4000-8000-000000000002',
};
const asked = (code: string) => ({
  measure: `plan|${code}`,
  period: '2020-21 Q2',
  cycle,
  state: 'Due' as const,
  finality: null,
  owner: 'ann',
  dueOn: Temporal.PlainDate.from('2020-10-14'),
});
export const rows = (): Rows => ({
  people: [
    { key: 'ann', title: 'Head of Housing', objectId: ids.ann, team: 'homes', deputy: 'bob' },
    { key: 'bob', title: 'Deputy Head of Housing', objectId: ids.bob, team: 'homes' },
    {
      key: 'gone',
      title: 'Former Lettings Lead',
      objectId: 'aaaaaaaa-0000-4000-8000-000000000003',
      team: 'homes',
      leftOn: Temporal.PlainDate.from('2020-09-01'),
    },
  ],
  teams: [{ key: 'homes', title: 'Homes', directorate: 'Place' }],
  cycles: [{ key: cycle, title: 'Quarter 2' }],
  measures: ['1', '2', '3'].map((code) => ({
    code,
    title: `Households helped ${code}`,
    unit: 'households',
    decimals: 0,
    team: 'homes',
    owner: 'ann',
    polarity: 'minimise' as const,
  })),
  targets: ['1', '2', '3'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: Temporal.PlainDate.from('2020-04-01'),
    target: 450,
  })),
  returns: [
    asked('1'),
    asked('2'),
    asked('3'),
    {
      key: 'plan|3|2020-21 Q1 final',
      kind: 'final' as const,
      ...asked('3'),
      period: '2020-21 Q1',
    },
    {
      measure: 'plan|1',
      period: '2020-21 Q1',
      value: 420,
      action: 'plan|1 2020-21 Q1',
      cycle: 'plan|2020-21 Q1',
    },
    { measure: 'plan|2', period: '2020-21 Q1', value: 430 },
    { measure: 'plan|3', period: '2020-21 Q1', value: 440, finality: 'provisional' as const },
  ],
  actions: [
    {
      key: 'plan|1 2020-21 Q1',
      title: 'Two more officers',
      plan: 'plan',
      code: '1 2020-21 Q1',
      kind: 'corrective action' as const,
      serves: ['Measures: plan|1'],
      owner: 'ann',
      dueOn: Temporal.PlainDate.from('2020-10-30'),
      status: 'not started' as const,
    },
  ],
});
