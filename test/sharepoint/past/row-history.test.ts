// A row's versions as its list kept them: who made each, when, and what it held.
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { appId } from '../../../src/local/ids.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { inTime } from '../../../src/sharepoint/past/row-history.ts';
import type { RowVersion } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';
import { byHandOn } from '../by-hand.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { openMeddling } from '../replica/meddling-proxy.ts';

let local: LocalSite;
let sharepoint: SharePoint;
let code = 0;
let sequence = 0;

beforeAll(async () => {
  local = await openLocalSite();
  await (await local.open()).provision();
  sharepoint = await local.open({ ...local.asTheApp, appId, timeLimit: 2_000 });
  await sharepoint.load();
}, 60_000);
afterAll(() => local.close());
beforeEach(async () => {
  await local.faults({});
  code += 1;
});

const key = () => `plan|H${code}`;
const write = async (set: object, by: string | null = null): Promise<void> => {
  sequence += 1;
  const change = { register: 'actions' as const, key: key(), set: set as Record<string, string> };
  const changes = [asPending(change, sequence, { by })];
  sharepoint.replica.lay(changes);
  expect((await sharepoint.lists.write(changes)).map(({ fault }) => fault)).toEqual([null]);
};
const begin = () => write({ title: 'Begun', plan: 'plan', code: `H${code}`, kind: 'activity' });
const byHand = async (fields: object): Promise<void> => {
  const hand = byHandOn(local.graph, local.site);
  await hand.edit('Actions', key(), fields as Record<string, string>);
};
const history = async (): Promise<readonly RowVersion[]> => {
  const answer = await sharepoint.lists.history('actions', key());
  if ('fault' in answer) throw new Error(answer.fault);
  return answer;
};

test('are told newest first, with the person the app names and the one who edited by hand', async () => {
  await begin();
  await write({ title: 'Changed' }, 'officer');
  await byHand({ Title: 'By hand' });
  const versions = await history();
  expect(versions.map(({ id }) => id)).toEqual(['3.0', '2.0', '1.0']);
  expect(versions.map(({ row }) => row?.title)).toEqual(['By hand', 'Changed', 'Begun']);
  expect(versions.map(({ editor }) => editor.isThisApp)).toEqual([false, true, true]);
  expect(versions[1]?.changedBy).toBe('officer');
  expect(versions[2]?.changedBy).toBe('Golden Thread');
});

test('are shown though one of them cannot be read', async () => {
  await begin();
  await byHand({ DueOn: 'tomorrow' });
  await byHand({ DueOn: '2020-12-01' });
  const rows = (await history()).map(({ row }) => row !== null);
  expect(rows).toEqual([true, false, true]);
});

test('are none for a row that has not reached its list', async () => {
  const changes = [
    asPending({ register: 'actions', key: key(), set: { title: 'Waiting' } }, (sequence += 1)),
  ];
  sharepoint.replica.lay(changes);
  expect(await history()).toEqual([]);
});

test('are asked for once where two people open them at once', async () => {
  await begin();
  const before = await local.counted();
  const [one, other] = await Promise.all([history(), history()]);
  expect(one).toEqual(other);
  expect((await local.counted()).requests - before.requests).toBe(1);
});

test('are a fault in words of ours where Graph does not let them be read', async () => {
  await begin();
  const fault = (status: number) =>
    local.faults({
      script: [{ on: 'graph', method: 'GET', path: '/versions$', times: 9, status }],
    });
  await fault(403);
  expect(await sharepoint.lists.history('actions', key())).toEqual({ fault: 'forbidden' });
});

test('are waited for only as long as a person waits', async () => {
  expect(await inTime(new Promise(() => undefined), 20)).toEqual({ fault: 'throttled' });
});

test('are read to the last page', async () => {
  await begin();
  for (const percent of [1, 2, 3]) await byHand({ Percent: percent });
  const proxy = await openMeddling(local.url);
  onTestFinished(() => proxy.close());
  const behind = await local.open({ ...local.asTheApp, appId, graphUrl: proxy.url });
  await behind.load();
  // A first page of two, and the others where it says.
  proxy.meddle = ({ path }, text) => {
    if (!path.includes('/versions')) return text;
    const { value } = JSON.parse(text) as { value: object[] };
    const isFirst = !path.includes('$top');
    const link = { '@odata.nextLink': `${proxy.url}${path}&$top=1000` };
    return JSON.stringify(
      isFirst ? { value: value.slice(0, 2), ...link } : { value: value.slice(2) },
    );
  };
  const versions = (await behind.lists.history('actions', key())) as readonly RowVersion[];
  expect(versions.map(({ id }) => id)).toEqual(['4.0', '3.0', '2.0', '1.0']);
});
