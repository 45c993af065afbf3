// The registers in the tab: the shelf, one list page by page, its file, and who may read what.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistersView, RegisterView } from '../../src/web/api-registers.ts';
import type { Rows } from '../rules/table-of.ts';
import { ask, askAs } from './asking.ts';
import { type Council, openCouncil, tokenFor } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

const action = (code: string, more: object = {}) => ({
  key: `plan|${code}`,
  code,
  plan: 'plan',
  title: `Action ${code}`,
  kind: 'activity' as const,
  position: Number(code.slice(1)),
  ...more,
});

const people = (sample.people ?? []).map((each) => ({ ...each, team: 'housing' }));

const rows: Rows = {
  ...sample,
  people,
  actions: [
    action('A2', { serves: ['Priorities: plan|1'], percent: 1234.5, owner: 'officer' }),
    action('A1', { dueOn: Temporal.PlainDate.from('2020-12-01'), access: 'public' }),
    action('A3', { title: 'Sale of a site', owner: 'officer', access: 'exempt' }),
    action('A10'),
  ],
  risks: Array.from({ length: 250 }, (_, at) => ({
    key: `plan|R${at + 1}`,
    code: `R${at + 1}`,
    plan: 'plan',
    title: `Risk ${at + 1}`,
    position: at,
  })),
  personalObjectives: [
    { key: 'officer|2020-21|1', title: 'Learn to drive', person: 'officer', year: '2020-21' },
  ],
};

let council: Council;
beforeAll(async () => {
  council = await openCouncil(rows, friday16);
});
afterAll(() => council.close());

const register = async (name: string, oid = performanceTeam): Promise<RegisterView> =>
  (await askAs(council, oid, `/api/registers/${name}`)).body as unknown as RegisterView;

