// Answers, edits by hand, landings, stops and restarts in any order: afterwards each column holds what
// was set last, and whatever anybody set is in the row or in the Journal.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOutbox } from '../../../src/outbox/sqlite-outbox.ts';
import type { Row } from '../../../src/registers/registers.ts';
import type { SharePoint } from '../../../src/sharepoint/open-sharepoint.ts';
import { accept } from '../../../src/use-cases/accept.ts';
import { change } from '../../../src/use-cases/change.ts';
import { openHandEditJournal } from '../../../src/use-cases/journal-hand-edits.ts';
import { landChanges } from '../../../src/use-cases/land-changes.ts';
import type { Outbox } from '../../../src/use-cases/ports.ts';
import { times } from '../../counts.ts';
import { maya, openTwoHands, type TwoHands, tom } from './two-hands.ts';

let folder: string;
let two: TwoHands;
let runs = 0;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-any-order-'));
  two = await openTwoHands();
  await (await two.open()).provision();
}, 60_000);
afterAll(async () => {
  await two.close();
  rmSync(folder, { recursive: true, force: true });
});

const columns = { owner: 'Owner', controls: 'Controls', commentary: 'Commentary' } as const;
type Column = keyof typeof columns;
const names = Object.keys(columns) as readonly Column[];
const rowsThere = 6;

const some = fc.uniqueArray(fc.nat(rowsThere - 1), { minLength: 1, maxLength: rowsThere });
const cells = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('answer' as const), rows: some, cells }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('edit' as const),
      rows: some,
      cells,
      hand: fc.constantFrom(maya, tom),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'land' as const,
        'land, unrecorded' as const,
        'land, unanswered' as const,
        'hear' as const,
        'tell' as const,
        'restart' as const,
      ),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const clock = { now: () => Temporal.Now.zonedDateTimeISO('Europe/London') };
const log = { info: () => undefined, fault: () => undefined };
const never = () => false;
const second = (at: Temporal.Instant) => Math.floor(at.epochMilliseconds / 1000);

/** A council's app in one run, and what was set in it. */
const openRun = async () => {
  runs += 1;
  const keyOf = (n: number) => `run${runs}|R${n}`;
  const outbox = openOutbox(path.join(folder, `outbox-${runs}.sqlite`));
  let sharepoint: SharePoint = await two.open();
  let journal = openHandEditJournal(portsOf(sharepoint, outbox));
  const ports = (over: Partial<Outbox> = {}) => portsOf(sharepoint, { ...outbox, ...over });
  const restart = async () => {
    sharepoint = await two.open();
    await sharepoint.load();
    sharepoint.replica.lay(await outbox.pending(Number.MAX_SAFE_INTEGER));
    journal = openHandEditJournal(ports());
  };
  const lastSet = new Map<string, string>();
  const everSet: string[] = [];
  const answeredIn = new Map<number, number>();
  const newValue = (n: number, column: Column): string => {
    const value = `set ${runs}.${everSet.length}.`;
    everSet.push(value);
    lastSet.set(`${n} ${column}`, value);
    return value;
  };
  const offer = async (n: number, set: object) => {
    answeredIn.set(n, second(Temporal.Now.instant()));
    const at = clock.now().toInstant();
    const changes = [change('risks', keyOf(n), set)];
    const journal = { source: 'card' as const, why: null };
    const key = `run ${runs} ${n} ${everSet.length}`;
    await accept(ports(), [{ key, by: 'p-owner', at, changes, message: null, journal }]);
  };
  /** In one second the answer counts as the later, whichever was: the truth is told a second apart. */
  const isOver = async (n: number) => {
    const left = () =>
      (answeredIn.get(n) ?? 0) + 1 - Temporal.Now.instant().epochMilliseconds / 1000;
    while (left() > 0) await new Promise((resolve) => setTimeout(resolve, left() * 1000 + 5));
  };
  const failing = () => Promise.reject(new Error('The app was stopped.'));
  const cutShort = (work: Promise<unknown>) => work.catch(() => undefined);

  const does: { readonly [D in Step['does']]: (said: Step & { does: D }) => Promise<unknown> } = {
    answer: async ({ rows, cells: set }) => {
      for (const n of rows)
        await offer(n, Object.fromEntries(set.map((each) => [each, newValue(n, each)])));
    },
    edit: async ({ rows, cells: set, hand }) => {
      for (const n of rows) {
        await isOver(n);
        const fields = set.map((each) => [columns[each], newValue(n, each)]);
        await two.hand(hand).edit('Risks', keyOf(n), Object.fromEntries(fields));
      }
    },
    land: () => landChanges(ports(), never),
    'land, unrecorded': () => cutShort(landChanges(ports({ landed: failing }), never)),
    'land, unanswered': async () => {
      const lost = { on: 'graph', method: 'POST', path: 'batch', times: 1, dropAfterCommit: true };
      await two.local.faults({ script: [lost] });
      await landChanges(ports(), never);
      await two.local.faults({});
    },
    hear: () => sharepoint.refresh(),
    tell: () => journal(never),
    // What was edited while no app was running is not known as an edit: it is heard before.
    restart: async () => {
      await sharepoint.refresh();
      await journal(never);
      await restart();
    },
  };
  const settle = async () => {
    await sharepoint.refresh();
    await journal(never);
    while (outbox.depth().changes > 0) await landChanges(ports(), never);
  };
  await restart();
  for (let n = 0; n < rowsThere; n += 1)
    await offer(n, { plan: `run${runs}`, code: `R${n}`, title: `Risk ${n}` });
  await settle();
  return {
    take: (said: Step) => does[said.does](said as never),
    settle,
    everSet,
    lastSet,
    row: (n: number) =>
      sharepoint.replica.registers().risks.get(keyOf(n)) as unknown as Record<
        Column,
        string | null
      >,
    inTheList: async (n: number) =>
      (await two.hand(maya).rows('Risks', keyOf(n))).get(keyOf(n).toLowerCase()) ?? {},
    told: () =>
      [...(sharepoint.replica.registers().journal.values() as Iterable<Row<'journal'>>)]
        .map(({ from, to }) => `${from}\n${to}`)
        .join('\n'),
    close: () => outbox.close(),
  };
};

const portsOf = ({ replica, lists }: SharePoint, outbox: Outbox) => ({
  clock,
  log,
  outbox,
  replica,
  lists,
});

test('nothing anybody set is lost, and nothing older stands over anything newer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 24 }), async (steps) => {
      const run = await openRun();
      for (const said of steps) await run.take(said);
      await run.settle();
      const told = run.told();
      const held: string[] = [];
      for (let n = 0; n < rowsThere; n += 1) {
        const list = await run.inTheList(n);
        for (const column of names) {
          const last = run.lastSet.get(`${n} ${column}`) ?? null;
          expect(list[columns[column]] ?? null).toBe(last);
          expect(run.row(n)[column]).toBe(last);
          held.push(String(last));
        }
      }
      const lost = run.everSet.filter((each) => !held.includes(each) && !told.includes(each));
      expect(lost).toEqual([]);
      run.close();
    }),
    { numRuns: times({ reduced: 3, full: 20 }), endOnFailure: true },
  );
}, 240_000);
