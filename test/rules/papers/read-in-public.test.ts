import { describe, expect, it } from 'vitest';
import { allOf, composed } from './composed.ts';
import { children, count } from './given-children.ts';
import { givenDataset } from './given-dataset.ts';
import {
  givenBoard,
  givenMeasure,
  givenProject,
  givenQuestion,
  givenSaving,
} from './given-facts.ts';

describe('what is marked public alone is read in public', () => {
  const inside = { access: 'internal' } as const;
  it('nothing else is named by the project that holds it up', () => {
    const dataset = givenDataset({
      projects: [
        givenProject({ code: 'P1', late: true, holdsUp: ['Close the depot', 'Open the park'] }),
        givenProject({ ...inside, code: 'P2', title: 'Close the depot' }),
        givenProject({ code: 'P3', title: 'Open the park' }),
      ],
      savings: [givenSaving({ ...inside, code: 'S1', title: 'Close the depot' })],
    });
    expect(allOf(composed(dataset, 'Cabinet'))).not.toContain('Close the depot');
    expect(allOf(composed(dataset, 'Cabinet'))).toContain('Open the park');
    expect(allOf(composed(dataset, "directors' board"))).toContain('Close the depot and Open the');
  });
  it('a portfolio holder who decides in public has a paper as the public has', () => {
    const dataset = givenDataset({
      measures: [
        givenMeasure({ ...children, code: '1', now: count(3, 0) }),
        givenMeasure({ ...inside, code: '2', title: 'Kept inside' }),
      ],
    });
    const board = givenBoard({ key: 'housing', kind: 'portfolio', inPublic: true });
    const paper = allOf(composed(dataset, 'portfolio briefing', { board }));
    expect(paper).not.toContain('Kept inside');
    expect(paper).not.toContain('3 children');
  });
});

it('a committee has its own questions however its key is written', () => {
  const dataset = givenDataset({
    questions: [
      givenQuestion({
        key: 'Q1',
        kind: 'question',
        title: 'Why so late',
        board: 'Housing-Scrutiny',
      }),
    ],
  });
  const board = givenBoard({ key: 'housing-scrutiny', kind: 'scrutiny' });
  expect(allOf(composed(dataset, 'scrutiny', { board }))).toContain('Why so late');
});
