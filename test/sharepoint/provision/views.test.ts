// Views and column formats, which Graph has none for, and the list that is kept apart: made through
// SharePoint's own interface where there is the right to it, named and left out where there is not.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../../src/registers/register.ts';
import { registers } from '../../../src/registers/registers.ts';
import { viewsOf } from '../../../src/registers/views.ts';
import { columnFormats } from '../../../src/sharepoint/rows/column-formats.ts';
import { placedColumns } from '../../../src/sharepoint/rows/columns.ts';
import { keptRegisters } from '../../../src/sharepoint/rows/kept.ts';
import { asPending } from '../../pending.ts';
import { type LocalSite, openLocalSite } from '../local-site.ts';
import { openProvisioningOn } from './provisioning-on.ts';

type ViewMade = {
  Id: string;
  Title: string;
  DefaultView: boolean;
  ViewQuery: string;
  ViewFields: { Items: string[] };
};

const kept = keptRegisters({ apart: false });
const withApart = keptRegisters({ apart: true });
const viewsIn = async (local: LocalSite, list: string) =>
  (
    await local.rest<{ value: ViewMade[] }>(
      'GET',
      `lists/getbytitle('${list}')/views?$expand=ViewFields`,
    )
  ).value;

describe('with the right to SharePoint’s own interface', () => {
  let local: LocalSite;
  beforeAll(async () => {
    local = await openLocalSite();
    await openProvisioningOn(local).run();
  }, 60_000);
  afterAll(() => local.close());

  test('every list has a view of all its rows as its default, and those it declares', async () => {
    for (const name of kept) {
      const declared = viewsOf(registers[name] as Register).map((view) => view.name);
      const made = await viewsIn(local, registers[name].list);
      expect(made.map(({ Title }) => Title)).toEqual(['All Items', ...declared]);
      expect(made.filter((view) => view.DefaultView).map(({ Title }) => Title)).toEqual(['All']);
      for (const view of made.slice(1)) expect(view.ViewFields.Items).toContain('LinkTitle');
    }
  });

  test('a view of some rows leaves out the others, and keeps those with a blank', async () => {
    const [, , outstanding] = await viewsIn(local, 'Returns');
    expect(outstanding?.ViewQuery).toBe(
      '<Where><Eq><FieldRef Name="State"/><Value Type="Text">Due</Value></Eq></Where><OrderBy><FieldRef Name="DueOn"/></OrderBy>',
    );
    const notDone = (await viewsIn(local, 'Actions')).find(({ Title }) =>
      Title.startsWith('Not done'),
    );
    expect(notDone?.ViewQuery).toContain('<Or><IsNull><FieldRef Name="Status"/></IsNull><And>');
    const newest = (await viewsIn(local, 'Journal')).find(({ Title }) => Title === 'Newest first');
    expect(newest?.ViewQuery).toBe('<OrderBy><FieldRef Name="ID" Ascending="FALSE"/></OrderBy>');
  });

  test('a status is a shape and a word, never colour alone', async () => {
    const fields = await local.rest<{
      value: { InternalName: string; CustomFormatter: string | null }[];
    }>('GET', "lists/getbytitle('Report lines')/fields");
    const format = fields.value.find(({ InternalName }) => InternalName === 'Standing');
    for (const words of ['■', 'Off target', '●', 'On target', '▲', 'Within tolerance'])
      expect(format?.CustomFormatter).toContain(words);
  });

  test('a view arranged by hand is left as it is, and said; one deleted is made again', async () => {
    const [, , live] = await viewsIn(local, 'Projects');
    const view = `lists/getbytitle('Projects')/views('${live?.Id}')`;
    await local.rest('POST', `${view}/viewfields/addviewfield('Phase')`);
    const { done, noticed } = await openProvisioningOn(local).run();
    expect(done).toEqual([]);
    expect(noticed).toEqual(['Projects: the view Live shows other columns than ours: left.']);
    await local.rest('MERGE', view, { Title: 'Ours' });
    expect((await openProvisioningOn(local).run()).done).toEqual([
      'Make the view Live on Projects',
    ]);
  });

  test('a format set by hand is left as it is, and said', async () => {
    const field = "lists/getbytitle('Savings')/fields/getbyinternalnameortitle('Status')";
    await local.rest('MERGE', field, { CustomFormatter: '{"elmType":"div"}' });
    const { done, noticed } = await openProvisioningOn(local).run();
    expect(done).toEqual([]);
    expect(noticed).toContain('Savings: Status has a format other than ours: left.');
  });
});

describe('without the right', () => {
  let local: LocalSite;
  beforeEach(async () => {
    local = await openLocalSite();
  });
  afterEach(() => local.close());

  test('the lists are made all the same, and the views left out are named', async () => {
    const { done, skipped, failed } = await openProvisioningOn(local, { restToken: null }).run();
    expect(done).toEqual(kept.map((name) => `Make the list ${registers[name].list}`));
    expect(failed).toEqual([]);
    expect(skipped).toHaveLength(kept.length);
    expect(skipped).toContain(
      'Actions: the views All; By due date; Not done, by due date, and the formats of Due on, Percent complete, Status',
    );
  });

  test.each([401, 403])('refused with %i, it is the same', async (status) => {
    await local.faults({ script: [{ on: 'rest', times: 1000, status }] });
    const first = await openProvisioningOn(local).run();
    expect(first.done).toHaveLength(kept.length);
    expect(first.skipped).toContain('Make the view Outstanding on Returns');
    const again = await openProvisioningOn(local).run();
    expect(again).toMatchObject({ done: [], failed: [] });
    expect(again.skipped).toHaveLength(kept.length);
  });

  test('busy in passing, it is asked again', async () => {
    await local.faults({ script: [{ on: 'rest', times: 2, status: 429, retryAfter: 0 }] });
    expect((await openProvisioningOn(local).run()).skipped).toEqual([]);
  });
});

