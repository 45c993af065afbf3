// The registers as if changes were made: the same as the registers once they were, and nothing is changed.
import { describe, expect, it } from 'vitest';
import { asIf } from '../../src/rules/as-if.ts';
import { change } from '../../src/use-cases/change.ts';
import { registersOf } from './table-of.ts';

const held = () =>
  registersOf({
    people: [
      { key: 'ann', title: 'Ann', team: 'needs' },
      { key: 'bob', title: 'Bob', team: 'needs' },
    ],
  });

describe('the registers as if', () => {
  it('hold what is changed, what is begun and what was left alone', () => {
    const registers = held();
    const then = asIf(registers, [
      change('people', 'ANN', { team: 'Waste' }),
      change('people', 'cat', {
        title: 'Cat',
        team: 'waste',
        awayUntil: Temporal.PlainDate.from('2021-01-04'),
      }),
      change('people', 'cat', { title: 'Catherine' }),
    ]);
    expect(then.people.where('team', 'needs').map(({ key }) => key)).toEqual(['bob']);
    expect(then.people.where('team', 'WASTE').map(({ title }) => title)).toEqual([
      'Ann',
      'Catherine',
    ]);
    expect(then.people.get('Cat')?.awayUntil?.toString()).toBe('2021-01-04');
    expect(then.people.get('cat')?.deputy).toBeNull();
    expect(then.people.size).toBe(3);
    expect([...then.people.values()].map(({ key }) => key)).toEqual(['bob', 'ann', 'cat']);
    expect(then.teams).toBe(registers.teams);
    expect(registers.people.size).toBe(2);
    expect(registers.people.get('ann')?.team).toBe('needs');
  });
});
