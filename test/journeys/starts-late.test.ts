// An app started while Graph is away waits for it, rather than staying down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { ask } from './seat.ts';

describe('an app started while Graph is away', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('asks again until the lists answer, and then goes on where it stopped', async () => {
    await house.moveClock('next');
    await house.landed();
    const away = { on: 'graph', times: 2, status: 503, retryAfter: 1 };
    await house.trouble({ script: [away] });
    await house.restart();
    const health = await ask('GET', `${house.appUrl}/health`);
    expect(health).toMatchObject({ ready: true, outbox: { changes: 0, messages: 0 } });
    const answered = await house.seat('p-housing-needs').press('start');
    expect(answered.words).toContain('Housing brought back into use');
  });
});
