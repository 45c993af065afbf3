// The sample that is checked against evidence: what marks itself out, then a lot that falls the same again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { pickedFor } from '../../src/rules/verification.ts';
import { registersOf } from './table-of.ts';

const cycle = { key: 'plan|2020-21 Q2' };
const returned = (count: number, set: (at: number) => Partial<Row<'returns'>> = () => ({})) =>
  registersOf({
    returns: Array.from({ length: count }, (_, at) => ({
      measure: `plan|${at}`,
      period: '2020-21 Q2',
      cycle: cycle.key,
      returnedBy: 'ann',
      value: at,
      ...set(at),
    })),
  });
const keys = (registers: ReturnType<typeof returned>) =>
  pickedFor(registers, cycle).map((each) => each.return.key);

describe('the returns picked to be checked', () => {
  it('are one in twenty, at least three, and never more than there are', () => {
    expect(keys(returned(200))).toHaveLength(10);
    expect(keys(returned(41))).toHaveLength(3);
    expect(keys(returned(61))).toHaveLength(4);
    expect(keys(returned(2))).toHaveLength(2);
    expect(keys(returned(0))).toEqual([]);
  });

  it('begin with every figure that was doubted and confirmed, and every one restated', () => {
    const marked = returned(20, (at) =>
      at < 4
        ? { doubted: 'This is 175 times.', confirmedBecause: 'Counted twice.' }
        : at === 4
          ? { restatedOn: Temporal.PlainDate.from('2020-10-05') }
          : {},
    );
    expect(pickedFor(marked, cycle).map(({ because }) => because)).toEqual([
      ...Array.from({ length: 4 }, () => 'doubted, and confirmed'),
      'restated',
    ]);
  });

  it('are returned by somebody: nothing due, promised, withdrawn, a target or brought along', () => {
    const none = returned(
      7,
      (at) =>
        [
          { state: 'Due' as const },
          { state: 'No data until' as const },
          { state: 'Withdrawn' as const },
          { kind: 'target' as const },
          { returnedBy: null },
          { cycle: 'plan|2020-21 Q1' },
        ][at] ?? {},
    );
    expect(keys(none)).toEqual(['plan|6|2020-21 Q2']);
  });

  it('are the same however the returns are ordered, and others in another cycle', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 60 }, (_, at) => at),
          { minLength: 60 },
        ),
        (order) => {
          const shuffled = returned(60, (at) => ({ measure: `plan|${order[at]}` }));
          expect(keys(shuffled)).toEqual(keys(returned(60)));
        },
      ),
      { numRuns: 20 },
    );
    const next = { key: 'plan|2020-21 Q3' };
    const moved = returned(60, () => ({ cycle: next.key }));
    expect(pickedFor(moved, next).map((each) => each.return.key)).not.toEqual(keys(returned(60)));
  });
});
