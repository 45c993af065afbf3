// What the team plan and a measure say, asked over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeasureView, PlanView } from '../../src/web/api.ts';
import type { CycleView } from '../../src/web/api-cycle.ts';
import { withUnit } from '../../src/web/needs.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

let council: Council;
beforeAll(async () => {
  council = await openCouncil(sample, friday16);
});
afterAll(() => council.close());

const plan = async (oid: string, query = ''): Promise<PlanView> =>
  (await askAs(council, oid, `/api/plan${query}`)).body as unknown as PlanView;
const measure = async (key: string): Promise<MeasureView> =>
  (await askAs(council, officer, `/api/measures/${encodeURIComponent(key)}`))
    .body as unknown as MeasureView;

describe('a figure in a sentence', () => {
  it.each([
    ['12', 'days', '12 days'],
    ['83.2%', '% of pupils', '83.2%'],
    ['98.7', 'per 100,000', '98.7 (per 100,000)'],
    ['1,250', 'number', '1,250'],
    ['1,250', 'Number', '1,250'],
  ])('%s of unit %s reads %s', (text, unit, said) => {
    expect(withUnit(text, unit)).toBe(said);
  });
});

describe('the team plan', () => {
  it('opens a manager on their own team and the performance team on the council', async () => {
    expect((await plan(manager)).team).toBe('housing');
    expect((await plan(performanceTeam)).team).toBe('all');
  });

  it('answers in its title what is late and since when', async () => {
    expect((await plan(performanceTeam)).title).toBe('2 returns are late, due Wed 14 October 2020');
  });

  it('counts five figures, and keeps apart what has no figure', async () => {
    expect((await plan(performanceTeam)).strip).toMatchObject({
      due: 4,
      returned: 1,
      noData: 1,
      late: 2,
      onTarget: 0,
      within: 0,
      off: 1,
      notYet: 3,
    });
  });

  it('puts late returns before figures off target', async () => {
    const { needs } = await plan(performanceTeam);
    expect(needs.map(({ kind, measure }) => [kind, measure])).toEqual([
      ['late', 'plan|1'],
      ['late', 'plan|4'],
      ['off target', 'plan|2'],
    ]);
    expect(needs[0]?.words).toBe('Late by 2 working days, with Housing Officer');
    expect(needs[2]?.words).toBe('70.0% against a target of 80.0%');
  });

  it('shows a figure not yet in as not yet available, beside the last one and how that stood', async () => {
    const [first] = (await plan(performanceTeam)).measures;
    expect(first).toMatchObject({
      standing: 'not yet available',
      lastStanding: 'on target',
      figure: { text: '90.0%', target: '80.0%', period: 'Q1 2020-21' },
      return: { state: 'late', daysLate: 2 },
    });
  });

  it('compares short on the last quarter and long on the same quarter last year', async () => {
    const row = (await plan(performanceTeam)).measures[1];
    expect(row?.figure).toMatchObject({ short: 'worse', long: 'better' });
  });

  it('calls a made-up target illustrative, and not the real figure held against it', async () => {
    const { measures, strip } = await plan(performanceTeam);
    const marked = measures.map(({ figure }) => [figure?.illustrative, figure?.targetIllustrative]);
    expect(marked.slice(0, 3)).toEqual([
      [false, false],
      [false, false],
      [false, true],
    ]);
    expect(strip).toMatchObject({ illustrativeFigures: 0, illustrativeTargets: 1 });
  });

  it('puts first, for a person who owes, what they owe and where its card is', async () => {
    const { needs } = await plan(officer);
    expect(needs[0]).toMatchObject({
      measure: 'plan|1',
      kind: 'owed',
      late: true,
      words: 'Late by 2 working days; the card is in your chat',
    });
    expect(needs.filter((need) => need.measure === 'plan|1')).toHaveLength(1);
  });

  it('gives the day of a return without the year everyone knows', async () => {
    const { measures } = await plan(performanceTeam);
    expect(measures[1]?.return).toMatchObject({ words: 'Returned', day: 'Mon 12 October' });
  });

  it('narrows to a directorate or a team, and looks back to an earlier quarter', async () => {
    const codes = async (query: string) =>
      (await plan(performanceTeam, query)).measures.map((row) => row.code);
    expect(await codes('?team=directorate:Place')).toEqual(['4']);
    expect(await codes('?team=housing')).toEqual(['1', '2', '3']);
    const before = await plan(performanceTeam, '?quarter=2020-21%20Q1&team=housing');
    expect(before.measures.map((row) => row.standing)).toEqual([
      'on target',
      'on target',
      'off target',
    ]);
  });

  it('falls back to where the person belongs when a choice no longer exists', async () => {
    expect(await plan(manager, '?team=gone&quarter=nonsense')).toMatchObject({
      team: 'housing',
      quarter: '2020-21 Q2',
    });
  });

  it('refuses a question it cannot read', async () => {
    const { status, body } = await askAs(council, officer, '/api/plan?team=a&team=b');
    expect(status).toBe(400);
    expect(body['message']).toContain('team');
  });
});

