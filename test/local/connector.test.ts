// The Teams connector: whom the bot can reach, what stands in the chat, and Teams' limits.
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { tenantId } from '../../src/local/ids.ts';
import { type Given, givenLocal, graphScope, manager, newcomer, owner } from './given.ts';

let given: Given;
beforeAll(async () => {
  given = await givenLocal();
});
afterEach(() => given.local.faults.reset());

const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: '3 due' }] };
const cardActivity = (summary = '3 returns due') => ({
  type: 'message',
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});
const open = (id: string, base = '') =>
  given.teams(`POST ${base}/v3/conversations`, { members: [{ id }], tenantId });
const chatOf = async (id: string) => (await given.ask(`GET /local/teams/people/${id}/chat`)).body;
const sendTo = async (id: string, activity: object) =>
  given.teams(`POST /v3/conversations/${id}/activities`, activity);

/** A fresh directory entry with a chat of its own, so that no test meets another's limits. */
async function someone(more: object = {}) {
  const id = crypto.randomUUID();
  const person = { ...owner, id, userPrincipalName: `${id}@stoke.example`, ...more };
  const { body } = await given.ask('GET /local/directory');
  const people = body.people.map(({ blocked: _blocked, ...each }: { blocked: boolean }) => each);
  await given.ask('PUT /local/directory', { people: [...people, person] });
  return { id, chat: String((await open(id)).body.id) };
}

test('a chat with a person is one chat, however often it is opened and by either form of id', async () => {
  const first = await open(owner.id);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({ serviceUrl: `${given.local.url}/` });
  expect((await open(`29:${owner.id}`)).body.id).toBe(first.body.id);
});

test('a card arrives with its summary, is updated in place, deleted, and all three are on record', async () => {
  const { id, chat } = await someone();
  const sent = await sendTo(chat, cardActivity());
  expect((await chatOf(id)).messages).toMatchObject([
    { id: sent.body.id, from: 'bot', card, summary: '3 returns due' },
  ]);
  const activity = `/v3/conversations/${chat}/activities/${sent.body.id}`;
  await given.teams(`PUT ${activity}`, cardActivity('All returned'));
  expect((await chatOf(id)).messages[0]).toMatchObject({ summary: 'All returned' });
  await given.teams(`DELETE ${activity}`);
  expect((await chatOf(id)).messages).toEqual([]);
  const { body } = await given.ask('GET /local/teams/record?since=0');
  const kinds = body.filter((each: { personId: string }) => each.personId === id);
  expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual(['create', 'update', 'delete']);
  expect((await given.teams(`PUT ${activity}`, cardActivity())).body.error.code).toBe(
    'ActivityNotFoundInConversation',
  );
});

test('text and a card in one activity become two messages', async () => {
  const { id, chat } = await someone();
  await sendTo(chat, { ...cardActivity(), text: 'Good morning' });
  const { messages } = await chatOf(id);
  expect(messages.map(({ text }: { text: string | null }) => text)).toEqual(['Good morning', null]);
});

test('someone homed in another region is reached at that service url only', async () => {
  const opened = await open(manager.id);
  expect(opened.body.serviceUrl).toBe(`${given.local.url}/emea/`);
  const wrong = await sendTo(opened.body.id, cardActivity());
  expect([wrong.status, wrong.body.error.code]).toEqual([404, 'ConversationNotFound']);
  const right = `/emea/v3/conversations/${opened.body.id}/activities`;
  expect((await given.teams(`POST ${right}`, cardActivity())).status).toBe(201);
});

