// A council with one post for each role of the table of rights, and for each kind of thing one that is theirs,
// one that is another's, and one of a directorate without a director. Whoever may be stood in for is away.
import type { Row } from '../../src/registers/registers.ts';
import type { Role } from '../../src/rules/rights-table.ts';
import type { Rows } from '../rules/table-of.ts';

export const today = '2020-10-06T10:00+01:00[Europe/London]';
export const cycle = 'plan|2020-21 Q2';
export const period = '2020-21 Q2';

/** Who holds each role and nothing besides; `in People` is somebody nothing belongs to but one escalation. */
export const holders: { readonly [R in Role]: string } = {
  'in People': 'bystander',
  owner: 'owner',
  manager: 'manager',
  director: 'director',
  SMT: 'chief-executive',
  'performance team': 'performance',
  'section 151 officer': 'treasurer',
  'monitoring officer': 'solicitor',
  deputy: 'deputy',
};

/** Of the first, the table's relations speak; the second is another directorate's; the third has no director. */
export const things = ['theirs', 'another’s', 'undirected'] as const;
export type Thing = (typeof things)[number];
export const numbers: { readonly [T in Thing]: 1 | 2 | 3 } = {
  theirs: 1,
  'another’s': 2,
  undirected: 3,
};
const teams = { theirs: 'needs', 'another’s': 'streets', undirected: 'money' } as const;
const owners = {
  theirs: 'owner',
  'another’s': 'streets-owner',
  undirected: 'money-owner',
} as const;
export const directorates = {
  theirs: 'Housing',
  'another’s': 'Place',
  undirected: 'Resources',
} as const;

const back = Temporal.PlainDate.from('2020-10-12');
const away = { awayUntil: back, deputy: 'deputy' } as const;

const posts: readonly Partial<Row<'people'>>[] = [
  { key: 'bystander', team: 'parks', ...away },
  { key: 'owner', roles: ['owner'], team: 'needs', deputy: 'deputy' },
  { key: 'manager', roles: ['manager'], team: 'needs', ...away },
  { key: 'director', roles: ['SMT'], team: 'needs', ...away },
  { key: 'chief-executive', roles: ['SMT'], ...away },
  { key: 'performance', roles: ['performance team'], team: 'parks' },
  { key: 'treasurer', roles: ['section 151 officer'], team: 'parks', ...away },
  { key: 'solicitor', roles: ['monitoring officer'], team: 'parks', ...away },
  { key: 'deputy', team: 'parks' },
  { key: 'streets-owner', roles: ['owner'], team: 'streets' },
  { key: 'streets-head', roles: ['manager'], team: 'streets' },
  { key: 'place-director', roles: ['SMT'], team: 'streets' },
  { key: 'money-owner', roles: ['owner'], team: 'money' },
  { key: 'money-head', roles: ['manager'], team: 'money' },
  {
    key: 'left',
    roles: ['performance team', 'SMT', 'section 151 officer', 'monitoring officer'],
    team: 'needs',
    leftOn: Temporal.PlainDate.from('2020-09-30'),
  },
];

/** An account as Entra numbers them. */
export const accountOf = (key: string): string => {
  const nth = posts.findIndex((each) => each.key === key) + 1;
  return `aaaaaaaa-0000-4000-8000-${String(nth).padStart(12, '0')}`;
};

const common = { plan: 'plan', cycle, period };
const open = things.map((thing) => ({ thing, n: numbers[thing] }));

