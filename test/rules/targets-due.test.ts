import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { owedBy } from '../../src/rules/owed.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { lastTarget, targetsDue } from '../../src/rules/targets-due.ts';
import { day } from './arbitrary.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const plans = [{ key: 'plan', code: 'plan' }];
const askedIn = (quarter: string, rows: Rows): string[] =>
  targetsDue(
    registersOf({ plans, measures: [{ code: 'M' }], ...rows }),
    rowOf('cycles', { period: quarter }),
  ).map(({ measure, year }) => `${measure.code} ${year}`);
const target = (appliesFrom: string): Partial<Row<'targets'>> => ({
  measure: 'plan|M',
  appliesFrom: day(appliesFrom),
  target: 5,
});

describe('which measures are asked for a target', () => {
  it('in quarter 1, each without one for the year', () => {
    expect(askedIn('2021-22 Q1', {})).toEqual(['M 2021-22']);
    expect(askedIn('2021-22 Q2', {})).toEqual([]);
    expect(askedIn('2021-22 Q1', { targets: [target('2020-04-01')] })).toEqual(['M 2021-22']);
    expect(askedIn('2021-22 Q1', { targets: [target('2021-04-01')] })).toEqual([]);
    expect(askedIn('2021-22 Q1', { targets: [target('2021-07-01')] })).toEqual([]);
  });
  it('in the quarter the plan says, the year still its own', () => {
    const fourth = { plans: [{ key: 'plan', code: 'plan', targetsSetIn: 4 }] };
    expect(askedIn('2021-22 Q1', fourth)).toEqual([]);
    expect(askedIn('2021-22 Q4', fourth)).toEqual(['M 2021-22']);
  });
  it('not one without polarity, data only, or retired', () => {
    const measures: Rows['measures'] = [
      { code: 'none', polarity: 'none' },
      { code: 'data', dataOnly: true },
      { code: 'retired', retiredOn: day('2021-06-30') },
      { code: 'range', polarity: 'stay in range' },
      { code: 'elsewhere', plan: 'other' },
    ];
    expect(askedIn('2021-22 Q1', { measures })).toEqual(['range 2021-22']);
  });
  it('not again one whose owner has answered', () => {
    const asked = {
      key: 'plan|M|2021-22 target',
      measure: 'plan|M',
      period: '2021-22',
      kind: 'target',
    } as const;
    expect(askedIn('2021-22 Q1', { returns: [{ ...asked, state: 'Returned' }] })).toEqual([]);
    expect(askedIn('2021-22 Q1', { returns: [{ ...asked, state: 'Withdrawn' }] })).toEqual([
      'M 2021-22',
    ]);
  });
});

describe('last year’s target', () => {
  const of = (rows: Rows) =>
    lastTarget(
      registersOf(rows),
      rowOf('measures', { code: 'M', plan: 'new', continues: 'plan|M' }),
      parsePeriod('2021-22') as Period,
    )?.appliesFrom.toString() ?? null;
  const measures = [{ code: 'M', continues: 'new|M' }];
  it('is the last before the year began, of the plan the measure goes on from too', () => {
    const targets = [target('2019-04-01'), target('2020-10-01'), target('2021-04-01')];
    expect(of({ measures, targets })).toBe('2020-10-01');
    const own = { ...target('2020-04-01'), measure: 'new|M' };
    expect(of({ measures, targets: [...targets, own] })).toBe('2020-04-01');
    expect(of({ measures })).toBeNull();
  });
});

describe('what an owner owes', () => {
  it('has a measure’s figure before its target, measures in the plan’s order', () => {
    const asked = (code: string, kind: 'target' | null): Partial<Row<'returns'>> => ({
      key: `plan|${code}|${kind ?? 'figure'}`,
      measure: `plan|${code}`,
      period: kind ? '2021-22' : '2021-22 Q1',
      cycle: 'plan|2021-22 Q1',
      owner: 'ann',
      state: 'Due',
      kind,
    });
    const registers = registersOf({
      people: [{ key: 'ann' }],
      measures: [
        { code: '1', position: 1 },
        { code: '2', position: 2 },
      ],
      cycles: [{ period: '2021-22 Q1' }],
      returns: [asked('2', 'target'), asked('2', null), asked('1', 'target'), asked('1', null)],
    });
    const ann = registers.people.get('ann') as Row<'people'>;
    expect(owedBy(registers, ann).map((each) => each.return.key)).toEqual([
      'plan|1|figure',
      'plan|1|target',
      'plan|2|figure',
      'plan|2|target',
    ]);
  });
});
