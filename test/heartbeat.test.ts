// What keeps the app alive: a lease that cannot be asked for stops the work, never the process.
import { describe, expect, it } from 'vitest';
import { startHeartbeat } from '../src/heartbeat.ts';
import type { Lease, Ports } from '../src/use-cases/ports.ts';

const beatingWith = (hold: Lease['hold'], faults: string[]) =>
  startHeartbeat({
    // The lease is asked before any port is: with none held, none is needed.
    ports: {
      log: { info: () => undefined, fault: (event: string) => faults.push(event) },
      outbox: { isWell: () => true, trouble: () => null },
    } as unknown as Ports,
    lease: { hold, release: () => undefined },
    refresh: () => Promise.resolve(),
    layPending: () => Promise.resolve(),
    subscribe: () => Promise.resolve(),
    beatMilliseconds: 60_000,
    refreshMilliseconds: 60_000,
  });

describe('the heartbeat', () => {
  it('does nothing while another process holds the lease', async () => {
    const faults: string[] = [];
    const heartbeat = beatingWith(() => false, faults);
    expect(await heartbeat.beatNow()).toEqual([]);
    await heartbeat.stop();
    expect(faults).toEqual([]);
  });

  it('goes on, and says so in the log, when the lease cannot be asked for', async () => {
    const faults: string[] = [];
    const heartbeat = beatingWith(() => {
      throw new Error('disk I/O error');
    }, faults);
    expect(await heartbeat.beatNow()).toEqual([]);
    await heartbeat.stop();
    expect(faults).toEqual(expect.arrayContaining(['tick', 'sending', 'landing']));
  });
});
