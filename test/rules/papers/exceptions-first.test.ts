import { describe, expect, it } from 'vitest';
import type { PaperKind } from '../../../src/registers/papers.ts';
import type { MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed, headingsIn, sectionOf, tablesIn } from './composed.ts';
import { givenDataset, smallDataset } from './given-dataset.ts';
import { asTarget, givenBefore, givenFigure, givenMeasure } from './given-facts.ts';

const board = "directors' board";

describe('what needs attention', () => {
  const one = (
    code: string,
    said: Partial<MeasureFact> & { standing: 'off target' | 'on target' | 'within tolerance' },
  ) => givenMeasure({ code, ...said, now: givenFigure({ standing: said.standing, ...said.now }) });
  const exceptions = (measures: readonly MeasureFact[]) =>
    sectionOf(composed(givenDataset({ measures }), board), 'exceptions')?.sections.map(
      ({ heading }) => heading.split(' ')[0],
    );

  it('is the first section of a paper for a meeting, red before amber, the longest first', () => {
    for (const kind of [board, 'portfolio briefing', 'Cabinet', 'scrutiny'] as const)
      expect(headingsIn(composed(smallDataset(), kind))[0]).toBe('What needs attention');
    expect(
      exceptions([
        one('a', { standing: 'within tolerance', running: 9 }),
        one('b', { standing: 'off target', running: 1 }),
        one('c', { standing: 'on target' }),
        one('d', { standing: 'off target', running: 4 }),
        one('e', { standing: 'off target', running: 12, due: false }),
      ]),
    ).toEqual(['d', 'b', 'e', 'a']);
  });
  it('no measure off target is lost: those not told at length are in a table, and in that of all', () => {
    const told = (count: number) => {
      const measures = Array.from({ length: count }, (_, at) =>
        one(`m${at}`, { standing: 'off target', running: count - at }),
      );
      const paper = composed(givenDataset({ measures }), board);
      const sections = sectionOf(paper, 'exceptions')?.sections ?? [];
      const rows = (of: typeof sections) => tablesIn(of).flatMap((table) => table.rows).length;
      const all = rows(sectionOf(paper, 'measures')?.sections ?? []);
      return { inFull: sections.length - 1, rest: rows(sections), all, text: allOf(sections) };
    };
    expect(told(30)).toMatchObject({ inFull: 10, rest: 20, all: 30 });
    expect(told(90)).toMatchObject({ inFull: 10, rest: 30, all: 90 });
    expect(told(90).text).toContain('The first 30 of 80; all are under “Every measure”.');
  });
  it('operational measures are for directors; members and residents hear of strategic ones', () => {
    const measures = [
      one('1', { standing: 'off target', title: 'Strategic one' }),
      one('2', { standing: 'off target', title: 'Operational one', level: 'operational' }),
    ];
    const said = (kind: PaperKind, of = measures) =>
      allOf(composed(givenDataset({ measures: of }), kind).sections);
    expect(said(board)).toContain('Operational one');
    for (const kind of ['Cabinet', 'scrutiny', 'public', 'annual', 'council tax'] as const) {
      expect(said(kind)).toContain('Strategic one');
      expect(said(kind)).not.toContain('Operational one');
    }
    expect(said('Cabinet', measures.slice(1))).toContain('Operational one');
  });
  it('a commentary that says all is well where the figure is off target is told so, inside', () => {
    const text = allOf(sectionOf(composed(smallDataset(), board), 'exceptions'));
    expect(text).toContain('It says “on track”; the figure is off target.');
    expect(allOf(composed(smallDataset(), 'Cabinet'))).not.toContain('It says “on track”');
  });
  it('two pages of commentary are a few sentences, and in full at the end', () => {
    const words = 'A long account of what was done. '.repeat(200);
    const measures = [one('1', { standing: 'off target', commentary: words })];
    const paper = composed(givenDataset({ measures }), 'Cabinet');
    const quote = (id: string) =>
      blocksIn([sectionOf(paper, id)].filter((each) => each !== undefined)).find(
        (block) => block.kind === 'quote',
      );
    const short = quote('exceptions');
    expect(short?.kind === 'quote' && short.text.length).toBeLessThan(500);
    expect(short?.kind === 'quote' && short.text.endsWith('done. […]')).toBe(true);
    expect(quote('in-full')).toMatchObject({ text: words });
  });
  it('what is cut short is never cut within a character', () => {
    const family = '👩‍👩‍👧';
    const measures = [one('1', { standing: 'off target', commentary: family.repeat(900) })];
    const paper = composed(givenDataset({ measures }), 'Cabinet');
    const quote = blocksIn(paper.sections).find((block) => block.kind === 'quote');
    expect(quote).toMatchObject({ text: `${family.repeat(450)} […]` });
  });
  it('nobody is named: in public it is the service that speaks, inside its team', () => {
    const by = (kind: 'Cabinet' | typeof board) =>
      new Set(
        blocksIn(composed(smallDataset(), kind).sections).flatMap((block) =>
          block.kind === 'quote'
            ? [block.by.replace('; in full at the end of this paper', '')]
            : [],
        ),
      );
    expect(by('Cabinet')).toEqual(new Set(['The service']));
    expect(by(board)).toContain('Housing needs');
  });
  it('each says which priority and objective it counts towards', () => {
    expect(allOf(sectionOf(composed(smallDataset(), 'Cabinet'), 'exceptions'))).toContain(
      'Counts towards 1 Homes for all and 1.1 Fewer homeless.',
    );
  });
  it('the control chart speaks beside the colour, and the year-end is foretold', () => {
    const text = allOf(sectionOf(composed(smallDataset(), 'Cabinet'), 'exceptions'));
    expect(text).toContain('This amber is within its usual variation.');
    expect(text).toContain('Its owner expects 94.5%, which misses its target of 95%');
  });
  it('nothing is said of reaching a target that is another each quarter', () => {
    const now = givenFigure({ value: 60, ...asTarget(70, '%'), standing: 'off target' });
    const earlier = (target: number) => () => ({ ...asTarget(target, '%') });
    const of = (target: number) => [
      one('1', {
        standing: 'off target',
        now,
        before: givenBefore([61, 60, 62, 59], earlier(target)),
      }),
    ];
    const said = (target: number) =>
      allOf(composed(givenDataset({ measures: of(target) }), 'Cabinet'));
    expect(said(70)).toContain('to reach its target');
    expect(said(50)).not.toContain('to reach its target');
    expect(said(50)).toContain('would end at about');
  });
  it('an off-target measure with nothing promised and no reason is named to the board', () => {
    const measures = [
      one('1', { standing: 'off target' }),
      one('2', { standing: 'off target', noActionBecause: 'The contract is ending.' }),
    ];
    const section = sectionOf(composed(givenDataset({ measures }), board), 'unpromised');
    expect(allOf(section)).toContain('1 Measure 1');
    expect(allOf(section)).not.toContain('2 Measure 2');
  });
});
