// What the work of a plan and a measure's benchmarks say, asked over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchmarksView, WorkView } from '../../src/web/api-work.ts';
import { type Rows } from '../rules/table-of.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';
import { keyed, work } from './work-sample.ts';

let council: Council;
beforeAll(async () => {
  council = await openCouncil(work, friday16);
});
afterAll(() => council.close());

const view = async (oid: string, query = ''): Promise<WorkView> =>
  (await askAs(council, oid, `/api/plan/work${query}`)).body as unknown as WorkView;
const housing = () => view(performanceTeam, '?team=housing');

describe('actions', () => {
  it('stand overdue first, then by month, with no date last and what is done apart', async () => {
    const { groups } = (await housing()).actions;
    const codes = groups.map(({ words, activities }) => [
      words,
      ...activities.map(({ action }) => action.code),
    ]);
    expect(codes).toEqual([
      ['Overdue', 'A4'],
      ['December 2020', 'A2'],
      ['No date in the plan', 'A1', 'A6'],
      ['Complete or stopped', 'A3'],
    ]);
  });

  it('bring an activity forward by its overdue milestone, which stands beneath it', async () => {
    const [late] = (await housing()).actions.groups;
    expect(late?.activities[0]).toMatchObject({
      action: { overdue: false, due: 'Wed 31 March 2021', percent: 40, status: null },
      milestones: [{ code: 'A4.1', overdue: true, due: 'Thu 15 October 2020' }],
    });
  });

  it('are not overdue on the very day they are due', async () => {
    const { actions } = await view(performanceTeam, '?team=waste');
    expect(actions.groups.map(({ words }) => words)).toEqual(['October 2020']);
  });

  it('say in a sentence what is overdue, next, without a date and not reported on', async () => {
    const { summary, reported } = (await housing()).actions;
    expect(summary).toBe(
      '6 actions, 1 overdue, 1 due in December 2020, 2 without a date in the plan, 5 not yet reported on.',
    );
    expect(reported).toBe('Reported at quarters 2 and 4.');
  });

  it('withhold what is exempt from whoever it does not concern', async () => {
    const codesFor = async (oid: string) =>
      (await view(oid, '?team=housing')).actions.groups.flatMap(({ activities }) =>
        activities.map(({ action }) => action.code),
      );
    expect(await codesFor(officer)).toContain('A6');
    const stranger = await openCouncil(
      { ...work, actions: (work.actions ?? []).map((row) => ({ ...row, owner: null })) },
      friday16,
    );
    const { body } = await askAs(stranger, officer, '/api/plan/work?team=housing');
    expect(JSON.stringify(body)).not.toContain('A tenant’s case');
    await stranger.close();
  });
});

describe('improvements', () => {
  it('fill a team’s slots, and count one in use that the reader may not see', async () => {
    const { slots, waiting } = (await housing()).improvements;
    expect(slots).toHaveLength(1);
    expect(slots[0]).toMatchObject({ name: 'Housing Needs', most: 3, inUse: 2 });
    const { improvements } = await view(manager, '?team=waste');
    expect(improvements.slots[0]).toMatchObject({ inUse: 0, live: [] });
    expect(waiting.map(({ code, next }) => [code, next])).toEqual([
      ['P3', 'It may go live once the portfolio holder has agreed it.'],
    ]);
  });

  it('put a late project first, with what it holds up', async () => {
    const [late] = (await housing()).improvements.projects;
    expect(late).toMatchObject({ code: 'P4', late: true, due: 'Thu 1 October 2020' });
    expect(late?.holdsUp.map(({ title }) => title)).toEqual(['Line P5', 'Line P6']);
  });

  it('say what each depends on: lines that exist, work no register holds, or all', async () => {
    const { projects } = (await housing()).improvements;
    const named = projects.find(({ code }) => code === 'P5');
    expect(named?.dependsOn.map(({ kind, title, late }) => [kind, title, late])).toEqual([
      ['Project', 'Line P4', true],
      ['Action', 'Line A2', false],
      ['Action', 'A tenant’s case', false],
    ]);
    expect(named?.alsoDependsOn).toEqual(['A national decision']);
    const all = projects.find(({ code }) => code === 'P6');
    expect(all?.dependsOnAll).toBe('every other project of Phase 1');
    expect(all?.dependsOn.map(({ title }) => title)).toEqual(['Line P4']);
  });
});

describe('savings', () => {
  it('leave blank what is not given, keep nought as nought, and total only what is given', async () => {
    const { lines, totals, summary } = (await housing()).savings;
    expect(lines.map(({ code, required, forecast }) => [code, required, forecast])).toEqual([
      ['S2', { pounds: 100_000, words: '£100,000' }, { pounds: 0, words: '£0' }],
      ['S1', null, null],
    ]);
    expect(totals.required).toEqual({ words: '£100,000', given: 1 });
    expect(totals.achieved).toEqual({ words: '–', given: 0 });
    expect(summary).toBe('2 commitments, 1 of them with no amount given yet.');
  });

  it('count the whole programme against its guide, whichever team is looked at', async () => {
    expect((await housing()).savings.live).toMatchObject({ live: 3, guide: 2, pipeline: 0 });
  });
});

