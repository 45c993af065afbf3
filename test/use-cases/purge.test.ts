// What the council's retention takes out is gone from the lists, told of once and without what it held; what
// was not shown and agreed stays.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { purgeCommand } from '../../src/commands/purge.ts';
import { Unable } from '../../src/commands/unable.ts';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { RegisterName } from '../../src/registers/registers.ts';
import type { SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { accept } from '../../src/use-cases/accept.ts';
import { change } from '../../src/use-cases/change.ts';
import { openHandEditJournal } from '../../src/use-cases/journal-hand-edits.ts';
import { landChanges } from '../../src/use-cases/land-changes.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { planPurge, purge } from '../../src/use-cases/purge.ts';
import { soaking } from '../counts.ts';
import { asPending } from '../pending.ts';
import { type LocalSite, openLocalSite } from '../sharepoint/local-site.ts';

let folder: string;
let local: LocalSite;
let sharepoint: SharePoint;
let outbox: Outbox;
const log = { info: () => undefined, fault: () => undefined };
const today = Temporal.ZonedDateTime.from('2026-11-22T10:00[Europe/London]');
const never = () => false;

beforeEach(async () => {
  isAway = false;
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-purge-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  local = await openLocalSite();
  sharepoint = await local.open();
  await sharepoint.provision();
  await sharepoint.load();
  await keep('retention', 'Notifications', { title: 'Notifications', months: 24 });
  await keep('retention', 'People', { title: 'People', months: 12 });
  await keep('cycles', 'plan|2020-21 Q2', {
    title: 'Q2',
    plan: 'plan',
    period: '2020-21 Q2',
    state: 'Closed',
    opensOn: '2020-10-01',
    sendAt: '09:00',
    dueWorkingDay: 10,
    remindBefore: 3,
    managerAfter: 1,
    smtAfter: 3,
    closeAfter: 5,
  });
  await keep('people', 'p-gone', {
    title: 'A name to be forgotten',
    objectId: 'object-of-gone',
    upn: 'forgotten@example.invalid',
    roles: ['owner'],
    leftOn: '2021-03-31',
  });
  for (const n of [1, 2, 3]) await sentLongAgo(n);
}, 60_000);
afterEach(async () => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
  await local.close();
});

const card = (n: number) => ({
  title: `Card ${n}`,
  plan: 'plan',
  cycle: 'plan|2020-21 Q2',
  person: 'p-gone',
  step: 'Opening',
  state: 'Sent',
  fellDueAt: '2020-10-01T08:00:00Z',
  settledAt: '2020-10-01T08:00:05Z',
});
const cardKey = (n: number) => `p-gone|plan|2020-21 Q2|${n}`;
const sentLongAgo = (n: number) => keep('notifications', cardKey(n), card(n));
/** More than are taken out at once. */
const hundredMore = async () => {
  const numbers = Array.from({ length: 110 }, (_, at) => 900 + at);
  const changes = numbers.map((n) => change('notifications', cardKey(n), card(n) as never));
  await accept(portsNow(), [
    { key: 'a hundred', by: null, at: today.toInstant(), changes, message: null },
  ]);
  await landChanges(portsNow(), never);
};

