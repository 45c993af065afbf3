// Away, let go and handed over, taken in once each: pressed twice, by two at once, and refused.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import { openAskDirectory } from '../../src/use-cases/ask-directory.ts';
import { nameOwner } from '../../src/use-cases/name-owner.ts';
import { notMine } from '../../src/use-cases/not-mine.ts';
import type { Outbox, Ports } from '../../src/use-cases/ports.ts';
import { sayAway, sayBack } from '../../src/use-cases/say-away.ts';
import { watchLeavers } from '../../src/use-cases/watch-leavers.ts';
import { cycle, peopleOver, today } from './people-council.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-person-'));
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const council = (people?: Parameters<typeof peopleOver>[1]): Ports => peopleOver(outbox, people);

const messages = async (): Promise<string[]> =>
  (await outbox.waiting(50)).map(
    ({ key, message }) => `${message.replaces === null ? '' : 'again: '}${key}`,
  );
const told = (ports: Ports, row: string) =>
  ports.replica
    .registers()
    .journal.where('row', row)
    .map(({ by, to, why }) => [by, to, why]);
const letGo = (ports: Ports, by = 'ann', code = '1', because = 'It moved.') =>
  notMine(ports, { by, return: `plan|${code}|2020-21 Q2`, because });
const name = (ports: Ports, by: string, owner: string, measure = 'plan|1') =>
  nameOwner(ports, { by, cycle, measure, owner });

describe('away', () => {
  it('said twice is said once, and tells the deputy once', async () => {
    const ports = council();
    const said = await Promise.all(
      [1, 2].map(() => sayAway(ports, { by: 'ann', until: '2020-10-12' })),
    );
    expect(said.every(({ outcome }) => outcome === 'said')).toBe(true);
    expect(await sayAway(ports, { by: 'ann', until: '2020-10-12' })).toEqual({
      outcome: 'already',
    });
    expect(await messages()).toEqual([`bob|${cycle}|Hand-over|ann|2020-10-12`]);
    expect(told(ports, 'People: ann')).toEqual([['ann', 'Away until: 2020-10-12', null]]);
  });
  it('then back, then away again to the same day is three changes', async () => {
    const ports = council();
    await sayAway(ports, { by: 'ann', until: '2020-10-12' });
    await sayBack(ports, { by: 'ann' });
    expect(ports.replica.registers().people.get('ann')?.awayUntil).toBeNull();
    await sayAway(ports, { by: 'ann', until: '2020-10-12' });
    expect(ports.replica.registers().people.get('ann')?.awayUntil?.toString()).toBe('2020-10-12');
    expect(told(ports, 'People: ann')).toHaveLength(3);
  });
  it('is taken in again once the Journal that told of it has been purged', async () => {
    const before = council();
    await sayAway(before, { by: 'ann', until: '2020-10-12' });
    await sayBack(before, { by: 'ann' });
    await letGo(before, 'ann', '1');
    await name(before, 'head', 'cat');
    // Years later: nothing that was told then is in the lists any more.
    const after = {
      ...council(),
      clock: { now: () => before.clock.now().add({ years: 2 }) },
    };
    expect((await sayAway(after, { by: 'ann', until: '2022-10-12' })).outcome).toBe('said');
    await sayBack(after, { by: 'ann' });
    expect(after.replica.registers().people.get('ann')?.awayUntil).toBeNull();
    await letGo(after, 'ann', '1');
    expect(after.replica.registers().measures.get('plan|1')?.owner).toBeNull();
    expect((await name(after, 'head', 'bob')).outcome).toBe('named');
    expect(after.replica.registers().measures.get('plan|1')?.owner).toBe('bob');
  });
  it('a deputy the ladder has still to ask is told by the ladder alone', async () => {
    const ports = council({ ann: { deputy: 'cat' } });
    await sayAway(ports, { by: 'ann', until: '2020-10-12' });
    expect(await messages()).toEqual([]);
  });
  it('without a deputy the manager is told', async () => {
    const ports = council({ ann: { deputy: null } });
    await sayAway(ports, { by: 'ann', until: '2020-10-12' });
    expect(await messages()).toEqual([`head|${cycle}|Hand-over|ann|2020-10-12`]);
  });
  it('a deputy who goes away too hands what they covered to the next', async () => {
    const ports = council({ bob: { deputy: 'head' } });
    await sayAway(ports, { by: 'ann', until: '2020-10-12' });
    await sayAway(ports, { by: 'bob', until: '2020-10-13' });
    expect(await messages()).toEqual([
      `bob|${cycle}|Hand-over|ann|2020-10-12`,
      `head|${cycle}|Hand-over|bob|2020-10-13`,
    ]);
  });
  it('today, a day before, and what is no date are refused', async () => {
    const ports = council();
    for (const [until, reason] of [
      ['2020-10-05', 'date not ahead'],
      ['2020-09-30', 'date not ahead'],
      ['', 'not a date'],
      ['2020-02-30', 'not a date'],
    ] as const)
      expect(await sayAway(ports, { by: 'ann', until })).toMatchObject({ reason });
    expect(told(ports, 'People: ann')).toEqual([]);
  });
});

