// What is done as the person who is signed in: a manager looks in the directory for somebody who is not on
// People yet and hands a measure over to them, and the lists name the manager. Where nobody agreed to that for
// the council they are told so, and shown where to.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyoneHere, appId, tenantId } from '../../src/local/ids.ts';
import type { ColleaguesView } from '../../src/web/api-hand-over.ts';
import type { MyWorkView } from '../../src/web/api-my-work.ts';
import { type House, openHouse } from '../given.ts';
import { ask } from './seat.ts';
import { smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

const voids = 'operating-plan-2020-21|COM 9';
const newcomer = {
  id: 'bbbbbbbb-1111-4000-8000-000000000042',
  displayName: 'Empty Homes Co-ordinator',
  userPrincipalName: 'empty.homes@stoke.example',
  installed: true,
};
let house: House;
let manager: string;
const { row, received } = whatCameOf(() => house);

beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids', 'p-repairs']), { writesAsPerson: true });
  await ask('PUT', `${house.localUrl}/local/directory`, {
    people: [...house.council.directory, newcomer],
  });
  await house.moveClock('next');
  await house.seat('p-voids').press('not-mine');
  await house.seat('p-voids').press('not-mine', { because: 'Re-letting has a post of its own.' });
  await house.app.beatNow();
  manager = String((await row('Teams', String((await row('Measures', voids))['Team'])))['Manager']);
});
afterAll(() => house.close());

const inTheTab = async <Body>(path: string, body?: object) => {
  const answer = await fetch(`${house.appUrl}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await house.tabToken(manager)}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};
const look = async (words: string) =>
  (
    await inTheTab<ColleaguesView>(
      `/hand-over/people?${new URLSearchParams({ line: voids, words })}`,
    )
  ).body;

type Item = { lastModifiedBy: { user?: { id?: string } }; fields: Record<string, unknown> };
const lastChangedBy = async (list: string, key: string): Promise<string | undefined> => {
  await house.landed();
  const form = {
    grant_type: 'client_credentials',
    client_id: anyoneHere,
    client_secret: anyoneHere,
  };
  const got = await fetch(`${house.localUrl}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ ...form, scope: 'https://graph.microsoft.com/.default' }),
  });
  const { access_token: token } = (await got.json()) as { access_token: string };
  const items = `sites/localhost:/sites/${house.council.site}:/lists/${list}/items`;
  const filter = encodeURIComponent(`fields/Key eq '${key}'`);
  const found = await fetch(`${house.localUrl}/v1.0/${items}?$expand=fields&$filter=${filter}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await found.json()) as { value: Item[] }).value[0]?.lastModifiedBy.user?.id;
};

test('what needs a name stands on the manager’s work, with what its last owner said', async () => {
  const { body } = await inTheTab<MyWorkView>('/my-work');
  expect(body.toName).toMatchObject([
    { key: voids, why: expect.stringContaining('Re-letting has a post of its own.') },
  ]);
});

test('where nobody agreed to it, the register alone is searched, and a page says how to agree', async () => {
  await ask('PUT', `${house.localUrl}/local/apps/${appId}`, { scopes: [] });
  const found = await look('empty');
  expect(found.people).toEqual([]);
  expect(found.trouble).toMatchObject({ consentAt: '/consent' });
  const page = await fetch(`${house.appUrl}${found.trouble?.consentAt}`);
  const [, entra = ''] = /href="([^"]+)"/.exec(await page.text()) ?? [];
  const address = entra.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const agreed = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ said: 'accept' }),
    redirect: 'manual',
  });
  expect(agreed.status).toBe(303);
  expect(await look('empty')).toEqual({
    people: [
      {
        name: newcomer.displayName,
        note: newcomer.userPrincipalName,
        who: { account: newcomer.id },
      },
    ],
    trouble: null,
  });
});

test('somebody found in the directory is put on People, owns the measure and is told by card', async () => {
  const who = { account: newcomer.id };
  const { status } = await inTheTab('/hand-over/name', { line: voids, who });
  expect(status).toBe(200);
  await house.app.beatNow();
  expect(await row('People', newcomer.id)).toMatchObject({
    Title: newcomer.displayName,
    ObjectId: newcomer.id,
    Roles: 'owner',
  });
  expect(await row('Measures', voids)).toMatchObject({ Owner: newcomer.id, ChangedBy: manager });
  // They have had no card yet, so the opening's tells them what is theirs.
  expect(await received('Opening')).toContain(newcomer.id);
  expect((await inTheTab<MyWorkView>('/my-work')).body.toName).toEqual([]);
});

test('the lists name the manager for it, and the Journal tells it once', async () => {
  expect(await lastChangedBy('Measures', voids)).toBe(house.objectIdOf(manager));
  await house.app.beatNow();
  const told = (await house.list('Journal')).filter((each) => each['Row'] === `Measures: ${voids}`);
  expect(told.map((each) => [each['By'], each['Source']])).toEqual([
    ['p-voids', 'card'],
    [manager, 'tab'],
  ]);
});

test('after a restart there is no token of anybody, and what was accepted is written all the same', async () => {
  await house.trouble({
    script: [{ on: 'graph', method: 'PATCH', path: '/items/\\d+$', times: 100_000, status: 503 }],
  });
  await ask('PUT', `${house.localUrl}/local/directory`, {
    people: [...house.council.directory, newcomer],
  });
  await house.seat('p-repairs').press('not-mine');
  await house.seat('p-repairs').press('not-mine', { because: 'It goes with the other.' });
  const { body } = await inTheTab<MyWorkView>('/my-work');
  const [line] = body.toName;
  const who = { person: newcomer.id };
  expect((await inTheTab('/hand-over/name', { line: line?.key, who })).status).toBe(200);
  await house.restart(() => house.trouble());
  await house.landed();
  expect(await row('Measures', line?.key ?? '')).toMatchObject({
    Owner: newcomer.id,
    ChangedBy: manager,
  });
  expect(await lastChangedBy('Measures', line?.key ?? '')).toBeUndefined();
});
