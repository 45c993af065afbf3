// A small council with a line of every kind to report on for quarter 2: actions, a project, a saving, a
// risk, a team's assurance and a budget of two lines.
import { toPlain } from '../../src/registers/register.ts';
import type { Row } from '../../src/registers/registers.ts';
import type { LineAnswer, LineAnswerOf } from '../../src/use-cases/line-answer.ts';
import { openCycle } from '../../src/use-cases/open-cycle.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { type LineReport, reportLine } from '../../src/use-cases/report-line.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

export const day = (iso: string) => Temporal.PlainDate.from(iso);
export const cycle = 'plan|2020-21 Q2';
export const everything = [
  'measures',
  'actions',
  'projects',
  'savings',
  'risks',
  'assurance',
  'finance',
];

/** Keys of the returns, by what they are of. */
export const returnOf = {
  action: 'Actions: plan|A1|2020-21 Q2',
  milestone: 'Actions: plan|A1.1|2020-21 Q2',
  project: 'Projects: plan|P1|2020-21 Q2',
  saving: 'Savings: plan|S1|2020-21 Q2',
  risk: 'Risks: plan|R1|2020-21 Q2',
  assurance: 'Teams: streets|2020-21 Q2',
  finance: 'Plans: plan|2020-21 Q2',
} as const;
export type Asked = keyof typeof returnOf;

export const lines = {
  plans: [{ key: 'plan', title: 'The plan', code: 'plan', kind: 'operating', lead: 'chief' }],
  teams: [{ key: 'streets', title: 'Streets', plan: 'plan', manager: 'head' }],
  people: [
    { key: 'ann', title: 'Waste Officer', team: 'streets', roles: ['owner'] },
    { key: 'head', title: 'Head of Streets', team: 'streets', roles: ['manager'] },
    { key: 'dee', title: 'Deputy' },
    { key: 'chief', title: 'Chief Executive', deputy: 'dee' },
    { key: 'performance', title: 'Performance Team', roles: ['performance team'] },
  ],
  measures: [{ code: '1', team: 'streets', owner: 'ann' }],
  actions: [
    {
      key: 'plan|A1',
      title: 'New lorries',
      plan: 'plan',
      code: 'A1',
      kind: 'activity',
      team: 'streets',
      owner: 'ann',
      percent: 40,
      status: 'on track',
      commentary: 'Three have come.',
    },
    {
      key: 'plan|A1.1',
      title: 'Ten lorries',
      plan: 'plan',
      code: 'A1.1',
      kind: 'milestone',
      team: 'streets',
    },
  ],
  projects: [
    {
      key: 'plan|P1',
      title: 'Routes',
      plan: 'plan',
      code: 'P1',
      kind: 'improvement project',
      stage: 'live',
      team: 'streets',
      owner: 'ann',
    },
  ],
  savings: [
    {
      key: 'plan|S1',
      title: 'Fewer depots',
      plan: 'plan',
      code: 'S1',
      stage: 'live',
      year: '2020-21',
      required: 100_000,
      achieved: 20_000,
      team: 'streets',
      owner: 'ann',
    },
  ],
  risks: [
    {
      key: 'plan|R1',
      title: 'A hard winter',
      plan: 'plan',
      code: 'R1',
      state: 'open',
      appetite: 8,
      residualLikelihood: 2,
      residualImpact: 3,
      reviewOn: day('2020-09-01'),
      team: 'streets',
      owner: 'ann',
    },
  ],
  budgets: [
    {
      key: 'plan|B1',
      title: 'Waste',
      plan: 'plan',
      code: 'B1',
      kind: 'revenue',
      year: '2020-21',
      amount: 5_000_000,
    },
    {
      key: 'plan|B2',
      title: 'Depot',
      plan: 'plan',
      code: 'B2',
      kind: 'capital',
      year: '2020-21',
      amount: null,
    },
  ],
} as const satisfies Rows;

export type Said = {
  readonly cycle?: Partial<Row<'cycles'>>;
  readonly rows?: Rows;
  readonly now?: string;
};

/** The quarter's cycle asks about everything, and is planned. */
export const planned = (outbox: Outbox, said: Said = {}): Ports =>
  councilWith(
    outbox,
    registersOf({
      ...lines,
      cycles: [{ asks: everything, state: 'Planned', closeAfter: 10, ...said.cycle }],
      ...said.rows,
    }),
    said.now ?? '2020-10-01T09:30',
  ) as Ports;

/** The same, open since the first morning of October. */
export const opened = async (outbox: Outbox, said: Said = {}): Promise<Ports> => {
  const ports = planned(outbox, said);
  await openCycle(ports, { by: null, cycle: said.cycle?.key ?? cycle });
  return ports;
};

const plain: { readonly [A in Asked]: LineAnswer } = {
  action: { kind: 'progress', status: 'on track', percent: '60', expectedOn: '', commentary: '' },
  milestone: {
    kind: 'progress',
    status: 'not started',
    percent: '',
    expectedOn: '',
    commentary: '',
  },
  project: { kind: 'progress', status: 'on track', percent: '10%', expectedOn: '', commentary: '' },
  saving: {
    kind: 'saving',
    achieved: '£45,000',
    forecast: '95k',
    status: 'on track',
    commentary: '',
  },
  risk: { kind: 'risk', likelihood: '2', impact: '4', reviewOn: '2021-01-11', commentary: '' },
  assurance: {
    kind: 'assurance',
    answers: {
      probity: 'assured',
      control: 'assured',
      budgets: 'assured',
      risk: 'assured',
      audit: 'assured',
      statutoryDuty: 'assured',
      peopleProcesses: 'assured',
    },
    statement: '',
  },
  finance: {
    kind: 'finance',
    lines: [
      { key: 'plan|B1', forecast: '£5.2m', savingsAchieved: '120000' },
      { key: 'plan|B2', forecast: '900,000', savingsAchieved: '' },
    ],
    commentary: '',
  },
};

/** The usual answer of a kind, with what a test says besides. */
export const typed = <K extends LineAnswer['kind']>(
  of: Asked,
  set: Partial<LineAnswerOf<K>> = {},
) => ({ ...plain[of], ...set }) as LineAnswer;

const whoIsAsked: { readonly [A in Asked]: string } = {
  action: 'ann',
  milestone: 'head',
  project: 'ann',
  saving: 'ann',
  risk: 'ann',
  assurance: 'head',
  finance: 'chief',
};

/** Whoever is asked reports, from the card as it was before anyone had, or as said. */
export const report = (
  ports: Ports,
  of: Asked,
  answer: LineAnswer = typed(of),
  more: Partial<LineReport> = {},
) => reportLine(ports, { by: whoIsAsked[of], return: returnOf[of], revision: 0, answer, ...more });

/** A row with its days as text: two days that differ would match one another as objects. */
export const asText = (row: object | undefined): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, toPlain(value)]));

export const registers = (ports: Ports) => ports.replica.registers();
