// Which figures are played back before they are saved, and which are nobody's business.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { controlLimits } from '../../src/rules/control-limits.ts';
import { doubtWords } from '../../src/rules/doubt-words.ts';
import { doubtOf, farFromLast } from '../../src/rules/doubts.ts';
import { type Period, parsePeriod, periodText, previousPeriod } from '../../src/rules/period.ts';
import { registersOf, rowOf } from './table-of.ts';

type Said = {
  readonly measure?: Partial<Row<'measures'>>;
  /** The figures of the periods before, oldest first; null is a period without one. */
  readonly past?: readonly (number | null)[];
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly period?: string;
};

const periodOf = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no period`);
  return period;
};

const before = (period: string, count: number): readonly string[] => {
  const periods: string[] = [];
  for (let each = periodOf(period); periods.length < count; )
    periods.unshift(periodText((each = previousPeriod(each))));
  return periods;
};

const council = ({ measure = {}, past = [], period = '2020-21 Q2' }: Said) => {
  const row = rowOf('measures', { code: 'M', unit: 'days', decimals: 0, ...measure });
  const returns = before(period, past.length).map((each, at) => ({
    measure: row.key,
    period: each,
    state: past[at] === null ? ('Due' as const) : ('Returned' as const),
    value: past[at] ?? null,
    illustrative: true,
  }));
  return { registers: registersOf({ measures: [row], returns }), measure: row };
};

const asked = (said: Said) => {
  const { registers, measure } = council(said);
  const { value, numerator = null, denominator = null, period = '2020-21 Q2' } = said;
  const doubt = doubtOf(registers, {
    measure,
    period: periodOf(period),
    value,
    numerator,
    denominator,
  });
  return { doubt, words: doubt && doubtWords(doubt, measure) };
};
const words = (said: Said) => asked(said).words;

const steady = [74, 77, 71, 75, 78, 72, 76, 73, 77, 75, 74, 78];
const percent = { unit: '%', decimals: 1 };
const toDate = { figureIs: 'year to date' } as const;

describe('a figure held against the one before it', () => {
  it('a typing error of 73,390 against 420 is 175 times last quarter', () => {
    expect(words({ past: [420], value: 73_390 })).toBe('This is 175 times last quarter (420).');
  });
  it('a digit left out makes last quarter ten times it', () => {
    expect(words({ past: [420], value: 42 })).toBe('Last quarter (420) was 10 times this.');
  });
  it('is doubted from five times it, and from a fifth', () => {
    expect(asked({ past: [100], value: 499 }).doubt).toBeNull();
    expect(asked({ past: [100], value: 500 }).doubt).toMatchObject({ times: 5 });
    expect(asked({ past: [100], value: 21 }).doubt).toBeNull();
    expect(words({ past: [100], value: 20 })).toBe('Last quarter (100) was 5 times this.');
  });
  it('names the period where that is not the last', () => {
    expect(words({ past: [12, null], value: 100 })).toBe('This is 8.3 times Q4 2019-20 (12).');
    expect(words({ past: [12, null, null, null], value: 120 })).toBe(
      'This is 10 times the same quarter last year (12).',
    );
  });
  it('passes over a nought, of which nothing is a multiple', () => {
    expect(words({ past: [3, 0, 0], value: 40 })).toBe('This is 13 times Q3 2019-20 (3).');
    expect(asked({ past: [0], value: 40 }).doubt).toBeNull();
  });
  it('is let be among single figures, where one slip of the hand makes two digits', () => {
    expect(asked({ past: [1], value: 9 }).doubt).toBeNull();
    expect(asked({ past: [9], value: 1 }).doubt).toBeNull();
    expect(words({ past: [1], value: 10 })).toBe('This is 10 times last quarter (1).');
    const rate = { decimals: 1 };
    expect(words({ measure: rate, past: [0.9], value: 9 })).toBe(
      'This is 10 times last quarter (0.9).',
    );
  });
  it('passes over one that is printed as nought', () => {
    expect(asked({ past: [0.4], value: 40 }).doubt).toBeNull();
    expect(words({ past: [12, 0.4], value: 120 })).toBe('This is 10 times Q4 2019-20 (12).');
  });
  it('says nothing of a first figure, nor of one that changes sign', () => {
    expect(asked({ value: 73_390 }).doubt).toBeNull();
    expect(asked({ past: [-2], value: 40 }).doubt).toBeNull();
  });
  it('is held against the plan before where the measure goes on from it', () => {
    const registers = registersOf({
      measures: [{ code: 'M', unit: 'days', decimals: 0, continues: 'old|M' }],
      returns: [{ measure: 'old|M', period: '2020-21 Q1', value: 420 }],
    });
    const measure = [...registers.measures.values()][0] as Row<'measures'>;
    const doubt = doubtOf(registers, {
      measure,
      period: periodOf('2020-21 Q2'),
      value: 73_390,
      numerator: null,
      denominator: null,
    });
    expect(doubt).toMatchObject({ kind: 'many times the last', last: 420 });
  });
  it('is not held against periods of another kind, as of a plan that asked once a year', () => {
    const registers = registersOf({
      measures: [
        { code: 'M', unit: 'days', decimals: 0, continues: 'old|M' },
        { plan: 'old', code: 'M', unit: 'days', decimals: 0, frequency: 'annual' },
      ],
      returns: [{ measure: 'old|M', period: '2019-20', value: 420 }],
    });
    const measure = registers.measures.get('plan|M') as Row<'measures'>;
    const figure = { value: 73_390, numerator: null, denominator: null };
    const of = { measure, period: periodOf('2020-21 Q2') };
    expect(doubtOf(registers, { ...figure, ...of })).toBeNull();
  });
  it('is never doubted between a fifth and five times, and always beyond', () => {
    const last = fc.integer({ min: 10, max: 1_000_000 });
    const times = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(last, times, (of, by) => {
        const far = by >= farFromLast || by <= 1 / farFromLast;
        fc.pre(Math.abs(by - farFromLast) > 1e-9 && Math.abs(by - 1 / farFromLast) > 1e-9);
        expect(asked({ past: [of], value: of * by }).doubt !== null).toBe(far);
      }),
    );
  });
});

describe('a figure held against twelve or more', () => {
  it('is doubted outside the limits they set, which it is told of', () => {
    expect(words({ past: steady, value: 86 })).toBe(
      'Going by its figures so far, this would be between 65 and 85.',
    );
    expect(asked({ past: steady, value: 85 }).doubt).toBeNull();
    expect(asked({ past: steady, value: 65 }).doubt).toBeNull();
    expect(asked({ past: steady, value: 64 }).doubt).toMatchObject({ kind: 'outside limits' });
  });
  it('is held to those limits alone: five times the last can be within them', () => {
    const wild = [1, 60, 2, 55, 3, 70, 1, 66, 2, 58, 4, 9];
    expect(asked({ past: wild, value: 60 }).doubt).toBeNull();
  });
  it('is doubted where the figures never moved and it does', () => {
    const same = Array.from({ length: 12 }, () => 0.1);
    const measure = { decimals: 1 };
    expect(asked({ measure, past: same, value: 0.1 }).doubt).toBeNull();
    expect(words({ measure, past: same, value: 0.2 })).toBe('Every figure so far has been 0.1.');
  });
  it('is not asked about for ever where what is measured has moved', () => {
    expect(asked({ past: steady, value: 95 }).doubt).toMatchObject({ kind: 'outside limits' });
    expect(asked({ past: [...steady, 95], value: 96 }).doubt).toBeNull();
    expect(words({ past: [...steady, 95], value: 9_600 })).toBe(
      'This is 101 times last quarter (95).',
    );
    const rising = Array.from({ length: 16 }, (_, at) => 50 + 2 * at);
    expect(asked({ past: rising, value: 82 }).doubt).toBeNull();
  });
  it('is not told that it might have been below nought, or over 100 per cent', () => {
    const late = [98, 91, 99, 90, 100, 92, 97, 91, 99, 93, 98, 92];
    expect(words({ measure: percent, past: late, value: 60 })).toContain('and 100.0%.');
    const rare = [1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 1];
    expect(words({ past: rare, value: 40 })).toContain('between 0 and');
    expect(asked({ past: rare, value: -1 }).doubt).toMatchObject({ kind: 'outside limits' });
  });
  it('is never doubted at their mean, unless the last of them has left their limits', () => {
    const figures = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 12, maxLength: 30 });
    fc.assert(
      fc.property(figures, (past) => {
        const limits = controlLimits(past);
        const last = past.at(-1) ?? 0;
        // Outside them what is measured has moved, and the limits have no more to say (decision 39).
        fc.pre(limits !== null && last >= limits.low && last <= limits.high);
        const middle = past.reduce((sum, each) => sum + each, 0) / past.length;
        expect(asked({ past, value: middle, measure: { decimals: 2 } }).doubt).toBeNull();
      }),
    );
  });
});

describe('a figure that cannot be', () => {
  it('is a percentage over 100, save where it has been', () => {
    expect(words({ measure: percent, past: [90], value: 110 })).toMatch(/^This is over 100%/);
    expect(asked({ measure: percent, past: [104, 90], value: 110 }).doubt).toBeNull();
    expect(asked({ measure: percent, past: [90], value: 100 }).doubt).toBeNull();
    expect(asked({ past: [90], value: 110 }).doubt).toBeNull();
  });
  it('is a part larger than the whole of which it is a percentage', () => {
    const of = { ...percent, per: 100 };
    const turned = { value: 120, numerator: 120, denominator: 100 };
    expect(words({ measure: of, ...turned })).toBe('The numerator is larger than the denominator.');
    expect(asked({ measure: { per: 1 }, ...turned, value: 1.2 }).doubt).toBeNull();
    expect(asked({ measure: of, value: 100, numerator: 100, denominator: 100 }).doubt).toBeNull();
  });
  it('is a year to date below the last of its year', () => {
    expect(words({ measure: toDate, past: [420], value: 400 })).toBe(
      'This is less than last quarter (420), and a year to date does not fall within its year.',
    );
    expect(asked({ measure: toDate, past: [420], value: 420 }).doubt).toBeNull();
  });
  it('is no share of the year so far below the last: that may fall', () => {
    const share = { ...percent, ...toDate };
    expect(asked({ measure: share, past: [84.2], value: 83.2 }).doubt).toBeNull();
    const worked = { ...toDate, asksFor: 'numerator and denominator', per: 1 } as const;
    expect(asked({ measure: worked, past: [42], value: 40 }).doubt).toBeNull();
    expect(words({ measure: share, past: [84.2], value: 8.3 })).toBe(
      'Last quarter (84.2%) was 10 times this.',
    );
  });
  it('is below nought where there was never one, once there are four figures', () => {
    expect(words({ measure: percent, past: [83, 84, 82, 85], value: -83.2 })).toBe(
      'This is below 0, which none of the 4 figures before it was.',
    );
    expect(asked({ measure: percent, past: [83, -1, 82, 85], value: -2 }).doubt).toBeNull();
    expect(asked({ measure: percent, past: [83, 84, 82], value: -83.2 }).doubt).toBeNull();
  });
  it('is a nought where there was never one, once there are four figures', () => {
    expect(words({ past: [3, 4, 2, 5], value: 0 })).toBe(
      'This is 0, which none of the 4 figures before it was.',
    );
    expect(asked({ past: [3, 4, 2], value: 0 }).doubt).toBeNull();
    expect(asked({ past: [3, 0, 2, 5], value: 0 }).doubt).toBeNull();
  });
});

describe('a year to date', () => {
  it('begins again in the first quarter, and is held against the same one last year', () => {
    const year = [100, 210, 320, 430];
    const first = { measure: toDate, period: '2020-21 Q1' };
    expect(asked({ ...first, past: year, value: 20.1 }).doubt).toBeNull();
    expect(words({ ...first, past: year, value: 1_000 })).toBe(
      'This is 10 times the same quarter last year (100).',
    );
  });
  it('of a numerator and a denominator is doubted where less has been counted than before in its year', () => {
    const collected = { ...toDate, ...percent, asksFor: 'numerator and denominator' } as const;
    const registers = registersOf({
      measures: [{ code: 'M', ...collected }],
      returns: [
        { measure: 'plan|M', period: '2020-21 Q2', value: 54.4, numerator: 65, denominator: 119.5 },
      ],
    });
    const measure = [...registers.measures.values()][0] as Row<'measures'>;
    const of = (text: string, numerator: number, denominator: number) =>
      doubtOf(registers, {
        measure,
        period: periodOf(text),
        value: (100 * numerator) / denominator,
        numerator,
        denominator,
      });
    expect(of('2020-21 Q3', 50, 119.5)).toMatchObject({ kind: 'year to date fell', last: 54.4 });
    // More was counted, of more: a share may fall.
    expect(of('2020-21 Q3', 70, 140)).toBeNull();
    expect(of('2021-22 Q1', 50, 119.5)).toBeNull();
  });
  it('has no control limits, for its figures are not of one kind', () => {
    const years = [1, 2, 3, 4].flatMap(() => [100, 105, 110, 115]);
    expect(
      asked({ measure: toDate, period: '2020-21 Q1', past: years, value: 40 }).doubt,
    ).toBeNull();
  });
});
