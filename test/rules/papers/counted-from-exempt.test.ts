// A figure that the registers work out is told less what they print: one exempt row among them would be left over.
import { describe, expect, it } from 'vitest';
import type { Access } from '../../../src/registers/register.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { parsePeriod } from '../../../src/rules/period.ts';
import { workedOut } from '../../../src/rules/worked-out.ts';
import { day } from '../arbitrary.ts';
import { cycle, gathered } from '../dataset/gathered-council.ts';
import { type Rows, registersOf } from '../table-of.ts';
import { allOf, composed } from './composed.ts';

const pub = { access: 'public' } as const;

type Row = {
  readonly code: string;
  readonly access: Access;
  readonly worth: number;
  readonly year?: string;
};

const saving = ({ code, access, worth, year = '2020-21' }: Row) => ({
  key: `plan|${code}`,
  plan: 'plan',
  code,
  title: `Saving ${code}`,
  year,
  required: worth,
  achieved: 40 + Math.round(worth / 9),
  access,
});

const action = ({ code, access, worth }: Row) => ({
  key: `plan|${code}`,
  plan: 'plan',
  code,
  title: `Action ${code}`,
  kind: 'activity' as const,
  dueOn: day('2020-08-01'),
  ...(worth > 0 && { status: 'complete' as const, completedOn: day('2020-07-01') }),
  access,
});

/** What a measure comes to as its owner confirms it, of savings and of actions. */
const councilOf = (rows: Rows): Dataset => {
  const measures = (['savings achieved', 'actions delivered'] as const).map((workedOutFrom) => ({
    code: workedOutFrom,
    title: `Share of ${workedOutFrom}`,
    workedOutFrom,
    asksFor: 'numerator and denominator' as const,
    ...pub,
  }));
  const asked: Rows = {
    plans: [{ key: 'plan', title: 'Operating plan', code: 'plan' }],
    teams: [{ key: 'team', title: 'Finance', directorate: 'Finance' }],
    measures,
    targets: measures.map(({ code }) => ({
      measure: `plan|${code}`,
      appliesFrom: day('2020-04-01'),
      target: 95,
    })),
    ...rows,
  };
  const registers = registersOf(asked);
  const period = parsePeriod(cycle.period);
  const returns = [...registers.measures.values()].flatMap((measure) => {
    const found = period === null ? null : workedOut(registers, measure, period);
    if (found === null) return [];
    const { value, numerator, denominator } = found;
    return [{ measure: measure.key, period: cycle.period, value, numerator, denominator }];
  });
  return gathered({ ...asked, returns });
};

const open = (dataset: Dataset, kind: 'Cabinet' | 'annual' | "directors' board" = 'Cabinet') =>
  allOf(composed(dataset, kind).sections);

describe('what savings have achieved', () => {
  const of = (worth: number, access: Access = 'exempt') =>
    councilOf({
      savings: [
        saving({ code: 'S1', access: 'public', worth: 400 }),
        saving({ code: 'S2', access, worth }),
      ],
    });

  it('is not told where one of them is exempt: less the others it is that one', () => {
    for (const kind of ['Cabinet', 'annual', "directors' board"] as const) {
      expect(open(of(637), kind)).toBe(open(of(1291), kind));
      expect(open(of(637), kind)).toContain('Left out');
    }
  });
  it('is told where none is', () => {
    expect(open(of(637, 'public'))).toContain('of 1,037');
  });
  it('of a year before is not told either, whose exempt saving is in this one no more', () => {
    const dataset = councilOf({
      savings: [
        saving({ code: 'S1', access: 'public', worth: 637 }),
        saving({ code: 'S2', access: 'exempt', worth: 400, year: '2019-20' }),
      ],
    });
    expect(open(dataset)).not.toContain('of 637');
  });
  it('is left out of a dataset that does not say what its figures are counted from', () => {
    const before = (worth: number): Dataset => {
      const dataset = of(worth);
      return {
        ...dataset,
        measures: dataset.measures.map(
          ({ workedOutFrom: _from, countsExempt: _exempt, ...measure }) => measure,
        ),
      };
    };
    expect(open(before(637))).toBe(open(before(1291)));
  });
});

describe('how many actions were delivered', () => {
  const of = (isDone: boolean, access: Access = 'exempt') =>
    councilOf({
      actions: [
        action({ code: 'A1', access: 'public', worth: 1 }),
        action({ code: 'A2', access: 'public', worth: 0 }),
        action({ code: 'A3', access, worth: isDone ? 1 : 0 }),
      ],
    });
  it('is not told where one of them is exempt', () => {
    expect(open(of(true))).toBe(open(of(false)));
    expect(open(of(true), "directors' board")).toBe(open(of(false), "directors' board"));
  });
  it('is told where none is', () => {
    expect(open(of(true, 'public'))).toContain('2 of 3');
  });
});
