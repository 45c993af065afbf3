// A row's history in the tab: who may open it, what it tells, and what is said where a list does not answer.
import { afterEach, describe, expect, it } from 'vitest';
import { laterEditStands } from '../../src/use-cases/journal-what-stood.ts';
import { StoreFault } from '../../src/use-cases/store-fault.ts';
import { rowOf } from '../rules/table-of.ts';
import { ask, postAs } from './asking.ts';
import {
  action,
  at,
  council,
  director,
  moment,
  open,
  other,
  read,
  told,
  version,
} from './history-council.ts';
import { manager, officer, performanceTeam } from './sample.ts';

afterEach(() => council.close());

describe('what is told', () => {
  it('is who, when, how, from what, to what and why, newest first', async () => {
    await open({}, [
      version(2, { dueOn: Temporal.PlainDate.from('2020-12-01') }, { changedBy: 'officer' }),
      version(1, { owner: null }, { at: moment('2020-09-01T08:00:00Z') }),
    ]);
    const { view } = await read(manager);
    expect(view).toMatchObject({ list: 'Actions', title: 'Sell the site', total: 2, older: 0 });
    expect(view.note).toBeNull();
    expect(view.steps[0]).toMatchObject({
      when: 'Fri 2 October 2020, 09:00',
      who: 'Housing Officer',
      team: 'Housing Needs',
      how: 'in the tab',
      why: 'Agreed at the board.',
      changes: [
        { words: 'Owner', from: '', to: 'Housing Officer' },
        { words: 'Due on', from: '', to: 'Tue 1 December 2020' },
      ],
    });
    expect(view.steps[1]).toMatchObject({ kind: 'begun', who: 'Golden Thread' });
  });

  it('names whoever edited the list by hand: by People where they are there, else as SharePoint does', async () => {
    await open({ journal: [] }, [
      version(3, { title: 'C' }, { editor: { objectId: other, name: 'S. E.', isThisApp: false } }),
      version(2, { title: 'B' }, { editor: { objectId: 'x', name: 'Ann', isThisApp: false } }),
      version(1, {}),
    ]);
    const { view } = await read(manager);
    expect(view.steps.map(({ who, team, how }) => [who, team, how]).slice(0, 2)).toEqual([
      ['Somebody else', 'Waste', 'in the list, by hand'],
      ['Ann', null, 'in the list, by hand'],
    ]);
  });

  it('says first what has not reached the list yet', async () => {
    await open(
      { journal: [] },
      [version(1, {})],
      [
        {
          register: 'actions',
          key: 'PLAN|A1',
          set: { percent: 50 },
          sequence: 1,
          by: 'manager',
          acceptedAt: moment('2020-10-16T09:00:00Z'),
        },
      ],
    );
    const [first] = (await read(officer)).view.steps;
    expect(first).toMatchObject({ isWaiting: true, who: 'Head of Housing' });
    expect(first?.changes[0]).toMatchObject({ to: '50' });
  });

  it('never tells what only the product reads of a person', async () => {
    const person = { key: 'officer', objectId: 'secret-id', title: 'Housing Officer' };
    await open({ journal: [] }, [
      { ...version(2, {}), row: rowOf('people', { ...person, conversation: 'secret' }) },
      { ...version(1, {}), row: rowOf('people', person) },
    ]);
    const { view } = await read(manager, at('people', 'officer'));
    expect(view.total).toBe(1);
    expect(JSON.stringify(view)).not.toContain('secret');
  });

  it('comes forty steps at a time, the older ones when asked for', async () => {
    const many = Array.from({ length: 101 }, (_, n) => version(101 - n, { percent: n }));
    await open({ journal: [] }, many);
    const first = (await read(officer)).view;
    expect([first.steps.length, first.older, first.total]).toEqual([40, 61, 101]);
    const { view } = await read(officer, at('actions', action.key, `&oldest=${first.older}`));
    expect([view.steps.length, view.older]).toEqual([40, 21]);
    expect(view.steps[0]?.id).not.toBe(first.steps.at(-1)?.id);
    const last = (await read(officer, at('actions', action.key, '&oldest=21'))).view;
    expect([last.steps.length, last.older, last.steps.at(-1)?.kind]).toEqual([21, 0, 'begun']);
  });

  it('is bounded, however long a cell was', async () => {
    await open({ journal: [] }, [version(2, { title: 'x'.repeat(60_000) }), version(1, {})]);
    const to = (await read(officer)).view.steps[0]?.changes[0]?.to ?? '';
    expect(to.length).toBeLessThan(6_100);
  });

  it('is what the Journal holds where SharePoint is slow or away, and says so', async () => {
    await open({}, { fault: 'throttled' });
    const { status, view } = await read(officer);
    expect([status, view.total, view.steps[0]?.why]).toEqual([200, 1, 'Agreed at the board.']);
    expect(view.note).toBe('SharePoint is slow to answer; this is what the Journal holds.');
  });

  it('is nothing where the Journal has no row either, and may be asked again', async () => {
    await open({ journal: [] }, { fault: 'unreachable' });
    const { view } = await read(officer);
    expect([view.total, view.askAgain]).toEqual([0, true]);
    expect(view.note).toMatch(/so earlier versions cannot be shown. The Journal has no change/);
  });

  it('tells what was given and not taken as that, and not as a change', async () => {
    const stands = { ...told, source: 'product' as const, why: laterEditStands };
    await open({ journal: [stands] }, { fault: 'unreachable' });
    expect((await read(officer)).view.steps[0]).toMatchObject({ notTaken: true, why: null });
  });

  it('says nothing of saving where the Outbox cannot be read', async () => {
    await open();
    const pending = () => Promise.reject(new StoreFault('damaged', 'file', null));
    Object.assign(council.ports.outbox, { pending });
    expect((await read(officer)).message).toMatch(/^The history cannot be shown at present/);
  });
});

