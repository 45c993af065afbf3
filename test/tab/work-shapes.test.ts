// What the savings bars and the risk matrix draw, and what a search leaves of a plan's work.
import { describe, expect, test } from 'vitest';
import type { RiskLine, SavingLine, WorkView } from '../../src/web/api-work.ts';
import { findWork, sectionsOf } from '../../tab/team-plan/find-work.ts';
import { matrixCells, movesOf, shade } from '../../tab/team-plan/risk-matrix-shape.ts';
import {
  guideShape,
  savingBars,
  savingsScale,
  savingWords,
} from '../../tab/team-plan/savings-shape.ts';

const line = (code: string, title = `Line ${code}`) => ({
  key: `plan|${code}`,
  code,
  title,
  line: `Actions: plan|${code}`,
  section: null,
  team: 'Housing',
  owner: null,
  query: null,
});
const pounds = (amount: number | null) =>
  amount === null ? null : { pounds: amount, words: `£${amount}` };
const saving = (code: string, amounts: readonly (number | null)[]): SavingLine => ({
  ...line(code),
  category: null,
  stage: 'live',
  status: null,
  year: null,
  required: pounds(amounts[0] ?? null),
  forecast: pounds(amounts[1] ?? null),
  achieved: pounds(amounts[2] ?? null),
  fullYearEffect: null,
});
const scored = (likelihood: number, impact: number) => ({
  likelihood,
  impact,
  score: likelihood * impact,
});
const risk = (code: string, more: Partial<RiskLine>): RiskLine => ({
  ...line(code),
  threatens: [],
  gross: null,
  residual: null,
  target: null,
  appetite: null,
  aboveAppetite: false,
  movement: null,
  notScored: null,
  controls: [],
  review: null,
  ...more,
});

describe('the bars of a saving', () => {
  test('are on one scale for every commitment', () => {
    const lines = [saving('1', [200]), saving('2', [100])];
    const scale = savingsScale(lines);
    const widths = lines.map((each) => savingBars(each, scale, 400)[0]?.bar?.width);
    expect(widths[0]).toBe((widths[1] ?? 0) * 2);
  });

  test('an amount not given has no bar and is said not to be given, nought has one', () => {
    const one = saving('1', [200, 0, null]);
    const [, forecast, achieved] = savingBars(one, savingsScale([one]), 400);
    expect(forecast?.bar?.width).toBe(1);
    expect(achieved).toMatchObject({ bar: null, words: 'not yet given' });
    expect(savingWords(one)).toBe('Required £200, Forecast £0, Achieved not yet given');
  });

  test('a cost where a saving was meant runs the other way from nought', () => {
    const one = saving('1', [100, -100]);
    const [required, forecast] = savingBars(one, savingsScale([one]), 400);
    expect((forecast?.bar?.x ?? 0) + (forecast?.bar?.width ?? 0)).toBe(required?.bar?.x);
  });

  test('no amounts at all is a scale of nothing, not a fault', () => {
    expect(savingsScale([])).toEqual({ least: 0, most: 0 });
  });

  test('the guide is marked short of the end where more are live than it', () => {
    expect(guideShape({ live: 40, guide: 30 }, 160)).toEqual({ bar: 160, mark: 120 });
    expect(guideShape({ live: 0, guide: null }, 160)).toEqual({ bar: 0, mark: null });
  });
});

describe('the risk matrix', () => {
  const lines = [
    risk('1', { residual: scored(4, 5), gross: scored(5, 5), target: scored(2, 5) }),
    risk('2', { residual: scored(4, 5), gross: scored(5, 5), aboveAppetite: true }),
    risk('3', { residual: null, gross: scored(3, 3) }),
  ];

  test('has likelihood up and impact across, and counts each cell in words', () => {
    const cells = matrixCells(lines);
    expect(cells).toHaveLength(25);
    expect(cells[0]).toMatchObject({ likelihood: 5, impact: 1 });
    expect(cells.at(-1)).toMatchObject({ likelihood: 1, impact: 5 });
    const words = cells.filter(({ risks }) => risks.length > 0).map((cell) => cell.words);
    expect(words).toEqual(['2 risks: likelihood 4, impact 5, score 20; 1 above appetite']);
  });

  test('shades a higher score deeper', () => {
    expect(shade(25)).toBeGreaterThan(shade(20));
    expect(shade(1)).toBeGreaterThan(0);
  });

  test('draws a way that two risks went only once, and none for one that has not moved', () => {
    expect(movesOf(lines).map(({ kind }) => kind)).toEqual(['from gross', 'to target']);
    expect(movesOf([risk('1', { residual: scored(2, 2), gross: scored(2, 2) })])).toEqual([]);
  });
});

const action = (code: string, title: string) => ({
  ...line(code, title),
  kind: 'activity' as const,
  status: null,
  percent: null,
  due: null,
  overdue: false,
  commentary: null,
  milestoneOf: null,
});
const total = { words: '–', given: 0 };
const work: WorkView = {
  plan: 'plan',
  planName: 'Plan',
  team: 'housing',
  manyTeams: false,
  actions: {
    summary: '2 actions.',
    reported: '',
    groups: [
      {
        kind: 'undated',
        words: 'No date in the plan',
        activities: [
          {
            action: action('1', 'Empty homes'),
            milestones: [action('2', 'Survey of every street')],
          },
          { action: action('3', 'Homeless strategy'), milestones: [] },
        ],
      },
    ],
  },
  improvements: {
    summary: '',
    slots: [{ team: 'housing', name: 'Housing', most: 3, inUse: 0, live: [] }],
    waiting: [],
    projects: [],
  },
  savings: {
    summary: '',
    lines: [],
    totals: { required: total, forecast: total, achieved: total },
    live: { live: 0, guide: 30, pipeline: 0, words: '' },
  },
  risks: { summary: '', lines: [risk('1', {})], closed: 0 },
  money: [],
  freshness: { heardAt: '10:42', stale: false },
};

describe('the sections of a team’s work', () => {
  test('leave out what has no rows, save the slots, which invite', () => {
    expect(sectionsOf(work)).toEqual([
      { id: 'actions', words: 'Actions', count: 3 },
      { id: 'improvements', words: 'Improvements', count: 0 },
      { id: 'risks', words: 'Risks', count: 1 },
    ]);
    expect(sectionsOf({ ...work, manyTeams: true }).map(({ id }) => id)).toEqual([
      'actions',
      'risks',
    ]);
  });

  test('a search keeps an activity whose milestone is found, and says how many', () => {
    const found = findWork(work, 'survey');
    expect(found.actions.groups[0]?.activities.map(({ action: { code } }) => code)).toEqual(['1']);
    expect(found.actions.summary).toBe('1 action found.');
    expect(sectionsOf(found).map(({ id }) => id)).toEqual(['actions']);
  });

  test('a search for nothing leaves everything as it was', () => {
    expect(findWork(work, '  ')).toBe(work);
  });
});
