// Several instances of the app over one Outbox and one lease: what the one that holds the lease may go on
// with, and what an instance sees of what the others did.
import { describe, expect, test } from 'vitest';
import { openLaying } from '../../src/instance/laying.ts';
import { openLetOthersSee, openLooking } from '../../src/instance/let-others-see.ts';
import { openRecentEdits } from '../../src/instance/recent-edits.ts';
import { watchLease } from '../../src/instance/watch-lease.ts';
import type {
  Acceptance,
  Entry,
  HandEdit,
  Log,
  Outbox,
  Pending,
} from '../../src/use-cases/ports.ts';

const quiet: Log = { info: () => undefined, fault: () => undefined };

describe('who holds the lease', () => {
  test('work begun before it was lost is not gone on with when it is had again', () => {
    let isHeld = true;
    const lease = watchLease({ log: quiet }, { hold: () => isHeld, release: () => undefined });
    const before = lease.tenure();
    expect(before()).toBe(true);
    isHeld = false;
    expect(before()).toBe(false);
    isHeld = true;
    expect([before(), lease.tenure()()]).toEqual([false, true]);
  });

  test('an instance that let it go does not take it again while it ends', () => {
    let released = 0;
    const lease = watchLease({ log: quiet }, { hold: () => true, release: () => (released += 1) });
    const mine = lease.tenure();
    expect(mine()).toBe(true);
    lease.letGo();
    expect([mine(), lease.isHeld(), lease.wasHeld(), released]).toEqual([false, false, false, 1]);
  });

  test('that it is had and lost stands in the log, once each', () => {
    let isHeld = false;
    const said: string[] = [];
    const log: Log = { ...quiet, info: (event) => void said.push(event) };
    const lease = watchLease({ log }, { hold: () => isHeld, release: () => undefined });
    for (const each of [false, true, true, false, false]) {
      isHeld = each;
      lease.isHeld();
    }
    expect(said).toEqual(['the lease is held here', 'the lease is held no more']);
  });
});

const change = (sequence: number): Pending => ({
  register: 'teams',
  key: `team-${sequence}`,
  set: {},
  sequence,
  by: null,
  acceptedAt: Temporal.Instant.from('2020-10-01T08:00:00Z'),
});

describe('what one instance accepted', () => {
  test('is written to its list only once every other has had the time to see it', async () => {
    let now = 0;
    const waiting = [change(1)];
    const toLand = openLetOthersSee({ pending: async () => waiting }, () => now);
    const sequences = async () => (await toLand(100)).map(({ sequence }) => sequence);
    expect(await sequences()).toEqual([]);
    now = 3_000;
    waiting.push(change(2));
    expect(await sequences()).toEqual([]);
    now = 5_000;
    expect(await sequences()).toEqual([1]);
    now = 8_000;
    expect(await sequences()).toEqual([1, 2]);
  });

  test('is heard from its list by an instance that could not look in that time', async () => {
    let now = 1_000;
    let heard = 0;
    const looking = openLooking(
      async () => void (heard += 1),
      0,
      () => now,
    );
    const look = () => looking(async () => undefined);
    await look();
    now = 4_900;
    await look();
    expect(heard).toBe(0);
    now = 9_000;
    await look();
    expect(heard).toBe(1);
    now = 10_000;
    await look();
    expect(heard).toBe(1);
  });

  test('is heard before anybody is answered by that instance, which sees meanwhile what waits', async () => {
    let looked = 0;
    let hear = (): void => undefined;
    const { upToDate } = openLaying({
      outbox: {} as Outbox,
      log: quiet,
      isShared: true,
      pending: {
        atBeat: () => Promise.resolve(),
        sinceLast: async () => void (looked += 1),
      },
      hearAll: () =>
        new Promise<void>((resolve) => {
          hear = resolve;
        }),
      readFrom: performance.now() - 5_000,
    });
    const answered: string[] = [];
    const first = upToDate().then(() => answered.push('first'));
    await new Promise(setImmediate);
    const second = upToDate().then(() => answered.push('second'));
    await new Promise(setImmediate);
    expect([looked, answered]).toEqual([2, []]);
    hear();
    await Promise.all([first, second]);
    expect(answered).toEqual(['first', 'second']);
  });

  test('is seen by another before the same press there is answered', async () => {
    const entry: Entry = {
      key: 'return|a|0',
      by: 'p-voids',
      at: Temporal.Instant.from('2020-10-01T08:00:00Z'),
      changes: [],
      message: null,
    };
    let looked = 0;
    const accepted = (outcome: 'accepted' | 'already'): Acceptance =>
      outcome === 'already' ? { outcome, first: entry } : { outcome, pending: [] };
    const shared = (outcome: 'accepted' | 'already') =>
      openLaying({
        outbox: { accept: async () => [accepted(outcome)] } as unknown as Outbox,
        log: quiet,
        isShared: true,
        pending: {
          atBeat: () => Promise.resolve(),
          sinceLast: async () => void (looked += 1),
        },
        hearAll: () => Promise.resolve(),
        readFrom: performance.now(),
      }).outbox;
    await shared('accepted').accept([entry]);
    expect(looked).toBe(0);
    await shared('already').accept([entry]);
    expect(looked).toBe(1);
  });

  const overOutbox = (settled: readonly Pending[], sinceLast: () => Promise<void>) =>
    openLaying({
      outbox: { settle: async () => settled } as unknown as Outbox,
      log: quiet,
      isShared: true,
      pending: { atBeat: () => Promise.resolve(), sinceLast },
      hearAll: () => Promise.resolve(),
      readFrom: performance.now(),
    }).outbox;

  test('is seen by whoever asks for all that was accepted before, as a close does; or that is a fault', async () => {
    let looked = 0;
    const outbox = overOutbox([], async () => void (looked += 1));
    await outbox.settle([]);
    expect(looked).toBe(1);
    const away = overOutbox([], () => Promise.reject(new Error('away')));
    await expect(away.settle([])).rejects.toThrow('away');
  });

  test('is seen by an instance whose message another had settled, and is not looked for else', async () => {
    let looked = 0;
    const look = async () => void (looked += 1);
    const ended = [{ key: 'a', changes: [change(1)] }];
    await overOutbox([change(1)], look).settle(ended);
    await overOutbox([], look).settle([{ key: 'a', changes: [] }]);
    expect(looked).toBe(0);
    await overOutbox([], look).settle(ended);
    expect(looked).toBe(1);
  });
});

describe('what was done by hand in a list', () => {
  const edit = (item: string): HandEdit => ({
    register: 'teams',
    key: item,
    item,
    etag: null,
    before: null,
    after: null,
  });

  test('in the last minutes is told by an instance that takes the lease over, in case the one before did not', () => {
    let now = 0;
    let heard: HandEdit[] = [];
    const recent = openRecentEdits({ takeEdits: () => heard.splice(0) }, () => now);
    const standBy = (...items: string[]) => {
      heard = items.map(edit);
      recent.standBy();
    };
    standBy('long ago');
    now = 4 * 60_000;
    standBy('a');
    now = 6 * 60_000;
    standBy();
    heard = [edit('b')];
    expect(recent.takeEdits().map(({ item }) => item)).toEqual(['a', 'b']);
    expect(recent.takeEdits()).toEqual([]);
  });
});
