// A year's review of the sample Operating Plan, and an Outbox and registers to take it in.
import type { Registers, Row } from '../../src/registers/registers.ts';
import { liveMeasures, type Reviewed } from '../../src/rules/new-year/review.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';

export const plan = 'operating-plan-2020-21';
export const next = 'operating-plan-2021-22';

export const decision: Partial<Row<'decisions'>> = {
  key: 'CAB-2021-02-23-7',
  title: 'Operating Plan 2021-22',
  board: 'cabinet',
  decidedOn: Temporal.PlainDate.from('2021-02-23'),
};

/** The sample council's own rows, with a Decision and what a test adds. */
export const sampleWith = (added: Rows = {}): Registers => {
  const { rows } = stokeOnTrent();
  const names = Object.keys(added) as (keyof Rows)[];
  const more = Object.fromEntries(
    names.map((name) => [name, [...((rows[name] ?? []) as []), ...((added[name] ?? []) as [])]]),
  );
  const decisions = [...(rows.decisions ?? []), decision, ...(added.decisions ?? [])];
  return registersOf({ ...(rows as Rows), ...more, decisions });
};

/** Every measure kept, except those a test says otherwise of, by code. */
export const reviewOf = (
  registers: Registers,
  other: { readonly [code: string]: Partial<Reviewed> } = {},
): readonly Reviewed[] =>
  liveMeasures(registers, plan).map(({ key, code }) => ({
    measure: key,
    verdict: 'keep',
    because: 'Still what matters.',
    decision: 'CAB-2021-02-23-7',
    changed: {},
    ...other[code],
  }));

/** Work begun and done, a saving, risks and an operational measure. */
const work = {
  actions: [
    { key: `${plan}|x1`, plan, code: 'x1', kind: 'activity', title: 'Begun', percent: 40 },
    { key: `${plan}|x2`, plan, code: 'x2', kind: 'activity', title: 'Done', status: 'complete' },
    {
      key: `${plan}|x1.1`,
      plan,
      code: 'x1.1',
      kind: 'milestone',
      title: 'Half way',
      parent: `${plan}|x1`,
      section: `${plan}|4`,
      serves: [`Actions: ${plan}|x1`, `Actions: ${plan}|x2`],
    },
  ],
  projects: [
    { key: `${plan}|y1`, plan, code: 'y1', kind: 'improvement project', stage: 'live' },
    { key: `${plan}|y2`, plan, code: 'y2', kind: 'improvement project', stage: 'pipeline' },
    { key: `${plan}|y3`, plan, code: 'y3', kind: 'improvement project', stage: 'complete' },
  ],
  savings: [
    {
      key: `${plan}|z1`,
      plan,
      code: 'z1',
      year: '2020-21',
      required: 100,
      achieved: 40,
      project: `${plan}|y1`,
    },
  ],
  risks: [
    { key: `${plan}|r1`, plan, code: 'r1', state: 'open', residualLikelihood: 3 },
    { key: `${plan}|r2`, plan, code: 'r2', state: 'closed' },
  ],
  measures: [
    {
      key: `${plan}|OPS 1`,
      title: 'Calls in the queue',
      plan,
      code: 'OPS 1',
      level: 'operational',
    },
  ],
} as const;

export const withWork = () => sampleWith(work as never);

/** The strategic measures alone are reviewed. */
export const strategic = (...[registers, other]: Parameters<typeof reviewOf>) =>
  reviewOf(registers, other).filter((each) => each.measure !== `${plan}|OPS 1`);
