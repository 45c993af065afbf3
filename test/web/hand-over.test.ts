// Naming in the tab who answers for a line from now on: who is offered, who may, and what is said where the
// council's directory does not answer.
import { afterEach, describe, expect, it } from 'vitest';
import type { DirectorySearch, NotAsked } from '../../src/use-cases/accounts-port.ts';
import type { ColleaguesView } from '../../src/web/api-hand-over.ts';
import type { MyWorkView } from '../../src/web/api-my-work.ts';
import { asPending } from '../pending.ts';
import type { Rows } from '../rules/table-of.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

let council: Council;
afterEach(() => council.close());

const left = Temporal.PlainDate.from('2020-10-01');
const deputyLead = 'aaaaaaaa-0000-4000-8000-000000000007';
const rows: Rows = {
  ...sample,
  people: [
    ...(sample.people ?? []),
    { key: 'lettings', title: 'Lettings Lead', objectId: deputyLead, team: 'housing', roles: [] },
    { key: 'gone', title: 'Lettings Clerk', objectId: 'x', team: 'housing', leftOn: left },
  ],
  measures: (sample.measures ?? []).map((each) =>
    each.code === '3' ? { ...each, owner: null } : each,
  ),
};
const repairs = 'plan|3';
const newcomer = {
  objectId: 'bbbbbbbb-0000-4000-8000-000000000009',
  name: 'Lettings Trainee',
  upn: 'trainee@council.example',
};

/** A council whose directory is as said; `asked` has what it was asked, and as whom. */
const opened = async (directory: 'none' | 'there' | NotAsked) => {
  council = await openCouncil(rows, friday16);
  const asked: string[] = [];
  const answer = <Found>(found: Found) => (typeof directory === 'object' ? directory : found);
  const colleagues: DirectorySearch = {
    find: async ({ person }, { words }) => {
      asked.push(`${person}: ${words}`);
      const known = { objectId: deputyLead, name: 'Lettings Lead', upn: 'lead@council.example' };
      return answer([newcomer, known]);
    },
    read: async ({ person }, id) => {
      asked.push(`${person}: ${id}`);
      return answer(id === newcomer.objectId ? newcomer : null);
    },
  };
  if (directory !== 'none') Object.assign(council.ports, { colleagues });
  return asked;
};
const people = async (oid: string, words = '', line = repairs) => {
  const query = new URLSearchParams({ line, words });
  const { status, body } = await askAs(council, oid, `/api/hand-over/people?${query}`);
  return { status, body: body as unknown as ColleaguesView & { message: string } };
};
const name = async (oid: string, who: object, line = repairs) => {
  const said = await postAs(council, oid, { path: '/api/hand-over/name', body: { line, who } });
  return { status: said.status, body: said.body as Record<string, unknown> };
};
const names = ({ people }: ColleaguesView) => people.map((each) => each.name);
const registers = () => council.ports.replica.registers();

describe('who needs somebody named', () => {
  it('is on the manager’s work, with why it has nobody, and on nobody else’s', async () => {
    await opened('none');
    const work = async (oid: string) =>
      (await askAs(council, oid, '/api/my-work')).body as unknown as MyWorkView;
    expect((await work(manager)).toName).toEqual([
      { key: repairs, name: 'Repairs in time', why: 'It has no owner on People.' },
    ]);
    expect((await work(officer)).toName).toEqual([]);
  });
});

describe('who is offered', () => {
  it('is the line’s own team first, without asking the directory', async () => {
    const asked = await opened('there');
    const { body } = await people(manager);
    expect(body).toEqual({
      people: [{ name: 'Lettings Lead', note: 'Housing Needs', who: { person: 'lettings' } }],
      trouble: null,
    });
    expect(asked).toEqual([]);
  });

  it('is then People by name, and the directory’s others once, but for those who have left', async () => {
    const asked = await opened('there');
    const { body } = await people(manager, 'lett');
    expect(names(body)).toEqual(['Lettings Lead', 'Lettings Trainee']);
    expect(body.people[1]).toEqual({
      name: newcomer.name,
      note: newcomer.upn,
      who: { account: newcomer.objectId },
    });
    expect(asked).toEqual(['manager: lett']);
  });

  it('is People alone where nothing is asked on behalf of people', async () => {
    await opened('none');
    expect((await people(manager, 'lett')).body).toMatchObject({ trouble: null });
  });

  it.each([
    ['consent', /nobody has agreed/, '/consent'],
    ['sign in', /sign in again/, '/consent'],
    ['no answer', /did not answer/, null],
  ] as const)('says so where the directory could not be asked: %s', async (notAsked, words, at) => {
    await opened({ notAsked });
    const { status, body } = await people(manager, 'lett');
    expect(status).toBe(200);
    expect(names(body)).toEqual(['Lettings Lead']);
    expect(body.trouble).toEqual({ words: expect.stringMatching(words), consentAt: at });
  });

  it('is told to nobody who may not name an owner, and the directory is not asked for them', async () => {
    const asked = await opened('there');
    expect((await people(officer, 'lett')).status).toBe(403);
    expect((await people(manager, 'lett', 'plan|4')).status).toBe(403);
    expect((await people(performanceTeam, 'lett', 'plan|4')).status).toBe(200);
    expect((await people(manager, 'lett', 'plan|99')).status).toBe(404);
    expect(asked).toEqual(['team: lett']);
  });
});

