// What a cycle asks about, as its list may have been edited: a slip of the hand never asks for nothing.
import { describe, expect, it } from 'vitest';
import { asksFaults, asksOf } from '../../src/rules/cycle-asks.ts';
import { registersOf } from './table-of.ts';

const told = (asks: readonly string[], state: 'Planned' | 'Open' | 'Closed' = 'Planned') =>
  asksFaults(registersOf({ cycles: [{ asks: [...asks], state, period: '2020-21 Q2' }] }));

describe('what a cycle asks about', () => {
  it.each([
    [[], ['measures']],
    [
      [' Actions ', 'RISKS'],
      ['actions', 'risks'],
    ],
    [['measures, actions; savings'], ['measures', 'actions', 'savings']],
    [['actoins', 'risks'], ['risks']],
    [['actoins'], ['measures']],
    [[' ', ','], ['measures']],
  ])('is, of %j, %j', (asks, wanted) => {
    expect(asksOf({ asks })).toEqual(wanted);
  });
  it('is told of where a word of it is none that is known, until the cycle closes', () => {
    expect(told(['measures', 'actoins'])).toEqual([expect.stringContaining('"actoins"')]);
    expect(told(['measures', 'actoins'], 'Open')).toHaveLength(1);
    expect(told(['measures', 'actoins'], 'Closed')).toEqual([]);
    expect(told(['measures', 'actions'])).toEqual([]);
  });
});
