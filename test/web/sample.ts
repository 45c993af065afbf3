// The few rows the web tests are about: two teams, five people, four measures, an open cycle.
import type { Rows } from '../rules/table-of.ts';

const date = Temporal.PlainDate.from;
const measure = (code: string, title: string, more: object = {}) => ({
  code,
  title,
  plan: 'plan',
  team: 'housing',
  owner: 'officer',
  priority: 'plan|1',
  ...more,
});
const returned = (code: string, period: string, value: number) => ({
  measure: `plan|${code}`,
  period,
  value,
});
const asked = (code: string, more: object = {}) => ({
  measure: `plan|${code}`,
  period: '2020-21 Q2',
  cycle: 'plan|2020-21 Q2',
  owner: 'officer',
  dueOn: date('2020-10-14'),
  state: 'Due' as const,
  ...more,
});

export const officer = 'aaaaaaaa-0000-4000-8000-000000000001';
export const manager = 'aaaaaaaa-0000-4000-8000-000000000002';
export const performanceTeam = 'aaaaaaaa-0000-4000-8000-000000000003';

export const sample: Rows = {
  plans: [{ key: 'plan', code: 'plan', title: 'Operating Plan 2020-21', parent: null }],
  priorities: [{ code: '1', title: 'A healthier city' }],
  teams: [
    { key: 'housing', title: 'Housing Needs', directorate: 'Housing', manager: 'manager' },
    { key: 'waste', title: 'Waste', directorate: 'Place', manager: null },
  ],
  people: [
    { key: 'officer', title: 'Housing Officer', objectId: officer, roles: ['owner'] },
    { key: 'manager', title: 'Head of Housing', objectId: manager, roles: ['manager'] },
    { key: 'team', title: 'Performance', objectId: performanceTeam, roles: ['performance team'] },
  ],
  measures: [
    measure('1', 'Homes let', { position: 1, definition: 'Homes let in the quarter.' }),
    measure('2', 'Cases prevented', { position: 2 }),
    measure('3', 'Repairs in time', { position: 3 }),
    measure('4', 'Waste recycled', { position: 4, team: 'waste', owner: null }),
  ],
  targets: ['1', '2', '3', '4'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: date('2018-04-01'),
    target: 80,
    tolerance: 5,
    illustrative: code === '3',
  })),
  returns: [
    returned('1', '2020-21 Q1', 90),
    returned('2', '2020-21 Q1', 81),
    returned('2', '2019-20 Q2', 60),
    returned('3', '2020-21 Q1', 70),
    asked('1'),
    asked('2', {
      state: 'Returned',
      value: 70,
      commentary: 'Demand rose.',
      returnedBy: 'officer',
      returnedAt: Temporal.Instant.from('2020-10-12T08:00:00Z'),
    }),
    asked('3', {
      state: 'No data until',
      noDataUntil: date('2020-12-01'),
      noDataReason: 'The contractor is late.',
    }),
    asked('4', { owner: null }),
  ],
  cycles: [
    { title: 'Quarter 2', period: '2020-21 Q2' },
    { title: 'Quarter 3', period: '2020-21 Q3', state: 'Planned', opensOn: date('2021-01-04') },
  ],
  notifications: [
    {
      person: 'officer',
      cycle: 'plan|2020-21 Q2',
      step: 'Opening',
      state: 'Sent',
      fellDueAt: Temporal.Instant.from('2020-10-01T08:00:00Z'),
    },
    {
      person: 'manager',
      cycle: 'plan|2020-21 Q2',
      step: 'Manager',
      state: 'Unreachable',
      fellDueAt: Temporal.Instant.from('2020-10-15T08:00:00Z'),
      reason: 'The app is not installed.',
    },
  ],
};

/** Two working days after the returns were due. */
export const friday16 = '2020-10-16T10:00[Europe/London]';
