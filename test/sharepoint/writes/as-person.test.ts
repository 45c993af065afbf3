// Writing as the person who saved something, where the council has it on: SharePoint then names them and not
// the app. Where they may not, or their token is gone, the app writes, with their key in ChangedBy.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appId, tenantId } from '../../../src/local/ids.ts';
import { type OnBehalfOf, openOnBehalfOf } from '../../../src/sharepoint/graph/on-behalf-of.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import type { Pending } from '../../../src/use-cases/ports.ts';
import { asPending } from '../../pending.ts';
import { maya, openTwoHands, type TwoHands, tom } from './two-hands.ts';

let two: TwoHands;
let sharepoint: SharePoint;
let onBehalfOf: OnBehalfOf;
let row = 0;
let sequence = 0;
/** Their keys on People. */
const [byMaya, byTom] = ['p-maya', 'p-tom'] as const;

beforeAll(async () => {
  two = await openTwoHands();
  onBehalfOf = openOnBehalfOf(
    { loginUrl: two.local.url, tenantId, clientId: appId, clientSecret: 'local' },
    logOf(),
  );
  sharepoint = await two.open({ onBehalfOf, writeAsPerson: true });
  await sharepoint.provision();
  await sharepoint.load();
  await grant('write');
  await written(person(byMaya, maya), person(byTom, tom));
}, 60_000);
afterAll(() => two.close());
beforeEach(async () => {
  row += 1;
  await two.local.faults({});
  await rulesFor(maya.id, []);
  await put(`apps/${appId}`, { scopes: ['User.ReadBasic.All', 'Sites.Selected'] });
});

