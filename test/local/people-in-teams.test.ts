// What a person does in Teams reaches the bot as Teams sends it, and what the bot answers shows in the chat.
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { botScope, type Given, givenBot, givenLocal, manager, newcomer, owner } from './given.ts';

let given: Given;
let bot: Awaited<ReturnType<typeof givenBot>>;
beforeAll(async () => {
  bot = await givenBot();
  given = await givenLocal(bot.url);
});
afterEach(() => {
  bot.heard.length = 0;
  bot.answer = () => ({ status: 200 });
  given.local.faults.reset();
});

const person = (id: string, verb: string, body?: object) =>
  given.ask(`POST /local/teams/people/${id}/${verb}`, body);
const chatOf = async (id: string) => (await given.ask(`GET /local/teams/people/${id}/chat`)).body;

async function givenCard(): Promise<string> {
  const members = [{ id: owner.id }];
  const opened = await given.teams('POST /v3/conversations', { members, tenantId });
  const content = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  const path = `/v3/conversations/${opened.body.id}/activities`;
  return (await given.teams(`POST ${path}`, { type: 'message', summary: 'Due', attachments })).body
    .id;
}

test('what a person types reaches the bot signed, with who and where they are', async () => {
  const answer = await person(manager.id, 'say', { text: 'What do I owe?' });
  expect(answer.body.status).toBe(200);
  const [{ path, authorization, activity } = { path: '', authorization: '', activity: null }] =
    bot.heard;
  expect(path).toBe('/api/messages');
  expect(activity).toMatchObject({
    type: 'message',
    text: 'What do I owe?',
    channelId: 'msteams',
    serviceUrl: `${given.local.url}/emea/`,
    from: { id: `29:${manager.id}`, aadObjectId: manager.id, name: manager.displayName },
    recipient: { id: `28:${appId}` },
    conversation: { conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
  });
  expect(activity.entities[0]).toMatchObject({ type: 'clientInfo', timezone: 'Europe/London' });
  const keys = createRemoteJWKSet(new URL(`${given.local.url}/v1/.well-known/keys`));
  const token = String(authorization).replace('Bearer ', '');
  const { payload } = await jwtVerify(token, keys, {
    issuer: 'https://api.botframework.com',
    audience: appId,
  });
  expect(payload['serviceurl']).toBe(activity.serviceUrl);
  expect((await chatOf(manager.id)).messages.at(-1)).toMatchObject({
    from: 'person',
    text: 'What do I owe?',
  });
});

test('a press is an invoke, and the card it answers with takes the place of the old one', async () => {
  const messageId = await givenCard();
  const next = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [{ type: 'TextBlock', text: '1 of 3' }],
  };
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: next };
  bot.answer = () => ({ status: 200, body });
  const action = { type: 'Action.Execute', verb: 'start', data: { cycle: '2020-21 Q2' }, id: 'go' };
  const pressed = await person(owner.id, 'press', { messageId, action });
  expect(pressed.body).toEqual({ status: 200, body });
  expect(bot.heard[0]?.activity).toMatchObject({
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: messageId,
    value: { action, trigger: 'manual' },
  });
  const { messages } = await chatOf(owner.id);
  expect(messages.find(({ id }: { id: string }) => id === messageId)).toMatchObject({
    card: next,
    summary: 'Due',
  });
});

test('a press that answers with words shows the words and leaves the card', async () => {
  const messageId = await givenCard();
  const value = 'This cycle is closed.';
  bot.answer = () => ({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
  });
  await person(owner.id, 'press', {
    messageId,
    action: { type: 'Action.Execute', verb: 'send', data: {} },
  });
  expect((await chatOf(owner.id)).messages.at(-1)).toMatchObject({ from: 'bot', text: value });
});

