// What people do to the lists by hand is in the Journal with the person behind it, once, whatever is cut short.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { JournalEntry } from '../../src/registers/journal.ts';
import type { SharePoint } from '../../src/sharepoint/open-sharepoint.ts';
import { keptRegisters } from '../../src/sharepoint/rows/kept.ts';
import { accept } from '../../src/use-cases/accept.ts';
import { change } from '../../src/use-cases/change.ts';
import { openHandEditJournal } from '../../src/use-cases/journal-hand-edits.ts';
import { landChanges } from '../../src/use-cases/land-changes.ts';
import type { Outbox } from '../../src/use-cases/ports.ts';
import { soaking } from '../counts.ts';
import { maya, openTwoHands, type TwoHands, tom } from '../sharepoint/writes/two-hands.ts';

let folder: string;
let two: TwoHands;
let sharepoint: SharePoint;
let outbox: Outbox;
let journalHandEdits: ReturnType<typeof openHandEditJournal>;
const log = { info: () => undefined, fault: () => undefined };
const clock = { now: () => Temporal.Now.zonedDateTimeISO('Europe/London') };
const never = () => false;
const everything = keptRegisters({ apart: true });

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-journal-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
  two = await openTwoHands();
  await start();
  await sharepoint.provision();
  await start();
  await take('people', 'maya', { title: 'Maya Khan', objectId: maya.id });
}, 60_000);
afterEach(async () => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
  await two.close();
});

/** The app, started: with what the lists say now, and what waits laid over. */
const start = async () => {
  sharepoint = await two.open({ kept: everything });
  await sharepoint.load().catch(() => undefined);
  sharepoint.replica.lay(await outbox.pending(Number.MAX_SAFE_INTEGER));
  journalHandEdits = openHandEditJournal(portsNow());
};
const portsNow = (over: Partial<Outbox> = {}) => ({
  clock,
  log,
  outbox: { ...outbox, ...over },
  replica: sharepoint.replica,
  lists: sharepoint.lists,
});
let entries = 0;
const accepted = (
  register: Parameters<typeof change>[0],
  key: string,
  set: object,
  by: string | null,
) => {
  entries += 1;
  return accept(portsNow(), [
    {
      key: `entry|${entries}`,
      by,
      at: clock.now().toInstant(),
      changes: [change(register, key, set as never)],
      message: null,
    },
  ]);
};
/** Accepts and lands it. */
const take = async (register: Parameters<typeof change>[0], key: string, set: object) => {
  await accepted(register, key, set, null);
  await landChanges(portsNow(), never);
};
const journalled = async () => {
  await sharepoint.refresh();
  await journalHandEdits(never);
  await landChanges(portsNow(), never);
};
/** As the list itself holds it. */
const journal = async (): Promise<readonly JournalEntry[]> => {
  const other = await two.open({ kept: everything });
  await other.load();
  return [...other.replica.registers().journal.values()];
};
const risk = { plan: 'plan', code: 'R1', title: 'Flooding' };

