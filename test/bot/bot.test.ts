// The bot through its own front door: local Microsoft 365 signs, presses and keeps the chat.
import express from 'express';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createBot } from '../../bot/teams-app.ts';
import { ask, partWithId, type Seat, wordsOf } from '../journeys/seat.ts';
import { activity } from './channel.ts';
import { openHouse } from './house.ts';

const cycle = 'plan|2020-21 Q2';
const ids = {
  owner: 'aaaaaaaa-0000-4000-8000-000000000001',
  deputy: 'aaaaaaaa-0000-4000-8000-000000000002',
  manager: 'aaaaaaaa-0000-4000-8000-000000000003',
  stranger: 'aaaaaaaa-0000-4000-8000-000000000009',
};
const people = [
  {
    key: 'owner',
    title: 'Head of Waste',
    objectId: ids.owner,
    roles: ['owner'],
    team: 'waste',
    deputy: 'deputy',
  },
  {
    key: 'deputy',
    title: 'Deputy Head of Waste',
    objectId: ids.deputy,
    roles: ['owner'],
    team: 'waste',
  },
  {
    key: 'manager',
    title: 'Assistant Director',
    objectId: ids.manager,
    roles: ['manager'],
    team: 'waste',
  },
  { key: 'stranger', title: 'Stranger', objectId: ids.stranger, roles: [] },
];
const asked = (code: string) => ({
  measure: `plan|${code}`,
  period: '2020-21 Q2',
  cycle,
  state: 'Due' as const,
  finality: null,
  owner: 'owner',
  dueOn: Temporal.PlainDate.from('2020-10-14'),
});
const rows = {
  people,
  teams: [{ key: 'waste', title: 'Waste', directorate: 'Place', manager: 'manager' }],
  cycles: [{ key: cycle, title: 'Quarter 2' }],
  measures: [
    { code: '1', title: 'Household waste recycled', team: 'waste', owner: 'owner' },
    {
      code: '2',
      title: 'Missed bins put right in a day',
      team: 'waste',
      owner: 'owner',
      asksFor: 'numerator and denominator' as const,
      per: 100,
      numeratorIs: 'Put right in a day',
      denominatorIs: 'Missed',
    },
    { code: '3', title: 'Fly-tips cleared', team: 'waste', owner: 'owner' },
  ],
  targets: ['1', '2', '3'].map((code) => ({
    measure: `plan|${code}`,
    appliesFrom: Temporal.PlainDate.from('2020-04-01'),
    target: 80,
    tolerance: 2,
  })),
  returns: [
    asked('1'),
    asked('2'),
    asked('3'),
    { measure: 'plan|1', period: '2020-21 Q1', value: 81.2 },
  ],
};

let house: Awaited<ReturnType<typeof openHouse>>;
let owner: Seat;
beforeAll(async () => {
  house = await openHouse(rows);
  owner = house.seat(ids.owner);
});
afterAll(() => house.close());

const kept = (code: string) =>
  house.ports.replica.registers().returns.get(`plan|${code}|2020-21 Q2`);
const until = async (ready: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ready()) return;
    await new Promise((go) => setTimeout(go, 20));
  }
  throw new Error('It never came.');
};
const cardsOf = async (seat: Seat) => (await seat.chat()).filter((each) => each.card !== null);

test('installing, however often in a row, brings one welcome card', async () => {
  const seat = house.seat(ids.manager);
  await seat.install();
  await seat.install();
  await until(async () => (await cardsOf(seat)).length > 0);
  await new Promise((go) => setTimeout(go, 200));
  expect(await cardsOf(seat)).toHaveLength(1);
  const known = house.ports.replica.registers().people.get('manager');
  expect(known?.serviceUrl).toBe(`${house.localUrl}/emea/`);
});

test('anything typed gets what you owe, and a button', async () => {
  await owner.say('hello?');
  await until(async () => (await cardsOf(owner)).length === 1);
  const { card } = await owner.newestCard();
  expect(wordsOf(card)).toBe('Quarter 2 returns: 3 due by Wed 14 October Start');
});

test('a card is delivered, answered measure by measure, and becomes a receipt', async () => {
  const sent = await house.ports.messenger.deliver({
    person: 'owner',
    cycle,
    step: 'Opening',
    about: null,
    replaces: null,
  });
  expect(sent).toMatchObject({ outcome: 'sent', possiblyRepeated: false });

  const first = await owner.press('start');
  expect(first.words).toContain('Household waste recycled');
  expect(first.words).toContain('Save and next (1 of 3)');

  const misread = await owner.press('answer', { value: 'about 80', commentary: 'Kept words' });
  expect(misread.words).toContain('"about 80" was not understood as a number');
  expect(partWithId(misread.card ?? { type: '' }, 'value')?.['value']).toBe('about 80');
  expect(partWithId(misread.card ?? { type: '' }, 'commentary')?.['value']).toBe('Kept words');
  expect(kept('1')?.state).toBe('Due');

  const second = await owner.press('answer', { value: '81.5', commentary: '' });
  expect(second.words).toContain('Saved.');
  expect(second.words).toMatch(/81\.5% +● On target/);
  expect(second.words).toContain('Save and next (2 of 3)');

  const off = await owner.press('answer', { numerator: '70', denominator: '100' });
  expect(off.words).toMatch(/70\.0% +■ Off target/);
  expect(off.words).toContain('needs a commentary');
  expect(kept('2')?.state).toBe('Due');
  const third = await owner.press('answer', {
    commentary: 'A crew short.',
    action: 'Two crews start on 2 November.',
    actionBy: '2020-11-02',
  });
  expect(third.words).toContain('Save and finish (3 of 3)');

  const receipt = await owner.press('no-data', { until: '2020-11-04', because: 'Audit first' });
  expect(receipt.words).toContain('All 3 answered. Thank you.');
  expect(receipt.words).toContain('↗ Better than last quarter');
  expect(receipt.words).toContain('no data until Wed 4 November');
  expect([kept('1')?.value, kept('2')?.value, kept('3')?.state]).toEqual([
    81.5,
    70,
    'No data until',
  ]);
  expect(house.faults).toEqual([]);
});