const logOf = () => ({
  info: (event: string, facts = {}) => void two.local.logged.push({ event, facts }),
  fault: (event: string) => void two.local.logged.push({ event, facts: {} }),
});
const put = async (below: string, body: object, method: 'PUT' | 'POST' = 'PUT') => {
  const answer = await fetch(`${two.local.url}/local/${below}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${below} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
};
const rulesFor = (id: string, rules: readonly string[]) => put(`sign-in/people/${id}`, { rules });
const grant = (role: string) =>
  put('sites/stoke-on-trent', { displayName: 'Stoke', grants: [{ app: appId, role }] });
const tabToken = async (id: string) =>
  String((await put('sign-in/token', { personId: id }, 'POST'))['token']);
/** Somebody who is signed in to the tab presses a button there. */
const presses = async (person: string, { id }: { readonly id: string }) =>
  sharepoint.offer({ person, token: await tabToken(id) });

const key = () => `plan|${row}|2020-21 Q2`;
const due = { plan: 'plan', period: '2020-21 Q2', state: 'Due', owner: 'housing-needs' };
const saved = (change: Pick<Pending, 'register' | 'key' | 'set'>, by: string | null): Pending => {
  sequence += 1;
  return asPending(change, sequence, { by });
};
const person = (key: string, { id, displayName }: { id: string; displayName: string }) =>
  saved({ register: 'people', key, set: { title: displayName, objectId: id } }, null);
const returned = (set: Pending['set'], by: string | null) =>
  saved({ register: 'returns', key: key(), set }, by);
const begun = () => returned({ ...due, measure: `plan|${row}`, value: 1 }, null);
const written = async (...changes: Pending[]) => {
  sharepoint.replica.lay(changes);
  return sharepoint.lists.write(changes);
};

type Made = { readonly user?: { readonly id?: string }; readonly application?: { id?: string } };
type Item = { readonly lastModifiedBy: Made; readonly fields: Record<string, unknown> };
/** The row as its list has it, with who last changed it. */
const inTheList = async (list = 'Returns', of = key()): Promise<Item> => {
  const site = await two.local.graph<{ id: string }>('GET', `/sites/${two.local.site}`);
  const filter = encodeURIComponent(`fields/Key eq '${of}'`);
  const path = `/sites/${site.id}/lists/${list}/items?$expand=fields&$filter=${filter}`;
  const [item] = (await two.local.graph<{ value: Item[] }>('GET', path)).value;
  if (!item) throw new Error(`${list} has no row ${of}`);
  return item;
};
const editsHeard = async () => {
  await sharepoint.refresh();
  const edits = sharepoint.replica.takeEdits();
  return (await sharepoint.lists.whoEdited(edits)).flat();
};

describe('what somebody saves in the tab', () => {
  test('is in the list as theirs, and still says in ChangedBy who they are', async () => {
    await written(begun());
    await editsHeard();
    await presses(byMaya, maya);
    const [told] = await written(returned({ value: 5 }, byMaya));
    expect(told?.fault).toBeNull();
    const { lastModifiedBy, fields } = await inTheList();
    expect(lastModifiedBy.user?.id).toBe(maya.id);
    expect(fields).toMatchObject({ Value: 5, ChangedBy: byMaya });
    expect(await editsHeard()).toEqual([]);
  });

  test('begins a row as theirs too', async () => {
    await presses(byMaya, maya);
    await written(returned({ ...due, measure: `plan|${row}`, value: 2 }, byMaya));
    expect((await inTheList()).lastModifiedBy.user?.id).toBe(maya.id);
  });

  test('is written with nobody else’s, each in their own name and the product’s in its own', async () => {
    await presses(byMaya, maya);
    await presses(byTom, tom);
    const rows = [byMaya, byTom, null].map((by, at) =>
      saved({ register: 'returns', key: `${key()}${at}`, set: { ...due, measure: 'm' } }, by),
    );
    expect((await written(...rows)).map(({ fault }) => fault)).toEqual([null, null, null]);
    const made = await Promise.all(rows.map((each) => inTheList('Returns', each.key)));
    expect(
      made.map(({ lastModifiedBy: { user, application } }) => user?.id ?? application?.id),
    ).toEqual([maya.id, tom.id, appId]);
  });

  test('keeps the Journal the product’s own: nobody is asked to write that', async () => {
    await presses(byMaya, maya);
    const set = { title: 'x', plan: 'plan', register: 'returns', row: 'r', source: 'tab' };
    const told = { ...set, by: byMaya, at: '2020-10-01T08:00:00Z' };
    await written(saved({ register: 'journal', key: `${key()}|1`, set: told }, byMaya));
    const { lastModifiedBy } = await inTheList('Journal', `${key()}|1`);
    expect(lastModifiedBy).toMatchObject({ application: { id: appId } });
    expect(lastModifiedBy.user?.id).toBeUndefined();
  });

  test('is not mixed up with what they change in the list by hand, which is told as theirs', async () => {
    await written(begun());
    await presses(byMaya, maya);
    await written(returned({ value: 5 }, byMaya));
    await editsHeard();
    await two.hand(maya).edit('Returns', key(), { Commentary: 'typed in the list' });
    expect((await editsHeard()).map(({ editor }) => editor)).toEqual([
      { objectId: maya.id, name: maya.displayName, isThisApp: false },
    ]);
  });
});

describe('the app writes for a person, with their key in ChangedBy', () => {
  const expectTheAppWrote = async () => {
    const [told] = await written(returned({ value: 7 }, byMaya));
    expect(told?.fault).toBeNull();
    const { lastModifiedBy, fields } = await inTheList();
    expect(lastModifiedBy).toMatchObject({ application: { id: appId } });
    expect(lastModifiedBy.user?.id).toBeUndefined();
    expect(fields).toMatchObject({ Value: 7, ChangedBy: byMaya });
  };
  const freshPerson = async () => {
    sharepoint = await two.open({
      onBehalfOf: openOnBehalfOf(signIn(), logOf()),
      writeAsPerson: true,
    });
    await sharepoint.load();
    two.local.logged.length = 0;
  };
  const signIn = () => ({
    loginUrl: two.local.url,
    tenantId,
    clientId: appId,
    clientSecret: 'local',
  });
  const events = () => two.local.logged.map(({ event }) => event);

  test('who answered on a card, so that no token of theirs is at hand', async () => {
    await freshPerson();
    await written(begun());
    await expectTheAppWrote();
    expect(events()).not.toContain('written as the app, for the person may not');
  });

  test('who may not write on the site, which is in the log, and is not tried again at once', async () => {
    await freshPerson();
    await written(begun());
    await rulesFor(maya.id, ['not a member']);
    await presses(byMaya, maya);
    await expectTheAppWrote();
    expect(events()).toContain('written as the app, for the person may not');
    const before = await two.local.counted();
    await presses(byMaya, maya);
    await written(returned({ value: 8 }, byMaya));
    expect((await two.local.counted()).requests - before.requests).toBe(1);
  });

  test('where nobody agreed to it for the council, of which /health says where to', async () => {
    await freshPerson();
    await written(begun());
    await put(`apps/${appId}`, { scopes: ['User.ReadBasic.All'] });
    await presses(byMaya, maya);
    await expectTheAppWrote();
    expect(sharepoint.reasons().join(' ')).toMatch(/Sites\.Selected on behalf.*\/consent/);
    expect(two.local.logged).toContainEqual({
      event: 'not signed in to Graph for a person',
      facts: { why: 'consent', code: 'AADSTS65001' },
    });
  });

  test('to whom People has given another account since they signed in', async () => {
    await freshPerson();
    await written(begun());
    await presses(byMaya, maya);
    await written(returned({ value: 6 }, byMaya));
    expect((await inTheList()).lastModifiedBy.user?.id).toBe(maya.id);
    await written(person(byMaya, { ...maya, id: '99999999-0000-4000-8000-000000000001' }));
    await expectTheAppWrote();
    await written(person(byMaya, maya));
  });

  test('whose sign-in is slow to answer: a write does not wait for it', async () => {
    await freshPerson();
    await written(begun());
    await two.local.faults({ script: [{ on: 'signIn', times: 1, delayMs: 6_000 }] });
    await presses(byMaya, maya);
    const began = performance.now();
    await expectTheAppWrote();
    expect(performance.now() - began).toBeLessThan(5_500);
  });
});

describe('a write as a person whose answer was lost', () => {
  test.each([
    { named: true, how: 'the list names the app they came through' },
    { named: false, how: 'the list names them alone' },
  ])('is found done, and what they saved next is written, where $how', async ({ named }) => {
    await written(begun());
    await editsHeard();
    await two.local.faults({
      unnamedApps: !named,
      script: [{ on: 'graph', method: 'PATCH', path: '/items/', times: 1, dropAfterCommit: true }],
    });
    await presses(byMaya, maya);
    const first = returned({ value: 5 }, byMaya);
    const next = {
      ...returned({ value: 6 }, byMaya),
      acceptedAt: Temporal.Now.instant().subtract({ seconds: 5 }),
    };
    await written(first);
    // What the list says of its maker is all there is to go by: else it is told as an edit of theirs, too.
    const told = await editsHeard();
    expect(told.map(({ editor }) => editor.objectId)).toEqual(named ? [] : [maya.id]);
    expect((await written(next))[0]).toEqual({ sequence: next.sequence, fault: null });
    expect((await inTheList()).fields).toMatchObject({ Value: 6, ChangedBy: byMaya });
  });
});