describe('naming', () => {
  it('gives the line to somebody on People, and says in the Journal that it was done in the tab', async () => {
    await opened('there');
    const { status, body } = await name(manager, { person: 'lettings' });
    expect([status, body['words']]).toEqual([
      200,
      'Saved. Repairs in time: Lettings Lead answers from now on.',
    ]);
    expect(registers().measures.get(repairs)?.owner).toBe('lettings');
    const told = registers().journal.where('row', `Measures: ${repairs}`);
    expect(told).toMatchObject([{ by: 'manager', source: 'tab' }]);
  });

  it('puts somebody whom only the directory knows on People first, as the directory has them, once', async () => {
    const asked = await opened('there');
    const who = { account: newcomer.objectId.toUpperCase() };
    expect((await name(manager, who)).status).toBe(200);
    expect((await name(manager, who)).status).toBe(200);
    expect(registers().people.get(newcomer.objectId)).toMatchObject({
      title: newcomer.name,
      upn: newcomer.upn,
      objectId: newcomer.objectId,
      roles: ['owner'],
      team: null,
    });
    expect(registers().measures.get(repairs)?.owner).toBe(newcomer.objectId);
    const told = registers().journal.where('row', `People: ${newcomer.objectId}`);
    expect(told).toMatchObject([
      {
        by: 'manager',
        source: 'tab',
        why: 'Named for Repairs in time, from the council’s directory',
      },
    ]);
    expect(asked).toEqual([`manager: ${newcomer.objectId}`]);
  });

  it('names by the account somebody who is on People already, and asks the directory nothing', async () => {
    const asked = await opened('there');
    expect((await name(manager, { account: deputyLead })).status).toBe(200);
    expect(registers().measures.get(repairs)?.owner).toBe('lettings');
    expect(asked).toEqual([]);
  });

  it('changes nothing for whoever may not, for nobody, for a leaver, and where the directory is silent', async () => {
    const asked = await opened({ notAsked: 'consent' });
    const before = registers().people.size;
    expect((await name(officer, { account: newcomer.objectId })).status).toBe(403);
    expect((await name(officer, { person: 'lettings' })).status).toBe(403);
    expect((await name(manager, { person: 'gone' })).status).toBe(422);
    expect((await name(manager, { person: 'nobody' })).status).toBe(422);
    expect(asked).toEqual([]);
    expect((await name(manager, { account: newcomer.objectId })).status).toBe(409);
    for (const who of [{ account: '../me' }, { person: '' }, { person: 'a', account: 'b' }, null])
      expect((await name(manager, who as object)).status).toBe(400);
    expect(registers().people.size).toBe(before);
    expect(registers().measures.get(repairs)?.owner).toBeNull();
  });

  it('puts nobody on People for a line that somebody answers for', async () => {
    await opened('there');
    const owned = 'plan|2';
    expect(registers().measures.get(owned)).toMatchObject({ team: 'housing' });
    const who = { account: newcomer.objectId };
    expect((await name(manager, who, owned)).status).toBe(409);
    expect(registers().people.get(newcomer.objectId)).toBeUndefined();
  });

  it('does not give an account the row of somebody who is kept under its id and is somebody else now', async () => {
    await opened('there');
    const key = newcomer.objectId;
    const nameless = { title: 'Somebody who left', objectId: `anonymous ${key}`, roles: [] };
    council.ports.replica.lay([asPending({ register: 'people', key, set: nameless }, 9_000_000)]);
    expect((await name(manager, { account: key })).status).toBe(422);
    expect(registers().people.get(key)).toMatchObject({ title: 'Somebody who left' });
  });

  it('is refused for an account the directory does not know', async () => {
    await opened('there');
    const { status } = await name(manager, { account: 'cccccccc-0000-4000-8000-000000000001' });
    expect(status).toBe(422);
  });
});
