// Lines in a person's activity feed through Graph, as our adapter puts them there and local Teams takes them:
// by a permission given with the app, or for everybody; in the words of the manifest; in place of one before.
import { afterEach, beforeAll, expect, test } from 'vitest';
import { appId, tenantId } from '../../src/local/ids.ts';
import { openActivityFeed } from '../../src/sharepoint/graph/activity-feed.ts';
import { openGovernor } from '../../src/sharepoint/graph/governor.ts';
import { openGraph } from '../../src/sharepoint/graph/graph-client.ts';
import { machineClock } from '../../src/sharepoint/graph/machine-clock.ts';
import { graphScope, tokensFor } from '../../src/sharepoint/graph/tokens.ts';
import type { Activity } from '../../src/use-cases/feed-port.ts';
import { type Given, givenBot, givenLocal, newcomer, owner } from './given.ts';

let given: Given;
beforeAll(async () => {
  const bot = await givenBot();
  given = await givenLocal(bot.url);
});
afterEach(async () => {
  await given.ask('PUT /local/teams/resource-specific-consent', { allowed: true });
  await given.ask(`PUT /local/apps/${appId}`, { roles: ['Sites.Selected'] });
});

const tell = async (...activities: readonly Partial<Activity>[]) => {
  const token = tokensFor({
    loginUrl: given.local.url,
    tenantId,
    clientId: appId,
    clientSecret: 'local',
  })(graphScope);
  const graph = openGraph(
    { graphUrl: given.local.url, token, timeLimit: 10_000 },
    openGovernor(1_000_000, machineClock),
    machineClock,
  );
  return openActivityFeed(graph, appId).tell(activities.map((each) => ({ ...papers, ...each })));
};
const papers: Activity = {
  objectId: owner.id,
  type: 'papersToClear',
  fills: { papers: '2 papers', whom: 'finance' },
  preview: 'Quarter 2',
  screen: 'reports',
  chain: 7,
};
const feedOf = async (id: string) => (await given.ask(`GET /local/teams/people/${id}/feed`)).body;

test('a line is in the feed in the words of the manifest, and leads to the tab', async () => {
  expect(await tell({})).toEqual(['told']);
  const [line] = await feedOf(owner.id);
  expect(line).toMatchObject({ words: '2 papers to clear for finance', preview: 'Quarter 2' });
  expect(line.webUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/entity\/.+reports/);
});

test('a later one of the same chain takes its place', async () => {
  await tell({}, { fills: { papers: '3 papers', whom: 'finance' } });
  expect(await feedOf(owner.id)).toMatchObject([{ words: '3 papers to clear for finance' }]);
});

test('every kind of activity that the app tells is declared in its manifest', async () => {
  const kinds = [
    { type: 'targetsToWeigh', fills: { targets: '1 target' }, screen: 'targets', chain: 8 },
    { type: 'changedSinceSigned', fills: { signed: 'Housing' }, screen: 'sign-off', chain: 9 },
  ] as const;
  expect(await tell(...kinds)).toEqual(['told', 'told']);
});

test('who has not got the app, and whom nobody knows, cannot be told; the others are', async () => {
  const nobody = '00000000-0000-4000-8000-000000000009';
  expect(
    await tell({ objectId: newcomer.id }, { objectId: nobody }, { objectId: 'to follow' }, {}),
  ).toEqual(['refused', 'refused', 'refused', 'told']);
});

test('where the tenant lets no app be given it, TeamsActivity.Send serves, and without either nobody is told', async () => {
  await given.ask('PUT /local/teams/resource-specific-consent', { allowed: false });
  expect(await tell({})).toBeNull();
  await given.ask(`PUT /local/apps/${appId}`, { roles: ['TeamsActivity.Send'] });
  expect(await tell({})).toEqual(['told']);
});