describe('an edit by hand', () => {
  test('of somebody in People is theirs, from what to what; of anybody else, by name', async () => {
    await take('risks', 'plan|R1', { ...risk, owner: 'housing' });
    await two.hand(maya).edit('Risks', 'plan|R1', { Owner: 'streets' });
    await journalled();
    await two.hand(tom).edit('Risks', 'plan|R1', { Owner: 'parks' });
    await journalled();
    const rows = await journal();
    expect(rows).toHaveLength(2);
    expect(rows).toMatchObject([
      {
        row: 'Risks: plan|R1',
        register: 'Risks',
        plan: 'plan',
        title: 'Risks: Flooding',
        from: 'Owner: housing',
        to: 'Owner: streets',
        by: 'maya',
        why: 'Changed in the list.',
        source: 'list edited by hand',
      },
      {
        from: 'Owner: streets',
        to: 'Owner: parks',
        by: null,
        why: 'Changed in the list by Tom Reid.',
      },
    ]);
  });

  test.runIf(soaking)(
    'of a Key is told of under the new one, with what else was changed',
    async () => {
      await take('risks', 'plan|R1', { ...risk, owner: 'housing' });
      await two.hand(maya).edit('Risks', 'plan|R1', { Key: 'plan|R9' });
      await journalled();
      await two.hand(maya).edit('Risks', 'plan|R9', { Key: 'plan|R8', Owner: 'parks' });
      await journalled();
      expect(await journal()).toMatchObject([
        { row: 'Risks: plan|R9', from: 'Key: plan|R1', to: 'Key: plan|R9', by: 'maya' },
        {
          row: 'Risks: plan|R8',
          from: 'Key: plan|R9\nOwner: housing',
          to: 'Key: plan|R8\nOwner: parks',
          why: 'Changed in the list. Its Key was plan|R9.',
        },
      ]);
    },
  );

  test('a row begun and a row removed are told of, with all they held', async () => {
    await two.hand(maya).add('Risks', { Title: 'Fire', Key: 'plan|R2', Plan: 'plan', Code: 'R2' });
    await journalled();
    await two.hand(maya).remove('Risks', 'plan|R2');
    await journalled();
    const [begun, removed] = await journal();
    expect(begun).toMatchObject({ title: 'Risks: begun', by: 'maya', why: 'Begun in the list.' });
    expect(begun?.to).toContain('Code: R2');
    expect(removed).toMatchObject({
      title: 'Risks: removed',
      by: null,
      to: null,
      why: 'Removed in the list; the list does not say by whom.',
    });
    expect(removed?.from).toContain('Code: R2');
  });

  test('of an exempt row is told of in an exempt row; personal objectives are not told of', async () => {
    await take('risks', 'plan|R1', { ...risk, access: 'exempt', exemptUnder: 'paragraph 3' });
    await take('personalObjectives', 'maya|1', { title: 'Learn', person: 'maya', year: '2026-27' });
    await two.hand(maya).edit('Risks', 'plan|R1', { Owner: 'streets' });
    // Whoever may open that list is outside this test: what is heard of it is said here.
    const after = sharepoint.replica.registers().personalObjectives.get('maya|1') ?? null;
    const told = { register: 'personalObjectives', key: 'maya|1', item: '1' } as const;
    const edit = { ...told, etag: '"x,2"', before: null, after };
    const replica = { ...sharepoint.replica, takeEdits: () => [edit] };
    expect(await openHandEditJournal({ ...portsNow(), replica })(never)).toBe(0);
    await journalled();
    const rows = await journal();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ access: 'exempt', exemptUnder: 'paragraph 3' });
  });

  test.runIf(soaking)(
    'sixty rows pasted at once are told of in portions, and stopping in between loses none',
    async () => {
      const codes = Array.from({ length: 60 }, (_, n) => `P${n}`);
      for (const code of codes) {
        const fields = { Title: code, Key: `plan|${code}`, Plan: 'plan', Code: code };
        await two.hand(maya).add('Risks', fields);
      }
      await sharepoint.refresh();
      let asked = 0;
      const stopAfterOne = () => {
        asked += 1;
        return asked > 1;
      };
      expect(await journalHandEdits(stopAfterOne)).toBe(20);
      expect(await journalHandEdits(never)).toBe(40);
      await landChanges(portsNow(), never);
      expect(new Set((await journal()).map(({ row }) => row))).toEqual(
        new Set(codes.map((code) => `Risks: plan|${code}`)),
      );
    },
  );

  test('made while Graph cannot be asked is told of when it can', async () => {
    await take('risks', 'plan|R1', risk);
    await two.hand(maya).edit('Risks', 'plan|R1', { Owner: 'streets' });
    await sharepoint.refresh();
    await two.local.faults({ script: [{ on: 'graph', times: 100, dropBefore: true }] });
    await expect(journalHandEdits(never)).rejects.toMatchObject({ kind: 'unreachable' });
    await two.local.faults({});
    await journalled();
    expect(await journal()).toMatchObject([{ by: 'maya', to: 'Owner: streets' }]);
  });

  test.runIf(soaking)('heard of by two processes is told of once', async () => {
    await take('risks', 'plan|R1', risk);
    const other = await two.open({ kept: everything });
    await other.load();
    await two.hand(maya).edit('Risks', 'plan|R1', { Owner: 'streets' });
    await journalled();
    await other.refresh();
    const { replica, lists } = other;
    expect(await openHandEditJournal({ ...portsNow(), replica, lists })(never)).toBe(1);
    await landChanges(portsNow(), never);
    expect(await journal()).toHaveLength(1);
  });
});

describe('an answer that gave way to a later edit', () => {
  const answeredThenEdited = async () => {
    await take('risks', 'plan|R1', { ...risk, owner: 'housing' });
    await accepted('risks', 'plan|R1', { owner: 'parks', title: 'Floods' }, 'maya');
    // The list keeps whole seconds, and in the same one the answer would count as the later.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await two.hand(tom).edit('Risks', 'plan|R1', { Owner: 'streets' });
  };
  const stands = {
    row: 'Risks: plan|R1',
    title: 'Risks: Floods',
    from: 'Owner: streets',
    to: 'Owner: parks',
    by: 'maya',
    why: 'A later edit in the list stands.',
    source: 'product',
  };

  test('is told of with whose answer it was and what it would have set', async () => {
    await answeredThenEdited();
    await landChanges(portsNow(), never);
    await journalled();
    const rows = await journal();
    expect(rows).toHaveLength(2);
    expect(rows).toMatchObject([
      stands,
      { from: 'Owner: housing', to: 'Owner: streets', why: 'Changed in the list by Tom Reid.' },
    ]);
  });

  test('is told of once, though the app stopped before the landing was recorded', async () => {
    await answeredThenEdited();
    const full = async () => {
      throw new Error('The disk is full.');
    };
    await expect(landChanges(portsNow({ landed: full }), never)).rejects.toThrow('full');
    await start();
    await landChanges(portsNow(), never);
    expect(await journal()).toMatchObject([stands]);
    expect(outbox.depth().changes).toBe(0);
  });

  test.runIf(soaking)('is told of though the app stopped before the Journal took it', async () => {
    await answeredThenEdited();
    const full = async () => {
      throw new Error('The disk is full.');
    };
    await expect(landChanges(portsNow({ accept: full }), never)).rejects.toThrow('full');
    // The same process tries again, and then another.
    await expect(landChanges(portsNow({ accept: full }), never)).rejects.toThrow('full');
    await start();
    await landChanges(portsNow(), never);
    expect(await journal()).toMatchObject([stands]);
    expect(sharepoint.replica.registers().risks.get('plan|R1')).toMatchObject({
      owner: 'streets',
      title: 'Floods',
    });
  });

  test('a row deleted meanwhile and written again is told of with all it was written with', async () => {
    await take('risks', 'plan|R1', { ...risk, owner: 'housing' });
    await accepted('risks', 'plan|R1', { owner: 'parks' }, 'maya');
    await two.hand(tom).remove('Risks', 'plan|R1');
    await landChanges(portsNow(), never);
    await journalled();
    const rows = await journal();
    expect(rows.map(({ why, by }) => [why, by])).toEqual([
      [
        'The row was deleted in the list after this was accepted. It was written again, whole.',
        'maya',
      ],
      ['Removed in the list; the list does not say by whom.', null],
    ]);
    expect(rows[0]?.to).toContain('Owner: parks');
    expect(rows[1]?.from).toContain('Owner: housing');
  });
});