test('an answer can be corrected from the receipt, beginning from what stands', async () => {
  const question = await owner.press('correct', { return: 'plan|1|2020-21 Q2' });
  expect(partWithId(question.card ?? { type: '' }, 'value')?.['value']).toBe('81.5');
  expect(question.words).toContain('Save the correction');
  const receipt = await owner.press('answer', { value: '81.9' });
  expect(receipt.words).toContain('81.9%');
  expect(kept('1')?.revision).toBe(2);
});

test('whoever answers from an older card is told what stands and offered to correct it', async () => {
  const deputy = house.seat(ids.deputy);
  await deputy.say('hello');
  await until(async () => (await cardsOf(deputy)).length > 0);
  const { id } = await deputy.newestCard();
  const data = { v: 1, cycle, return: 'plan|1|2020-21 Q2', revision: 0 };
  const typed = { value: '12', finality: 'final', commentary: 'x', until: '', because: '' };
  const action = { type: 'Action.Execute', verb: 'answer', data };
  const told = await deputy.pressAction(id, action, typed);
  expect(told.words).toContain('Head of Waste answered this');
  expect(told.words).toContain('It stands at 81.9% ● On target.');
  expect(told.words).toContain('You typed: 12; x');
  expect(kept('1')?.value).toBe(81.9);
  expect((await deputy.press('correct')).words).toContain('Save the correction');
});

test('another person’s return, and a malformed press, leave the register as it was', async () => {
  const stranger = house.seat(ids.stranger);
  const data = { v: 1, cycle, return: 'plan|1|2020-21 Q2', revision: 2 };
  const typed = { value: '12', finality: 'final', commentary: 'x', until: '', because: '' };
  const action = { type: 'Action.Execute', verb: 'answer', data };
  expect((await stranger.pressAction('1', action, typed)).words).toContain('not yours to answer');
  const asked = {
    type: 'Action.Execute',
    verb: 'correct',
    data: { v: 1, cycle, return: data.return },
  };
  expect((await stranger.pressAction('1', asked)).words).toContain('not yours to answer');
  const extra = await stranger.pressAction('1', action, { ...typed, role: 'performance team' });
  expect(extra).toMatchObject({ status: 200, card: null });
  expect(extra.words).toContain('BadRequest');
  expect(kept('1')).toMatchObject({ value: 81.9, revision: 2 });
});

test('a button pressed in a client without Action.Execute changes the card in place', async () => {
  await owner.say('again');
  await until(async () => wordsOf((await owner.newestCard()).card).includes('Nothing due.'));
  const { id } = await owner.newestCard();
  await fetch(`${house.localUrl}/local/teams/people/${ids.owner}/press`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      messageId: id,
      as: 'submit',
      action: { type: 'Action.Submit', data: { v: 1, cycle, verb: 'start' } },
    }),
  });
  await until(async () => wordsOf((await owner.newestCard()).card).includes('All 3 answered.'));
  expect((await owner.newestCard()).id).toBe(id);
});

test('a tab’s sign-in token opens nothing at the bot’s door, and nothing is sent because of it', async () => {
  const { token } = (await ask('POST', `${house.localUrl}/local/sign-in/token`, {
    personId: ids.owner,
  })) as { token: string };
  const before = (await cardsOf(owner)).length;
  const answer = await fetch(`${house.appUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity({ serviceUrl: `${house.localUrl}/emea/` })),
  });
  expect([answer.status, await answer.json()]).toEqual([401, { error: 'unauthorised' }]);
  expect(await cardsOf(owner)).toHaveLength(before);
});

test('the bot will not start where CLIENT_SECRET would stand in for our own sign-in', async () => {
  vi.stubEnv('CLIENT_SECRET', 'anything');
  const { ports } = house;
  const channelKeysUrl = `${house.localUrl}/v1/.well-known/keys`;
  const reach = {
    appId: 'app',
    tenantId: 'tenant',
    tenants: [],
    token: async () => '',
    channelKeysUrl,
  };
  const settings = {
    ...reach,
    express: express(),
    allowedServiceUrls: [],
    requestsPerMinute: 300,
    ports,
    upToDate: () => Promise.resolve(),
  };
  await expect(createBot({ ...settings, connector: house.connector })).rejects.toThrow(
    'CLIENT_SECRET is set',
  );
  vi.unstubAllEnvs();
});

test('once a quarter is withdrawn its cards turn inert', async () => {
  house.change({
    register: 'cycles',
    key: cycle,
    set: { state: 'Withdrawn', withdrawnReason: 'Opened by mistake.' },
  });
  const { id } = await owner.newestCard();
  const action = { type: 'Action.Execute', verb: 'start', data: { v: 1, cycle } };
  const inert = await owner.pressAction(id, action);
  expect(inert.words).toContain('Quarter 2 was withdrawn');
  expect(inert.words).toContain('Opened by mistake.');
  expect(inert.card?.['actions']).toBeUndefined();
});