test('an old client’s press comes as a message that carries the values', async () => {
  const messageId = await givenCard();
  const action = { type: 'Action.Submit', data: { value: '12%' } };
  await person(owner.id, 'press', { messageId, as: 'submit', action });
  expect(bot.heard[0]?.activity).toMatchObject({
    type: 'message',
    replyToId: messageId,
    value: { value: '12%' },
  });
});

test('Teams tries the same press once more when the bot is slow, and then gives up', async () => {
  given.local.faults.set({ botWaitMs: 100 });
  bot.answer = () => ({ status: 200, afterMs: bot.heard.length === 1 ? 400 : 0 });
  const messageId = await givenCard();
  const action = { type: 'Action.Execute', verb: 'send', data: {} };
  expect((await person(owner.id, 'press', { messageId, action })).body.status).toBe(200);
  expect(bot.heard).toHaveLength(2);
  expect(bot.heard[0]?.activity.id).toBe(bot.heard[1]?.activity.id);
  bot.answer = () => ({ status: 200, afterMs: 400 });
  expect((await person(owner.id, 'press', { messageId, action })).body.status).toBe(0);
  expect(bot.heard).toHaveLength(4);
});

test('installing the app tells the bot, and removing it tells it too', async () => {
  const before = await person(newcomer.id, 'say', { text: 'Hello' });
  expect([before.status, before.body.error.message]).toEqual([
    409,
    'Performance Officer has not installed the app.',
  ]);
  await person(newcomer.id, 'install');
  expect(bot.heard.map(({ activity }) => activity.type)).toEqual([
    'conversationUpdate',
    'installationUpdate',
  ]);
  expect(bot.heard[1]?.activity).toMatchObject({
    action: 'add',
    from: { aadObjectId: newcomer.id },
  });
  const members = [{ id: newcomer.id }];
  const opened = await given.teams('POST /v3/conversations', { members, tenantId });
  expect(opened.body.id).toBe(bot.heard[1]?.activity.conversation.id);
  await person(newcomer.id, 'uninstall');
  expect(bot.heard.at(-1)?.activity.action).toBe('remove');
});

test('an open page is told whose chat has changed', async () => {
  const stop = new AbortController();
  const events = await fetch(`${given.local.url}/local/events`, { signal: stop.signal });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await person(owner.id, 'say', { text: 'Hello' });
  const { value } = (await reader?.read()) ?? {};
  expect(value).toContain(`"personId":"${owner.id}"`);
  stop.abort();
});

test('the council’s clock is read and moved by the app, with a token that may move it', async () => {
  bot.answer = ({ path }) => ({ status: 200, body: { now: '2020-10-01', path } });
  const moved = await given.ask('POST /local/clock', { move: 'next' });
  expect(moved.body).toEqual({ now: '2020-10-01', path: '/local/clock' });
  const claims = JSON.parse(
    Buffer.from(String(bot.heard[0]?.authorization).split('.')[1] ?? '', 'base64url').toString(),
  );
  expect(claims).toMatchObject({ aud: appId, roles: ['Clock.Move'], idtyp: 'app' });
  expect(bot.heard[0]?.activity).toEqual({ move: 'next' });
});

test('the bot’s token for the connector is not one for its own door', async () => {
  const claims = JSON.parse(
    Buffer.from((await given.token(botScope)).split('.')[1] ?? '', 'base64url').toString(),
  );
  expect(claims.aud).toBe('https://api.botframework.com');
});

test('a page from elsewhere cannot steer the stand-in', async () => {
  const elsewhere = { Origin: 'https://example.com' };
  expect((await given.ask('POST /local/reset', {}, elsewhere)).status).toBe(403);
});

test('reset wipes people, chats, lists and the record', async () => {
  await given.ask('POST /local/reset');
  expect((await given.ask('GET /local/directory')).body.people).toEqual([]);
  expect((await given.ask('GET /local/teams/record')).body).toEqual([]);
  expect((await given.graph('GET /sites/localhost:/sites/stoke-on-trent')).status).toBe(404);
});
