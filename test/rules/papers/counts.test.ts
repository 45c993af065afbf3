import { describe, expect, it } from 'vitest';
import { standings } from '../../../src/registers/words.ts';
import type { Dataset } from '../../../src/rules/dataset/dataset.ts';
import { blocksIn, composed, sectionOf, tablesIn } from './composed.ts';
import { manyMeasures, smallDataset } from './given-dataset.ts';
import { givenFigure, givenMeasure, quarterBefore } from './given-facts.ts';

const board = "directors' board";

describe('counts', () => {
  it('each measure is counted once, and percentages are of those rated', () => {
    const paper = composed(smallDataset(), board);
    const lead = blocksIn(paper.sections).find((block) => block.kind === 'paragraph' && block.lead);
    expect(lead).toMatchObject({
      text: 'Of 6 measures with a figure and a target, 2 are off target, 2 within tolerance, and 2 on target or better; 2 of the 9 figures asked for are missing. Counted apart: 1 whose target is not yet agreed and 1 without a target.',
    });
  });
  it('bars and table of priorities say the same', () => {
    const blocks = blocksIn(composed(manyMeasures(100), 'Cabinet').sections);
    const bars = blocks.flatMap((block) =>
      block.kind === 'chart' && block.chart.kind === 'standings' ? [block.chart] : [],
    )[0];
    const table = tablesIn(composed(manyMeasures(100), 'Cabinet').sections).find(
      ({ id }) => id === 'table-priorities',
    );
    expect(
      table?.rows.map((row) => row.slice(0, 5).map(({ text, value }) => value ?? text)),
    ).toEqual(
      bars?.rows.map(({ label, counts }) => [
        label,
        standings.reduce((sum, each) => sum + counts[each], 0),
        counts['on target'] + counts['better than target'],
        counts['within tolerance'],
        counts['off target'],
      ]),
    );
  });
  it('directors see them by directorate and objective too, members in the annual report by objective', () => {
    const ids = (kind: 'Cabinet' | 'annual' | typeof board) =>
      tablesIn(
        [sectionOf(composed(smallDataset(), kind), 'priorities')].flatMap((of) => of ?? []),
      ).map(({ id }) => id);
    expect(ids('Cabinet')).toEqual(['table-priorities']);
    expect(ids('annual')).toEqual(['table-priorities', 'table-by-objective']);
    expect(ids(board)).toEqual(['table-priorities', 'table-by-directorate', 'table-by-objective']);
  });
  it('where measures weigh differently the share is by weight, and its heading says so', () => {
    const measures = [
      givenMeasure({ code: '1', weight: 3, groups: ['priority|1'], now: givenFigure() }),
      givenMeasure({
        code: '2',
        weight: 1,
        groups: ['priority|1'],
        now: givenFigure({ standing: 'on target' }),
      }),
    ];
    const table = tablesIn(composed(smallDataset({ measures }), 'Cabinet').sections).find(
      ({ id }) => id === 'table-priorities',
    );
    expect(table?.columns.at(-1)?.heading).toBe('On target, by weight (%)');
    expect(table?.rows[0]?.at(-1)?.value).toBe(25);
  });
  it('how the quarter before stood is beside it, counted from its own dataset', () => {
    const of = (standing: 'on target' | 'off target'): Dataset =>
      smallDataset({
        measures: [givenMeasure({ groups: ['priority|1'], now: givenFigure({ standing }) })],
      });
    const previous = {
      ...of('on target'),
      period: quarterBefore(1).period,
      periodWords: 'Q1 2020-21',
    };
    const table = tablesIn(composed(of('off target'), 'Cabinet', { previous }).sections).find(
      ({ id }) => id === 'table-priorities',
    );
    expect(table?.columns.map(({ heading }) => heading)).toContain('Last time (%)');
    expect(table?.rows[0]?.slice(-2).map(({ value }) => value)).toEqual([0, 100]);
    const moved = sectionOf(composed(of('off target'), 'Cabinet', { previous }), 'moved');
    expect(moved?.heading).toBe('What has moved since Q1 2020-21');
  });
});