describe('not mine any more', () => {
  it('pressed twice lets go once, and asks the manager once', async () => {
    const ports = council();
    const done = await Promise.all([letGo(ports), letGo(ports)]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['let go', 'let go']);
    expect((await letGo(ports)).outcome).toBe('already');
    expect(await messages()).toEqual([`head|${cycle}|Hand-over|ann|2020-10-05`]);
    expect(told(ports, 'Measures: plan|1')).toEqual([['ann', 'Owner: blank', 'It moved.']]);
    expect(ports.replica.registers().returns.get('plan|2|2020-21 Q2')?.owner).toBe('ann');
  });
  it('of a second measure on one day draws the same card again', async () => {
    const ports = council();
    await letGo(ports);
    const key = `head|${cycle}|Hand-over|ann|2020-10-05`;
    await letGo(ports, 'ann', '2');
    expect(await messages()).toEqual([key]);
    const [waiting] = await outbox.waiting(1);
    const sent = {
      register: 'notifications' as const,
      key,
      set: { state: 'Sent', activity: 'card', conversation: 'chat' },
    };
    ports.replica.lay(await outbox.settle([{ key: waiting?.key ?? '', changes: [sent] }]));
    await name(ports, 'head', 'ann', 'plan|2');
    await letGo(ports, 'ann', '2');
    const again = (await messages()).filter((each) => each.startsWith('again: '));
    expect(again).toHaveLength(1);
    expect(again[0]).toContain(key);
  });
  it('is refused without a reason, to one who does not own it, and in a cycle that is closed', async () => {
    const ports = council();
    expect(await letGo(ports, 'ann', '1', '  ')).toMatchObject({ reason: 'no reason given' });
    expect(await letGo(ports, 'ann', '1', 'x'.repeat(501))).toMatchObject({
      reason: 'reason too long',
    });
    for (const by of ['bob', 'head', 'perf', 'nobody'])
      expect(await letGo(ports, by)).toMatchObject({ reason: 'not yours' });
    expect(await messages()).toEqual([]);
  });
  it('where nobody leads the team, the performance team is asked', async () => {
    const ports = council({ head: { leftOn: today, roles: [] } });
    await letGo(ports);
    expect(await messages()).toEqual([`perf|${cycle}|Hand-over|ann|2020-10-05`]);
  });
});