const portsNow = (): Pick<Ports, 'clock' | 'outbox' | 'replica' | 'lists' | 'log'> => ({
  clock: { now: () => today },
  log,
  outbox,
  replica: sharepoint.replica,
  lists: sharepoint.lists,
});
let entries = 0;
const keep = async (register: RegisterName, key: string, set: object) => {
  entries += 1;
  await accept(portsNow(), [
    {
      key: `entry|${entries}`,
      by: null,
      at: today.toInstant(),
      changes: [change(register, key, set as never)],
      message: null,
      journal: { source: 'command', why: null },
    },
  ]);
  await landChanges(portsNow(), never);
};
/** As another process reads the lists themselves. */
const inTheLists = async () => {
  const other = await local.open();
  await other.load();
  return other.replica.registers();
};
let isAway = false;
const hear = async (): Promise<void> => {
  if (isAway) throw new Unable('The lists cannot be read.');
  await sharepoint.refresh();
  sharepoint.replica.lay(await outbox.pending(Number.MAX_SAFE_INTEGER));
};
const refresh = () => hear().then(() => null);
const command = async (...args: readonly string[]): Promise<string> => {
  const said: string[] = [];
  await purgeCommand(
    args,
    {},
    {
      openCouncil: () =>
        Promise.resolve({
          ports: portsNow(),
          refresh: hear,
          land: async () => {
            await landChanges(portsNow(), never);
            return outbox.depth().changes;
          },
          close: () => Promise.resolve(),
        }),
      say: (words) => said.push(words),
    },
  );
  return said.join('\n');
};

test('it is shown first, and only what was shown is taken out', async () => {
  for (const args of [[], ['--plan', '--agree', 'abcabcabcabc'], ['--agree', 'yes'], ['--now']])
    await expect(command(...args)).rejects.toThrow(Unable);
  const shown = await command('--plan');
  expect(shown).toContain('Notifications: 3 rows of before');
  expect(shown).toContain('People: 1 name taken out');
  const [, code = ''] = /--agree ([0-9a-f]{12})/.exec(shown) ?? [];
  await sentLongAgo(4);
  await expect(command('--agree', code)).rejects.toThrow(Unable);
  expect((await inTheLists()).notifications.size).toBe(4);

  const [, again = ''] = /--agree ([0-9a-f]{12})/.exec(await command('--plan')) ?? [];
  expect(await command('--agree', again)).toContain('Taken out: 5 rows; 1 name.');
  expect((await inTheLists()).notifications.size).toBe(0);
  expect(await command('--plan')).toBe('Nothing is old enough to go.');
});

test('a row that a change still waits for stays: written, it would come back', async () => {
  const key = 'p-gone|plan|2020-21 Q2|1';
  const late = change('notifications', key, { reason: 'late' });
  await accept(portsNow(), [
    { key: 'late', by: null, at: today.toInstant(), changes: [late], message: null },
  ]);
  expect(await command('--plan')).toContain('Notifications: 2 rows of before');
  await landChanges(portsNow(), never);
  expect(await command('--plan')).toContain('Notifications: 3 rows of before');
});

test('what is changed while other rows are being taken out, here or in the lists, stays', async () => {
  await hundredMore();
  const { going, fingerprint } = await planPurge(portsNow());
  const [answered = '', settled = '', ...others] = (going[0]?.keys ?? []).toReversed();
  const asked: string[] = [];
  const meanwhile = async () => {
    const late = change('notifications', answered, { reason: 'late' });
    await accept(portsNow(), [
      { key: 'late', by: null, at: today.toInstant(), changes: [late], message: null },
    ]);
    const other = await local.open();
    await other.load();
    const set = { settledAt: '2026-11-22T08:00:00Z' };
    await other.lists.write([asPending({ register: 'notifications', key: settled, set }, 1)]);
  };
  const lists: typeof sharepoint.lists = {
    ...sharepoint.lists,
    remove: async (rows) => {
      if (asked.length === 0) await meanwhile();
      asked.push(...rows.map(({ key }) => key));
      return sharepoint.lists.remove(rows);
    },
  };
  const found = await purge({ ...portsNow(), lists, refresh }, fingerprint);
  expect(found).toMatchObject({ removed: others.length + 1, changed: 2, faults: new Map() });
  expect(asked).not.toContain(answered);
  expect(asked).not.toContain(settled);
  await landChanges(portsNow(), never);
  const left = [...(await inTheLists()).notifications.values()].map(({ key }) => key);
  expect(left.toSorted()).toEqual([answered, settled].toSorted());
});

