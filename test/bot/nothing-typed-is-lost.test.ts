// What somebody typed and could not save is shown to them or kept, whoever was first and whatever stopped it.
import { describe, expect, test } from 'vitest';
import { StoreFault } from '../../src/use-cases/store-fault.ts';
import { ask } from '../journeys/seat.ts';
import { ann, bob, house, input, open, opened, seated, start } from './anns-seat.ts';
import { cycle } from './asked-of-ann.ts';

const first = 'plan|1|2020-21 Q2';

describe('somebody else was first', () => {
  opened();
  test('all that was typed is shown beside what stands, not the figure alone', async () => {
    await start();
    await open(first, await seated(bob));
    expect((await bob.press('answer', { value: '440' })).words).toContain('440');
    const told = await ann.press('answer', {
      value: '470',
      commentary: 'More came.',
      forecast: '1,700',
      limits: 'July is missing',
      action: 'Ring every family',
      actionBy: '2020-11-30',
    });
    expect(told.words).toContain('already answered');
    for (const each of ['470', 'More came.', '1,700', 'July is missing', 'Ring every family'])
      expect(told.words).toContain(each);
  });
});

describe('the quarter is suspended while somebody types', () => {
  opened();
  test('what they leave for later is kept, and is there when it goes on', async () => {
    await start();
    const set = (state: string) => house.change({ register: 'cycles', key: cycle, set: { state } });
    set('Suspended');
    const told = await ann.press('keep', { value: '44', commentary: 'Half' }, { to: 'later' });
    expect(told.words).toContain('is suspended');
    set('Open');
    const again = await open(first);
    expect([input(again, 'value'), input(again, 'commentary')]).toEqual(['44', 'Half']);
  });
});

describe('the app can keep nothing', () => {
  opened();
  test('why a figure is right is said again, for the next press', async () => {
    await start();
    const explained = { commentary: 'More came.', action: 'Ring', actionBy: '2020-11-30' };
    await ann.press('answer', { value: '73,390', ...explained });
    const { accept } = house.ports.outbox;
    const why = 'Two services were counted together from July';
    Object.assign(house.ports.outbox, {
      accept: () => Promise.reject(new StoreFault('full', 'no room', null)),
    });
    const told = await ann.press('confirm', { right: why }).finally(() => {
      Object.assign(house.ports.outbox, { accept });
    });
    expect(told.words).toContain('cannot keep answers at present');
    expect(input(told, 'value')).toBe('73,390');
    expect(told.words).toContain(why);
  });
});

describe('a form that is being filled in', () => {
  opened();
  test('is not put in place of its message, which would wipe it', async () => {
    await start();
    const { id } = await ann.newestCard();
    const owed = { type: 'Action.Execute', verb: 'owed', data: { v: 1 } };
    await ann.pressAction(id, owed);
    await updates((n) => n > 0);
    const before = await updates();
    const form = { type: 'Action.Execute', verb: 'not-mine', data: { v: 1, cycle, return: '' } };
    expect((await ann.pressAction(id, form)).words).toContain('Which is not yours any more?');
    const away = { type: 'Action.Execute', verb: 'away', data: { v: 1, until: 'choose' } };
    expect((await ann.pressAction(id, away)).words).toContain('Until when are you away?');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await updates()).toBe(before);
  });
});

/** How many cards have been put in place of another; waits until it is as wanted. */
const updates = async (wanted: (n: number) => boolean = () => true): Promise<number> => {
  for (let tries = 0; ; tries += 1) {
    const record = (await ask('GET', `${house.localUrl}/local/teams/record`)) as {
      kind: string;
    }[];
    const n = record.filter(({ kind }) => kind === 'update').length;
    if (wanted(n) || tries > 50) return n;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