describe('another owner', () => {
  it('is named once: of two who name at the same moment one is told who was named', async () => {
    const ports = council();
    await letGo(ports);
    const done = await Promise.all([name(ports, 'head', 'bob'), name(ports, 'perf', 'cat')]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['named', 'refused']);
    expect(done[1]).toMatchObject({ reason: 'answered meanwhile', by: 'bob' });
    expect(await name(ports, 'perf', 'cat')).toMatchObject({
      reason: 'answered meanwhile',
      by: 'bob',
    });
    expect((await name(ports, 'head', 'bob')).outcome).toBe('already');
    const { measures, returns } = ports.replica.registers();
    expect(measures.get('plan|1')?.owner).toBe('bob');
    expect(returns.get('plan|1|2020-21 Q2')?.owner).toBe('bob');
    expect(told(ports, 'Measures: plan|1').at(-1)).toEqual([
      'head',
      'Owner: bob',
      'Not theirs any more: It moved.',
    ]);
  });
  it('is told at once where the ladder has asked them already, and else by the ladder', async () => {
    const ports = council();
    await letGo(ports);
    await letGo(ports, 'ann', '2');
    await name(ports, 'head', 'bob');
    await name(ports, 'head', 'cat', 'plan|2');
    expect((await messages()).slice(1)).toEqual([`bob|${cycle}|Hand-over|head|2020-10-05`]);
  });
  it('may be named by the manager, a deputy of theirs and the performance team alone', async () => {
    const ports = council();
    await letGo(ports);
    for (const by of ['ann', 'bob', 'cat', 'nobody'])
      expect(await name(ports, by, 'cat')).toMatchObject({ reason: 'not allowed' });
    expect((await name(ports, 'second', 'cat')).outcome).toBe('named');
    await letGo(ports, 'ann', '2');
    expect((await name(ports, 'perf', 'cat', 'plan|2')).outcome).toBe('named');
  });
  it('must be on People and not have left', async () => {
    const ports = council({ cat: { leftOn: today } });
    await letGo(ports);
    for (const owner of ['cat', '', 'nobody'])
      expect(await name(ports, 'head', owner)).toMatchObject({ reason: 'nobody by that name' });
    expect(ports.replica.registers().measures.get('plan|1')?.owner).toBeNull();
  });
});

describe('somebody who has left', () => {
  it('is handed over once, however often it is looked at', async () => {
    const ports = council({ ann: { leftOn: today } });
    await watchLeavers(ports);
    await watchLeavers(ports);
    expect(await messages()).toEqual([`head|${cycle}|Hand-over|ann`]);
    expect((await name(ports, 'head', 'cat', 'all')).outcome).toBe('named');
    expect(told(ports, 'Measures: plan|2').at(-1)).toEqual([
      'head',
      'Owner: cat',
      'Its owner left on Mon 5 October 2020',
    ]);
  });
  it('is not, before the day they leave', async () => {
    const ports = council({ ann: { leftOn: today.add({ days: 1 }) } });
    await watchLeavers(ports);
    expect(await messages()).toEqual([]);
  });
});

describe('the directory', () => {
  const asking = (gone: readonly string[] | null, people?: Parameters<typeof council>[0]) => {
    const ports = council(people);
    const asked: (readonly string[])[] = [];
    const directory = {
      gone: async (objectIds: readonly string[]) => {
        asked.push(objectIds);
        return gone;
      },
    };
    return { ports, asked, directory };
  };

  it('is asked once a day, and who is not in it has left', async () => {
    const { ports, asked, directory } = asking(['a']);
    await openAskDirectory(ports, directory).ask();
    await openAskDirectory(ports, directory).ask();
    expect(asked).toEqual([['a', 'b', 'c', 'h', 's', 'p']]);
    expect(ports.replica.registers().people.get('ann')?.leftOn?.toString()).toBe('2020-10-05');
    expect(told(ports, 'People: ann')).toEqual([
      [null, 'Left on: 2020-10-05', 'Their account is not in the directory any more'],
    ]);
    await watchLeavers(ports);
    expect(await messages()).toEqual([`head|${cycle}|Hand-over|ann`]);
  });
  it('is not asked about those who are down as having left', async () => {
    const { ports, asked, directory } = asking([], { ann: { leftOn: today } });
    await openAskDirectory(ports, directory).ask();
    expect(asked.flat()).not.toContain('a');
  });
  it('that may not be asked changes nothing, and is said so', async () => {
    const { ports, asked, directory } = asking(null);
    const ask = openAskDirectory(ports, directory);
    expect(ask.trouble()).toBeNull();
    await ask.ask();
    await ask.ask();
    expect(asked).toHaveLength(1);
    expect(ask.trouble()).toContain('User.ReadBasic.All');
    expect([...ports.replica.registers().people.values()].every((each) => !each.leftOn)).toBe(true);
  });
  it('that knows hardly anybody is not believed', async () => {
    const { ports, directory } = asking(['a', 'b', 'c', 'h']);
    const ask = openAskDirectory(ports, directory);
    await ask.ask();
    expect(ask.trouble()).toContain('4 of the 6 people');
    expect(ports.replica.registers().people.get('ann')?.leftOn).toBeNull();
  });
});
