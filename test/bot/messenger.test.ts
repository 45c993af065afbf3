import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createConnector } from '../../bot/connector.ts';
import { createMessenger } from '../../bot/messenger.ts';
import type { Message, Presses } from '../../src/use-cases/ports.ts';
import { registersOf } from '../rules/table-of.ts';
import { type Answer, openScriptedConnector } from './scripted-connector.ts';

let teams: Awaited<ReturnType<typeof openScriptedConnector>>;
beforeAll(async () => {
  teams = await openScriptedConnector();
});
afterAll(() => teams.close());

const cycle = 'plan|2020-21 Q2';
const message: Message = {
  person: 'owner',
  cycle,
  step: 'Opening',
  about: null,
  replaces: null,
};

const registersWith = (person: object = {}) =>
  registersOf({
    people: [
      { key: 'owner', title: 'Head of Waste', objectId: 'oid', roles: ['owner'], ...person },
    ],
    teams: [{ key: 'team', directorate: 'Place' }],
    measures: [{ code: '12', title: 'Household waste recycled', owner: 'owner' }],
    cycles: [{ key: cycle, title: 'Quarter 2' }],
    returns: [{ measure: 'plan|12', period: '2020-21 Q2', cycle, state: 'Due', owner: 'owner' }],
  });

const known = () => ({ conversation: 'a:1/ü', serviceUrl: `${teams.url}/emea/` });

const deliver = (
  person: object = known(),
  {
    presses,
    mayGo,
    ...more
  }: {
    readonly presses?: Presses;
    readonly mayGo?: () => boolean;
    readonly [setting: string]: unknown;
  } = {},
  sent = message,
) => {
  let tokens = 0;
  const connector = createConnector({
    appId: 'app',
    tenantId: 'tenant',
    defaultServiceUrl: teams.url,
    allowedServiceUrls: [teams.url],
    token: async () =>
      `eyJhbGciOiJub25lIn0.${Buffer.from(`{"n":${tokens++}}`).toString('base64url')}.AA`,
    timeLimit: 400,
    tries: 4,
    clock: {
      now: () => performance.now(),
      wait: (ms) => new Promise((go) => setTimeout(go, Math.min(ms, 30))),
    },
    ...more,
  });
  const clock = { now: () => Temporal.ZonedDateTime.from('2020-10-01T09:00[Europe/London]') };
  const replica = { registers: () => registersWith(person) };
  const needs = { connector, clock, replica, ...(presses && { presses }) };
  return createMessenger(needs).deliver(sent, mayGo);
};

const created = (): Answer => ({ status: 201, body: { id: 'm1' } });
const first = (answer: Answer) =>
  teams.answers((_asked, before) => (before === 0 ? answer : created()));

test('a known person is sent the card alone, with a summary, by their own service', async () => {
  teams.answers(created);
  expect(await deliver()).toEqual({
    outcome: 'sent',
    activity: 'm1',
    attempts: 1,
    possiblyRepeated: false,
    ...known(),
  });
  const [asked] = teams.asked;
  expect(asked?.path).toBe('/emea/v3/conversations/a%3A1%2F%C3%BC/activities');
  expect(asked?.body).not.toHaveProperty('text');
  expect(asked?.body).toMatchObject({
    type: 'message',
    summary: 'Quarter 2 returns: 1 due by Wed 14 October',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  });
});

test('someone not yet known gets a conversation first, and is then sent to by their own service', async () => {
  teams.answers(({ path }) =>
    path === '/v3/conversations'
      ? { status: 201, body: { id: 'a:2', serviceUrl: `${teams.url}/emea/` } }
      : created(),
  );
  const delivery = await deliver({});
  expect(delivery).toMatchObject({ outcome: 'sent', conversation: 'a:2', attempts: 2 });
  expect(delivery).toMatchObject({ serviceUrl: `${teams.url}/emea/` });
  expect(teams.asked[0]?.body).toMatchObject({ tenantId: 'tenant', members: [{ id: 'oid' }] });
  expect(teams.asked[1]?.path).toBe('/emea/v3/conversations/a%3A2/activities');
});