describe('risks', () => {
  it('give scores, movement and what is above appetite, the highest first', async () => {
    const [first] = (await housing()).risks.lines;
    expect(first).toMatchObject({
      code: 'R2',
      gross: { score: 20 },
      residual: { likelihood: 3, impact: 4, score: 12 },
      target: { score: 8 },
      aboveAppetite: true,
      movement: 'better than before control, 4 above its target',
      review: { overdue: true, words: 'Review was due Tue 1 September 2020' },
    });
  });

  it('say why half a score, or one off the scale, is none', async () => {
    const { lines, summary, closed } = (await housing()).risks;
    expect(lines.slice(1).map(({ code, notScored }) => [code, notScored])).toEqual([
      ['R1', null],
      ['R3', 'Likelihood is given, impact is not'],
      ['R4', 'Likelihood 0 and impact 9 are not whole numbers from 1 to 5'],
    ]);
    expect(lines[1]?.threatens).toEqual(['Homes let']);
    expect(closed).toBe(1);
    expect(summary).toBe(
      '4 open risks: 1 above what the council accepts, 1 scored, 3 not yet scored, 1 review overdue, 1 closed and left out.',
    );
  });
});

describe('money', () => {
  it('is a table by priority for revenue and by year for capital, with what is queried', async () => {
    const [revenue, capital] = (await housing()).money;
    expect(revenue).toMatchObject({
      rowsAre: 'Priority',
      columns: ['Budget', 'Savings required'],
      rows: [
        { label: '1. A healthier city', cells: ['-£1,159,000', '£2,000,000'], total: false },
        { label: 'All priorities', cells: ['£229,180,000', null], total: true },
      ],
      queries: [{ about: 'All priorities', words: 'Printed elsewhere as £212 more.' }],
    });
    expect(capital).toMatchObject({
      rowsAre: 'Year',
      columns: ['Fund', 'All capital'],
      rows: [
        { label: '2020-21', cells: ['£1', '£2'] },
        { label: '2021-22', cells: ['£1', '£2'] },
      ],
    });
  });
});

describe('any other plan', () => {
  it('has no sections where it has no rows', async () => {
    const { actions, improvements, savings, risks, money } = await view(
      performanceTeam,
      '?plan=old',
    );
    expect([actions.groups, improvements.projects, savings.lines, risks.lines, money]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
    expect([actions.summary, savings.summary, risks.summary]).toEqual(['', '', '']);
  });

  it('is refused where the question cannot be read', async () => {
    const { status, body } = await askAs(council, officer, '/api/plan/work?team=a&team=b');
    expect(status).toBe(400);
    expect(body['message']).toContain('team');
  });

  it('says so where no plan has been loaded', async () => {
    const { people, teams } = sample;
    const empty = await openCouncil({ people, teams } as Rows, friday16);
    const { status } = await askAs(empty, officer, '/api/plan/work');
    expect(status).toBe(404);
    await empty.close();
  });
});

describe('the benchmarks of a measure', () => {
  const benchmarks = async (oid: string, key: string) =>
    (await askAs(council, oid, `/api/measures/${encodeURIComponent(key)}/benchmarks`))
      .body as unknown as BenchmarksView;

  it('are those that name it, with a figure not published left blank', async () => {
    const { benchmarks: lines } = await benchmarks(officer, 'plan|1');
    expect(
      lines.map(({ comparator, value, localValue, period }) => ({
        comparator,
        value,
        localValue,
        period,
      })),
    ).toEqual([
      { comparator: 'Nearest neighbours', value: '82.5%', localValue: '90%', period: '2019-20' },
      { comparator: 'England', value: null, localValue: null, period: null },
    ]);
  });

  it('take in an exempt one only for whoever may read it', async () => {
    expect((await benchmarks(performanceTeam, 'plan|1')).benchmarks).toHaveLength(3);
  });

  it('are none for a measure that is not there', async () => {
    const { status } = await askAs(council, officer, '/api/measures/plan%7C99/benchmarks');
    expect(status).toBe(404);
  });
});

describe('a council of five thousand lines', () => {
  it('is answered in moments', async () => {
    const many = <T extends object>(count: number, row: (at: number) => T) =>
      Array.from({ length: count }, (_, at) => row(at));
    const projects = many(1_000, (at) =>
      keyed({
        code: `M${at}`,
        kind: 'improvement project' as const,
        dependsOn: [`Projects: plan|M${(at + 1) % 1_000}`],
      }),
    );
    const actions = many(4_000, (at) => keyed({ code: `A${at}`, kind: 'activity' as const }));
    const large = await openCouncil({ ...work, projects, actions } as unknown as Rows, friday16);
    const began = performance.now();
    const { status } = await askAs(large, performanceTeam, '/api/plan/work?team=all');
    expect(status).toBe(200);
    expect(performance.now() - began).toBeLessThan(5_000);
    await large.close();
  });
});