test('a person without the app, or who has blocked the bot, cannot be reached', async () => {
  const refused = await open(newcomer.id);
  expect([refused.status, refused.body.error.code]).toEqual([403, 'BotNotInConversationRoster']);
  const { id, chat } = await someone();
  await given.ask(`POST /local/teams/people/${id}/block`);
  expect((await sendTo(chat, cardActivity())).body.error.code).toBe('ConversationBlockedByUser');
  given.local.faults.set({ forbiddenShape: 'older' });
  const older = await sendTo(chat, cardActivity());
  const outer = JSON.parse(older.body.error.message);
  expect([older.status, outer.errorCode]).toEqual([403, 209]);
  expect(JSON.parse(outer.message).subCode).toBe('MessageWritesBlocked');
  await given.ask(`POST /local/teams/people/${id}/unblock`);
  expect((await sendTo(chat, cardActivity())).status).toBe(201);
});

test('an unknown chat, a message over 100 KB, and a caller who is not the bot are refused', async () => {
  expect((await sendTo('a:1nobody', cardActivity())).body.error.code).toBe('ConversationNotFound');
  const { chat } = await someone();
  const big = await sendTo(chat, { type: 'message', text: 'x'.repeat(103_000) });
  expect([big.status, big.body.error.code]).toEqual([413, 'MessageSizeTooBig']);
  const path = `/v3/conversations/${chat}/activities`;
  expect((await given.ask(`POST ${path}`, cardActivity())).status).toBe(401);
  const graphToken = { Authorization: `Bearer ${await given.token(graphScope)}` };
  expect((await given.ask(`POST ${path}`, cardActivity(), graphToken)).status).toBe(401);
});

test('the members of a chat are the person, with their directory id', async () => {
  const { id, chat } = await someone();
  const members = await given.teams(`GET /v3/conversations/${chat}/members`);
  expect(members.body).toMatchObject([{ id: `29:${id}`, aadObjectId: id }]);
});

test('one chat takes seven messages in a second and eight in two, then is throttled', async () => {
  const { chat } = await someone();
  const send = () => sendTo(chat, cardActivity());
  const burst = await Promise.all(Array.from({ length: 8 }, send));
  expect(burst.filter(({ status }) => status === 201)).toHaveLength(7);
  const refused = burst.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('1');
  await wait(1050);
  const later = await Promise.all([send(), send()]);
  expect(new Set(later.map(({ status }) => status))).toEqual(new Set([201, 429]));
});

test('the app takes fifty requests in a second, then is throttled', async () => {
  const { chat } = await someone();
  await wait(1100);
  const ask = () => given.teams(`GET /v3/conversations/${chat}/members`);
  const answers = await Promise.all(Array.from({ length: 60 }, ask));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
  expect(given.local.faults.counters.teams.throttled).toBe(10);
  await wait(1100);
});

test('chance refuses the share it was told to, and blocks the same people every time', async () => {
  const people = Array.from({ length: 400 }, (_, n) => {
    const id = `44444444-4444-4444-8444-${String(n).padStart(12, '0')}`;
    return { ...owner, id, userPrincipalName: `p${n}@stoke.example` };
  });
  await given.ask('PUT /local/directory', { people });
  const { faults } = given.local;
  const random = { seed: 7, teams429: 0, teams502: 0, teams403: 0.05, retryAfterSeconds: 1 };
  faults.set({ random });
  const blocked = people.filter(({ id }) => faults.blocksByChance(id)).map(({ id }) => id);
  expect(blocked.length).toBeGreaterThan(8);
  expect(blocked.length).toBeLessThan(35);
  const chat = (await open(blocked[0] ?? '')).body.id;
  expect((await sendTo(chat, cardActivity())).status).toBe(403);
  faults.set({});
  expect((await sendTo(chat, cardActivity())).status).toBe(403);
  faults.set({ random: { ...random, teams403: 0, teams429: 1 } });
  const other = await open(people.find(({ id }) => !blocked.includes(id))?.id ?? '');
  expect([other.status, other.headers.get('retry-after')]).toEqual([429, '1']);
  faults.set({ random: { ...random, teams403: 0, teams502: 1 } });
  expect((await open(people[0]?.id ?? '')).status).toBe(502);
});
