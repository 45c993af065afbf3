// What Graph tells of people and does for them, beside lists: who is out of office, who is in a group, and
// installing the app, of which the bot hears from Teams.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { appId, catalogueAppId } from '../../src/local/ids.ts';
import { type Given, givenBot, givenLocal, graphScope, manager, newcomer, owner } from './given.ts';

let given: Given;
let bot: Awaited<ReturnType<typeof givenBot>>;
const graph = async (address: string, body?: unknown, roles = everything) => {
  await given.ask(`PUT /local/apps/${appId}`, { roles });
  const token = await given.token(graphScope);
  const [method, path] = address.split(' ');
  return given.ask(`${method} /v1.0${path}`, body, { Authorization: `Bearer ${token}` });
};
const everything = ['MailboxSettings.Read', 'TeamsAppInstallation.ReadWriteSelfForUser.All'];
const replies = `/users/${owner.id}/mailboxSettings/automaticRepliesSetting`;
const apps = (id: string) => `/users/${id}/teamwork/installedApps`;
const toInstall = {
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${catalogueAppId}`,
};
const outOfOffice = (body: object) =>
  given.ask(`PUT /local/teams/people/${owner.id}/out-of-office`, body);

beforeAll(async () => {
  bot = await givenBot();
  given = await givenLocal(bot.url);
});
afterEach(() => {
  bot.heard.length = 0;
});

test('automatic replies are off, on, or between two times, which Graph tells in UTC', async () => {
  expect((await graph(`GET ${replies}`)).body).toMatchObject({ status: 'disabled' });
  await outOfOffice({ status: 'alwaysEnabled' });
  expect((await graph(`GET ${replies}`)).body).toMatchObject({ status: 'alwaysEnabled' });
  await outOfOffice({
    status: 'scheduled',
    from: '2020-10-05T07:00:00',
    until: '2020-10-12T07:00:00',
  });
  const scheduled = {
    status: 'scheduled',
    scheduledStartDateTime: { dateTime: '2020-10-05T07:00:00.0000000', timeZone: 'UTC' },
    scheduledEndDateTime: { dateTime: '2020-10-12T07:00:00.0000000', timeZone: 'UTC' },
  };
  expect((await graph(`GET ${replies}`)).body).toMatchObject(scheduled);
  const whole = `/users/${owner.id}/mailboxSettings?$select=automaticRepliesSetting`;
  expect((await graph(`GET ${whole}`)).body.automaticRepliesSetting).toMatchObject(scheduled);
  expect((await graph(`GET /users/${owner.id}/mailboxSettings`)).status).toBe(501);
});

test('a mailbox is read with leave alone, and not where there is none', async () => {
  const codeOf = async (address: string, roles?: string[]) => {
    const { status, body } = await graph(address, undefined, roles);
    return [status, body.error.code];
  };
  expect(await codeOf(`GET ${replies}`, ['Sites.Selected'])).toEqual([403, 'ErrorAccessDenied']);
  await outOfOffice({ status: 'no mailbox' });
  expect(await codeOf(`GET ${replies}`)).toEqual([404, 'MailboxNotEnabledForRESTAPI']);
  const nobody = `/users/${catalogueAppId}/mailboxSettings/automaticRepliesSetting`;
  expect(await codeOf(`GET ${nobody}`)).toEqual([404, 'ErrorInvalidUser']);
});

test('an app that may read basic profiles sees who somebody is, and not what they do', async () => {
  const one = `GET /users/${owner.id}`;
  const basic = await graph(one, undefined, ['User.ReadBasic.All']);
  expect(basic.body).toMatchObject({ id: owner.id, displayName: owner.displayName });
  expect(basic.body).toMatchObject({ jobTitle: null, department: null, accountEnabled: null });
  expect(
    (await graph(`GET /users/${catalogueAppId}`, undefined, ['User.ReadBasic.All'])).status,
  ).toBe(404);
  expect((await graph(one, undefined, ['User.Read.All'])).body.accountEnabled).toBe(true);
  expect((await graph(one, undefined, ['Sites.Selected'])).status).toBe(403);
});

test('the app is installed once, and then the bot hears of it as from the person', async () => {
  expect((await graph(`GET ${apps(newcomer.id)}`)).body.value).toEqual([]);
  const done = await graph(`POST ${apps(newcomer.id)}`, toInstall);
  expect([done.status, done.body]).toEqual([201, '']);
  await expect.poll(() => bot.heard.length).toBe(2);
  expect(bot.heard.map(({ activity }) => [activity.type, activity.from.aadObjectId])).toEqual([
    ['conversationUpdate', newcomer.id],
    ['installationUpdate', newcomer.id],
  ]);
  const again = await graph(`POST ${apps(newcomer.id)}`, toInstall);
  expect([again.status, again.body.error.code]).toEqual([409, 'Conflict']);
  const its = `${apps(newcomer.id)}?$expand=teamsApp&$filter=teamsApp/id eq '${catalogueAppId}'`;
  const [installed] = (await graph(`GET ${its.replaceAll(' ', '%20')}`)).body.value;
  expect(installed.teamsApp).toMatchObject({ id: catalogueAppId, externalId: appId });
  expect(bot.heard).toHaveLength(2);
});

test("it is refused in Graph's words without leave, by policy, and where there is no such app or person", async () => {
  const refusal = async (id: string, body: object = toInstall, roles?: string[]) => {
    const answer = await graph(`POST ${apps(id)}`, body, roles);
    return [answer.status, answer.body.error.code, answer.body.error.message];
  };
  expect(await refusal(owner.id, toInstall, ['Sites.Selected'])).toEqual([
    403,
    'Forbidden',
    expect.stringMatching(/^Missing role permissions .*'Sites.Selected'\.$/),
  ]);
  const policy = `PUT /local/teams/people/${owner.id}/app-policy`;
  await given.ask(policy, { allowed: false });
  expect(await refusal(owner.id)).toEqual([
    403,
    'Forbidden',
    expect.stringMatching(/^App is blocked by app permission policy/),
  ]);
  await given.ask(policy, { allowed: true });
  const other = { 'teamsApp@odata.bind': toInstall['teamsApp@odata.bind'].replace('5b0d', '0000') };
  expect((await refusal(owner.id, other)).slice(0, 2)).toEqual([404, 'NotFound']);
  expect((await refusal(catalogueAppId)).slice(0, 2)).toEqual([404, 'NotFound']);
  expect((await refusal(owner.id, {})).slice(0, 2)).toEqual([400, 'BadRequest']);
  expect((await refusal(owner.id, { ...toInstall, consentedPermissionSet: {} }))[0]).toBe(501);
  expect(bot.heard).toEqual([]);
});

const [group, within, unknown] = [1, 2, 9].map((n) => `aaaaaaaa-0000-4000-8000-00000000000${n}`);
const put = (id: string | undefined, ...members: readonly (string | undefined)[]) =>
  given.ask(`PUT /local/directory/groups/${id}`, { members });
const members = (query: string, { of = group, roles = ['GroupMember.Read.All'] } = {}) =>
  graph(`GET /groups/${of}/transitiveMembers${query}`, undefined, roles);
const idsIn = (body: { value: { id: string }[] }) => body.value.map(({ id }) => id);

const givenGroups = async () => {
  await put(within, owner.id, newcomer.id, group);
  await put(group, manager.id, owner.id, within, 'bbbbbbbb-0000-4000-8000-000000000404');
};

test('in a group is everybody, and everybody in groups within it, once each; nobody who is not in the directory', async () => {
  await givenGroups();
  const { body } = await members('?$select=id');
  expect(body.value).toHaveLength(5);
  expect(body.value).toContainEqual({ '@odata.type': '#microsoft.graph.user', id: newcomer.id });
  expect(body.value).toContainEqual({ '@odata.type': '#microsoft.graph.group', id: within });
});

test('who is in a group is told page by page', async () => {
  await givenGroups();
  const first = (await members('?$select=id&$top=3')).body;
  const second = (await members(String(first['@odata.nextLink']).replace(/.*\?/, '?'))).body;
  expect(second['@odata.nextLink']).toBeUndefined();
  const all = [...idsIn(first), ...idsIn(second)];
  expect(all).toEqual(idsIn((await members('?$select=id')).body));
  expect([first.value.length, second.value.length]).toEqual([3, 2]);
});

test("a group is refused in Graph's words without leave, and where there is none", async () => {
  const codeOf = async (...asked: Parameters<typeof members>) => {
    const { status, body } = await members(...asked);
    return [status, body.error.code];
  };
  const without = { roles: ['User.Read.All'] };
  expect(await codeOf('?$select=id', without)).toEqual([403, 'Authorization_RequestDenied']);
  expect(await codeOf('?$select=id', { of: unknown })).toEqual([404, 'Request_ResourceNotFound']);
  expect(await codeOf('')).toEqual([501, 'notImplemented']);
  expect((await given.ask('PUT /local/directory/groups/smt', { members: [] })).status).toBe(400);
});