describe('the shelf', () => {
  it('has every register with its count, and never personal objectives', async () => {
    const { registers } = (await askAs(council, performanceTeam, '/api/registers'))
      .body as unknown as RegistersView;
    expect(registers.find(({ name }) => name === 'actions')).toMatchObject({
      list: 'Actions',
      rows: 4,
      group: 'The plan',
      openIn: null,
    });
    expect(registers.map(({ name }) => name)).not.toContain('personalObjectives');
    expect(JSON.stringify(registers)).not.toContain('drive');
  });

  it('keeps under The plan what the plan says, and what is made of it elsewhere', async () => {
    const { registers } = (await askAs(council, performanceTeam, '/api/registers'))
      .body as unknown as RegistersView;
    const under = (group: string) =>
      registers.filter((each) => each.group === group).map(({ list }) => list);
    expect(under('Papers')).toEqual(['Papers', 'Paper lines', 'Paper words', 'Publication holds']);
    expect(under('Collection')).toEqual(
      expect.arrayContaining(['Sign-offs', 'Verifications', 'Rating rules']),
    );
    expect(under('Governance')).toContain('Retention');
    expect(under('Kept by the product')).toContain('Rebased limits');
    expect(under('The plan')).toContain('Values');
    expect(under('The plan')).toHaveLength(14);
  });

  it('offers import to the performance team alone', async () => {
    const may = async (oid: string) =>
      (await askAs(council, oid, '/api/registers')).body['mayImport'];
    expect([await may(performanceTeam), await may(manager), await may(officer)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a register', () => {
  it('has its rows in the plan’s order, and pointers as the titles of what they point at', async () => {
    const { rows: shown, columns } = await register('actions');
    expect(shown.map(({ title }) => title)).toEqual([
      'Action A1',
      'Action A2',
      'Sale of a site',
      'Action A10',
    ]);
    const cell = (at: number, name: string) =>
      shown[at]?.cells[columns.findIndex((column) => column.name === name)];
    expect(cell(1, 'serves')).toBe('1 A healthier city');
    expect(cell(1, 'owner')).toBe('Housing Officer');
    expect(cell(1, 'percent')).toBe('1,234.5');
    expect(cell(0, 'dueOn')).toBe('Tue 1 December 2020');
    expect(cell(0, 'percent')).toBe('');
    expect(shown[0]).toMatchObject({ access: 'public', line: 'Actions: plan|A1' });
  });

  it('is searched by every word typed, in any of its cells', async () => {
    const found = async (search: string) =>
      (await register(`actions?search=${encodeURIComponent(search)}`)).rows.map(({ key }) => key);
    expect(await found('HOUSING a2')).toEqual(['plan|A2']);
    expect(await found('healthier')).toEqual(['plan|A2']);
    expect(await found('nowhere')).toEqual([]);
  });

  it('comes a hundred rows at a time, and a page past the end is the last', async () => {
    const page = async (number: number) => register(`risks?page=${number}`);
    expect(await page(1)).toMatchObject({ total: 250, page: 1, pages: 3 });
    expect((await page(2)).rows[0]?.title).toBe('Risk 101');
    expect(await page(9)).toMatchObject({ page: 3 });
    expect((await page(9)).rows).toHaveLength(50);
  });

  it('withholds exempt rows from those who may not read them, and says how many', async () => {
    expect(await register('actions')).toMatchObject({ total: 4, withheld: 0, exempt: 1 });
    // Its owner's manager.
    expect(await register('actions', manager)).toMatchObject({ total: 4, withheld: 0 });
    const stranger = await openCouncil(
      { ...rows, people: [...people, { key: 'other', objectId: other }] },
      friday16,
    );
    const { body } = await askAs(stranger, other, '/api/registers/actions?search=sale');
    await stranger.close();
    expect(body).toMatchObject({ total: 0, withheld: 1, exempt: 0, rows: [] });
  });

  it('tells of an exempt row nowhere else: not where it is pointed at, nor in the Journal', async () => {
    const told = { register: 'Actions', at: Temporal.Instant.from('2020-10-02T08:00:00Z') };
    const stranger = await openCouncil(
      {
        ...rows,
        people: [...people, { key: 'other', objectId: other }],
        risks: [{ key: 'plan|R1', plan: 'plan', code: 'R1', serves: ['Actions: plan|A3'] }],
        journal: [
          { ...told, key: '1', title: 'Actions: Sale of a site', row: 'Actions: plan|A3' },
          { ...told, key: '2', title: 'Actions: Action A2', row: 'Actions: plan|A2' },
          {
            ...told,
            key: '3',
            title: 'Personal objectives: Learn to drive',
            register: 'Personal objectives',
            row: 'Personal objectives: officer|2020-21|1',
          },
        ],
      },
      friday16,
    );
    const risks = await askAs(stranger, other, '/api/registers/risks');
    const journal = await askAs(stranger, other, '/api/registers/journal');
    const theirs = await askAs(stranger, performanceTeam, '/api/registers/journal');
    await stranger.close();
    expect(JSON.stringify(risks.body)).not.toContain('Sale');
    expect(journal.body).toMatchObject({ total: 1, withheld: 2 });
    expect(JSON.stringify([journal.body, theirs.body])).not.toContain('drive');
    expect(theirs.body).toMatchObject({ total: 2 });
  });

  it('tells of a row that is there no more, or under another Key, to the performance team and SMT', async () => {
    const told = { register: 'Actions', at: Temporal.Instant.from('2020-10-02T08:00:00Z') };
    const gone = await openCouncil(
      {
        ...rows,
        people: [
          ...people,
          { key: 'other', objectId: other },
          { key: 'director', objectId: director, roles: ['SMT'] },
        ],
        journal: [
          { ...told, key: '1', title: 'Actions: Sale of a site', row: 'Actions: plan|A3 old' },
          { ...told, key: '2', title: 'Actions: Sale of another', row: 'nothing we keep' },
          { ...told, key: '3', title: 'Actions: Action A2', row: 'Actions: plan|A2' },
        ],
      },
      friday16,
    );
    const totals = async (oid: string) =>
      (await askAs(gone, oid, '/api/registers/journal')).body['total'];
    const seen = [await totals(other), await totals(performanceTeam), await totals(director)];
    await gone.close();
    expect(seen).toEqual([1, 3, 3]);
  });

  it.each(['personalObjectives', 'nothing', '..%2fapi', 'constructor'])(
    'there is none at the name %s',
    async (name) => {
      const { status, body } = await askAs(council, officer, `/api/registers/${name}`);
      expect([status, body['message']]).toEqual([404, 'There is no such register.']);
    },
  );

  it('refuses a page or a search it cannot use', async () => {
    expect((await askAs(council, officer, '/api/registers/actions?page=x')).status).toBe(400);
    const long = 'a'.repeat(201);
    expect((await askAs(council, officer, `/api/registers/actions?search=${long}`)).status).toBe(
      400,
    );
  });

  it('is closed to whoever is not signed in', async () => {
    expect((await ask(council, '/api/registers/actions')).status).toBe(401);
  });
});

const other = 'aaaaaaaa-0000-4000-8000-000000000009';
const director = 'aaaaaaaa-0000-4000-8000-000000000008';

describe('a register as a file', () => {
  const file = async (query: string, oid = performanceTeam) => {
    const response = await fetch(`${council.address}/api/registers/actions/file?${query}`, {
      headers: { authorization: `Bearer ${await tokenFor(oid)}` },
    });
    return { response, text: await response.clone().text() };
  };

  it('goes out as CSV and as a workbook, named after its list', async () => {
    const { response, text } = await file('as=csv');
    expect(response.headers.get('content-disposition')).toContain('filename=Actions.csv');
    expect(text.split('\r\n')[0] ?? '').toMatch(/^\uFEFF?Key,Name,Plan,Code/);
    expect(text).toContain('plan|A2');
    const workbook = await file('as=xlsx');
    expect(workbook.text.slice(0, 2)).toBe('PK');
  });

  it('leaves exempt rows out unless they are asked for', async () => {
    expect((await file('as=csv')).text).not.toContain('Sale of a site');
    expect((await file('as=csv&exempt=with')).text).toContain('Sale of a site');
  });

  it('is for the performance team alone', async () => {
    const { response, text } = await file('as=csv', manager);
    expect(response.status).toBe(403);
    expect(text).not.toContain('A2');
  });

  it('is never to be had of personal objectives', async () => {
    const { status } = await askAs(
      council,
      performanceTeam,
      '/api/registers/personalObjectives/file?as=csv',
    );
    expect(status).toBe(404);
  });
});
