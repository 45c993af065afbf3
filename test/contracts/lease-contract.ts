// What any lease must do, embedded or hosted: run it against each. A holder in another process is
// asked for by `elsewhere`, so that it can be killed as a machine would lose it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lease } from '../../src/use-cases/ports.ts';

export type LeaseUnderTest = {
  /** One more that may hold it, in this process. */
  lease(): Lease;
  /** One in a process of its own, which asks for it once. */
  elsewhere(): Promise<{ readonly held: boolean; kill(): Promise<void> }>;
  remove(): Promise<void>;
};

export const leaseContract = (name: string, open: () => Promise<LeaseUnderTest>): void => {
  describe(name, () => {
    let under: LeaseUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.remove());

    test('of any number who ask, one holds it', () => {
      const asking = Array.from({ length: 5 }, () => under.lease());
      expect(asking.map((each) => each.hold())).toEqual([true, false, false, false, false]);
      for (const each of asking) each.release();
    });

    test('its holder holds it however often it asks', () => {
      const mine = under.lease();
      const other = under.lease();
      expect([mine.hold(), mine.hold(), other.hold(), mine.hold()]).toEqual([
        true,
        true,
        false,
        true,
      ]);
      mine.release();
    });

    test('let go, it is the next one’s who asks, and may be had again after', () => {
      const mine = under.lease();
      const other = under.lease();
      mine.hold();
      mine.release();
      expect([other.hold(), mine.hold()]).toEqual([true, false]);
      other.release();
      expect(mine.hold()).toBe(true);
      mine.release();
    });

    test('letting go of what is not held changes nothing', () => {
      const mine = under.lease();
      const other = under.lease();
      mine.hold();
      other.release();
      expect(other.hold()).toBe(false);
      mine.release();
      mine.release();
      expect(other.hold()).toBe(true);
      other.release();
    });

    test('while one process holds it no other can, and one that is killed frees it at once', async () => {
      const first = await under.elsewhere();
      const mine = under.lease();
      expect([first.held, mine.hold()]).toEqual([true, false]);
      await first.kill();
      expect(mine.hold()).toBe(true);
      const second = await under.elsewhere();
      expect(second.held).toBe(false);
      await second.kill();
      expect(mine.hold()).toBe(true);
      mine.release();
    }, 20_000);
  });
};
