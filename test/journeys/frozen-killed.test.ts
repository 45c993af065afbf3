// The app killed with SIGKILL while a quarter closes and is frozen, at several moments: started again, there
// is one dataset in the lists, whole. Under soak alone; each line of the freezing itself is cut short in
// test/use-cases/freeze-cycle.test.ts.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { openMortalHouse, pause } from './mortal-house.ts';
import { cycle, smallCouncil } from './small-council.ts';

const moments = [5, 60, 150, 300, 500, 800];

const closes = '2020-10-28T09:30:00';

test.runIf(soaking)(
  'killed while it closes, a quarter is frozen once and whole',
  async () => {
    for (const after of moments) {
      const house = await openMortalHouse(smallCouncil(['p-voids', 'p-repairs']), {
        graph: 5,
        teams: 1,
      });
      try {
        await house.moveClockTo('2020-10-01T09:30:00');
        await house.settled();
        const moving = house.moveClockTo(closes).catch(() => []);
        await pause(after);
        await house.kill();
        house.start();
        await house.ready();
        await moving;
        // Where it died before it heard of the moment, a minute more makes it look again.
        await house.moveClockTo('2020-10-28T09:31:00');
        await house.settled();

        const heads = await house.list('Frozen datasets');
        expect([after, heads.map((each) => each['Key'])]).toEqual([after, [cycle]]);
        const [head] = heads;
        const hash = String(head?.['Hash']);
        const parts = (await house.list('Frozen figures'))
          .filter((each) => String(each['Key']).startsWith(`${cycle}|${hash.slice(0, 16)}|`))
          .toSorted((one, other) => Number(one['Part']) - Number(other['Part']));
        expect(parts).toHaveLength(Number(head?.['Parts']));
        const text = parts.map((each) => each['Content']).join('');
        expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
      } finally {
        await house.close();
      }
    }
  },
  600_000,
);
