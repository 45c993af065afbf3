// A column narrowed by hand: what the list does not take waits, is counted where an administrator
// looks, and lands once the column is mended.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { returnStates } from '../../src/registers/words.ts';
import { type House, openHouse } from '../given.ts';
import { narrowChoices } from './lists-by-hand.ts';
import { ask } from './seat.ts';

describe('a list that no longer takes what the register declares', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
    await house.moveClock('next');
    await house.landed();
  });
  afterAll(() => house.close());
  const health = () => ask('GET', `${house.appUrl}/health`);
  const choices = (allowed: readonly string[]) =>
    narrowChoices(
      { localUrl: house.localUrl, site: house.council.site, list: 'Returns' },
      'State',
      allowed,
    );
  const returned = async () =>
    (await house.list('Returns')).filter((each) => each['State'] === 'Returned' && each['Cycle'])
      .length;

  it('is named on /health, loses nothing, and takes it once mended', async () => {
    const seat = house.seat('p-housing-needs');
    await seat.press('start');
    await choices(['Due']);
    await seat.press('answer', { value: '47' });
    await expect
      .poll(async () => {
        await house.app.beatNow();
        return health();
      })
      .toMatchObject({ reasons: [expect.stringMatching(/changes wait in the Outbox/)] });

    await choices(returnStates);
    const again = { v: 1, return: 'operating-plan-2020-21|HB 11|2020-21 Q2' };
    const { id } = await seat.newestCard();
    await seat.pressAction(id, { type: 'Action.Execute', verb: 'open', data: again });
    await seat.press('answer', { value: '48' });
    expect(await returned()).toBe(1);
    await expect.poll(health).toMatchObject({ reasons: [] });
  });
});
