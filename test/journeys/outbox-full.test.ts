// The disk the Outbox is on fills up while the app runs, and has room again later. The limit is real:
// the operating system refuses the writes of the running process.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { soaking } from '../counts.ts';
import {
  type Acknowledged,
  answerAll,
  figuresFor,
  returnAsked,
  saysSaved,
  theQuestion,
} from './answering.ts';
import { type MortalHouse, openMortalHouse, pause } from './mortal-house.ts';
import { type Card, partsOf, partWithId } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { until, whoReceived } from './witness.ts';

/** Sets from outside what a running process may write; Linux alone has it. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

describe.skipIf(!canLimit)('the disk is full', () => {
  let house: MortalHouse;
  let saved: readonly Acknowledged[];
  beforeAll(async () => {
    house = await openMortalHouse(smallCouncil(), { graph: 10, teams: 10 });
    await house.moveClockTo('2020-10-01T09:30');
    saved = await answerAll(house.seat('p-voids'), house.council);
    await house.settled();
  });
  afterAll(() => house.close());

  /** No file may grow past, or be written beyond, so many bytes: not one page of the Outbox. */
  const fill = (): void => limit('4000:');
  const makeRoom = (): void => limit('unlimited:');
  const limit = (bytes: string): void =>
    void execFileSync('prlimit', ['--pid', String(house.pid()), `--fsize=${bytes}`]);
  const fullSaid = (): number => house.said().split('the Outbox takes nothing').length - 1;
  const received = async (step: string) => [...whoReceived(await house.record(), step)].sort();
  const teamsTakes = (teams: number): Promise<unknown> =>
    house.trouble({
      latencyMs: { teams },
    });
  const isReady = async () => (await house.health()).ready;

  test('each press is refused in plain words, and what was typed stays on the card', async () => {
    fill();
    const seat = house.seat('p-housing-needs');
    const { card } = await seat.press('start');
    const key = returnAsked(theQuestion(card));
    const value = String(figuresFor(house.council, key)['value']);
    const typed = { value, commentary: 'Typed on a full disk.' };
    const refused = await seat.press('answer', typed);
    expect(saysSaved(refused)).toBe(false);
    expect(refused.words).toContain('Not saved.');
    expect(refused.words).toContain('What you typed is kept on this card');
    const kept = partsOf(refused.card).map((each) => each['value']);
    for (const each of Object.values(typed)) expect(kept).toContain(each);
    expect(partWithId(refused.card as Card, 'refused')).toBeDefined();
  });

  test('the tab says so too, and the cycle is left as it was', async () => {
    const address = `${house.appUrl}/api/cycles/${encodeURIComponent(cycle)}/close`;
    const authorization = `Bearer ${await house.tabToken('p-performance')}`;
    const answer = await fetch(address, { method: 'POST', headers: { authorization } });
    expect(answer.status).toBe(503);
    expect(((await answer.json()) as { message: string }).message).toMatch(/^Not saved: /);
  });

  test('what falls due is not sent, since that it was could not be recorded', async () => {
    await house.moveClockTo('2020-10-09T09:30');
    await pause(4_500);
    expect(await received('Reminder')).toEqual([]);
    expect(await house.health()).toMatchObject({
      ready: false,
      reasons: [expect.stringContaining('the disk is full')],
    });
    expect(fullSaid()).toBe(1);
  });

  test('what was saved before is in the file, for whoever copies it', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-copy-'));
    for (const part of ['outbox.sqlite', 'outbox.sqlite-wal'])
      copyFileSync(path.join(house.dataFolder, part), path.join(folder, part));
    const copy = openOutbox(path.join(folder, 'outbox.sqlite'));
    for (const { return: key } of saved)
      expect((await copy.find(`return|${key}|0`))?.by).toBe('p-voids');
    copy.close();
    rmSync(folder, { recursive: true });
  });

  test('with room again it goes on by itself: the same press is saved, and reminders go out once', async () => {
    makeRoom();
    await until('the app takes work again', isReady);
    const { id, card } = await house.seat('p-housing-needs').newestCard();
    const asked = theQuestion(card);
    const figures = figuresFor(house.council, returnAsked(asked));
    const again = await house.seat('p-housing-needs').press('answer', figures);
    expect([id === '', saysSaved(again)]).toEqual([false, true]);
    await house.settled();
    const reminded = await received('Reminder');
    expect(reminded.length).toBeGreaterThan(5);
    expect(new Set(reminded).size).toBe(reminded.length);
    expect(fullSaid()).toBe(1);
    expect(house.said()).toContain('the Outbox takes work again');
  });

  const ledgerOf = async (step: string) =>
    (await house.list('Notifications')).filter((each) => each['Step'] === step);

  test.runIf(soaking)(
    'filling up while cards are on their way, each is recorded once there is room, and none goes twice',
    async () => {
      await teamsTakes(1_000);
      const moved = house.moveClockTo('2020-10-14T09:30');
      await until('cards are on their way', async () => (await house.health()).outbox.messages > 5);
      await pause(400);
      fill();
      await moved;
      await pause(4_500);
      const sent = await received('Deadline');
      expect(sent.length).toBeGreaterThan(3);
      expect((await house.health()).outbox.messages).toBeGreaterThanOrEqual(sent.length);
      makeRoom();
      await until('the app takes work again', isReady);
      await house.settled();
      const reached = await received('Deadline');
      expect(new Set(reached).size).toBe(reached.length);
      const ledger = (await ledgerOf('Deadline')).filter((each) => each['State'] === 'Sent');
      expect(ledger.map((each) => house.objectIdOf(String(each['Person']))).sort()).toEqual(
        reached,
      );
      expect(ledger.filter((each) => each['PossiblyRepeated'] === true)).toEqual([]);
    },
  );

  test.runIf(soaking)(
    'killed before there was room, it sends again what it could not record, and says so of each',
    async () => {
      const moved = house.moveClockTo('2020-10-15T09:30').catch(() => undefined);
      await until('cards are on their way', async () => (await house.health()).outbox.messages > 1);
      await pause(400);
      fill();
      await moved;
      await pause(2_500);
      const before = await received('Manager');
      expect(before.length).toBeGreaterThan(0);
      await house.kill();
      await teamsTakes(10);
      house.start();
      await house.ready();
      await house.settled();
      const after = await received('Manager');
      const twice = after.filter((each, n) => after.indexOf(each) !== n);
      const marked = (await ledgerOf('Manager')).filter(
        (each) => each['PossiblyRepeated'] === true,
      );
      const ids = marked.map((each) => house.objectIdOf(String(each['Person'])));
      expect(twice.length).toBeGreaterThan(0);
      for (const each of twice) expect(ids).toContain(each);
    },
  );
});
