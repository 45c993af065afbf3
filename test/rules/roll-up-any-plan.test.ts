// What holds of a roll-up whatever the plan: counts add up, and order does not matter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOfMeasure } from '../../src/rules/dataset/groups.ts';
import { rollUp } from '../../src/rules/roll-up.ts';
import type { RollUpLine } from '../../src/rules/roll-up-line.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const cycle = rowOf('cycles', {});
const priorities = ['plan|1', 'plan|2', null];
const anyMeasures = fc.array(
  fc.record({
    polarity: fc.constantFrom('maximise' as const, 'minimise', 'none'),
    frequency: fc.constantFrom('quarterly' as const, 'annual'),
    priority: fc.constantFrom(...priorities),
    team: fc.constantFrom('needs', 'streets'),
    serves: fc.subarray(['Objectives: plan|1.1', 'Objectives: plan|1.2']),
    weight: fc.option(fc.integer({ min: 0, max: 5 })),
    dataOnly: fc.boolean(),
    target: fc.option(fc.integer({ min: 0, max: 20 })),
    values: fc.dictionary(
      fc.constantFrom('2019-20', '2019-20 Q2', '2020-21 Q1', '2020-21 Q2'),
      fc.integer({ min: 0, max: 20 }),
    ),
  }),
  { maxLength: 12 },
);
type Drawn = (typeof anyMeasures extends fc.Arbitrary<infer All> ? All : never)[number];

const rowsOf = (drawn: readonly Drawn[], order: readonly number[]): Rows => ({
  priorities: [{ code: '1' }, { code: '2' }],
  objectives: [
    { key: 'plan|1.1', code: '1.1' },
    { key: 'plan|1.2', code: '1.2' },
  ],
  boards: [
    { key: 'all', kind: 'portfolio' },
    { key: 'some', kind: 'scrutiny', hearsOf: ['Priorities: plan|1', 'Objectives: plan|1.2'] },
  ],
  teams: [
    { key: 'needs', directorate: 'Housing' },
    { key: 'streets', directorate: 'Place' },
  ],
  measures: order.map((n) => {
    const { target: _target, values: _values, ...said } = drawn[n] as Drawn;
    return { ...said, code: `M${n}`, position: n };
  }),
  targets: order.flatMap((n) => {
    const target = drawn[n]?.target ?? null;
    return target === null
      ? []
      : [{ measure: `plan|M${n}`, appliesFrom: day('2018-04-01'), target }];
  }),
  returns: order.flatMap((n) =>
    Object.entries(drawn[n]?.values ?? {}).map(([period, value]) => ({
      measure: `plan|M${n}`,
      period,
      value,
    })),
  ),
});

const countNames = [
  'measures',
  'due',
  'returned',
  'better',
  'onTarget',
  'within',
  'off',
  'notYet',
  'dataOnly',
] as const;
const sum = (some: readonly RollUpLine[], count: (typeof countNames)[number]) =>
  some.reduce((total, line) => total + (line[count] ?? Number.NaN), 0);

describe('for any plan', () => {
  const inOrder = (drawn: readonly Drawn[]) => drawn.map((_, n) => n);

  it('every measure stands in exactly one way, and no more are returned than are due', () => {
    fc.assert(
      fc.property(anyMeasures, (drawn) => {
        for (const line of rollUp(registersOf(rowsOf(drawn, inOrder(drawn))), cycle)) {
          if (line.scope === 'measure') continue;
          const [measures, due, gotIn, ...ways] = countNames.map((count) => sum([line], count));
          expect(ways.reduce((total, count) => total + count, 0)).toBe(measures);
          expect(gotIn).toBeLessThanOrEqual(due ?? 0);
          expect(due).toBeLessThanOrEqual(measures ?? 0);
        }
      }),
    );
  });
  it('the directorates add up to the council, and so do the priorities with what has none', () => {
    fc.assert(
      fc.property(anyMeasures, (drawn) => {
        const rolled = rollUp(registersOf(rowsOf(drawn, inOrder(drawn))), cycle);
        const all = rolled.find((line) => line.scope === 'council') as RollUpLine;
        const of = (scope: string) => rolled.filter((line) => line.scope === scope);
        for (const scope of ['directorate', 'team', 'portfolio'])
          for (const count of countNames) expect(sum(of(scope), count)).toBe(all[count]);
        const without = drawn.filter(({ priority }) => priority === null).length;
        expect(sum(of('priority'), 'measures') + without).toBe(all.measures);
      }),
    );
  });
  it('every group comes to what its own measures do, counted and weighed one by one', () => {
    fc.assert(
      fc.property(anyMeasures, (drawn) => {
        const registers = registersOf(rowsOf(drawn, inOrder(drawn)));
        const rolled = rollUp(registers, cycle);
        const isIn = (group: string) => (line: RollUpLine) => {
          const measure = registers.measures.get(line.measure ?? '');
          return (
            measure !== undefined &&
            groupsOfMeasure(registers, measure.plan)(measure).includes(group)
          );
        };
        const measures = rolled.filter(({ scope }) => scope === 'measure');
        for (const line of rolled.filter(({ scope }) => scope !== 'measure')) {
          const own =
            line.scope === 'plan' ? measures : measures.filter(isIn(`${line.scope}|${line.code}`));
          const standing = (of: string) => own.filter((each) => each.standing === of);
          const weight = (some: readonly RollUpLine[]) =>
            some.reduce(
              (all, { measure }) => all + (registers.measures.get(measure ?? '')?.weight ?? 1),
              0,
            );
          const reached = weight(standing('on target'));
          const rated =
            reached + weight([...standing('within tolerance'), ...standing('off target')]);
          expect(line.measures).toBe(own.length);
          expect(line.off).toBe(standing('off target').length);
          if (rated === 0) expect(line.weighted).toBeNull();
          // One decimal: a half may go either way.
          else {
            const apart = Math.abs((line.weighted ?? Number.NaN) - (100 * reached) / rated);
            expect(apart).toBeLessThanOrEqual(0.050_000_1);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
  it('the order in which rows lie in the lists changes nothing', () => {
    const shuffled = anyMeasures.chain((drawn) =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray(inOrder(drawn), { minLength: drawn.length, maxLength: drawn.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([drawn, order]) => {
        expect(rollUp(registersOf(rowsOf(drawn, order)), cycle)).toEqual(
          rollUp(registersOf(rowsOf(drawn, inOrder(drawn))), cycle),
        );
      }),
    );
  });
  it('one return more moves one measure and no other', () => {
    fc.assert(
      fc.property(anyMeasures, fc.integer({ min: 0, max: 20 }), (drawn, value) => {
        fc.pre(drawn.length > 0);
        const [first, ...rest] = drawn as [Drawn, ...Drawn[]];
        const more = [{ ...first, values: { ...first.values, '2020-21 Q2': value } }, ...rest];
        const before = rollUp(registersOf(rowsOf(drawn, inOrder(drawn))), cycle);
        const after = rollUp(registersOf(rowsOf(more, inOrder(more))), cycle);
        const others = (some: readonly RollUpLine[]) =>
          some.filter((line) => line.scope === 'measure' && line.code !== 'M0');
        expect(others(after)).toEqual(others(before));
      }),
    );
  });
});
