// A council in July 2021 with targets to be endorsed and agreed, for tests of who may and what follows.
import type { Row } from '../../src/registers/registers.ts';
import { targetRevision } from '../../src/rules/endorsing.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import { agreeTargets } from '../../src/use-cases/agree-target.ts';
import type { TargetSeen } from '../../src/use-cases/decide-targets.ts';
import { endorseTargets, sendTargetBack } from '../../src/use-cases/endorse-target.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { setTarget, type TargetAnswer } from '../../src/use-cases/set-target.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const cycle = 'plan|2021-22 Q1';

export const asked = (code: string): string => `plan|${code}|2021-22 target`;
export const targetOf = (code: string): string => `plan|${code}|2021-04-01`;

const people: NonNullable<Rows['people']> = [
  { key: 'ann', title: 'Waste Lead', objectId: 'a', team: 'waste', roles: ['owner'] },
  { key: 'head', title: 'Head of Waste', objectId: 'h', team: 'waste', roles: ['manager'] },
  {
    key: 'director',
    title: 'Director of Place',
    objectId: 'd',
    team: 'waste',
    roles: ['SMT'],
    deputy: 'deputy',
  },
  { key: 'deputy', title: 'Assistant Director', objectId: 'p', team: 'waste', roles: ['manager'] },
  { key: 'other', title: 'Director of Housing', objectId: 'o', team: 'homes', roles: ['SMT'] },
  { key: 'chief', title: 'Chief Executive', objectId: 'c', roles: ['SMT'] },
  { key: 'team', title: 'Performance', objectId: 't', roles: ['performance team'] },
];

export type Said = {
  readonly cycle?: Partial<Row<'cycles'>>;
  readonly director?: Partial<Row<'people'>>;
  readonly measure?: Partial<Row<'measures'>>;
  readonly now?: string;
} & Pick<Rows, 'targets' | 'returns'>;

/** Ann owns measures 1, 2 and 3 of the waste team; 70 was reached, 75 was last year's target. */
export const council = (outbox: Outbox, said: Said = {}): Ports => {
  const codes = ['1', '2', '3'];
  const registers = registersOf({
    people: people.map((each) => (each.key === 'director' ? { ...each, ...said.director } : each)),
    teams: [
      { key: 'waste', title: 'Waste', directorate: 'Place', manager: 'head' },
      { key: 'homes', title: 'Homes', directorate: 'Housing' },
    ],
    plans: [{ key: 'plan', code: 'plan', title: 'Corporate plan' }],
    measures: codes.map((code, at) => ({
      code,
      title: `Measure ${code}`,
      position: at,
      owner: 'ann',
      team: 'waste',
      ...said.measure,
    })),
    cycles: [
      { period: '2021-22 Q1', title: 'Quarter 1', opensOn: day('2021-07-01'), ...said.cycle },
      {
        period: '2021-22 Q2',
        title: 'Quarter 2',
        opensOn: day('2021-10-01'),
        state: 'Planned' as const,
      },
    ],
    decisions: [
      { key: 'D1', title: 'Cabinet agrees the targets', decidedOn: day('2021-07-07'), board: 'c' },
      { key: 'D2', title: 'To come', decidedOn: day('2021-12-01'), board: 'c' },
    ],
    returns: [
      ...codes.flatMap((code): Partial<Row<'returns'>>[] => [
        {
          key: asked(code),
          kind: 'target',
          measure: `plan|${code}`,
          period: '2021-22',
          cycle,
          owner: 'ann',
          state: 'Due',
          dueOn: day('2021-07-14'),
        },
        { measure: `plan|${code}`, period: '2021-22 Q1', cycle, owner: 'ann', value: 70 },
      ]),
      ...(said.returns ?? []),
    ],
    targets: [
      ...codes.map((code) => ({
        measure: `plan|${code}`,
        appliesFrom: day('2020-04-01'),
        target: 75,
      })),
      ...(said.targets ?? []),
    ],
  });
  return councilWith(outbox, registers, said.now ?? '2021-07-08T10:00') as Ports;
};

export const value = (typed: string): TargetAnswer => ({
  kind: 'target',
  value: typed,
  low: '',
  high: '',
});

/** Ann proposes 80 for a measure, or what is said, from the card as it stands. */
export const propose = (
  ports: Ports,
  code: string,
  more: { readonly by?: string; readonly answer?: TargetAnswer; readonly revision?: number } = {},
) =>
  setTarget(ports, {
    by: 'ann',
    return: asked(code),
    revision: ports.replica.registers().returns.get(asked(code))?.revision ?? 0,
    answer: value('80'),
    ...more,
  });

/** Targets as they stand now. */
export const seen = (ports: Ports, ...codes: readonly string[]): readonly TargetSeen[] =>
  codes.map((code) => {
    const registers = ports.replica.registers();
    const target = registers.targets.get(targetOf(code));
    return { target: targetOf(code), revision: target ? targetRevision(registers, target) : 0 };
  });

export const rowsOf = (ports: Ports, code: string) => {
  const registers = ports.replica.registers();
  return {
    target: registers.targets.get(targetOf(code)),
    return: registers.returns.get(asked(code)),
  };
};

export const source = 'tab' as const;

export const endorse = (ports: Ports, by: string, ...codes: readonly string[]) =>
  endorseTargets(ports, { by, source, targets: seen(ports, ...codes) });
export const back = (ports: Ports, by: string, code: string, because = 'Below last year.') => {
  const [one] = seen(ports, code);
  return sendTargetBack(ports, {
    by,
    source,
    because,
    ...(one as { target: string; revision: number }),
  });
};
export const agree = (ports: Ports, codes: readonly string[], more: object = {}) =>
  agreeTargets(ports, {
    by: 'team',
    targets: seen(ports, ...codes),
    decision: 'D1',
    because: '',
    ...more,
  });
/** How many were moved on, how many had been, and why others were left; or why all was refused. */
export const counts = async (done: ReturnType<typeof endorse>) => {
  const made = await done;
  if (made.outcome === 'refused') return made.reason;
  return [made.done.length, made.already.length, made.left.map(({ because }) => because)];
};
export const standing = (ports: Ports, code = '1') => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get('plan|2021-22 Q1') as Row<'cycles'>;
  return rollUp(registers, cycle).find((each) => each.scope === 'measure' && each.code === code)
    ?.standing;
};
