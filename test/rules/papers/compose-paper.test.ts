import { describe, expect, it } from 'vitest';
import { paperKinds } from '../../../src/registers/papers.ts';
import { figure } from '../../../src/rules/number-words.ts';
import type { Cell } from '../../../src/rules/papers/paper.ts';
import { roundTo } from '../../../src/rules/rounding.ts';
import {
  allOf,
  blocksIn,
  composed,
  headingsIn,
  sectionOf,
  sectionsIn,
  tablesIn,
} from './composed.ts';
import { givenDataset, manyMeasures, scrutinyBoard, smallDataset } from './given-dataset.ts';
import { asTarget, givenBefore, givenFigure, givenMeasure } from './given-facts.ts';
import { hostileText } from './given-measures.ts';

const board = "directors' board";

describe('every paper', () => {
  it.each(paperKinds)('has one id for one thing, in letters, digits and hyphens: %s', (kind) => {
    const odd = { code: '1.2 (ü)', groups: ['priority|1'], now: givenFigure({ value: 80 }) };
    const dataset = smallDataset({
      measures: [
        givenMeasure({ ...odd, now: givenFigure({ value: 80, standing: 'off target' }) }),
        givenMeasure({ ...odd, code: '1-2 u', now: givenFigure({ standing: 'off target' }) }),
        ...smallDataset().measures,
      ],
    });
    const paper = composed(dataset, kind, { mayReadExempt: true });
    const parts = [...paper.sections, ...paper.confidential];
    const ids = [
      ...sectionsIn(parts).map(({ id }) => id),
      ...blocksIn(parts).flatMap((block) => {
        if (block.kind === 'table') return [block.table.id];
        return block.kind === 'chart' ? [block.chart.id] : [];
      }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });
  it.each(paperKinds)(
    'has as many cells in a row as columns, and every number reads so: %s',
    (kind) => {
      const paper = composed(smallDataset(), kind, { mayReadExempt: true });
      const tables = tablesIn([...paper.sections, ...paper.confidential]);
      for (const { caption, columns, rows } of tables)
        for (const row of rows) expect([caption, row.length]).toEqual([caption, columns.length]);
      const numbers = tables.flatMap(({ rows }) => rows.flat()).filter(isNumber);
      expect(numbers.length).toBeGreaterThan(0);
      for (const { text, value, decimals = 0 } of numbers)
        expect(text.replace(/[%£]|bn|m|k/g, '')).toBe(figure({ unit: '', decimals }, value));
    },
  );
  it.each(paperKinds)(
    'goes no deeper than three headings, and fits a portrait page: %s',
    (kind) => {
      const { sections } = composed(manyMeasures(40), kind);
      const deepest = sections.flatMap((one) => one.sections.flatMap((two) => two.sections));
      expect(deepest.flatMap((three) => three.sections)).toEqual([]);
      for (const { columns } of tablesIn(sections)) expect(columns.length).toBeLessThanOrEqual(7);
    },
  );
  it.each(paperKinds)(
    'of no figures at all is a paper without sections, not a fault: %s',
    (kind) => {
      expect(composed(givenDataset(), kind).sections).toEqual([]);
    },
  );
  it('says whom and which day it is for, and what it was made from', () => {
    const meetsOn = Temporal.PlainDate.from('2020-11-24');
    const paper = composed(smallDataset(), 'Cabinet', { meeting: { title: 'Cabinet', meetsOn } });
    expect(paper.audience).toBe('Cabinet, Tue 24 November 2020');
    expect(paper.madeFrom.join(' ')).toContain('Fri 30 October 2020');
    expect(paper.madeFrom.join(' ')).toContain('SHA-256 3fa1');
    const draft = composed(smallDataset(), 'Cabinet', { hash: null });
    expect(draft.notices[0]).toMatch(/^Draft/);
  });
  it('notices come first: those it was ordered with, then what its figures are', () => {
    const { notices } = composed(smallDataset(), 'Cabinet', { notices: ['Held until Friday.'] });
    expect(notices).toEqual([
      'Held until Friday.',
      '1 figure is provisional, and marked so.',
      '1 figure or its target is illustrative: made up to show how a report looks, and marked so.',
    ]);
  });
  it('long, hostile, right-to-left and emoji text is carried unchanged', () => {
    for (const kind of [board, 'Cabinet', 'scrutiny', 'annual'] as const) {
      const quotes = blocksIn(composed(smallDataset(), kind).sections).flatMap((block) =>
        block.kind === 'quote' ? [block.text] : [],
      );
      expect(quotes).toContain(hostileText);
    }
  });
});

const isNumber = (cell: Cell): cell is Cell & { readonly value: number } =>
  cell.value !== undefined;

describe('what a missing figure is', () => {
  it('is named with its reason and its day, and where nobody has given one that is said', () => {
    const section = sectionOf(composed(smallDataset(), 'Cabinet'), 'missing');
    const text = allOf(section);
    expect(text).toContain('2 of the 9 figures asked for are not there; for 1 of them no reason');
    expect(text).toContain('The contractor reports two months late.');
    expect(text).toContain('Fri 20 November 2020');
    expect(text).not.toContain('Street scene');
    expect(allOf(sectionOf(composed(smallDataset(), board), 'missing'))).toContain('Street scene');
  });
  it('is a dash in its table, and never nought', () => {
    const row = tablesIn(composed(smallDataset(), 'Cabinet').sections)
      .filter(({ caption }) => caption.includes('how each measure stands'))
      .flatMap(({ rows }) => rows)
      .find(([cell]) => cell?.text.startsWith('4 '));
    expect(row?.[1]).toEqual({ text: 'Not yet available', standing: 'not yet available' });
    expect(row?.[2]).toEqual({ text: '–' });
  });
  it('a figure ten times any before is to be checked before the paper goes out', () => {
    const slip = givenMeasure({
      unit: 'fly-tips',
      decimals: 0,
      now: givenFigure({ value: 73_390, ...asTarget(420, 'fly-tips') }),
      before: givenBefore([400, 380, 420]),
    });
    const dataset = givenDataset({ measures: [slip] });
    const notice =
      'To be checked before this goes out: 1 Measure 1 is 73,390 fly-tips, and its figures before were 380 to 420.';
    expect(composed(dataset, board).notices).toContain(notice);
    expect(composed(dataset, 'Cabinet', { hash: null }).notices).toContain(notice);
    expect(composed(dataset, 'Cabinet').notices).not.toContain(notice);
  });
});

describe('money beside performance', () => {
  it('says how a forecast stands to its budget, in one sentence', () => {
    expect(allOf(sectionOf(composed(smallDataset(), 'Cabinet'), 'money'))).toContain(
      'Revenue is forecast at £20,500,000, £500,000 over its budget of £20,000,000.',
    );
  });
  it('where no total is told, says that its sum is of the lines that are', () => {
    const dataset = smallDataset();
    const money = dataset.money.filter(({ isTotal }) => !isTotal);
    const section = sectionOf(composed({ ...dataset, money }, 'Cabinet'), 'money');
    expect(allOf(section)).toContain(
      'Revenue, by the lines below, is forecast at £20,500,000, £500,000 over its budget of £20,000,000.',
    );
  });
  it('a sum with an unknown part is not printed, and a column nobody knows is named and left out', () => {
    const dataset = smallDataset();
    const money = dataset.money.map((line) => ({ ...line, forecast: null, variance: null }));
    const section = sectionOf(composed({ ...dataset, money }, 'Cabinet'), 'money');
    expect(allOf(section)).not.toContain('is forecast at');
    const revenue = tablesIn(section ? [section] : []).find(({ id }) => id === 'table-revenue');
    expect(revenue?.columns.map(({ heading }) => heading)).toEqual(['Budget line', 'Budget']);
    expect(revenue?.notes).toContain('Forecast and Over or under: not known for any of them.');
  });
});

describe('scrutiny', () => {
  const paper = composed(smallDataset(), 'scrutiny', { board: scrutinyBoard });

  it('hears what was promised and whether it worked, its questions, and what became of its recommendations', () => {
    expect(headingsIn(paper).slice(0, 4)).toEqual([
      'What needs attention',
      'What was promised, and whether it worked',
      'Questions and their answers',
      'Recommendations and what came of them',
    ]);
    const text = allOf(paper);
    expect(text).toContain('No: the figure is not better');
    expect(text).toContain('Why do homes stand empty for longer?');
    expect(text).toContain('Overdue');
    expect(text).toContain('Nine, of whom two are part time.');
    expect(text).toContain('Publish each month: on track');
  });
  it('hears of its own measures and its own questions alone', () => {
    expect(allOf(paper)).toContain('Days to let an empty home');
    expect(allOf(paper)).not.toContain('Waste recycled');
    expect(allOf(paper)).not.toContain('It would cost more than it saves.');
  });
});

describe('words changed through clearance', () => {
  it('are printed in place of the owner’s, and blank words print nothing', () => {
    const said = (text: string) =>
      allOf(composed(smallDataset(), 'Cabinet', { words: new Map([['Measures: plan|2', text]]) }));
    expect(said('The contract is being let.')).toContain('The contract is being let.');
    expect(said('The contract is being let.')).not.toContain('We remain on track');
    expect(said(' ')).not.toContain('We remain on track');
    expect(said(' ')).not.toContain('The service has said nothing of it.');
  });
});

describe('corrections', () => {
  it('stand beside the frozen figure, and with their reason near the end, and change nothing else', () => {
    const restatements = [
      {
        line: 'Measures: plan|3',
        period: '2020-21 Q2',
        was: 97,
        is: 94.25,
        on: Temporal.PlainDate.from('2020-11-12'),
        because: 'A ward was counted twice.',
      },
    ];
    const [before, after] = [
      composed(smallDataset(), 'Cabinet'),
      composed(smallDataset(), 'Cabinet', { restatements }),
    ];
    expect(allOf(sectionOf(after, 'corrections'))).toContain(
      '3 Streets clean on inspection, Q2 2020-21: 97.0% was corrected to 94.3% on Thu 12 November 2020: A ward was counted twice.',
    );
    const rest = after.sections.filter(({ id }) => id !== 'corrections');
    const mark = ', corrected since: 94.3% on Thu 12 November 2020';
    expect(JSON.stringify(rest)).toContain(mark);
    expect(JSON.stringify(rest).replaceAll(mark, '')).toEqual(JSON.stringify(before.sections));
  });
});

it('the figure in a table is the one in the sentence and the last point of the chart', () => {
  const paper = composed(manyMeasures(60), board);
  const rows = tablesIn(sectionOf(paper, 'measures')?.sections ?? []).flatMap(({ rows: of }) => of);
  const charts = blocksIn(paper.sections).flatMap((block) =>
    block.kind === 'chart' && block.chart.kind === 'line' ? [block.chart] : [],
  );
  expect(charts.length).toBeGreaterThan(5);
  for (const chart of charts) {
    const code = chart.title.split(' ')[0];
    const cell = rows.find(([name]) => name?.text.startsWith(`${code} `))?.[2];
    expect(roundTo(chart.points.at(-1)?.value ?? Number.NaN, 1)).toBe(cell?.value);
  }
});
