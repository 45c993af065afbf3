// What keeps the app alive: a lease that cannot be asked for stops the work, never the process, and that
// is told to whoever asks after the app's health.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { healthOf, type Standing } from '../../src/instance/health.ts';
import { type Beating, type Heartbeat, startHeartbeat } from '../../src/instance/heartbeat.ts';
import { type LeaseWatch, watchLease } from '../../src/instance/watch-lease.ts';
import { openLease } from '../../src/outbox/sqlite-lease.ts';
import type { Lease, Ports } from '../../src/use-cases/ports.ts';
import { approving } from '../use-cases/approving-council.ts';
import { arrives } from '../use-cases/given-ports.ts';
import { ownOutbox } from '../use-cases/own-outbox.ts';

const own = ownOutbox();

// The lease is asked before any port is: with none held, hardly any is needed.
const portsThatLog = (logged: string[]): Ports => {
  const note = (event: string) => logged.push(event);
  return {
    log: { info: note, fault: note },
    outbox: { isWell: () => true, trouble: () => null, depth: () => ({ changes: 0, messages: 0 }) },
    replica: {
      heardAt: () => Temporal.Now.instant(),
      registers: () => ({ cycles: new Map(), escalationRules: new Map(), ratingRules: new Map() }),
    },
  } as unknown as Ports;
};

const leaseOf = (ports: Pick<Ports, 'log'>, hold: Lease['hold']): LeaseWatch =>
  watchLease(ports, { hold, release: () => undefined });

const beatingOn = (ports: Ports, hold: Lease['hold'], permitted: Partial<Beating> = {}) =>
  startHeartbeat({
    ports,
    lease: leaseOf(ports, hold),
    refresh: () => Promise.resolve(),
    layPending: () => Promise.resolve(),
    subscribe: () => Promise.resolve(),
    beatMilliseconds: 60_000,
    refreshMilliseconds: 60_000,
    ...permitted,
  });

const standing = (heartbeat: Heartbeat, lease?: LeaseWatch): Standing => ({
  leaseIsInTrouble: lease?.isInTrouble() ?? false,
  holdsLease: lease?.wasHeld() ?? false,
  notTaken: 0,
  missing: [],
  wentBack: [],
  unreadable: [],
  notifications: null,
  held: [],
  units: { minute: 0, day: 0, ofMinute: 1, ofDay: 1 },
});

describe('what an administrator is told', () => {
  it('names where a list cannot be read, and not what is written there', async () => {
    const ports = portsThatLog([]);
    const heartbeat = beatingOn(ports, () => true);
    const unreadable = ["Cycles, row 3, Period: 'for Ms Smith' is not a quarter or a month"];
    const { ready, reasons } = healthOf(ports, { ...standing(heartbeat), unreadable });
    await heartbeat.stop();
    expect(ready).toBe(true);
    expect(reasons).toEqual([expect.stringContaining('cannot be read in: Cycles, row 3, Period.')]);
  });
});

describe('the heartbeat', () => {
  it('does nothing while another process holds the lease', async () => {
    const logged: string[] = [];
    const heartbeat = beatingOn(portsThatLog(logged), () => false);
    expect(await heartbeat.beatNow()).toEqual([]);
    await heartbeat.stop();
    expect(logged).toEqual([]);
  });

  it('knows who is away before it works out who is asked, and sends again to whom the app reaches now', async () => {
    const happened: string[] = [];
    const ports = portsThatLog([]);
    const { registers } = ports.replica;
    const { outbox } = ports;
    const heartbeat = beatingOn(
      {
        ...ports,
        clock: { now: () => Temporal.Now.zonedDateTimeISO() },
        replica: {
          ...ports.replica,
          registers: () => {
            if (happened.at(-1) === 'knows who is away') happened.push('works out who is asked');
            return { ...registers(), closedDays: new Map() };
          },
        },
        outbox: {
          ...outbox,
          waiting: async () => {
            if (happened.at(-1) !== 'sends') happened.push('sends');
            return [];
          },
        },
      } as unknown as Ports,
      () => true,
      {
        askAway: async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          happened.push('knows who is away');
        },
        reachPeople: async () => {
          happened.push('installs the app');
          return 1;
        },
      },
    );
    await heartbeat.beatNow();
    await heartbeat.stop();
    expect(happened.slice(0, 5)).toEqual([
      'knows who is away',
      'works out who is asked',
      'sends',
      'installs the app',
      'sends',
    ]);
  });

  it('tells of what a beat of its own did while it was asked for one', async () => {
    const ports: Ports = {
      ...approving(own.outbox, { cycle: { state: 'Planned' } }),
      log: portsThatLog([]).log,
      messenger: { deliver: async () => arrives },
      lists: {
        write: async (changes) => changes.map(({ sequence }) => ({ sequence, fault: null })),
        history: async () => [],
        whoEdited: async () => [],
        remove: () => Promise.resolve([]),
      },
    };
    const heartbeat = startHeartbeat({
      ports,
      lease: leaseOf(ports, () => true),
      // Long enough for the timer to beat before the lists are heard from.
      refresh: () => new Promise((resolve) => setTimeout(resolve, 300)),
      layPending: () => Promise.resolve(),
      subscribe: () => Promise.resolve(),
      beatMilliseconds: 10,
      refreshMilliseconds: 60_000,
    });
    const happened = await heartbeat.beatNow();
    await heartbeat.stop();
    expect(happened.filter((each) => each.includes('opened'))).toHaveLength(1);
  });

  it('goes on when the lease is damaged: said once in the log, and on /health while it lasts', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-beat-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'lease.sqlite');
    writeFileSync(file, 'no lease at all, '.repeat(300));
    const elsewhere = openLease(file);
    const logged: string[] = [];
    const ports = portsThatLog(logged);
    const lease = watchLease(ports, openLease(file));
    const heartbeat = beatingOn(ports, () => false, { lease });

    for (let beat = 1; beat <= 3; beat += 1) expect(await heartbeat.beatNow()).toEqual([]);
    expect(logged).toEqual(['the lease cannot be asked for']);
    expect(healthOf(ports, standing(heartbeat, lease))).toMatchObject({
      ready: false,
      reasons: [expect.stringContaining('No card is sent and nothing is written to the lists')],
    });

    rmSync(file);
    expect(elsewhere.hold()).toBe(true);
    await heartbeat.beatNow();
    await heartbeat.stop();
    expect(logged).toEqual(['the lease cannot be asked for', 'the lease can be asked for again']);
    expect(healthOf(ports, standing(heartbeat, lease))).toMatchObject({ ready: true, reasons: [] });
    elsewhere.release();
  });
});
