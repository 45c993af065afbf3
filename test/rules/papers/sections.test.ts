import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperKinds } from '../../../src/registers/papers.ts';
import { allOf, blocksIn, composed, headingsIn, sectionOf, tablesIn } from './composed.ts';
import { givenDataset, smallDataset } from './given-dataset.ts';
import { givenAction, givenMeasure, givenRisk, givenSaving } from './given-facts.ts';

const tableIn = (paper: ReturnType<typeof composed>, id: string) =>
  tablesIn(paper.sections).find((table) => table.id === id);
const firstColumn = (paper: ReturnType<typeof composed>, id: string) =>
  tableIn(paper, id)?.rows.map(([cell]) => cell?.text);

describe('the delivery plan report', () => {
  const paper = composed(smallDataset(), 'delivery plan');

  it('says what is done, what is overdue and of what nothing is reported', () => {
    expect(allOf(sectionOf(paper, 'delivery'))).toContain(
      'Of 5 actions, 1 is complete and 1 is overdue. Nobody has reported on 1 of them.',
    );
  });
  it('an action that is overdue and said to be all done is named as one to close', () => {
    const actions = [givenAction({ code: 'A', status: 'on track', percent: 100, overdueBy: 9 })];
    expect(allOf(composed(givenDataset({ actions }), 'delivery plan'))).toContain(
      'Of those overdue 1 is said to be 100% done and not closed.',
    );
  });
  it('has what is late first, with how late and what is said of it', () => {
    expect(firstColumn(paper, 'table-actions-late')).toEqual(['A2 Action A2', 'A6 Action A6']);
    const late = tableIn(paper, 'table-actions-late')?.rows[0]?.map(({ text }) => text);
    expect(late).toContain('22');
    expect(late).toContain('The builder withdrew.');
  });
  it('names what each late project holds up', () => {
    const section = allOf(sectionOf(paper, 'holds-up'));
    expect(section).toContain('Self-service for tenants and Paperless lettings');
    expect(firstColumn(paper, 'table-projects')).toEqual([
      'P1 New housing system',
      'P2 Project P2',
    ]);
  });
  it('counts and lists an action under each priority it serves, those of none apart, and says so', () => {
    const serves = [['priority|1', 'priority|2'], ['priority|2'], ['priority|1'], [], []];
    const actions = serves.map((groups, at) => givenAction({ code: 'ABCDE'.charAt(at), groups }));
    const of = composed(smallDataset({ actions }), 'delivery plan');
    const wanted = [
      ['1 Homes for all', 2],
      ['2 A clean city', 2],
      ['None of these priorities', 2],
    ] as const;
    const table = tableIn(of, 'table-delivery');
    expect(table?.rows.map(([name, all]) => [name?.text, all?.value])).toEqual(wanted);
    const [chart] = blocksIn(of.sections).flatMap((block) =>
      block.kind === 'chart' && block.chart.kind === 'bars' ? [block.chart] : [],
    );
    expect(chart?.rows).toEqual(wanted.map(([label, all]) => ({ label, values: [all] })));
    const counted = '1 of the 5 actions serves more than one priority and is counted in each';
    expect(table?.notes.join()).toContain(`${counted}, so the numbers add up to 6.`);
    expect(chart?.alt).toContain(`${counted}, so the numbers add up to 6.`);
    const every = sectionOf(of, 'actions');
    expect(allOf(every)).toContain(
      '1 of the 5 actions serves more than one priority and is listed under each, so the numbers add up to 6.',
    );
    const lists = tablesIn(every === undefined ? [] : [every]);
    expect(lists.map(({ caption, rows }) => [caption, rows.length])).toEqual(
      wanted.map(([label, all]) => [`${label}: ${all} actions`, all]),
    );
    expect(lists.map(({ rows }) => rows.map(([cell]) => cell?.text))).toEqual([
      ['A Action A', 'C Action C'],
      ['A Action A', 'B Action B'],
      ['D Action D', 'E Action E'],
    ]);
  });
  it('says nothing of several priorities where each action serves one', () => {
    expect(allOf(paper)).not.toContain('more than one priority');
    expect(allOf(paper)).not.toContain('None of these priorities');
  });
  it('in every paper with both, the rows of each priority are as many as its number', () => {
    const shapes = fc.array(fc.subarray(['priority|1', 'priority|2']), { minLength: 1 });
    fc.assert(
      fc.property(shapes, (serves) => {
        const actions = serves.map((groups, at) => givenAction({ code: `A${at}`, groups }));
        const of = composed(smallDataset({ actions }), 'delivery plan');
        const every = sectionOf(of, 'actions');
        const lengths = tablesIn(every === undefined ? [] : [every]).map(({ rows }) => rows.length);
        const numbers = tableIn(of, 'table-delivery')?.rows.map(([, all]) => all?.value);
        expect(lengths).toEqual(numbers ?? [actions.length]);
      }),
      { numRuns: 40 },
    );
  });
  it('a corrective action is no action of the plan: it is told with its measure', () => {
    const actions = [givenAction({ code: 'C', kind: 'corrective action', overdueBy: 9 })];
    const of = composed(givenDataset({ actions }), 'delivery plan');
    expect(headingsIn(of)).not.toContain('Delivery of the plan');
  });
});

