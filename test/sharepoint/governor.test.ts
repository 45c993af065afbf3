// Keeping under a tenant's resource units: on a clock the test drives, so a minute takes no time.
import { describe, expect, test } from 'vitest';
import { type Governor, openGovernor } from '../../src/sharepoint/governor.ts';

const minute = 60_000;

const drivenClock = () => {
  let now = 0;
  return {
    now: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

const spendAll = async (governor: Governor, clock: { now(): number }, calls: number) => {
  const spends: { at: number; units: number }[] = [];
  for (let n = 0; n < calls; n += 1) {
    await governor.take(40, 'write');
    spends.push({ at: clock.now(), units: 40 });
  }
  return spends;
};

describe('the units of a minute', () => {
  test('a long burst of writes never passes the allowance in any minute', async () => {
    const clock = drivenClock();
    const spends = await spendAll(openGovernor(1250, clock), clock, 300);
    for (const { at } of spends) {
      const inMinute = spends.filter((each) => each.at >= at && each.at < at + minute);
      expect(inMinute.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(1250);
    }
  });

  test('and loses little of it: 12,000 units at 1,250 a minute take about ten minutes', async () => {
    const clock = drivenClock();
    await spendAll(openGovernor(1250, clock), clock, 300);
    expect(clock.now() / minute).toBeLessThan(11);
  });

  test('a page is read at once although a burst of writes has used its share', async () => {
    const clock = drivenClock();
    const governor = openGovernor(1250, clock);
    await spendAll(governor, clock, 29);
    const before = clock.now();
    await governor.take(14, 'read');
    expect(clock.now()).toBe(before);
  });

  test('a call dearer than the whole allowance goes once the minute is free', async () => {
    const clock = drivenClock();
    const governor = openGovernor(20, clock);
    await governor.take(1, 'write');
    await governor.take(40, 'write');
    expect(clock.now()).toBeGreaterThanOrEqual(minute);
  });
});

describe('what Graph says about waiting', () => {
  test('Retry-After is waited for whole, however long, by reads and writes alike', async () => {
    for (const purpose of ['read', 'write'] as const) {
      const clock = drivenClock();
      const governor = openGovernor(1250, clock);
      governor.heard(429, new Headers({ 'Retry-After': '300' }));
      await governor.take(1, purpose);
      expect(clock.now()).toBeGreaterThanOrEqual(300_000);
    }
  });

  test('of Retry-After and RateLimit-Reset the longer counts', async () => {
    const clock = drivenClock();
    const governor = openGovernor(1250, clock);
    governor.heard(
      429,
      new Headers({ 'Retry-After': '5', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '31' }),
    );
    await governor.take(1, 'write');
    expect(clock.now()).toBe(31_000);
  });

  test('what remains of the minute is not overdrawn, whoever else is using it', async () => {
    const clock = drivenClock();
    const governor = openGovernor(1250, clock);
    governor.heard(200, new Headers({ 'RateLimit-Remaining': '50', 'RateLimit-Reset': '20' }));
    await governor.take(40, 'write');
    expect(clock.now()).toBe(0);
    await governor.take(40, 'write');
    expect(clock.now()).toBe(20_000);
  });

  test('the longest wait within a batch holds, in whatever order the answers came', async () => {
    const clock = drivenClock();
    const governor = openGovernor(1250, clock);
    for (const wait of ['2', '9', '4']) governor.heard(429, new Headers({ 'Retry-After': wait }));
    await governor.take(1, 'write');
    expect(clock.now()).toBe(9_000);
  });
});
