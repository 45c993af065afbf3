// What the local Teams page answers to a tab that speaks teams-js.
import { expect, test } from 'vitest';
import { answerTab, asTabMessage, type HostFacts } from '../../src/local/page/tab-host.ts';

const facts = (over: Partial<HostFacts> = {}): HostFacts => ({
  personId: 'person-1',
  userPrincipalName: 'head@council.example',
  displayName: 'Head of Housing Needs',
  tenantId: 'tenant-1',
  appId: 'app-1',
  theme: 'dark',
  page: null,
  token: async () => 'token-1',
  open: () => null,
  goTo: () => undefined,
  ...over,
});

const ask = (func: string, args: unknown[] = [], over: Partial<HostFacts> = {}) =>
  answerTab({ id: 1, func, args }, facts(over));

test('a tab learns that it is a page in Teams on the web', async () => {
  const [place, client, runtime] = (await ask('initialize')) ?? [];
  expect([place, client]).toEqual(['content', 'web']);
  expect(JSON.parse(String(runtime))).toEqual({ apiVersion: 4, supports: { pages: {} } });
});

test('the context names the seat, the tenant, the theme and the place asked for', async () => {
  expect(await ask('getContext', [], { page: 'measure/9' })).toMatchObject([
    { userObjectId: 'person-1', tid: 'tenant-1', theme: 'dark', subEntityId: 'measure/9' },
  ]);
});

test('a token, or the reason why there is none', async () => {
  expect(await ask('authentication.getAuthToken')).toEqual([true, 'token-1']);
  const token = async () => Promise.reject(new Error('Nobody has that id.'));
  expect(await ask('authentication.getAuthToken', [], { token })).toEqual([
    false,
    'Nobody has that id.',
  ]);
});

test('a link that may not be opened is refused to the tab as well', async () => {
  expect(await ask('executeDeepLink', ['javascript:1'], { open: () => 'Not opened.' })).toEqual([
    false,
    'Not opened.',
  ]);
});

test('what the stand-in does not carry is refused by name, and never left unanswered', async () => {
  expect(await ask('meeting.start')).toEqual([
    false,
    'The stand-in for Teams does not carry "meeting.start".',
  ]);
});

test('what is not a teams-js message is not heard', () => {
  for (const heard of [null, 'hello', { type: 'webpack' }, 7])
    expect(asTabMessage(heard)).toBeNull();
});
