// A target that is not agreed rates nothing; which of a year's targets is in force says so itself.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { type TargetState, targetStates } from '../../src/registers/targets.ts';
import { endorsersOf, toEndorse } from '../../src/rules/endorsing.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { isAgreed, rate, targetFor } from '../../src/rules/rating.ts';
import { targetsDue } from '../../src/rules/targets-due.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const target = (appliesFrom: string, of: number | null, more: Partial<Row<'targets'>> = {}) => ({
  measure: 'plan|M',
  appliesFrom: day(appliesFrom),
  target: of,
  ...more,
});
const standing = (period: string, rows: Rows, value = 70) => {
  const registers = registersOf({ measures: [{ code: 'M' }], ...rows });
  const measure = registers.measures.get('plan|M') as Row<'measures'>;
  return rate(measure, value, targetFor(registers, 'plan|M', parsePeriod(period) as Period));
};
const notYet = 'target not yet agreed';
const askedFor = (state: Row<'returns'>['state']) => ({
  key: 'plan|M|2021-22 target',
  measure: 'plan|M',
  period: '2021-22',
  kind: 'target' as const,
  state,
});

describe('a year whose target is not agreed', () => {
  const before = target('2020-04-01', 75);
  test.each(['proposed', 'sent back', 'endorsed'] as const)('%s, it rates nothing', (state) => {
    const targets = [before, target('2021-04-01', 60, { state })];
    expect(standing('2021-22 Q1', { targets })).toBe(notYet);
    expect(standing('2020-21 Q4', { targets })).toBe('off target');
  });
  it('agreed, or with nothing said of how far it has come, it rates', () => {
    for (const state of ['agreed', null] as const)
      expect(standing('2021-22 Q1', { targets: [target('2021-04-01', 60, { state })] })).toBe(
        'on target',
      );
  });
  it('agreed to have none, or a baseline year, it is data only and last year’s does not stand in', () => {
    for (const isA of ['no target', 'baseline year'] as const) {
      const targets = [before, target('2021-04-01', null, { isA, state: 'agreed' })];
      expect(standing('2021-22 Q1', { targets })).toBe('data only');
    }
  });
  it('asked for and not proposed, last year’s rates no more, nor where there was none', () => {
    const returns = [askedFor('Due')];
    expect(standing('2021-22 Q1', { targets: [before], returns })).toBe(notYet);
    expect(standing('2021-22 Q1', { returns })).toBe(notYet);
    expect(standing('2020-21 Q4', { targets: [before], returns })).toBe('off target');
  });
  it('not asked for, or no longer, last year’s stands', () => {
    expect(standing('2021-22 Q1', { targets: [before] })).toBe('off target');
    const returns = [askedFor('Withdrawn')];
    expect(standing('2021-22 Q1', { targets: [before], returns })).toBe('off target');
  });
  it('is never said of a measure that is data only, nor of a figure that is not there', () => {
    const aim = { ...rowOf('targets', target('2021-04-01', 60, { state: 'proposed' })) };
    const measure = rowOf('measures', { code: 'M' });
    expect(rate({ ...measure, dataOnly: true }, 5, aim)).toBe('data only');
    expect(rate({ ...measure, polarity: 'none' }, 5, aim)).toBe('data only');
    expect(rate(measure, null, aim)).toBe('not yet available');
  });
});

describe('a change within the year', () => {
  it('changes nothing until it is agreed', () => {
    const rows = (state: TargetState) => ({
      targets: [target('2021-04-01', 75), target('2021-10-01', 60, { state })],
    });
    expect(standing('2021-22 Q3', rows('proposed'))).toBe('off target');
    expect(standing('2021-22 Q3', rows('agreed'))).toBe('on target');
    expect(standing('2021-22 Q2', rows('agreed'))).toBe('off target');
  });
});

describe('a quarter that has closed', () => {
  const cycles = [
    {
      period: '2021-22 Q1',
      state: 'Closed' as const,
      closedAt: Temporal.Instant.from('2021-07-21T17:00:00Z'),
    },
  ];
  const agreedOn = (on: string) =>
    target('2021-04-01', 60, { state: 'agreed', setOn: day('2021-07-05'), agreedOn: day(on) });
  it('is not rated by a target agreed after it, and the next quarter is', () => {
    const targets = [target('2020-04-01', 75), agreedOn('2021-09-08')];
    expect(standing('2021-22 Q1', { cycles, targets })).toBe(notYet);
    expect(standing('2021-22 Q2', { cycles, targets })).toBe('on target');
  });
  it('closed without a target that was asked for, it stays so when one is proposed later', () => {
    const late = target('2021-04-01', 60, { state: 'agreed', setOn: day('2021-10-08') });
    const targets = [target('2020-04-01', 75), late];
    const returns = [askedFor('Returned')];
    expect(standing('2021-22 Q1', { cycles, targets, returns })).toBe(notYet);
    expect(standing('2021-22 Q1', { cycles, targets })).toBe('off target');
  });
  it('is rated by one agreed before', () => {
    expect(standing('2021-22 Q1', { cycles, targets: [agreedOn('2021-07-20')] })).toBe('on target');
  });
});

