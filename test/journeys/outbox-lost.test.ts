// The Outbox is gone, or an older copy was put back, in the middle of a cycle. The lists say what they
// can: nothing they know of is sent again or undone, and what may have been sent twice is said.
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { answerAll, figuresFor, returnAsked, saysSaved, theQuestion } from './answering.ts';
import { type MortalHouse, openMortalHouse, pause } from './mortal-house.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { until, whoReceived } from './witness.ts';

let house: MortalHouse;
const inOneHouse = (): void => {
  beforeAll(async () => {
    house = await openMortalHouse(smallCouncil(), { graph: 10, teams: 10 });
    await house.moveClockTo('2020-10-01T09:30');
    await house.settled();
  });
  afterAll(async () => {
    await house.trouble();
    await house.close();
  });
};

const refusing = { on: 'graph', times: 1_000_000, status: 503 };
const writesRefused = {
  script: [
    { ...refusing, method: 'PATCH' },
    { ...refusing, method: 'POST', path: '/items$' },
  ],
};
const parts = (): readonly string[] =>
  readdirSync(house.dataFolder).filter((each) => /^outbox\.sqlite(-wal)?$/.test(each));
const lose = (): void => {
  for (const part of readdirSync(house.dataFolder))
    if (part.startsWith('outbox')) rmSync(path.join(house.dataFolder, part));
};
const restart = async (between: () => void): Promise<void> => {
  await house.kill();
  between();
  house.start();
  await house.ready();
};
const received = async (step: string) => [...whoReceived(await house.record(), step)].sort();
const ledgerOf = async (step: string) =>
  (await house.list('Notifications')).filter((each) => each['Step'] === step);
const idsOf = (rows: readonly { readonly [column: string]: unknown }[]) =>
  rows.map((each) => house.objectIdOf(String(each['Person']))).sort();
const marked = async (step: string) =>
  (await ledgerOf(step)).filter(
    (each) => each['PossiblyRepeated'] === true && each['State'] === 'Sent',
  );
const returnOf = async (key: string) =>
  (await house.list('Returns')).find((each) => each['Key'] === key);
/** New messages: a card drawn again in its place is none. */
const sentSoFar = async (): Promise<number> =>
  (await house.record()).filter((each) => each.kind === 'create').length;
const sentNothingNew = async (before: number): Promise<void> => {
  await pause(4_500);
  await house.settled();
  expect(await sentSoFar()).toBe(before);
};

describe('an Outbox that is lost', () => {
  inOneHouse();

  test('with all of it in the lists: nobody is sent anything again, and the next step goes once', async () => {
    const before = await sentSoFar();
    await restart(lose);
    expect(existsSync(path.join(house.dataFolder, 'outbox.sqlite'))).toBe(true);
    await sentNothingNew(before);
    await house.moveClockTo('2020-10-09T09:30');
    await house.settled();
    const reminded = await received('Reminder');
    expect(new Set(reminded).size).toBe(reminded.length);
    expect(idsOf((await ledgerOf('Reminder')).filter((each) => each['State'] === 'Sent'))).toEqual(
      reminded,
    );
    expect([await marked('Opening'), await marked('Reminder')]).toEqual([[], []]);
    expect((await house.health()).reasons).toEqual([]);
  });

  test('an old card pressed again does not write over the answer that is in the list', async () => {
    const seat = house.seat('p-voids');
    const { card } = await seat.press('start');
    const asked = theQuestion(card);
    const key = returnAsked(asked);
    const { id } = await seat.newestCard();
    expect(saysSaved(await seat.press('answer', figuresFor(house.council, key)))).toBe(true);
    await house.settled();
    const answered = await returnOf(key);
    await restart(lose);
    const typed = { numerator: '', denominator: '', value: '999', finality: 'final' };
    const more = { commentary: 'From an old card.', until: '', because: '' };
    const again = await seat.pressAction(id, {
      ...asked,
      data: { ...asked.data, ...typed, ...more },
    });
    expect([saysSaved(again), again.words.includes('already answered')]).toEqual([false, true]);
    expect(await returnOf(key)).toMatchObject({ Revision: 1, Value: answered?.['Value'] });
  });

  test.runIf(soaking)(
    'with sends that were not yet in the list: they go again, and each is said to be possibly repeated',
    async () => {
      await house.trouble(writesRefused);
      await house.moveClockTo('2020-10-14T09:30');
      await until('every card has gone', async () => (await house.health()).outbox.messages === 0);
      const first = await received('Deadline');
      await restart(lose);
      await house.trouble();
      await until('they have gone again', async () => {
        return (await received('Deadline')).length > first.length;
      });
      await house.settled();
      const all = await received('Deadline');
      expect(all).toEqual([...first, ...first].sort());
      expect(idsOf(await marked('Deadline'))).toEqual(first);
      const { reasons } = await house.health();
      const besides = (await marked('Unreachable')).length;
      expect(reasons).toEqual([
        `${first.length + besides} messages may have been sent twice: the Outbox was begun anew on Wed 14 October 2020, 09:30.`,
      ]);
      const view = await fetch(`${house.appUrl}/api/cycle`, {
        headers: { authorization: `Bearer ${await house.tabToken('p-performance')}` },
      });
      expect(await view.text()).toContain('may have been sent twice: the Outbox was begun anew');
    },
  );

  test.runIf(soaking)(
    'with messages the list says are queued: they are queued again, and marked',
    async () => {
      await house.trouble({ latencyMs: { teams: 6_000 } });
      void house.moveClockTo('2020-10-15T09:30').catch(() => undefined);
      await until('the list says they are queued', async () =>
        (await ledgerOf('Manager')).some((each) => each['State'] === 'Queued'),
      );
      await restart(lose);
      await house.trouble();
      await until('none is queued any more', async () =>
        (await ledgerOf('Manager')).every((each) => each['State'] !== 'Queued'),
      );
      await house.settled();
      const managers = await ledgerOf('Manager');
      expect(managers.length).toBeGreaterThan(1);
      expect(new Set(managers.map((each) => each['State']))).toEqual(new Set(['Sent']));
      expect(idsOf(await marked('Manager'))).toEqual(idsOf(managers));
      const steps = await received('Manager');
      expect([...new Set(steps)]).toEqual(idsOf(managers));
    },
  );
});