describe('tried again', () => {
  test.each([412, 429, 502, 503])('after %d, without calling it repeated', async (status) => {
    first({ status });
    expect(await deliver()).toMatchObject({
      outcome: 'sent',
      attempts: 2,
      possiblyRepeated: false,
    });
  });
  test.each([
    ['a reply that was dropped', 'dropped' as const],
    ['a reply that never came', 'silent' as const],
    ['504', { status: 504 }],
  ])('after %s, and recorded as possibly repeated', async (_what, answer) => {
    first(answer);
    expect(await deliver()).toMatchObject({ outcome: 'sent', attempts: 2, possiblyRepeated: true });
  });
  test('no sooner than Teams asked', async () => {
    const waits: number[] = [];
    const wait = async (ms: number) => void waits.push(ms);
    first({ status: 429, headers: { 'retry-after': '7' } });
    await deliver(known(), {
      clock: { now: () => performance.now(), wait },
      pacer: { turn: async () => {} },
    });
    expect(waits).toEqual([7_000]);
  });
  test('but not for ever', async () => {
    teams.answers(() => ({ status: 503 }));
    expect(await deliver()).toEqual({
      outcome: 'failed',
      because: 'Teams answered 503',
      attempts: 4,
    });
  });
});

test.each([400, 401, 413, 500])('%d is not tried again', async (status) => {
  teams.answers(() => ({ status, body: { error: { code: 'Bad', message: 'no' } } }));
  expect(await deliver()).toMatchObject({ outcome: 'failed', attempts: 1 });
});

const older = {
  errorCode: 209,
  message: '{\n "subCode": "MessageWritesBlocked", "details": "x" }',
};
describe('a person who cannot be reached is recorded with the cause in plain words', () => {
  test.each([
    ['BotDisabledByAdmin', { error: { code: 'BotDisabledByAdmin' } }, /switched off/],
    [
      'BotNotInConversationRoster',
      { error: { code: 'BotNotInConversationRoster' } },
      /not installed/,
    ],
    [
      'ConversationBlockedByUser',
      { error: { code: 'ConversationBlockedByUser' } },
      /blocked the app/,
    ],
    [
      'ForbiddenOperationException',
      { error: { code: 'ForbiddenOperationException' } },
      /does not let/,
    ],
    ['the older 209', older, /blocked the app/],
    [
      'the older 209 inside an error',
      { error: { code: 'ServiceError', message: JSON.stringify(older) } },
      /blocked the app/,
    ],
    ['no code', {}, /does not let/],
  ])('%s', async (_what, body, because) => {
    teams.answers(() => ({ status: 403, body }));
    const delivery = await deliver();
    expect(delivery).toMatchObject({ outcome: 'unreachable', attempts: 1 });
    expect((delivery as { because: string }).because).toMatch(because);
  });
});

describe('a conversation Teams no longer has', () => {
  const gone: Answer = { status: 404, body: { error: { code: 'ConversationNotFound' } } };
  test('is begun again, once', async () => {
    teams.answers(({ path }) => {
      if (path === '/v3/conversations') return { status: 201, body: { id: 'a:new' } };
      return path.includes('a%3Anew') ? created() : gone;
    });
    expect(await deliver()).toMatchObject({ outcome: 'sent', conversation: 'a:new', attempts: 3 });
  });
  test('and when that is gone too, it has failed', async () => {
    teams.answers(({ path }) =>
      path === '/v3/conversations' ? { status: 201, body: { id: 'a:new' } } : gone,
    );
    expect(await deliver()).toMatchObject({ outcome: 'failed', attempts: 3 });
  });
});

