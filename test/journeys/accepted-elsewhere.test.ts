// What a command accepts into the Outbox of a running app is shown by the app at its next beat, with Graph
// there or away, and is taken off again when it has landed, whoever landed it.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { Outbox } from '../../src/use-cases/ports.ts';
import { type House, openHouse } from '../given.ts';
import { smallCouncil } from './small-council.ts';

let house: House;
/** Another process's handle on the same file. */
let elsewhere: Outbox;
beforeAll(async () => {
  house = await openHouse(smallCouncil(['p-voids', 'p-repairs']));
  elsewhere = openOutbox(path.join(house.dataFolder, 'outbox.sqlite'));
}, 90_000);
afterAll(async () => {
  elsewhere.close();
  await house.trouble();
  await house.close();
});

const key = (): string => house.council.rows.teams?.[0]?.key ?? '';
const title = (): string | undefined =>
  house.app.ports.replica.registers().teams.get(key())?.title ?? undefined;
const accept = (name: string): Promise<unknown> =>
  elsewhere.accept([
    {
      key: `renamed|${name}`,
      by: null,
      at: Temporal.Now.instant(),
      changes: [{ register: 'teams', key: key(), set: { title: name } }],
      message: null,
    },
  ]);

describe('a change that a command accepted', () => {
  test('shows at the app’s next beat although Graph is away, and lands once when it is back', async () => {
    await house.trouble({ script: [{ on: 'graph', times: 1_000_000, status: 503 }] });
    await accept('Accepted elsewhere');
    await expect.poll(title, { timeout: 6_000 }).toBe('Accepted elsewhere');
    await house.trouble();
    await house.landed();
    expect(title()).toBe('Accepted elsewhere');
    const listed = (await house.list('Teams')).find((each) => each['Key'] === key());
    expect(listed).toMatchObject({ Title: 'Accepted elsewhere' });
  }, 60_000);

  test('lies over its list no longer than it waits: what the list says later is what is read', async () => {
    for (let n = 1; n <= 20; n += 1) {
      await accept(`Round ${n}`);
      if (n % 3 === 0) await house.app.beatNow();
    }
    await house.landed();
    await house.editByHand('Teams', key(), { Title: 'By hand at last' });
    await house.app.beatNow();
    await expect.poll(title, { timeout: 6_000 }).toBe('By hand at last');
  }, 60_000);
});