test('where the lists cannot be heard any more, the rest goes with the next purge', async () => {
  await hundredMore();
  const { going, fingerprint } = await planPurge(portsNow());
  isAway = true;
  const said = await command('--agree', fingerprint);
  expect(process.exitCode).toBe(1);
  process.exitCode = undefined;
  const rest = (going[0]?.keys.length ?? 0) + 1 - 100;
  expect(said).toContain('Taken out: 100 rows;');
  expect(said).toContain(`Not taken out: ${rest} rows (unreachable). They go with the next purge.`);
});

test('what the Journal holds of somebody nameless goes later where it could not go at once', async () => {
  const { fingerprint } = await planPurge(portsNow());
  const away: typeof sharepoint.lists = {
    ...sharepoint.lists,
    remove: (rows) => Promise.resolve(rows.map(() => 'unreachable' as const)),
  };
  await purge({ ...portsNow(), lists: away }, fingerprint);
  await landChanges(portsNow(), never);
  await purge(portsNow(), (await planPurge(portsNow())).fingerprint);
  const told = [...(await inTheLists()).journal.values()];
  expect(JSON.stringify(told)).not.toContain('A name to be forgotten');
});

test('somebody who left long ago has no name any more, in no list, and all that names them still does', async () => {
  await keep('teams', 'housing', { title: 'Housing', directorate: 'Place', manager: 'p-gone' });
  const { fingerprint } = await planPurge(portsNow());
  await purge(portsNow(), fingerprint);
  await landChanges(portsNow(), never);
  const lists = await inTheLists();
  expect(lists.people.get('p-gone')).toMatchObject({
    title: 'Somebody who left',
    upn: null,
    roles: [],
  });
  expect(lists.teams.get('housing')?.manager).toBe('p-gone');
  const everything = JSON.stringify(Object.values(lists).flatMap((table) => [...table.values()]));
  for (const personal of ['A name to be forgotten', 'object-of-gone', 'forgotten@example.invalid'])
    expect(everything).not.toContain(personal);
});

test('the Journal says how many went and why, once, and nothing of what they held', async () => {
  await sharepoint.refresh();
  const journalHandEdits = openHandEditJournal(portsNow());
  // Another process takes them out: this one hears of it from the lists.
  const other = await local.open();
  await other.load();
  const elsewhere = { ...portsNow(), replica: other.replica, lists: other.lists };
  await purge(elsewhere, (await planPurge(elsewhere)).fingerprint);
  await landChanges(elsewhere, never);
  await sharepoint.refresh();
  await journalHandEdits(never);
  await landChanges(portsNow(), never);
  const told = [...(await inTheLists()).journal.values()].filter(({ row }) =>
    row.startsWith('Notifications'),
  );
  const after = told.filter(({ why }) => why?.startsWith('Retention') === true);
  expect(after.map(({ title, from, to }) => [title, from, to])).toEqual([
    ['Notifications: removed: 3 rows', null, null],
  ]);
  expect(told.filter(({ source }) => source === 'list edited by hand')).toEqual([]);
});

test.runIf(soaking)(
  'rows that Graph keeps are said, and go with the next purge; what is gone already is no fault',
  async () => {
    await local.faults({ script: [{ on: 'graph', times: 1_000, status: 503 }] });
    const { fingerprint } = await planPurge(portsNow());
    const first = await purge(portsNow(), fingerprint);
    expect('faults' in first && [...first.faults.keys()]).toEqual(['unreachable']);
    await local.faults({ script: [] });
    const next = await purge(portsNow(), (await planPurge(portsNow())).fingerprint);
    expect(next).toMatchObject({ faults: new Map() });
    await landChanges(portsNow(), never);
    expect((await inTheLists()).notifications.size).toBe(0);
    expect(
      await sharepoint.lists.remove([{ register: 'notifications', key: 'never|there' }]),
    ).toEqual([null]);
  },
  90_000,
);