describe('an older copy of the Outbox put back', () => {
  inOneHouse();
  const copies = (from: string, to: string): void => {
    for (const part of readdirSync(from).filter((each) => /^outbox\.sqlite(-wal)?$/.test(each)))
      copyFileSync(path.join(from, part), path.join(to, part));
  };

  test.runIf(soaking)(
    'undoes no answer given since, sends no message again, and reopens no escalation',
    async () => {
      const folder = `${house.dataFolder}-copy`;
      mkdirSync(folder);
      await house.trouble(writesRefused);
      const [answered] = await answerAll(house.seat('p-highways'), house.council);
      const key = answered?.return ?? '';
      await house.moveClockTo('2020-10-15T09:30');
      await until('every card has gone', async () => (await house.health()).outbox.messages === 0);
      expect((await house.health()).outbox.changes).toBeGreaterThan(10);
      await house.kill();
      copies(house.dataFolder, folder);
      house.start();
      await house.ready();
      await house.trouble();
      await house.settled();
      await house.seat('p-highways').press('correct', { return: key });
      const corrected = { ...figuresFor(house.council, key), commentary: 'Corrected since.' };
      expect(saysSaved(await house.seat('p-highways').press('answer', corrected))).toBe(true);
      await answerAll(house.seat('p-repairs'), house.council);
      await pause(2_500);
      await house.settled();
      const was = {
        returns: await house.list('Returns'),
        notifications: await house.list('Notifications'),
        escalations: await house.list('Escalations'),
        journal: await house.list('Journal'),
        messages: await sentSoFar(),
      };
      await restart(() => {
        lose();
        copies(folder, house.dataFolder);
      });
      expect(parts()).toContain('outbox.sqlite');
      await sentNothingNew(was.messages);
      for (const [list, rows] of [
        ['Returns', was.returns],
        ['Notifications', was.notifications],
        ['Escalations', was.escalations],
        ['Journal', was.journal],
      ] as const)
        expect(plain(await house.list(list))).toEqual(plain(rows));
      expect(was.returns.find((each) => each['Key'] === key)).toMatchObject({
        Revision: 2,
        Commentary: 'Corrected since.',
        Cycle: cycle,
      });
    },
  );
});

/** What a row says, leaving out what SharePoint keeps about it. */
const plain = (rows: readonly { readonly [column: string]: unknown }[]) =>
  rows
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(
          ([name]) => !/^(_|@|id$|Modified|Created|Edit|Author)/.test(name),
        ),
      ),
    )
    .sort((one, other) => String(one['Key']).localeCompare(String(other['Key'])));
