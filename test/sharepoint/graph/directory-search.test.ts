// The directory asked in the name of whoever is signed in: by a token that Entra gives for them, kept for its
// life and no longer, and what is said where Entra or Graph will not.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { appId, tenantId } from '../../../src/local/ids.ts';
import { permissions } from '../../../src/permissions.ts';
import { openDirectorySearch } from '../../../src/sharepoint/graph/directory-search.ts';
import { openGovernor } from '../../../src/sharepoint/graph/governor.ts';
import { openGraph } from '../../../src/sharepoint/graph/graph-client.ts';
import { machineClock } from '../../../src/sharepoint/graph/machine-clock.ts';
import { delegated, openOnBehalfOf } from '../../../src/sharepoint/graph/on-behalf-of.ts';
import type { DirectorySearch } from '../../../src/use-cases/accounts-port.ts';
import { type Given, givenLocal, manager, newcomer, owner } from '../../local/given.ts';

let given: Given;
let search: DirectorySearch;
let logged: { event: string; facts: object }[] = [];
const log = {
  info: (event: string, facts = {}) => void logged.push({ event, facts }),
  fault: (event: string) => void logged.push({ event, facts: {} }),
};

beforeAll(async () => {
  given = await givenLocal();
  search = opened();
});
afterEach(async () => {
  logged = [];
  await given.ask('PUT /local/faults', {});
  await given.ask(`PUT /local/apps/${appId}`, { scopes: ['User.ReadBasic.All', 'Sites.Selected'] });
  await given.ask(`PUT /local/sign-in/people/${manager.id}`, { rules: [] });
});

/** As after a restart: with no token of anybody's. */
const opened = (loginUrl = given.local.url): DirectorySearch => {
  const credentials = { loginUrl, tenantId, clientId: appId, clientSecret: 'local' };
  const governor = openGovernor(1_000, machineClock);
  const graphUrl = given.local.url;
  return openDirectorySearch(
    (token) => openGraph({ graphUrl, token, timeLimit: 5_000, log }, governor, machineClock),
    openOnBehalfOf(credentials, log),
  );
};
const asManager = async () => {
  const { body } = await given.ask('POST /local/sign-in/token', { personId: manager.id });
  return { person: 'p-manager', token: String(body.token) };
};
const find = async (words: string, by = search) => by.find(await asManager(), { words, most: 10 });
const signIns = () => given.local.faults.counters.signIn.requests;

test('finds people by the beginnings of words in a name or an address, whatever their case', async () => {
  const found = [{ objectId: owner.id, name: owner.displayName, upn: owner.userPrincipalName }];
  for (const words of ['head hous', 'HEAD', 'Housing Needs', 'head.of.housing'])
    expect(await find(words)).toEqual(found);
  expect(await find('ousing')).toEqual([]);
  expect(await find('officer')).toMatchObject([{ objectId: newcomer.id }]);
});

test('asks nothing for fewer than two letters, and what is typed stays words', async () => {
  const before = given.local.faults.counters.graph.requests;
  for (const words of ['', ' ', 'h', '"', '" OR "']) expect(await find(words)).toEqual([]);
  expect(given.local.faults.counters.graph.requests - before).toBe(1);
  for (const words of [
    'head" OR "displayName:performance',
    'head&$top=999',
    'https://other.example/',
  ])
    expect(await find(words)).toEqual([]);
});

test('tells one account by its id, as the directory has it; null where there is none', async () => {
  const as = await asManager();
  expect(await search.read(as, owner.id)).toMatchObject({ name: owner.displayName });
  expect(await search.read(as, tenantId)).toBeNull();
  expect(await search.read(as, 'me/messages')).toBeNull();
});

test('signs in once for a person while their token lasts, and again where Graph refuses it', async () => {
  const fresh = opened();
  const before = signIns();
  await Promise.all([find('head', fresh), find('officer', fresh)]);
  await find('head', fresh);
  expect(signIns() - before).toBe(1);
  await given.ask('PUT /local/faults', {
    script: [{ on: 'graph', path: '^/users', times: 1, status: 401 }],
  });
  expect(await find('head', fresh)).toHaveLength(1);
  expect(signIns() - before).toBe(2);
});

test('asks as the account that is signed in, and not as the one that was theirs on People before', async () => {
  const fresh = opened();
  await find('head', fresh);
  const before = signIns();
  const { body } = await given.ask('POST /local/sign-in/token', { personId: owner.id });
  const as = { person: 'p-manager', token: String(body.token) };
  expect(await fresh.find(as, { words: 'head', most: 10 })).toHaveLength(1);
  expect(signIns() - before).toBe(1);
});

test('says that nobody agreed to it, before Graph is asked anything', async () => {
  await given.ask(`PUT /local/apps/${appId}`, { scopes: ['Sites.Selected'] });
  const before = given.local.faults.counters.graph.requests;
  expect(await find('head', opened())).toEqual({ notAsked: 'consent' });
  expect(given.local.faults.counters.graph.requests).toBe(before);
  expect(logged).toEqual([
    {
      event: 'not signed in to Graph for a person',
      facts: { why: 'consent', code: 'AADSTS65001' },
    },
  ]);
});

test('says that they must sign in again, and that nobody answered', async () => {
  await given.ask(`PUT /local/sign-in/people/${manager.id}`, { rules: ['sign in again'] });
  expect(await find('head', opened())).toEqual({ notAsked: 'sign in' });
  expect(await find('head', opened('http://localhost:9'))).toEqual({ notAsked: 'no answer' });
  await given.ask('PUT /local/faults', {
    script: [{ on: 'graph', path: '^/users', times: 9, status: 503 }],
  });
  expect(await find('head')).toEqual({ notAsked: 'no answer' });
  await given.ask('PUT /local/faults', {
    script: [{ on: 'graph', path: '^/users', times: 9, status: 403 }],
  });
  expect(await find('head')).toEqual({ notAsked: 'consent' });
});

test('a token of somebody else’s app is good for nothing, and no name, word or token is logged', async () => {
  const { body } = await given.ask('POST /local/sign-in/token', {
    personId: manager.id,
    overrides: { audience: 'another' },
  });
  const as = { person: 'p-manager', token: String(body.token) };
  const found = await opened().find(as, { words: 'head', most: 10 });
  expect(found).toEqual({ notAsked: 'sign in' });
  await find('Secretname', opened());
  const text = JSON.stringify(logged);
  for (const held of [as.token, manager.displayName, manager.userPrincipalName, 'Secretname'])
    expect(text).not.toContain(held);
});

test('somebody of another tenant that is served is signed in for there', async () => {
  const { body } = await given.ask('POST /local/sign-in/token', {
    personId: manager.id,
    overrides: { tenantId: '33333333-3333-4333-8333-333333333333' },
  });
  const as = { person: 'p-manager', token: String(body.token) };
  expect(await opened().find(as, { words: 'head', most: 10 })).toEqual({ notAsked: 'no answer' });
  // This stand-in is one tenant: that it was asked for another is what it says.
  expect(logged.map(({ facts }) => facts)).toEqual([{ why: 'no answer', code: 'AADSTS90002' }]);
});

test('what is asked for on behalf of people is what the list of permissions says', () => {
  const listed = permissions.filter(({ kind }) => kind === 'delegated').map(({ name }) => name);
  const asked = Object.values(delegated).map((each) => each.split('/').at(-1));
  expect(asked.toSorted()).toEqual(listed.toSorted());
});
