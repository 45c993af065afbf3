import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { ratingRuleFaults } from '../../src/rules/rating-rules.ts';
import { day } from './arbitrary.ts';
import { registersOf } from './table-of.ts';

describe('a rule that cannot be read as it is meant', () => {
  const faultsOf = (said: Partial<Row<'ratingRules'>>) =>
    ratingRuleFaults(
      registersOf({
        plans: [{ key: 'plan' }],
        decisions: [{ key: 'D1', decidedOn: day('2020-03-01') }],
        measures: [{ code: 'M' }],
        ratingRules: [
          { key: 'plan|2020-04-01', plan: 'plan', appliesFrom: day('2020-04-01'), ...said },
        ],
      }),
    );
  it('is named with what to put right, and none that is well', () => {
    expect(faultsOf({ decision: 'D1' })).toEqual([]);
    expect(faultsOf({ decision: 'D9' })[0]).toContain('not in Decisions, D9');
    expect(faultsOf({ decision: 'D1', plan: 'nowhere' })[0]).toContain('no plan nowhere');
    expect(faultsOf({ decision: 'D1', measure: 'plan|none' })[0]).toContain('no measure plan|none');
  });
});