export const rightsRows: Rows = {
  plans: [{ key: 'plan', title: 'Plan' }],
  teams: [
    { key: 'needs', title: 'Needs', directorate: 'Housing', manager: 'manager' },
    { key: 'streets', title: 'Streets', directorate: 'Place', manager: 'streets-head' },
    { key: 'money', title: 'Money', directorate: 'Resources', manager: 'money-head' },
    { key: 'parks', title: 'Parks', directorate: 'Leisure', manager: 'streets-head' },
  ],
  people: posts.map((each) => ({
    ...each,
    title: each.key ?? '',
    objectId: accountOf(each.key ?? ''),
  })),
  cycles: [{ title: 'Quarter 2 2020-21', key: cycle }],
  measures: open.flatMap(({ thing, n }) => [
    measure(`${n}`, thing, {}),
    measure(`a${n}`, thing, { signOff: true }),
    measure(`x${n}`, thing, { access: 'exempt', exemptUnder: '3' }),
  ]),
  returns: open.flatMap(({ thing, n }) => [
    { ...common, title: 'Due', measure: `plan|${n}`, owner: owners[thing], state: 'Due' as const },
    {
      ...common,
      key: `plan|l${n}|${period}`,
      title: 'Line due',
      kind: 'progress' as const,
      about: `Actions: plan|l${n}`,
      owner: owners[thing],
      state: 'Due' as const,
    },
    {
      ...common,
      key: `plan|${n}|2020-21 target`,
      title: 'Target due',
      period: '2020-21',
      kind: 'target' as const,
      measure: `plan|${n}`,
      owner: owners[thing],
      state: 'Due' as const,
    },
    {
      ...common,
      title: 'Answered',
      measure: `plan|a${n}`,
      owner: owners[thing],
      state: 'Returned' as const,
      value: 5,
      revision: 1,
      returnedBy: owners[thing],
      approval: 'awaiting' as const,
    },
  ]),
  targets: open.map(({ n }) => ({
    key: `plan|${n}|2020-04-01`,
    measure: `plan|${n}`,
    title: 'Target',
    appliesFrom: Temporal.PlainDate.from('2020-04-01'),
    target: 5,
    state: 'proposed' as const,
    setBy: 'nobody-here',
  })),
  actions: open.map(({ thing, n }) => ({
    key: `plan|l${n}`,
    plan: 'plan',
    code: `l${n}`,
    title: `Line ${n}`,
    kind: 'activity' as const,
    team: teams[thing],
    owner: owners[thing],
  })),
  verifications: open.map(({ n }) => ({
    key: `check|${n}`,
    title: 'Check',
    cycle,
    return: `plan|a${n}|${period}`,
  })),
  escalationRules: [{ key: 'red', title: 'Off target', kind: 'off target' as never }],
  escalations: open
    .map(
      ({ thing, n }): Partial<Row<'escalations'>> => ({
        key: `red|Measures: plan|${n}`,
        title: `Measure ${n}`,
        rule: 'red',
        line: `Measures: plan|${n}`,
        level: 'SMT' as const,
        person: thing === 'theirs' ? 'bystander' : 'streets-head',
        owner: owners[thing],
        cycle,
        raisedAt: Temporal.Instant.from('2020-10-05T08:00:00Z'),
      }),
    )
    .concat(missing('theirs', 'SMT', 'bystander'), missing('another’s', 'manager', 'streets-head')),
  escalationHistory: open.flatMap(({ thing, n }) =>
    (['asked', 'plan required'] as const).map((event) => ({
      key: `red|Measures: plan|${n}|${event}|1`,
      title: event,
      plan: 'plan',
      escalation: `red|Measures: plan|${n}`,
      event,
      by: 'bystander',
      to: owners[thing],
      at: Temporal.Instant.from('2020-10-05T09:00:00Z'),
      words: 'Why?',
    })),
  ),
};

function missing(
  thing: Thing,
  level: Row<'escalations'>['level'],
  person: string,
): Partial<Row<'escalations'>> {
  const n = numbers[thing];
  const raisedAt = Temporal.Instant.from('2020-10-05T08:00:00Z');
  const of = { cycle, return: `plan|${n}|${period}`, raisedAt };
  return { key: `missing|${n}`, title: 'Missing', level, person, ...of };
}

function measure(code: string, thing: Thing, more: Partial<Row<'measures'>>) {
  return { code, title: `Measure ${code}`, team: teams[thing], owner: owners[thing], ...more };
}