const anAim = () =>
  asPending(
    {
      register: 'personalObjectives',
      key: 'p|2020-21|1',
      set: { title: 'An aim', person: 'p', year: '2020-21' },
    },
    1,
  );

describe('Personal objectives', () => {
  let local: LocalSite;
  const words =
    "Make the list Personal objectives, closed to all but the app and the site's owners";
  beforeEach(async () => {
    local = await openLocalSite();
  });
  afterEach(() => local.close());
  const listNames = async () => {
    const token = await local.asTheApp.token();
    const answer = await fetch(`${local.url}/v1.0/sites/${local.site}:/lists`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { value } = (await answer.json()) as { value: { displayName: string }[] };
    return value.map(({ displayName }) => displayName);
  };
  const asTheApp = () => openProvisioningOn(local, { ...local.asTheApp, kept: withApart });

  test('is not made unless the council asks for it', async () => {
    await openProvisioningOn(local).run();
    expect(await listNames()).not.toContain('Personal objectives');
  });

  test('is made closed: nobody but the app can open it, or see that it is there', async () => {
    expect((await asTheApp().run()).done).toContain(words);
    expect(await listNames()).toContain('Personal objectives');
    await expect(
      local.graph('GET', `/sites/${local.site}:/lists/Personal objectives/items`),
    ).rejects.toThrow('answered 403');
    await expect(local.rest('GET', "lists/getbytitle('Personal objectives')")).rejects.toThrow(
      '403',
    );
    const seen = await local.graph<{ value: { displayName: string }[] }>(
      'GET',
      `/sites/${local.site}:/lists`,
    );
    expect(seen.value.map(({ displayName }) => displayName)).not.toContain('Personal objectives');
    expect(await asTheApp().run()).toMatchObject({ done: [], skipped: [], failed: [] });
  });

  test('is not made where it could not be closed, and it is said why', async () => {
    const without = openProvisioningOn(local, {
      ...local.asTheApp,
      restToken: null,
      kept: withApart,
    });
    expect((await without.run()).skipped[0]).toBe(
      `${words}: not made, for it must be closed before a row is written`,
    );
    await local.faults({
      script: [{ on: 'rest', path: 'breakroleinheritance', times: 1, status: 403 }],
    });
    const { skipped, failed } = await asTheApp().run();
    expect(skipped).toEqual([
      `${words}: not done, for want of the right to say who may open a list`,
    ]);
    expect(failed).toEqual([]);
    expect(await listNames()).not.toContain('Personal objectives');
    expect((await asTheApp().run()).done).toContain(words);
  });

  test('left open by a run cut short, or by hand, is closed by the next', async () => {
    await openProvisioningOn(local, { ...local.asTheApp, kept: withApart }).run();
    const personal = "lists/getbytitle('Personal objectives')";
    await local.graph('DELETE', `/sites/${local.site}:/lists/Values`);
    await remakeOpen(local);
    expect((await asTheApp().run()).done).toContain(
      "Close Personal objectives to all but the app and the site's owners",
    );
    await expect(local.rest('GET', personal)).rejects.toThrow('403');
  });

  test('switched off, it is empty to every reader, and a write to it is forbidden', async () => {
    const sharepoint = await local.open();
    await sharepoint.provision();
    await sharepoint.load();
    const change = anAim();
    sharepoint.replica.lay([change]);
    expect(sharepoint.replica.registers().personalObjectives.size).toBe(0);
    expect(await sharepoint.lists.write([change])).toEqual([{ sequence: 1, fault: 'forbidden' }]);
  });

  test('switched on, it holds rows like any other register', async () => {
    await asTheApp().run();
    const sharepoint = await local.open({ ...local.asTheApp, kept: withApart });
    await sharepoint.load();
    expect(await sharepoint.lists.write([anAim()])).toEqual([{ sequence: 1, fault: null }]);
    expect(sharepoint.replica.registers().personalObjectives.size).toBe(1);
  });
});

/** The list as a run left it that stopped between making and closing it. */
const remakeOpen = async (local: LocalSite): Promise<void> => {
  const token = await local.asTheApp.token();
  const ask = (method: string, below: string, body?: object) =>
    fetch(`${local.url}/v1.0/sites/${local.site}:/lists${below}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  await ask('DELETE', '/Personal objectives');
  await ask('POST', '', { displayName: 'Personal objectives', columns: [] });
};

test('every format is of a column the register has', () => {
  for (const name of withApart) {
    const properties = placedColumns(name).map(({ property }) => property);
    for (const property of columnFormats(name).keys()) expect(properties).toContain(property);
  }
});
