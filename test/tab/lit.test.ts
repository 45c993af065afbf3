// What lights up in the golden thread: everything above and below the chosen line, and nothing else.
import { describe, expect, it } from 'vitest';
import { linksOf, litBy, placeOf, worstOf } from '../../tab/thread/lit.ts';
import { node, smallThread } from './thread-nodes.ts';

const lit = (chosen: string, nodes = smallThread) => {
  const found = litBy(linksOf(nodes), chosen);
  return found && { above: [...found.above].toSorted(), below: [...found.below].toSorted() };
};

describe('choosing a line', () => {
  it('lights up all it serves, step by step to the vision', () => {
    expect(lit('M1')?.above).toEqual(['O1', 'P1', 'plan']);
  });

  it('lights up all that serves it, down to the people', () => {
    expect(lit('P1')?.below).toEqual(['A1', 'Ann', 'M1', 'O1', 'R1']);
  });

  it('crosses into the plan that this one serves, and comes back by no other way', () => {
    expect(lit('P2')).toEqual({ above: ['old', 'plan'], below: ['M2'] });
  });

  it('lights up what a person carries, and what that serves', () => {
    expect(lit('Ann')?.above).toEqual(['A1', 'M1', 'O1', 'P1', 'plan']);
  });

  it('leaves a line that serves nothing alone with itself', () => {
    expect(lit('A2')).toEqual({ above: [], below: [] });
  });

  it('finds nothing for a line that has left the plan', () => {
    expect(lit('gone')).toBeNull();
    expect(litBy(linksOf(smallThread), null)).toBeNull();
  });

  it('says of each line whether it is chosen, above, below or not lit', () => {
    const found = litBy(linksOf(smallThread), 'O1');
    const places = ['O1', 'P1', 'M1', 'P2'].map((id) => placeOf(found, id));
    expect(places).toEqual(['chosen', 'above', 'below', null]);
  });
});

describe('a thread that comes round to itself', () => {
  const loop = [
    node('a', 'Objective', ['c']),
    node('b', 'Objective', ['a']),
    node('c', 'Objective', ['b']),
  ];

  it('ends, and lights each line once, as above', () => {
    expect(lit('a', loop)).toEqual({ above: ['b', 'c'], below: [] });
  });

  it('ends for a line that names itself', () => {
    expect(lit('a', [node('a', 'Objective', ['a'])])).toEqual({ above: [], below: [] });
  });

  it('is rated all the same', () => {
    const rated = [...loop, { ...node('m', 'Measure', ['a']), standing: 'off target' as const }];
    expect(worstOf(rated, linksOf(rated)).get('c')).toBe('off target');
  });
});

describe('the worst there is', () => {
  const worst = worstOf(smallThread, linksOf(smallThread));

  it('rises from measures to all they serve', () => {
    expect(['M1', 'O1', 'P1', 'P2', 'plan'].map((id) => worst.get(id))).toEqual([
      'off target',
      'off target',
      'off target',
      'on target',
      'off target',
    ]);
  });

  it('is told of a person by what they carry themselves', () => {
    expect(worst.get('Ann')).toBe('off target');
  });

  it('is not told of lines that no measure serves', () => {
    expect(worst.has('A1')).toBe(false);
    expect(worst.has('R1')).toBe(false);
  });
});

it('lights up the vision over 4,000 lines in an instant', () => {
  const many = [
    node('plan', 'Plan', []),
    ...Array.from({ length: 4000 }, (_, at) =>
      node(`n${at}`, 'Action', at < 40 ? ['plan'] : [`n${Math.floor(at / 3)}`, `n${at % 40}`]),
    ),
  ];
  const links = linksOf(many);
  const began = performance.now();
  expect(litBy(links, 'plan')?.below.size).toBe(4000);
  expect(performance.now() - began).toBeLessThan(2_000);
});
