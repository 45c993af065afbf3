// The Outbox's file damaged, replaced or removed, while the app runs and while it does not: the app says
// so, takes nothing in that it could lose, and sends nothing it could not record.
import { closeSync, cpSync, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import { answerAll, figuresFor, returnAsked, saysSaved, theQuestion } from './answering.ts';
import { type MortalHouse, openMortalHouse, pause } from './mortal-house.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { until, whoReceived } from './witness.ts';

describe('the Outbox is', () => {
  let house: MortalHouse;
  let file: string;
  const whole = () => `${house.dataFolder}-whole`;
  beforeAll(async () => {
    house = await openMortalHouse(smallCouncil(), { graph: 10, teams: 10 });
    file = path.join(house.dataFolder, 'outbox.sqlite');
    await house.moveClockTo('2020-10-01T09:30');
    await answerAll(house.seat('p-voids'), house.council);
    await house.settled();
  });
  afterAll(() => house.close());

  /** Bytes in the middle of the file, written over as a failing disk or a careless tool might. */
  const overwrite = (): void => {
    const opened = openSync(file, 'r+');
    const { size } = statSync(file);
    writeSync(opened, Buffer.alloc(size - 3 * 4096, 0xa5), 0, size - 3 * 4096, 2 * 4096);
    closeSync(opened);
  };
  const timesSaid = () => house.said().split('the Outbox takes nothing').length - 1;
  const unready = async () => !(await house.health()).ready;
  const answerOne = async (person: string) => {
    const seat = house.seat(person);
    const { card } = await seat.press('start');
    const key = returnAsked(theQuestion(card));
    return { key, told: await seat.press('answer', figuresFor(house.council, key)) };
  };
  const reminders = async () => whoReceived(await house.record(), 'Reminder');

  test.runIf(soaking)('removed with its folder: nothing is lost, and the app goes on', async () => {
    const refusing = { on: 'graph', times: 1_000_000, status: 503 };
    await house.trouble({ script: [{ ...refusing, method: 'PATCH' }] });
    const before = await answerOne('p-waste');
    expect(saysSaved(before.told)).toBe(true);
    rmSync(house.dataFolder, { recursive: true });
    await until('the Outbox is back', async () => existsSync(file));
    const after = await answerOne('p-repairs');
    expect(saysSaved(after.told)).toBe(true);
    await house.kill();
    house.start();
    await house.ready();
    await house.trouble();
    await house.settled();
    const rows = new Map((await house.list('Returns')).map((each) => [each['Key'], each]));
    for (const { key } of [before, after])
      expect(rows.get(key)).toMatchObject({ State: 'Returned', Revision: 1 });
    // The clock lay in the same folder, and in local mode stands where it begins.
    await house.moveClockTo('2020-10-01T09:31');
    await house.settled();
  });

  test('damaged while the app runs: it is said once, presses are refused and nothing is sent', async () => {
    await house.kill();
    cpSync(house.dataFolder, whole(), { recursive: true });
    house.start();
    await house.ready();
    const before = timesSaid();
    overwrite();
    await until('the app has found it out', unready);
    expect((await house.health()).reasons[0]).toContain('its file is damaged');
    const { told } = await answerOne('p-housing-needs');
    expect([saysSaved(told), told.words.includes('What you typed is kept on this card')]).toEqual([
      false,
      true,
    ]);
    await house.moveClockTo('2020-10-09T09:30');
    await pause(4_500);
    expect(await reminders()).toEqual([]);
    expect(timesSaid() - before).toBe(1);
  });

  test('damaged when the app starts: it says which file in one sentence, and does not start', async () => {
    await house.kill();
    overwrite();
    house.start();
    const { code, said } = await house.ended();
    expect(code).toBe(1);
    expect(said.trim().split('\n').at(-1)).toBe(
      `The app could not start: The Outbox at ${file} is damaged: restore it from a copy, or move it aside to start afresh. Nothing new is kept until then.`,
    );
  });

  test.runIf(soaking)(
    'restored from a copy: the app starts, and what fell due goes out',
    async () => {
      rmSync(house.dataFolder, { recursive: true });
      cpSync(whole(), house.dataFolder, { recursive: true });
      rmSync(whole(), { recursive: true });
      house.start();
      await house.ready();
      await house.moveClockTo('2020-10-09T09:31');
      await house.settled();
      const reminded = await reminders();
      expect(reminded.length).toBeGreaterThan(5);
      expect(new Set(reminded).size).toBe(reminded.length);
      const ledger = (await house.list('Notifications')).filter((each) => each['Cycle'] === cycle);
      expect(ledger.filter((each) => each['PossiblyRepeated'] === true)).toEqual([]);
    },
  );
});
