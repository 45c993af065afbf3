// What became of a promise is said of the one the card showed, whatever has happened to it meanwhile.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChallenge, saysSaved } from '../journeys/answering.ts';
import type { Seat } from '../journeys/seat.ts';
import { ids, rows } from './asked-of-ann.ts';
import { openHouse } from './house.ts';

let house: Awaited<ReturnType<typeof openHouse>>;
let ann: Seat;
const newest = 'plan|1 2020-21 Q1';
const older = 'plan|1 2019-20 Q4';
const status = (key: string) => house.ports.replica.registers().actions.get(key)?.status;

const opened = () => {
  beforeAll(async () => {
    const { actions = [], returns = [], ...others } = rows();
    const [promise] = actions;
    house = await openHouse({
      ...others,
      actions: [...actions, { ...promise, key: older, code: '1 2019-20 Q4', title: 'A new form' }],
      returns: [...returns, { measure: 'plan|1', period: '2019-20 Q4', value: 430, action: older }],
    });
    ann = house.seat(ids.ann);
    await ann.say('hello');
    expect((await ann.press('start')).words).toContain('Promised last time: Two more officers.');
  });
  afterAll(() => house.close());
};

describe('a promise that was completed elsewhere while the card was open', () => {
  opened();
  test('leaves the one before it alone, also where the figure was doubted first', async () => {
    house.change({ register: 'actions', key: newest, set: { status: 'complete' } });
    const asked = await ann.press('answer', { value: '4', promise: 'delayed' });
    expect(asked.card !== null && isChallenge(asked.card)).toBe(true);
    expect(saysSaved(await ann.press('confirm', { right: 'The service closed in July.' }))).toBe(
      true,
    );
    expect([status(newest), status(older)]).toEqual(['complete', 'not started']);
  });
});

describe('a promise that is still the newest', () => {
  opened();
  test('is the one that is told of', async () => {
    const told = await ann.press('answer', { value: '440', promise: 'complete' });
    expect(saysSaved(told)).toBe(true);
    expect([status(newest), status(older)]).toEqual(['complete', 'not started']);
  });
});
