// Keeping under a tenant's resource units: on a clock the test drives, so a minute takes no time.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDayUnits } from '../../../src/sharepoint/graph/day-units.ts';
import {
  type Governor,
  openGovernor,
  type Purpose,
} from '../../../src/sharepoint/graph/governor.ts';
import { machineClock } from '../../../src/sharepoint/graph/machine-clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

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

  test('the directory and mailboxes, asked of thousands, use none of it up and wait for none', async () => {
    const clock = drivenClock();
    const governor = openGovernor(1250, clock);
    await spendAll(governor, clock, 29);
    const before = clock.now();
    for (let n = 0; n < 3000; n += 1) await governor.take(0, 'read');
    expect(clock.now()).toBe(before);
    await governor.take(14, 'read');
    expect(clock.now()).toBe(before);
    governor.heard(429, { get: (name: string) => (/^retry-after$/i.test(name) ? '7' : null) });
    await governor.take(0, 'read');
    expect(clock.now()).toBeGreaterThanOrEqual(before + 7000);
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
      governor.heard(429, new Headers({ 'Retry-After': '400' }));
      await governor.take(1, purpose);
      expect(clock.now()).toBe(400_000);
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

  test('a Retry-After given as a date is measured by the clock of who gave it', async () => {
    const clock = drivenClock();
    const governor = openGovernor(1250, clock);
    const [Date, later] = ['Wed, 14 Oct 2020 09:00:00 GMT', 'Wed, 14 Oct 2020 09:06:40 GMT'];
    governor.heard(503, new Headers({ Date, 'Retry-After': later }));
    await governor.take(1, 'write');
    expect(clock.now()).toBe(400_000);
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

type Logged = { readonly event: string; readonly facts: object };

/** A governor whose minute and day go by one driven clock, and the day's file. */
const governed = (unitsPerDay: number, file: string | null = null) => {
  const clock = drivenClock();
  const logged: Logged[] = [];
  const log = {
    info: (event: string, facts: object = {}) => void logged.push({ event, facts }),
    fault: (event: string) => void logged.push({ event, facts: {} }),
  };
  const units = openDayUnits({ file, log, now: clock.now });
  return { clock, logged, units, governor: openGovernor(1000, clock, { unitsPerDay, day: units }) };
};

const fileOf = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-units-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'units.json');
};

describe('the units of a day', () => {
  test('in no 24 hours is more spent than the tenant allows, whatever is asked when', async () => {
    const calls = fc.record({
      units: fc.integer({ min: 1, max: 60 }),
      purpose: fc.constantFrom<Purpose>('read', 'write'),
      after: fc.integer({ min: 0, max: 90 * minute }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(calls, { maxLength: 120 }), async (asked) => {
        const { clock, governor } = governed(500);
        const spends: { at: number; units: number }[] = [];
        for (const { units, purpose, after } of asked) {
          clock.pass(after);
          await governor.take(units, purpose);
          spends.push({ at: clock.now(), units });
        }
        for (const { at } of spends) {
          const inDay = spends.filter((each) => each.at >= at && each.at < at + day);
          expect(inDay.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(500);
        }
      }),
      { numRuns: 60, seed: 2020 },
    );
  });

  test('writes wait when their share is gone, reads go on to the end, and then wait too', async () => {
    const { clock, governor } = governed(1000);
    for (let n = 0; n < 90; n += 1) await governor.take(10, 'write');
    const before = clock.now();
    expect(governor.writingWaits()).toBe(true);
    for (let n = 0; n < 10; n += 1) await governor.take(10, 'read');
    expect(clock.now() - before).toBeLessThan(2 * minute);
    expect(governor.units()).toMatchObject({ day: 1000, ofDay: 1000 });
    await governor.take(10, 'write');
    expect(clock.now() - before).toBeGreaterThan(day - 2 * minute);
    expect(clock.now() - before).toBeLessThan(day + 20 * minute);
  });

  test('a page is read while a write waits for the next day', async () => {
    const { governor } = governed(1000);
    for (let n = 0; n < 90; n += 1) await governor.take(10, 'write');
    const order: string[] = [];
    const write = governor.take(10, 'write').then(() => order.push('write'));
    await governor.take(10, 'read').then(() => order.push('read'));
    await write;
    expect(order).toEqual(['read', 'write']);
  });

  test('what was spent outlives a restart', async () => {
    const file = fileOf();
    const first = governed(1000, file);
    await first.governor.take(700, 'read');
    first.units.close();
    expect(governed(1000, file).governor.units().day).toBe(700);
    expect(readdirSync(path.dirname(file))).toEqual(['units.json']);
  });

  test('a command and the running app count together', async () => {
    const file = fileOf();
    const [app, command] = [governed(1000, file), governed(1000, file)];
    await app.governor.take(300, 'read');
    await command.governor.take(200, 'read');
    app.units.close();
    command.units.close();
    await app.governor.take(1, 'read');
    app.units.close();
    expect(app.governor.units().day).toBe(501);
    expect(governed(1000, file).governor.units().day).toBe(501);
  });

  test.each([
    ['not there', null],
    ['empty', ''],
    ['cut short', '{"steps":[[0,7'],
    ['nonsense', '{"steps":[["today","many"]]}'],
    ['of another make', '{"units":7}'],
    ['less than nothing', '{"steps":[[0,-700]]}'],
  ])('a file that is %s: the count begins again, and the log says so', (_what, held) => {
    const file = fileOf();
    if (held !== null) writeFileSync(file, held);
    const { governor, logged, units } = governed(1000, file);
    expect(governor.units().day).toBe(0);
    expect(logged).toEqual([
      {
        event: 'the count of the day’s units begins again',
        facts: { because: held === null ? 'not there' : 'not readable' },
      },
    ]);
    units.add(5);
    units.close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ steps: [[0, 5]] });
  });

  test('units spent while the clock was ahead are spent all the same, beside all the others', () => {
    const file = fileOf();
    writeFileSync(file, `{"steps":[[0,700],[${day},7]]}`);
    const { governor, logged, units } = governed(1000, file);
    expect(governor.units().day).toBe(707);
    expect(logged).toEqual([]);
    units.add(5);
    units.close();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ steps: [[0, 712]] });
  });

  test('a folder where the file should be is left as it is, with nothing beside it', () => {
    const file = fileOf();
    mkdirSync(file);
    const { units } = governed(1000, file);
    units.add(5);
    units.close();
    expect(readdirSync(path.dirname(file))).toEqual(['units.json']);
  });

  test('where the file cannot be written it goes on counting, and says so once', async () => {
    const { governor, logged, units } = governed(1000, path.join(fileOf(), 'no', 'such', 'folder'));
    await governor.take(5, 'read');
    units.close();
    await governor.take(5, 'read');
    units.close();
    expect(governor.units().day).toBe(10);
    const unkept = logged.filter(({ event }) => event.endsWith('was not kept'));
    expect(unkept).toHaveLength(1);
  });
});

test('when the app stops nothing waits any longer, and nothing more goes', async () => {
  const stop = new AbortController();
  const governor = openGovernor(1250, machineClock, { signal: stop.signal });
  governor.heard(429, new Headers({ 'Retry-After': '400' }));
  const waiting = [governor.take(1, 'read'), governor.take(1, 'write'), governor.take(1, 'write')];
  setTimeout(() => stop.abort(), 50);
  const began = performance.now();
  for (const each of await Promise.allSettled([...waiting, governor.take(1, 'read')]))
    expect(each).toMatchObject({ status: 'rejected', reason: { calledOff: true } });
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(governor.spentInAll()).toBe(0);
});
