// What any lease must do, embedded or hosted: run it against each. A holder in another process is
// asked for by `elsewhere`, so that it can be killed as a machine would lose it.
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lease } from '../../src/use-cases/ports.ts';

export type LeaseUnderTest = {
  /** One more that may hold it, in this process. */
  lease(): Lease;
  /** Where an answer comes from elsewhere: once what was asked of it so far has been answered. */
  settled?(lease: Lease): Promise<void>;
  /** One in a process of its own, which asks for it once; left out where that takes too long for every run. */
  elsewhere?(): Promise<{ readonly held: boolean; kill(): Promise<void> }>;
  /** Milliseconds within which one that was killed frees it; left out: at once. */
  readonly freedWithin?: number;
  remove(): Promise<void>;
};

export const leaseContract = (name: string, open: () => Promise<LeaseUnderTest>): void => {
  describe(name, () => {
    let under: LeaseUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.remove());

    /** Asks for it, and answers as it stands once that has been settled. */
    const hold = async (lease: Lease): Promise<boolean> => {
      lease.hold();
      await under.settled?.(lease);
      return lease.hold();
    };
    const letGo = async (lease: Lease): Promise<void> => {
      lease.release();
      await under.settled?.(lease);
    };

    test('of any number who ask, one holds it', async () => {
      const asking = Array.from({ length: 5 }, () => under.lease());
      const holding = await Promise.all(asking.map(hold));
      expect(holding.filter(Boolean)).toHaveLength(1);
      await Promise.all(asking.map(letGo));
    });

    test('its holder holds it however often it asks', async () => {
      const mine = under.lease();
      const other = under.lease();
      expect([await hold(mine), await hold(mine), await hold(other), await hold(mine)]).toEqual([
        true,
        true,
        false,
        true,
      ]);
      await letGo(mine);
    });

    test('let go, it is the next one’s who asks, and may be had again after', async () => {
      const mine = under.lease();
      const other = under.lease();
      await hold(mine);
      await letGo(mine);
      expect([await hold(other), await hold(mine)]).toEqual([true, false]);
      await letGo(other);
      expect(await hold(mine)).toBe(true);
      await letGo(mine);
    });

    test('let go, it is held no more from that moment', async () => {
      const mine = under.lease();
      expect(await hold(mine)).toBe(true);
      const going = letGo(mine);
      const other = under.lease();
      await going;
      expect([await hold(other), await hold(mine)]).toEqual([true, false]);
      await letGo(other);
    });

    test('letting go of what is not held changes nothing', async () => {
      const mine = under.lease();
      const other = under.lease();
      await hold(mine);
      await letGo(other);
      expect(await hold(other)).toBe(false);
      await letGo(mine);
      await letGo(mine);
      expect(await hold(other)).toBe(true);
      await letGo(other);
    });

    test('while one process holds it no other can, and one that is killed frees it', async ({
      skip,
    }) => {
      const elsewhere = under.elsewhere ?? skip('its life is a quarter of a minute: npm run soak');
      const first = await elsewhere();
      const mine = under.lease();
      expect([first.held, await hold(mine)]).toEqual([true, false]);
      await first.kill();
      const within = under.freedWithin ?? 0;
      const until = performance.now() + within;
      while (!(await hold(mine)) && performance.now() < until) await pause(200);
      expect(await hold(mine)).toBe(true);
      const second = await elsewhere();
      expect(second.held).toBe(false);
      await second.kill();
      expect(await hold(mine)).toBe(true);
      await letGo(mine);
    }, 40_000);
  });
};