test('a card drawn again takes the place of the first, and is never called repeated', async () => {
  const replaces = { conversation: 'a:1', activity: '17' };
  first('dropped');
  const again = await deliver(known(), {}, { ...message, replaces });
  expect(again).toMatchObject({ outcome: 'sent', activity: '17', possiblyRepeated: false });
  expect(teams.asked[1]).toMatchObject({
    method: 'PUT',
    path: '/emea/v3/conversations/a%3A1/activities/17',
  });
});

describe('a card that another instance is to send now', () => {
  const replaces = { conversation: 'a:1', activity: '17' };
  test.each([
    ['new', message],
    ['drawn again', { ...message, replaces }],
  ])('is called off though it is %s, at the first request or the next', async (_, sent) => {
    teams.answers(created);
    expect(await deliver(known(), { mayGo: () => false }, sent)).toBe('called off');
    expect(teams.asked).toEqual([]);
    let isOurs = true;
    teams.answers(() => {
      isOurs = false;
      return { status: 503 };
    });
    expect(await deliver(known(), { mayGo: () => isOurs }, sent)).toBe('called off');
    expect(teams.asked).toHaveLength(1);
  });
});

test('a card its person pressed while Teams was busy is not drawn over what they type', async () => {
  let press: ReturnType<Presses['last']> = null;
  const now = Temporal.ZonedDateTime.from('2020-10-01T09:00[Europe/London]');
  const presses: Presses = { since: now.toInstant(), note: () => {}, last: () => press };
  teams.answers(() => {
    press = { at: now.toInstant(), asks: null };
    return { status: 503 };
  });
  const replaces = { conversation: 'a:1', activity: '17' };
  const again = await deliver(known(), { presses }, { ...message, replaces });
  expect(again).toMatchObject({ outcome: 'failed', attempts: 2, inUse: true });
  expect(teams.asked).toHaveLength(1);
});

test('the bot’s token is never sent to a service nobody allowed', async () => {
  teams.answers(created);
  const elsewhere = await deliver({ conversation: 'a:1', serviceUrl: 'http://127.0.0.2:9/' });
  expect(elsewhere).toMatchObject({ outcome: 'failed' });
  expect(JSON.stringify(elsewhere)).not.toContain('eyJ');
  expect(teams.asked).toEqual([]);
});

test('sign-in is asked once for many sends', async () => {
  teams.answers(created);
  let asked = 0;
  const connector = createConnector({
    appId: 'app',
    tenantId: 'tenant',
    defaultServiceUrl: teams.url,
    allowedServiceUrls: [teams.url],
    token: async () => {
      asked += 1;
      return 'eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9.AA';
    },
  });
  const replica = { registers: () => registersWith(known()) };
  const clock = { now: () => Temporal.ZonedDateTime.from('2020-10-01T09:00[Europe/London]') };
  const messenger = createMessenger({ connector, clock, replica });
  await Promise.all([1, 2, 3, 4, 5].map(() => messenger.deliver(message)));
  expect([asked, teams.asked.length]).toEqual([1, 5]);
});

test('a fault of sign-in is tried again, and is no lost reply', async () => {
  teams.answers(created);
  let asked = 0;
  const token = async () => {
    asked += 1;
    if (asked === 1) throw new Error('sign-in is down: eyJa.eyJb.c');
    return 'eyJhbGciOiJub25lIn0.eyJleHAiOjk5OTk5OTk5OTl9.AA';
  };
  const delivery = await deliver(known(), { token });
  expect(delivery).toMatchObject({ outcome: 'sent', possiblyRepeated: false });
  expect(teams.asked).toHaveLength(1);
});

test('a message Teams took without naming it was sent all the same', async () => {
  teams.answers(() => ({ status: 202, body: {} }));
  expect(await deliver()).toMatchObject({ outcome: 'sent', activity: '', attempts: 1 });
});

test('a fault tells nothing of the token it was made with', async () => {
  teams.answers(() => ({ status: 500, body: { error: { message: 'Bearer eyJa.eyJb.c' } } }));
  expect(JSON.stringify(await deliver())).not.toMatch(/eyJ|Bearer/);
});
