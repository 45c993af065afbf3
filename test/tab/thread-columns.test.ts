// What the thread's columns and its sentence say, and where the arrow keys lead.
import { describe, expect, it } from 'vitest';
import { columnsOf, headOf, litAlone, moveFrom } from '../../tab/thread/columns.ts';
import { linksOf, litBy, worstOf } from '../../tab/thread/lit.ts';
import { threadSentence } from '../../tab/thread/said.ts';
import { node, smallThread } from './thread-nodes.ts';

const links = linksOf(smallThread);
const worst = worstOf(smallThread, links);
const columns = columnsOf(smallThread);
const column = (name: string) => columns.find((each) => each.name === name) ?? columns[0]!;
const said = (chosen: string, nodes = smallThread): string => {
  const joined = linksOf(nodes);
  const lit = litBy(joined, chosen);
  return lit ? threadSentence({ nodes, links: joined, lit }) : '';
};

describe('the columns', () => {
  it('go from the vision to the people, and leave out those with nothing in them', () => {
    expect(columns.map(({ name }) => name)).toEqual([
      'Vision',
      'Priorities',
      'Objectives',
      'Measures',
      'Work',
      'Risks',
      'People',
    ]);
  });

  it('set apart what serves nothing yet, rather than hide it', () => {
    const { nodes, loose } = column('Work');
    expect([nodes.map(({ id }) => id), loose.map(({ id }) => id)]).toEqual([['A1'], ['A2']]);
  });

  it('count what is in them, with the worst there is', () => {
    expect(headOf(column('Measures'), { lit: null, worst })).toEqual({
      counts: '2 measures',
      worst: { standing: 'off target', words: '1 off target at last figure' },
      serious: null,
    });
    expect(headOf(column('Work'), { lit: null, worst })).toEqual({
      counts: '2 actions',
      worst: null,
      serious: '1 delayed or at risk',
    });
  });

  it('count what is lit, once a line is chosen', () => {
    const lit = litBy(links, 'P2');
    expect(headOf(column('Measures'), { lit, worst })).toMatchObject({
      counts: '1 of 2 lit',
      worst: { words: '1 on target at last figure' },
    });
    expect(headOf(column('Work'), { lit, worst })).toMatchObject({
      counts: '0 of 2 lit',
      serious: null,
    });
  });

  it('can be left with what is lit alone', () => {
    const lit = litBy(links, 'P2')!;
    expect(litAlone(column('Measures'), lit).nodes.map(({ id }) => id)).toEqual(['M2']);
    expect(litAlone(column('Work'), lit)).toMatchObject({ nodes: [], loose: [] });
  });
});

describe('the arrow keys', () => {
  const move = (id: string, key: Parameters<typeof moveFrom>[2], chosen: string | null = null) =>
    moveFrom(columns, { id, lit: litBy(links, chosen) }, key);

  it('go up and down a column and stop at its ends, loose lines last', () => {
    expect([move('M1', 'ArrowDown'), move('M2', 'ArrowDown'), move('M1', 'ArrowUp')]).toEqual([
      'M2',
      'M2',
      'M1',
    ]);
    expect([move('A1', 'ArrowDown'), move('A2', 'Home'), move('A1', 'End')]).toEqual([
      'A2',
      'A1',
      'A2',
    ]);
  });

  it('go to the first line of the next column, or to the first that is lit', () => {
    expect(move('O1', 'ArrowRight')).toBe('M1');
    expect(move('O1', 'ArrowRight', 'P2')).toBe('M2');
    expect([move('plan', 'ArrowLeft'), move('Ann', 'ArrowRight')]).toEqual(['plan', 'Ann']);
  });
});

describe('the sentence', () => {
  it('says what a line serves and what hangs from it', () => {
    expect(said('O1')).toBe(
      'O1 serves priority P1; 1 measure, 1 action and 1 risk hang from it, and 1 person carries them.',
    );
    expect(said('M2')).toBe('M2 serves 2 priorities; nothing hangs from it.');
  });

  it('says where the thread begins, where it ends and where it is broken', () => {
    expect(said('plan')).toMatch(
      /^This plan is where the thread begins; 2 priorities, 1 objective/,
    );
    expect(said('A2')).toBe('A2 serves nothing yet; nothing hangs from it.');
    expect(said('P1')).toMatch(/^P1 serves the plan as a whole; /);
  });

  it('says what a person carries', () => {
    expect(said('Ann')).toBe(
      'Ann carries 1 measure and 1 action, which serve objective O1 and priority P1.',
    );
  });

  it('says what kind of line a bare number is', () => {
    const numbered = [...smallThread, { ...node('x', 'Risk', ['O1']), code: '1.2' }];
    expect(said('x', numbered)).toBe(
      'Risk 1.2 serves objective O1 and priority P1; nothing hangs from it.',
    );
  });
});