describe('the team plan before the deadline', () => {
  it('says that nothing is wrong yet, not that nothing is needed', async () => {
    const rows = { ...sample, returns: (sample.returns ?? []).filter((row) => !row.returnedAt) };
    const early = await openCouncil(rows, '2020-10-02T10:00[Europe/London]');
    const { body } = await askAs(early, manager, '/api/plan');
    expect(body).toMatchObject({ needs: [], needsNone: 'Nothing is late or off target yet.' });
    await early.close();
  });
});

describe('the team plan of a closed cycle', () => {
  let closed: Council;
  beforeAll(async () => {
    const cycles = [{ title: 'Quarter 2', period: '2020-21 Q2', state: 'Closed' as const }];
    closed = await openCouncil({ ...sample, cycles }, '2020-12-01T10:00[Europe/London]');
  });
  afterAll(() => closed.close());

  it('says what was never answered, and calls nothing late', async () => {
    const view = (await askAs(closed, performanceTeam, '/api/plan')).body as unknown as PlanView;
    expect(view.title).toBe('Quarter 2 is closed: 2 returns were never answered');
    expect(view.strip).toMatchObject({ due: 4, late: 0, neverAnswered: 2 });
    expect(view.measures[0]?.return.words).toBe('Never answered');
    expect(view.needs[0]).toMatchObject({
      kind: 'never answered',
      words: 'Never answered, owned by Housing Officer',
    });
  });

  it('counts returns never answered in each directorate', async () => {
    const { body } = await askAs(closed, performanceTeam, '/api/cycle');
    expect((body as unknown as CycleView).directorates).toMatchObject([{ late: 1 }, { late: 1 }]);
  });
});

describe('a measure', () => {
  it('says its verdict in a sentence', async () => {
    expect((await measure('plan|2')).verdict).toBe(
      '70.0% in Q2 2020-21 against a target of 80.0%: off target, worse than last quarter and better than the same period last year.',
    );
  });

  it('says in its verdict which of figure and target is illustrative', async () => {
    expect((await measure('plan|3')).verdict).toMatch(/\. The target is illustrative\.$/);
  });

  it('says first that the newest figure is missing, where it is', async () => {
    expect((await measure('plan|1')).verdict).toMatch(
      /^Q2 2020-21 is not yet available\. The last figure: 90\.0% in Q1 2020-21/,
    );
  });

  it('tells where it belongs, what was said and what it means', async () => {
    const view = await measure('plan|2');
    expect(view.thread.map(({ words }) => words)).toEqual([
      'Operating Plan 2020-21',
      'A healthier city',
      'Cases prevented',
    ]);
    expect(view.commentary).toEqual([
      {
        period: 'Q2 2020-21',
        text: 'Demand rose.',
        by: 'Housing Officer',
        on: 'Mon 12 October 2020',
        figure: '70.0%',
        standing: 'off target',
        return: 'plan|2|2020-21 Q2',
      },
    ]);
    expect(view.facts).toContainEqual({ label: 'Good is', words: 'Higher is better' });
  });

  it('gives a reason for having no data among the commentary', async () => {
    const [first] = (await measure('plan|3')).commentary;
    expect(first?.text).toBe('No data until Tue 1 December 2020. The contractor is late.');
  });

  it('never gives a missing figure as zero', async () => {
    const { history } = await measure('plan|1');
    expect(history.at(-1)).toMatchObject({ value: null, text: '–', standing: 'not yet available' });
  });

  it('says plainly that a measure is not there', async () => {
    const { status, body } = await askAs(council, officer, '/api/measures/plan%7C99');
    expect(status).toBe(404);
    expect(body['message']).toBe('There is no such measure. It may have left the plan.');
  });
});
