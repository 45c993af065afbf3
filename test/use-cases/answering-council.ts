// A council with one measure to answer for quarter 2, for tests of what an answer puts on record.
import type { Row } from '../../src/registers/registers.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { type Submission, submitReturn } from '../../src/use-cases/submit-return.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { typedAnswer } from './typed-answer.ts';

export const asked = 'plan|M|2020-21 Q2';
const day = (iso: string) => Temporal.PlainDate.from(iso);

export type Said = {
  readonly measure?: Partial<Row<'measures'>>;
  readonly cycle?: Partial<Row<'cycles'>>;
  readonly now?: string;
} & Pick<Rows, 'returns' | 'actions' | 'drafts'>;

/** Days, fewer is better, at most 500; 420 last quarter. Ann is asked, Dee is her deputy. */
export const council = (outbox: Outbox, said: Said = {}): Ports => {
  const due = { measure: 'plan|M', cycle: 'plan|2020-21 Q2', owner: 'ann', state: 'Due' } as const;
  const usual: Rows['returns'] = [
    { measure: 'plan|M', period: '2020-21 Q1', value: 420 },
    { ...due, period: '2020-21 Q2', title: 'Measure M, Q2 2020-21' },
  ];
  const measure = { code: 'M', unit: 'days', decimals: 0, polarity: 'minimise' } as const;
  const registers = registersOf({
    people: [
      { key: 'ann', objectId: 'a', deputy: 'dee' },
      { key: 'bob', objectId: 'b' },
      { key: 'dee', objectId: 'd' },
      { key: 'eve', objectId: 'e', leftOn: day('2020-09-30') },
    ],
    measures: [{ ...measure, owner: 'ann', ...said.measure }],
    targets: [{ measure: 'plan|M', appliesFrom: day('2019-04-01'), target: 500 }],
    cycles: [{ period: '2020-21 Q2', ...said.cycle }],
    returns: [...(said.returns ?? []), ...usual.filter((row) => !isAmong(said.returns, row))],
    actions: said.actions ?? [],
    drafts: said.drafts ?? [],
  });
  return councilWith(outbox, registers, said.now ?? '2020-10-05T10:00') as Ports;
};

const isAmong = (rows: Rows['returns'] = [], row: Partial<Row<'returns'>>): boolean =>
  rows.some(({ period, kind }) => period === row.period && !kind);

type Set = Parameters<typeof typedAnswer>[0];

/** Ann answers what she was asked, from the card as it was before anyone had, or as said. */
export const answer = (ports: Ports, set: Set, more: Partial<Submission> = {}) =>
  submitReturn(ports, {
    by: 'ann',
    return: asked,
    revision: 0,
    answer: typedAnswer(set),
    ...more,
  });

/** A figure off target with all that is asked of one. */
export const red = {
  value: '600',
  commentary: 'Two staff left.',
  action: 'Agency staff until both posts are filled',
  actionOwner: 'bob',
  actionBy: '2020-12-01',
} as const;

export const rowsOf = (ports: Ports) => {
  const registers = ports.replica.registers();
  return {
    return: (key = asked) => registers.returns.get(key),
    action: (key = 'plan|M 2020-21 Q2') => registers.actions.get(key),
    actions: () => [...registers.actions.values()],
    journal: () => [...registers.journal.values()],
  };
};