describe('savings', () => {
  it('are summed where they are known, and how many are not is said', () => {
    expect(allOf(sectionOf(composed(smallDataset(), 'Cabinet'), 'savings'))).toContain(
      '£450,000 is required of savings this year. 1 saving with no such figure is not among them. £150,000 is achieved and £300,000 forecast, as far as is known. £150,000 is at risk.',
    );
  });
  it('the most at risk come first; one of which nothing is known is counted alone', () => {
    const paper = composed(smallDataset(), 'Cabinet');
    expect(firstColumn(paper, 'table-savings')).toEqual(['S1 Fewer agency staff', 'S2 Saving S2']);
    const unknown = givenDataset({ savings: [givenSaving({ code: 'S1' })] });
    expect(allOf(sectionOf(composed(unknown, 'Cabinet'), 'savings'))).toContain(
      'The one saving does not say how much it is to save.',
    );
  });
});

describe('risks', () => {
  it('those above what the council accepts come first, however high the others', () => {
    const risk = (code: string, residual: number, aboveAppetite: boolean) =>
      givenRisk({ code, title: code, residual, aboveAppetite });
    const risks = [risk('A', 20, false), risk('B', 9, true), risk('C', 12, true)];
    const paper = composed(givenDataset({ risks }), 'Cabinet');
    expect(firstColumn(paper, 'table-risks')).toEqual(['C C', 'B B', 'A A']);
    expect(allOf(sectionOf(paper, 'risks'))).toContain(
      'Of 3 risks, 2 are above what the council accepts',
    );
  });
  it('a register in which none is assessed says so, and draws nothing', () => {
    const paper = composed(givenDataset({ risks: [givenRisk({ code: 'R' })] }), 'Cabinet');
    expect(sectionOf(paper, 'risks')?.blocks).toEqual([
      { kind: 'paragraph', text: '1 risk is in the register, and none is assessed.' },
    ]);
  });
});

describe('how we compare', () => {
  it('has the worst quarter first, and no colour', () => {
    const measures = [1, 4, 2].map((quartile, at) =>
      givenMeasure({ code: `${at}`, quartile: quartile as 1 | 2 | 4, benchmark: ['Neighbours'] }),
    );
    const table = tableIn(composed(givenDataset({ measures }), 'Cabinet'), 'table-compared');
    expect(table?.rows.map((row) => row[2]?.value)).toEqual([4, 2, 1]);
    expect(table?.rows.flat().some(({ standing }) => standing !== undefined)).toBe(false);
  });
});

describe('papers for residents', () => {
  it('use no codes and no colours in their sentences', () => {
    const paper = composed(smallDataset(), 'council tax');
    const text = allOf(paper.sections.map(({ blocks }) => blocks));
    expect(text).toContain(
      'We met 2 of the 5 targets we can measure in Q2 2020-21, and missed 3; 2 of the 9 figures asked for are missing.',
    );
    expect(text).toContain(
      'Days to let an empty home: 61 days in Q2 2020-21. We aim for 28 or less.',
    );
    expect(text).not.toMatch(/\b(red|amber|green)\b/i);
  });
  it('a year’s papers are named by their year', () => {
    const dataset = smallDataset({ period: '2020-21 Q4', periodWords: 'Q4 2020-21' });
    expect(composed(dataset, 'annual').title).toBe('Annual performance report, 2020-21');
    expect(composed(dataset, 'Cabinet').title).toContain('Q4 2020-21');
  });
  it('where they fall short comes before what goes well', () => {
    for (const kind of ['public', 'council tax'] as const) {
      const headings = headingsIn(composed(smallDataset(), kind));
      const at = (heading: string) => headings.indexOf(heading);
      expect(at('Where we fall short')).toBeGreaterThan(-1);
      expect(at('Where we fall short')).toBeLessThan(at('What goes well'));
    }
  });
});

it('every kind of paper has a section of its own for what it is about', () => {
  const wanted = {
    "directors' board": 'Off target, and nothing promised',
    'portfolio briefing': 'Questions and their answers',
    Cabinet: 'Money beside performance',
    scrutiny: 'Recommendations and what came of them',
    public: 'At a glance',
    'delivery plan': 'Every action',
    annual: 'How each priority stands',
    'council tax': 'Where the money goes',
  } as const;
  const dataset = smallDataset();
  const bare = {
    ...dataset,
    measures: dataset.measures.map((each) => ({ ...each, noActionBecause: null })),
  };
  for (const kind of paperKinds) expect(headingsIn(composed(bare, kind))).toContain(wanted[kind]);
});
