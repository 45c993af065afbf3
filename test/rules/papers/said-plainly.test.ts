// What a reader of a paper must not be left to believe: that silence is success, that a figure still stands,
// that it is of this quarter. And sentences that count nothing.
import { describe, expect, it } from 'vitest';
import type { Dataset, MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { allOf, blocksIn, composed, headingsIn, sectionOf, tablesIn } from './composed.ts';
import { givenDataset, smallDataset } from './given-dataset.ts';
import {
  givenAction,
  givenBefore,
  givenFigure,
  givenGroup,
  givenMeasure,
  givenProject,
  givenRisk,
  quarterBefore,
} from './given-facts.ts';

const gone = { value: null, standing: 'not yet available' } as const;

/** So many answered on target and so many not answered, red the quarter before. */
const answered = (met: number, missing: number): Dataset =>
  givenDataset({
    groups: [givenGroup({ scope: 'priority', code: '1', title: 'Homes' })],
    measures: Array.from({ length: met + missing }, (_, at) =>
      givenMeasure({
        code: `${at + 1}`,
        groups: ['priority|1'],
        before: givenBefore([83]),
        now: givenFigure(at < met ? { value: 96, standing: 'on target' } : gone),
      }),
    ),
  });

describe('a quarter that is hardly answered', () => {
  const shares = (dataset: Dataset) => {
    const paper = composed(dataset, 'Cabinet', { previous: answered(10, 0) });
    return tablesIn(paper.sections).find(({ id }) => id === 'table-priorities');
  };
  it('is told with what is missing and without a share, from more than a fifth on', () => {
    expect(allOf(composed(answered(7, 3), 'public'))).toContain(
      'We met 7 of the 7 targets we can measure in Q2 2020-21, and missed none; 3 of the 10 figures asked for are missing.',
    );
    expect(allOf(composed(answered(8, 2), 'public'))).toContain('(100%), and missed none.');
    expect(allOf(composed(answered(0, 3), 'public'))).toContain(
      'yet; none of the 3 figures asked for has come.',
    );
    expect(allOf(composed(answered(7, 3), 'Cabinet'))).toContain(
      'and 7 on target or better; 3 of the 10 figures asked for are missing.',
    );
  });
  it('is compared with no quarter before it', () => {
    expect(shares(answered(7, 3))?.rows[0]?.slice(-2)).toEqual([
      { text: '–' },
      { text: '3', value: 3, decimals: 0 },
    ]);
    expect(shares(answered(7, 3))?.columns.at(-1)?.heading).toBe('Missing');
    expect(shares(answered(8, 2))?.columns.at(-1)?.heading).toBe('Last time (%)');
  });
  it('names what was red and is silent among what needs attention', () => {
    const table = (dataset: Dataset) =>
      tablesIn([sectionOf(composed(dataset, 'Cabinet'), 'exceptions')].flatMap((of) => of ?? []));
    expect(table(answered(1, 2)).flatMap(({ rows }) => rows.map((row) => row[0]?.text))).toEqual([
      '2 Measure 2',
      '3 Measure 3',
    ]);
    expect(table(answered(1, 0))).toEqual([]);
    expect(allOf(composed(answered(1, 2), 'public'))).toContain(
      'Measure 2: there is no figure for Q2 2020-21 yet. It was 83.0% in Q1 2020-21. We aim for 95% or more.',
    );
  });
});

describe('a figure corrected after the close', () => {
  const on = Temporal.PlainDate.from('2020-11-03');
  const restated = (measure: Partial<MeasureFact>) => {
    const line = 'Measures: plan|1';
    const restatement = { line, period: '2020-21 Q2', was: 93.1, is: 90, on, because: null };
    const measures = [givenMeasure({ code: '1', ...measure })];
    return composed(givenDataset({ measures }), 'public', { restatements: [restatement] });
  };
  const mark = 'corrected since: 90.0% on Tue 3 November 2020';
  it('is marked where it stands, and named at the head', () => {
    const paper = restated({});
    expect(paper.notices.join(' ')).toContain('1 Measure 1, Q2 2020-21, on Tue 3 November 2020.');
    expect(allOf(sectionOf(paper, 'short'))).toContain(`93.1% in Q2 2020-21 (${mark})`);
    expect(allOf(sectionOf(paper, 'measures'))).toContain(`1 Measure 1 (${mark})`);
  });
  it('of few people is said to be corrected, and not to what', () => {
    const paper = restated({ countsPeople: true, now: givenFigure({ denominator: 100 }) });
    expect(allOf(paper)).not.toContain('90.0%');
    expect(allOf(sectionOf(paper, 'measures'))).toContain(
      'corrected since, on Tue 3 November 2020',
    );
  });
});

it('a figure of another period says which, due or not, and one of the quarter does not', () => {
  const measures = [
    givenMeasure({ code: '1', now: givenFigure({ period: '2019-20', words: '2019-20' }) }),
    givenMeasure({ code: '2' }),
    givenMeasure({ code: '3', due: false, now: givenFigure(quarterBefore(1)) }),
  ];
  const section = sectionOf(composed(givenDataset({ measures }), 'public'), 'measures');
  const rows = tablesIn(section ? [section] : []).flatMap((table) => table.rows);
  expect(rows.map(([cell]) => cell?.text)).toEqual([
    '1 Measure 1, 2019-20',
    '2 Measure 2',
    '3 Measure 3, Q1 2020-21',
  ]);
});

it('what counts nought is not counted out', () => {
  const dataset = givenDataset({
    actions: [givenAction({ code: 'A1' }), givenAction({ code: 'A2' })],
    projects: [givenProject({ code: 'P1' })],
    risks: [givenRisk({ code: 'R1', residual: 4 })],
    measures: [
      givenMeasure({
        now: givenFigure({ standing: 'off target' }),
        promises: [
          {
            title: 'Those waiting longest go first.',
            promisedIn: '',
            dueOn: '2020-10-01',
            status: 'on track',
            completedOn: null,
            worked: null,
          },
        ],
      }),
    ],
  });
  const paper = allOf([composed(dataset, 'scrutiny'), composed(dataset, 'delivery plan')]);
  expect(paper).toContain(
    'Of 2 actions none is complete and none overdue. Nobody has reported on any of them.',
  );
  expect(paper).toContain('Of 1 risk none is above what the council accepts.');
  expect(paper).toContain('The one promise is not done yet.');
  expect(paper).toContain('Those waiting longest go first, by Thu 1 October 2020.');
  expect(paper).toContain('Every project that is not over');
  expect(allOf(composed(smallDataset(), 'Cabinet'))).toContain(
    'Of 2 recommendations, 1 is accepted and 1 is rejected.',
  );
});

it('what has moved is counted as far as anything has', () => {
  const of = (standing: 'on target' | 'off target') =>
    givenDataset({ measures: [givenMeasure({ now: givenFigure({ standing }) })] });
  const previous = { ...of('on target'), period: '2020-21 Q1', periodWords: 'Q1 2020-21' };
  expect(allOf(sectionOf(composed(of('off target'), 'Cabinet', { previous }), 'moved'))).toContain(
    '1 measure stands worse than in Q1 2020-21.',
  );
});

it('how limits are drawn is explained once, in the section’s own note', () => {
  const measures = ['1', '2'].map((code) =>
    givenMeasure({ code, before: givenBefore([90, 93, 91, 92, 90, 94, 91, 92, 93]) }),
  );
  const paper = allOf(composed(givenDataset({ measures }), 'Cabinet'));
  expect(paper.split('trial limits: they may still move')).toHaveLength(2);
  expect(paper.split('a change that usual variation does not explain')).toHaveLength(2);
  expect(paper).not.toContain('firm from');
});

it('a paper without figures of measures does not say which of them are provisional', () => {
  expect(composed(smallDataset(), 'delivery plan').notices).toEqual([]);
});

it('a range is printed beside the figures of its chart', () => {
  const range = { target: null, rangeLow: 3, rangeHigh: 5, targetWords: '3 to 5' };
  const measures = [
    givenMeasure({
      decimals: 0,
      unit: 'days',
      now: givenFigure({ ...range, value: 9 }),
      before: givenBefore([4, 5, 6], () => range),
    }),
  ];
  const charts = blocksIn(composed(givenDataset({ measures }), 'Cabinet').sections).flatMap(
    (block) => (block.kind === 'chart' && block.chart.kind === 'line' ? [block.chart.ranges] : []),
  );
  expect(charts).toEqual([Array.from({ length: 4 }, () => '3 to 5')]);
});

it('what measures count claims no more columns than it has', () => {
  const caption = (said: Partial<MeasureFact>) => {
    const measures = [givenMeasure({ definition: 'Calls answered.', ...said })];
    const paper = composed(givenDataset({ measures }), 'public');
    expect(headingsIn(paper)).toContain('What each measure counts');
    return tablesIn(paper.sections).find(({ id }) => id === 'table-definitions')?.caption;
  };
  expect(caption({})).toBe('What each measure counts');
  expect(caption({ source: 'Telephony.' })).toContain('rest on');
});
