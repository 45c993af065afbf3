// A head of housing who is asked of everything a plan holds: a figure, a milestone, a project, a saving, a
// risk, the plan's money and her own statement of assurance, with what was said of some of it last quarter.
import type { Rows } from '../rules/table-of.ts';
import { ids } from './asked-of-ann.ts';

export const eve = 'aaaaaaaa-0000-4000-8000-00000000000e';
export const cycle = 'plan|2020-21 Q2';
const day = (text: string) => Temporal.PlainDate.from(text);

export const lines = {
  action: 'Actions: plan|3.2',
  project: 'Projects: plan|P 1',
  saving: 'Savings: plan|S 4',
  risk: 'Risks: plan|R 3',
  finance: 'Plans: plan',
  assurance: 'Teams: homes',
} as const;
export const keyOf = (line: string): string => `${line}|2020-21 Q2`;

const asked = (
  kind: NonNullable<Rows['returns']>[number]['kind'],
  about: string,
  more: object = {},
) => ({
  key: keyOf(about),
  title: about,
  kind: kind ?? null,
  measure: null,
  about,
  period: '2020-21 Q2',
  cycle,
  state: 'Due' as const,
  finality: null,
  owner: 'ann',
  dueOn: day('2020-10-12'),
  ...more,
});

const work = { plan: 'plan', team: 'homes', owner: 'ann' };

export const rows = (): Rows => ({
  people: [
    { key: 'ann', title: 'Head of Housing', objectId: ids.ann, team: 'homes', deputy: 'bob' },
    { key: 'bob', title: 'Deputy Head of Housing', objectId: ids.bob, team: 'homes' },
    { key: 'eve', title: 'Head of Parks', objectId: eve, team: 'parks' },
  ],
  teams: [{ key: 'homes', title: 'Homes', directorate: 'Place', manager: 'ann' }],
  plans: [{ key: 'plan', title: 'Operating Plan', plan: 'plan', code: 'plan', lead: 'ann' }],
  priorities: [{ code: '2', title: 'Homes fit to live in' }],
  cycles: [{ key: cycle, title: 'Quarter 2', asks: ['measures', 'actions', 'risks'] }],
  measures: [
    { ...work, code: '1', title: 'Households helped', unit: 'households', decimals: 0 },
    {
      ...work,
      code: '2',
      title: 'Actions delivered by their day',
      workedOutFrom: 'actions delivered' as const,
    },
  ],
  actions: [
    { ...work, code: '3', title: 'Every council home surveyed', kind: 'activity' as const },
    {
      ...work,
      code: '3.2',
      title: 'Survey of the high-rise blocks',
      kind: 'milestone' as const,
      parent: 'plan|3',
      serves: ['Priorities: plan|2'],
      dueOn: day('2020-12-31'),
      percent: 60,
      status: 'on track' as const,
      key: 'plan|3.2',
    },
    {
      ...work,
      code: '4',
      title: 'Lettings policy agreed',
      kind: 'activity' as const,
      dueOn: day('2020-08-31'),
      status: 'complete' as const,
      completedOn: day('2020-08-20'),
    },
    {
      ...work,
      code: '5',
      title: 'Tenants’ panel elected',
      kind: 'activity' as const,
      dueOn: day('2020-09-30'),
      status: 'on track' as const,
    },
  ].map((row) => ({ key: `plan|${row.code}`, ...row })),
  projects: [
    {
      ...work,
      key: 'plan|P 1',
      code: 'P 1',
      title: 'One front door for housing advice',
      kind: 'rapid improvement' as const,
      dueOn: day('2020-09-30'),
    },
  ],
  savings: [
    {
      ...work,
      key: 'plan|S 4',
      code: 'S 4',
      title: 'Fewer nights in bed and breakfast',
      required: 400_000,
      achieved: 100_000,
      forecast: 380_000,
      status: 'at risk' as const,
    },
  ],
  risks: [
    {
      ...work,
      key: 'plan|R 3',
      code: 'R 3',
      title: 'A high-rise block must be emptied at once',
      serves: ['Priorities: plan|2'],
      grossLikelihood: 4,
      grossImpact: 5,
      residualLikelihood: 2,
      residualImpact: 5,
      targetLikelihood: 1,
      targetImpact: 5,
      appetite: 10,
      controls: 'Waking watch; sprinklers in four of nine blocks.',
    },
  ],
  budgets: Array.from({ length: 14 }, (_, at) => ({
    key: `plan|Revenue ${at + 1}`,
    plan: 'plan',
    code: `Revenue ${at + 1}`,
    title: `Housing budget ${at + 1}`,
    kind: 'revenue' as const,
    year: '2020-21',
    amount: 1_000_000,
    forecast: at === 0 ? 1_020_000 : null,
    savingsRequired: at === 0 ? 50_000 : null,
    position: at + 1,
  })),
  returns: [
    {
      ...asked(null, ''),
      key: 'plan|1|2020-21 Q2',
      measure: 'plan|1',
      about: null,
      dueOn: day('2020-10-14'),
    },
    {
      ...asked(null, ''),
      key: 'plan|2|2020-21 Q2',
      measure: 'plan|2',
      about: null,
      dueOn: day('2020-10-14'),
    },
    asked('progress', lines.action),
    asked('progress', lines.project),
    asked('saving', lines.saving),
    asked('risk', lines.risk),
    asked('finance', lines.finance, { dueOn: day('2020-10-14') }),
    asked('assurance', lines.assurance, { dueOn: day('2020-10-14') }),
    { measure: 'plan|1', period: '2020-21 Q1', value: 420, source: 'The housing system' },
    {
      key: `${lines.action}|2020-21 Q1`,
      kind: 'progress' as const,
      measure: null,
      about: lines.action,
      period: '2020-21 Q1',
      state: 'Returned' as const,
      status: 'at risk' as const,
      value: 60,
      commentary: 'The second contractor starts in August.',
      expectedOn: day('2021-01-31'),
    },
  ],
});
