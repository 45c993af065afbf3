// The golden thread in the tab: what is in it, across plans, and for whose eyes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThreadNode, ThreadView } from '../../src/web/api-registers.ts';
import type { Rows } from '../rules/table-of.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

const other = 'aaaaaaaa-0000-4000-8000-000000000009';
const line = (code: string, more: object = {}) => ({
  key: `plan|${code}`,
  code,
  plan: 'plan',
  title: `Line ${code}`,
  ...more,
});

const rows: Rows = {
  ...sample,
  plans: [
    // It serves its own priority, which hangs from it: a loop as the documents print it.
    {
      key: 'plan',
      code: 'plan',
      title: 'Operating Plan 2020-21',
      vision: 'A city where everyone thrives.',
      serves: ['Priorities: plan|1'],
    },
    { key: 'plan|S', plan: 'plan', code: 'S', title: 'Housing', parent: 'plan' },
    { key: 'old', plan: 'old', code: 'old', title: 'Strategic Plan' },
  ],
  priorities: [
    { code: '1', title: 'A healthier city', serves: ['Priorities: old|9'] },
    { plan: 'old', code: '9', title: 'Support' },
  ],
  objectives: [
    line('O1', { serves: ['Priorities: plan|1'], access: 'exempt' }),
    line('O2', { section: 'plan|S' }),
  ],
  actions: [
    line('A1', { serves: ['Objectives: plan|O1'], owner: 'officer', status: 'delayed' }),
    line('A2'),
  ],
  risks: [
    line('R1', {
      serves: ['Actions: plan|A1'],
      residualLikelihood: 4,
      residualImpact: 5,
      appetite: 9,
    }),
  ],
  people: [
    ...(sample.people ?? []).map((each) => ({ ...each, team: 'housing' })),
    { key: 'other', title: 'Someone else', objectId: other },
  ],
  personalObjectives: [
    {
      key: 'officer|2020-21|1',
      title: 'Learn to drive',
      person: 'officer',
      manager: 'manager',
      year: '2020-21',
      plan: 'plan',
      serves: ['Actions: plan|A1'],
    },
  ],
};

let council: Council;
beforeAll(async () => {
  council = await openCouncil(rows, friday16);
});
afterAll(() => council.close());

const thread = async (oid = performanceTeam, query = ''): Promise<ThreadView> =>
  (await askAs(council, oid, `/api/thread${query}`)).body as unknown as ThreadView;
const find = ({ nodes }: ThreadView, id: string): ThreadNode | undefined =>
  nodes.find((node) => node.id === id);

describe('the thread of a plan', () => {
  it('goes from the vision to the people, each line with what it serves', async () => {
    const view = await thread();
    expect(find(view, 'Plans: plan')).toMatchObject({
      column: 'Vision',
      title: 'A city where everyone thrives.',
      above: [],
    });
    expect(find(view, 'Measures: plan|1')).toMatchObject({
      column: 'Measures',
      code: '1',
      standing: 'on target',
      above: ['Priorities: plan|1'],
    });
    expect(find(view, 'People: officer')?.above).toContain('Actions: plan|A1');
  });

  it('says how work and risks stand, and which are serious', async () => {
    const view = await thread();
    expect(find(view, 'Actions: plan|A1')).toMatchObject({ state: 'Delayed', isSerious: true });
    expect(find(view, 'Risks: plan|R1')).toMatchObject({
      state: 'Score 20 of 25, above appetite',
      isSerious: true,
    });
  });

  it('marks lines of another plan with its name, above and below', async () => {
    expect(find(await thread(), 'Priorities: old|9')).toMatchObject({
      otherPlan: 'Strategic Plan',
    });
    const old = await thread(performanceTeam, '?plan=old');
    expect(find(old, 'Priorities: plan|1')).toMatchObject({ otherPlan: 'Operating Plan 2020-21' });
    expect(find(old, 'Risks: plan|R1')?.otherPlan).toBe('Operating Plan 2020-21');
    expect(find(old, 'Priorities: old|9')?.otherPlan).toBeNull();
  });

  it('names what serves nothing, or nothing but its section, and counts it in its title', async () => {
    const view = await thread();
    const loose = view.nodes.filter((node) => node.isLoose).map(({ id }) => id);
    expect(loose).toEqual(['Objectives: plan|O2', 'Actions: plan|A2']);
    expect(view).toMatchObject({
      loose: 2,
      title: 'How 7 lines serve 1 priority, and 2 serve nothing yet',
    });
  });

  it('opens at the plan of the line a link names', async () => {
    const line = encodeURIComponent('Priorities: old|9');
    expect((await thread(performanceTeam, `?line=${line}`)).plan).toBe('old');
    expect((await thread(performanceTeam, '?line=nonsense')).plan).toBe('plan');
  });
});

describe('who sees what', () => {
  it('passes an exempt line by, and joins what serves it to what it serves', async () => {
    const view = await thread(other);
    expect(find(view, 'Objectives: plan|O1')).toBeUndefined();
    expect(JSON.stringify(view)).not.toContain('Line O1');
    expect(find(view, 'Actions: plan|A1')).toMatchObject({
      above: ['Priorities: plan|1'],
      isLoose: false,
    });
  });

  it('shows a personal objective to its person and their manager, and to nobody else', async () => {
    const sees = async (oid: string) => JSON.stringify(await thread(oid)).includes('drive');
    expect(await Promise.all([officer, manager, performanceTeam, other].map(sees))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

it('says plainly that there is no plan yet', async () => {
  const empty = await openCouncil({ people: sample.people ?? [] }, friday16);
  const { status, body } = await askAs(empty, officer, '/api/thread');
  await empty.close();
  expect([status, body['message']]).toEqual([404, 'No plan has been loaded yet.']);
});