test('whatever targets there are, only an agreed one ever gives a colour', () => {
  const state = fc.option(fc.constantFrom(...targetStates));
  const month = fc.integer({ min: 0, max: 23 });
  const some = fc.uniqueArray(fc.record({ state, month, of: fc.integer({ min: 0, max: 100 }) }), {
    selector: (each) => each.month,
    maxLength: 6,
  });
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 100 }), (each, value) => {
      const targets = each.map((one) =>
        target(day('2020-04-01').add({ months: one.month }).toString(), one.of, {
          state: one.state,
        }),
      );
      const registers = registersOf({ measures: [{ code: 'M' }], targets });
      const measure = registers.measures.get('plan|M') as Row<'measures'>;
      const inForce = targetFor(registers, 'plan|M', parsePeriod('2021-22 Q4') as Period);
      const rated = rate(measure, value, inForce);
      const isOpen = inForce !== null && !isAgreed(inForce);
      expect(rated === notYet).toBe(isOpen);
      if (inForce === null) expect(rated).toBe('data only');
    }),
  );
});

describe('sent back, a target is asked for in any later quarter of its year', () => {
  const dueIn = (period: string, state: TargetState, asked: Row<'returns'>['state'] = 'Due') =>
    targetsDue(
      registersOf({
        plans: [{ key: 'plan', code: 'plan' }],
        measures: [{ code: 'M' }],
        targets: [target('2021-04-01', 60, { state })],
        returns: [askedFor(asked)],
      }),
      rowOf('cycles', { period }),
    ).map(({ year }) => year);
  it('until it is proposed again', () => {
    expect(dueIn('2021-22 Q2', 'sent back')).toEqual(['2021-22']);
    expect(dueIn('2021-22 Q2', 'proposed', 'Returned')).toEqual([]);
    expect(dueIn('2022-23 Q2', 'sent back')).toEqual([]);
  });
});

describe('who is asked to endorse', () => {
  const rows = (more: Partial<Row<'people'>> = {}): Rows => ({
    teams: [{ key: 'team', directorate: 'Place' }],
    people: [
      { key: 'one', roles: ['SMT'], team: 'team', manager: 'chief', ...more },
      { key: 'two', roles: ['SMT'], team: 'team' },
      { key: 'chief', roles: ['SMT'] },
      { key: 'deputy', roles: ['owner'] },
    ],
    measures: [{ code: 'M', access: more.access ?? null }],
    targets: [target('2021-04-01', 60, { state: 'proposed', setBy: 'two' })],
  });
  const asked = (given: Rows) => {
    const registers = registersOf(given);
    const [proposed] = registers.targets.values();
    return endorsersOf(registers, proposed as Row<'targets'>, day('2021-07-08')).map(
      ({ key }) => key,
    );
  };
  it('each director of the directorate but who proposed it', () => {
    expect(asked(rows())).toEqual(['one']);
  });
  it('a deputy who may not read an exempt measure is not asked, and its director is when back', () => {
    const awayUntil = day('2021-07-20');
    expect(asked(rows({ awayUntil, deputy: 'deputy' }))).toEqual(['deputy']);
    expect(asked(rows({ awayUntil, deputy: 'deputy', access: 'exempt' }))).toEqual([]);
  });
  it('the same is never asked of anybody twice, and waits in the order of the plan', () => {
    const given: Rows = {
      ...rows(),
      measures: [
        { code: 'M', position: 2 },
        { code: 'L', position: 1 },
      ],
      targets: ['M', 'L'].map((code) => ({
        ...target('2021-04-01', 60, { state: 'proposed' }),
        measure: `plan|${code}`,
      })),
    };
    const registers = registersOf(given);
    const one = registers.people.get('one') as Row<'people'>;
    expect(toEndorse(registers, one, day('2021-07-08')).map(({ measure }) => measure.code)).toEqual(
      ['L', 'M'],
    );
  });
});
