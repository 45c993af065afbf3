// What a command does to the lists beside others who write them: it writes while the lease is its own and no
// longer, and takes rows out whoever holds it.

import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { appEnvironment } from '../../src/commands/local-settings.ts';
import { type OpenCouncil, openCouncil } from '../../src/commands/open-council.ts';
import { openLease } from '../../src/outbox/sqlite-lease.ts';
import { accept } from '../../src/use-cases/accept.ts';
import { change } from '../../src/use-cases/change.ts';
import { type House, openHouse } from '../given.ts';
import { smallCouncil } from '../journeys/small-council.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids']));
}, 60_000);
afterAll(() => house.close());

/** As a command of the command line, in the app's own folder. */
const openedCouncil = async (): Promise<OpenCouncil> => {
  const council = await openCouncil({
    ...appEnvironment({
      port: Number(new URL(house.appUrl).port),
      localPort: Number(new URL(house.localUrl).port),
      dataFolder: path.dirname(house.dataFolder),
      site: house.council.site,
    }),
    DATA_DIR: house.dataFolder,
    UNITS_PER_MINUTE: '900000',
  });
  onTestFinished(() => council.close());
  return council;
};
const closedDay = (n: number) => {
  const date = Temporal.PlainDate.from('2022-01-01').add({ days: n });
  const set = { title: `Day ${n}`, date, kind: 'council closure' } as const;
  return change('closedDays', date.toString(), set);
};
const took = (council: OpenCouncil, many: number) =>
  accept(council.ports, [
    {
      key: 'taken in',
      by: null,
      at: council.ports.clock.now().toInstant(),
      changes: Array.from({ length: many }, (_, n) => closedDay(n)),
      message: null,
    },
  ]);
const waiting = ({ ports }: OpenCouncil) => ports.outbox.depth().changes;

test('a command that lost its lease, as one that slept does, writes nothing more until it has it again', async () => {
  await house.restart(async () => {
    const council = await openedCouncil();
    await took(council, 400);
    await house.trouble({ latencyMs: { graph: 40 } });
    const landing = council.land();
    await expect.poll(() => waiting(council), { timeout: 20_000 }).toBeLessThan(400);
    const file = path.join(house.dataFolder, 'lease.sqlite');
    rmSync(file);
    const another = openLease(file);
    expect(another.hold()).toBe(true);
    // What had left by then is answered.
    await pause(1_000);
    const left = waiting(council);
    await pause(1_500);
    expect([waiting(council), left > 0]).toEqual([left, true]);
    another.release();
    expect(await landing).toBe(0);
    await house.trouble();
  });
}, 90_000);

test('beside the running app a command writes nothing itself, and takes rows out', async () => {
  await house.app.beatNow();
  const council = await openedCouncil();
  const day = closedDay(401);
  const [written] = await council.ports.lists.write([
    { ...day, sequence: 1, by: null, acceptedAt: Temporal.Now.instant() },
  ]);
  expect(written?.fault).toBe('unreachable');
  const row = closedDay(7);
  expect(council.ports.replica.registers().closedDays.get(row.key)).toBeDefined();
  expect(await council.ports.lists.remove([row])).toEqual([null]);
  const days = (await house.list('Closed days')).map((each) => each['Key']);
  expect(days).toContain(closedDay(8).key);
  expect(days).not.toContain(row.key);
  expect(days).not.toContain(day.key);
});
