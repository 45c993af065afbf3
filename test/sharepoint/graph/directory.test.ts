// The directory asked who is there no more and who is in a group, and mailboxes who is out of office: only what
// they say plainly is believed.
import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { openDirectory } from '../../../src/sharepoint/graph/directory.ts';
import { openGroups } from '../../../src/sharepoint/graph/groups.ts';
import { type Asked, graphOn, openOddGraph, sayJson } from './odd-graph.ts';

const account = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A Graph that answers each part of a batch with the status said of its account, and what is said of it. */
const directoryWhere = async (
  status: (id: string) => number | null,
  of?: (id: string) => unknown,
) => {
  const answer = (response: ServerResponse, { body }: Asked) => {
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
    const responses = requests.flatMap(({ id, url }) => {
      const account = /^\/users\/([^?/]+)[?/]/.exec(url)?.[1] ?? '';
      const said = status(account);
      const error = { error: { code: 'said', message: 'said' } };
      const ok = said === 200 ? (of?.(account) ?? { id: account }) : error;
      return said === null ? [] : [{ id, status: said, headers: {}, body: ok }];
    });
    sayJson(response, { responses });
  };
  const graph = await openOddGraph(answer);
  return { graph, directory: openDirectory(graphOn(graph)) };
};

test('an account that is not found is gone; one that is there, or of which nothing is said, is not', async () => {
  const said: Record<string, number | null> = {
    [account(1)]: 200,
    [account(2)]: 404,
    [account(3)]: null,
    [account(4)]: 500,
  };
  const { directory } = await directoryWhere((id) => said[id] ?? null);
  expect(await directory.gone(Object.keys(said))).toEqual([account(2)]);
});

test('what is no id of an account is not asked for, nor taken to be gone', async () => {
  const { graph, directory } = await directoryWhere(() => 404);
  expect(await directory.gone(['to follow', 'maya.khan@council.example', 'vacant'])).toEqual([]);
  expect(graph.asked).toEqual([]);
});

test('without leave to read users it says so, and believes nothing', async () => {
  const { directory } = await directoryWhere((id) => (id === account(2) ? 404 : 403));
  expect(await directory.gone([account(1), account(2)])).toBeNull();
});

test('hundreds are asked twenty at a time', async () => {
  const { graph, directory } = await directoryWhere(() => 200);
  const ids = Array.from({ length: 45 }, (_, at) => account(at));
  expect(await directory.gone(ids)).toEqual([]);
  expect(graph.asked).toHaveLength(3);
});

const replies = (from: string, until: string, timeZone = 'UTC') => ({
  status: 'scheduled',
  externalAudience: 'all',
  internalReplyMessage: 'Away.',
  scheduledStartDateTime: { dateTime: from, timeZone },
  scheduledEndDateTime: { dateTime: until, timeZone },
});

test('who is out of office is told with when it begins and ends, in whichever zone the mailbox names it', async () => {
  const said: Record<string, unknown> = {
    [account(1)]: replies('2020-10-01T07:00:00.0000000', '2020-10-12T07:00:00.0000000'),
    [account(2)]: replies('2020-10-01T08:00:00', '2020-12-12T08:00:00', 'GMT Standard Time'),
    [account(3)]: { ...replies('2020-10-01T07:00:00', '2020-10-12T07:00:00'), status: 'disabled' },
    [account(4)]: { status: 'alwaysEnabled' },
  };
  const { directory } = await directoryWhere(
    () => 200,
    (id) => said[id],
  );
  const found = await directory.away(Object.keys(said));
  expect(
    found?.map(({ outOfOffice: out }) => out && [String(out.from), String(out.until)]),
  ).toEqual([
    ['2020-10-01T07:00:00Z', '2020-10-12T07:00:00Z'],
    ['2020-10-01T07:00:00Z', '2020-12-12T08:00:00Z'],
    null,
    ['null', 'null'],
  ]);
});

test('nothing is known of a mailbox that is not there, that is closed, or that says what cannot be read', async () => {
  const statuses = [200, 404, 403, 500, 200, 200];
  const odd = [
    { status: 'disabled' },
    null,
    null,
    null,
    replies('last Tuesday', '2020-10-12T07:00:00'),
    replies('2020-10-01T07:00:00', '2020-10-12T07:00:00', 'Nowhere Standard Time'),
  ];
  const nth = (id: string) => Number(id.slice(-1));
  const { directory } = await directoryWhere(
    (id) => statuses[nth(id)] ?? null,
    (id) => odd[nth(id)],
  );
  expect(await directory.away(odd.map((_, n) => account(n)))).toEqual([
    { objectId: account(0), outOfOffice: null },
  ]);
});

test('without leave to read mailboxes it says so, and asks no more than twenty', async () => {
  const { graph, directory } = await directoryWhere(() => 403);
  expect(await directory.away(Array.from({ length: 45 }, (_, at) => account(at)))).toBeNull();
  expect(graph.asked).toHaveLength(1);
});

test('with nobody to ask about it asks nothing', async () => {
  const { graph, directory } = await directoryWhere(() => 403);
  expect(await directory.away(['to follow'])).toEqual([]);
  expect(graph.asked).toEqual([]);
});

const group = 'aaaaaaaa-0000-4000-8000-000000000001';
const itsMembers = `/v1.0/groups/${group}/transitiveMembers`;

test('a group is read over all its pages, groups and devices within it left out', async () => {
  const graph = await openOddGraph((response, { path, headers }) => {
    const isLast = path.includes('skiptoken');
    const value = (isLast ? ['user c'] : ['user a', 'device d', 'group g']).map((each) => {
      const [kind, id] = each.split(' ');
      return { '@odata.type': `#microsoft.graph.${kind}`, id };
    });
    const next = { '@odata.nextLink': `http://${headers.host}${itsMembers}?$skiptoken=2` };
    sayJson(response, { value, ...(!isLast && next) });
  });
  expect(await openGroups(graphOn(graph)).members(group)).toEqual(['a', 'c']);
  expect(graph.asked.map(({ path }) => path.split('?')[0])).toEqual([itsMembers, itsMembers]);
});

test('a group whose second page is refused is not read by half', async () => {
  const graph = await openOddGraph((response, { path, headers }) => {
    const next = `http://${headers.host}${itsMembers}?$skiptoken=2`;
    if (path.includes('skiptoken')) sayJson(response, { error: { code: 'x', message: 'x' } }, 400);
    else sayJson(response, { value: [{ id: 'a' }], '@odata.nextLink': next });
  });
  await expect(openGroups(graphOn(graph)).members(group)).rejects.toThrow('answered 400');
});

test.each([
  [401, 'not granted'],
  [403, 'not granted'],
  [404, 'no such group'],
])('asked about a group, %i is %s', async (status, said) => {
  const error = { error: { code: 'said', message: 'said' } };
  const graph = await openOddGraph((response) => sayJson(response, error, status));
  expect(await openGroups(graphOn(graph)).members(group)).toBe(said);
});

test('what is no id of a group is not asked for', async () => {
  const graph = await openOddGraph((response) => sayJson(response, { value: [] }));
  expect(await openGroups(graphOn(graph)).members('../users')).toBe('no such group');
  expect(graph.asked).toEqual([]);
});
