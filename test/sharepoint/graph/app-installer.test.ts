// Installing the app through Graph: what each answer means, and that nothing is sent in vain.
import { expect, test } from 'vitest';
import { openAppInstaller } from '../../../src/sharepoint/graph/app-installer.ts';
import { graphOn, openOddGraph, sayJson } from './odd-graph.ts';

const account = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const teamsAppId = '5b0d7c36-2e1f-4f0a-8c94-6d3a1e7f9b05';
type Said = { readonly status: number; readonly message?: string };

/** A Graph that says this of each account; null leaves it out of the answer. */
const installerWhere = async (said: (id: string) => Said | null) => {
  const graph = await openOddGraph((response, { body }) => {
    const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
    const responses = requests.flatMap(({ id, url }) => {
      const one = said(url.split('/')[2] ?? '');
      if (one === null) return [];
      const { status, message = 'said' } = one;
      const error = { error: { code: 'said', message } };
      return [{ id, status, headers: {}, body: status < 300 ? null : error }];
    });
    sayJson(response, { responses });
  });
  const catalogued = { graphUrl: graph.url, teamsAppId };
  return { graph, installer: openAppInstaller(graphOn(graph), catalogued) };
};

test('it is there afterwards, was there, may not be, or may be asked for again', async () => {
  const policy = { status: 403, message: 'App is blocked by app permission policy.' };
  const said = [
    { status: 201 },
    { status: 409 },
    policy,
    { status: 404 },
    { status: 429 },
    { status: 503 },
    null,
  ];
  const { graph, installer } = await installerWhere((id) => said[Number(id.slice(-1))] ?? null);
  const ends = [
    'installed',
    'already',
    'refused',
    'refused',
    'no answer',
    'no answer',
    'no answer',
  ];
  expect(await installer.install(said.map((_, n) => account(n)))).toEqual(ends);
  const { requests } = JSON.parse(graph.asked[0]?.body ?? '') as { requests: object[] };
  expect(requests[0]).toMatchObject({
    method: 'POST',
    url: `/users/${account(0)}/teamwork/installedApps`,
    body: { 'teamsApp@odata.bind': `${graph.url}/v1.0/appCatalogs/teamsApps/${teamsAppId}` },
  });
});

test('who has no account yet is not asked for, and every other keeps their place', async () => {
  const { graph, installer } = await installerWhere(() => ({ status: 201 }));
  const ids = ['to follow', ...Array.from({ length: 21 }, (_, n) => account(n))];
  expect(await installer.install(ids)).toEqual(['refused', ...Array(21).fill('installed')]);
  expect(graph.asked).toHaveLength(2);
});

test('without leave to install itself it says so, and asks for nobody else', async () => {
  const message =
    "Missing role permissions on the request. API requires one of 'TeamsAppInstallation.ReadWriteSelfForUser.All'. Roles on the request 'Sites.Selected'.";
  const { graph, installer } = await installerWhere(() => ({ status: 403, message }));
  expect(await installer.install(Array.from({ length: 30 }, (_, n) => account(n)))).toBeNull();
  expect(graph.asked).toHaveLength(1);
});