describe('who may open it', () => {
  const exempt = { actions: [{ ...action, access: 'exempt' as const, exemptUnder: '3' }] };
  it.each([
    ['the performance team', performanceTeam, 200],
    ['SMT', director, 200],
    ['its owner', officer, 200],
    ['its owner’s manager', manager, 200],
    ['nobody else', other, 404],
  ])('of an exempt row: %s', async (_who, oid, expected) => {
    const { asked } = await open(exempt, [version(1, { access: 'exempt' })]);
    const { status, message } = await read(oid);
    expect(status).toBe(expected);
    expect(asked()).toBe(expected === 200 ? 1 : 0);
    if (expected === 404)
      expect(message).toBe((await read(oid, at('actions', 'plan|none'))).message);
  });

  it('of a row that is no longer exempt: what it was then is not told to those who could not read it', async () => {
    const then = { access: 'exempt' as const, title: 'Secret price' };
    const journal = [
      { ...told, key: '2', access: 'exempt' as const, to: 'Name: Secret price', from: 'Name: Old' },
    ];
    await open({ journal }, [
      version(3, {}),
      version(2, { ...then, percent: 5 }),
      version(1, then),
    ]);
    const { view } = await read(other);
    expect(JSON.stringify(view)).not.toContain('Secret');
    expect(view.withheld).toBeGreaterThan(0);
    expect(view.steps).toEqual([]);
    expect((await read(performanceTeam)).view.withheld).toBe(0);
  });

  it('of a row of the Journal that tells of an exempt row: as the row itself', async () => {
    await open(exempt);
    const journal = at('journal', told.key);
    expect((await read(other, journal)).status).toBe(404);
    expect((await read(performanceTeam, journal)).status).toBe(200);
  });

  it.each([
    ['a personal objective', at('personalObjectives', 'officer|2020-21|1')],
    ['a row of no register', at('nothing', 'plan|A1')],
    ['a register that is none', at('constructor', 'plan|A1')],
    ['a row that is not there', at('actions', 'plan|A99')],
  ])('%s is not there', async (_what, path) => {
    const { asked } = await open();
    const { status, message } = await read(officer, path);
    expect([status, message]).toEqual([
      404,
      'There is no such row. It may have been removed since.',
    ]);
    expect(asked()).toBe(0);
  });

  it('whose rights went while the list was asked is told nothing', async () => {
    await open({}, async () => {
      council.ports.replica.lay([
        {
          register: 'actions',
          key: action.key,
          set: { access: 'exempt' },
          sequence: 1,
          by: null,
          acceptedAt: moment('2020-10-16T09:00:00Z'),
        },
      ]);
      return [version(1, {})];
    });
    expect((await read(other)).status).toBe(404);
  });

  it('is closed to whoever is not signed in', async () => {
    const { asked } = await open();
    expect((await ask(council, at('actions', action.key))).status).toBe(401);
    expect(asked()).toBe(0);
  });
});

it.each([
  ['no register', '/api/history?key=a'],
  ['no key', '/api/history?register=actions'],
  ['a key too long', at('actions', 'a'.repeat(256))],
  ['a page that is none', at('actions', action.key, '&oldest=0')],
  ['two keys', at('actions', action.key, '&key=b')],
  ['what nobody asked for', at('actions', action.key, '&as=csv')],
])('refuses %s', async (_what, path) => {
  const { asked } = await open();
  const { status, message } = await read(officer, path);
  expect(status).toBe(400);
  expect(message).toMatch(/^This part of the request cannot be used: /);
  expect(asked()).toBe(0);
});

it('changes nothing: there is nothing to send to', async () => {
  await open();
  expect((await postAs(council, officer, { path: '/api/history', body: {} })).status).toBe(404);
});
