// An app started while Graph is away waits for it, rather than staying down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { ask } from './seat.ts';
import { until } from './witness.ts';

describe('an app started while Graph is away', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const answers = (path: string, status: number): Promise<boolean> =>
    fetch(`${house.appUrl}${path}`).then(
      (answer) => answer.status === status,
      () => false,
    );

  it('asks again until the lists answer, and then goes on where it stopped', async () => {
    await house.moveClock('next');
    await house.landed();
    const away = { on: 'graph', times: 2, status: 503, retryAfter: 1 };
    const starting = house.restart(() => house.trouble({ script: [away] }));
    await until('it answers on its port', () => answers('/health/live', 200));
    const unready = await fetch(`${house.appUrl}/health/ready`);
    expect([unready.status, await unready.json()]).toEqual([
      503,
      { ready: false, reasons: [expect.stringContaining('reading the lists')] },
    ]);
    const asked = await fetch(`${house.appUrl}/api/me`);
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([503, '5']);
    await starting;
    expect(await answers('/health/ready', 200)).toBe(true);
    const health = await ask('GET', `${house.appUrl}/health`);
    expect(health).toMatchObject({ ready: true, outbox: { changes: 0, messages: 0 } });
    const answered = await house.seat('p-housing-needs').press('start');
    expect(answered.words).toContain('Housing brought back into use');
  });
});
