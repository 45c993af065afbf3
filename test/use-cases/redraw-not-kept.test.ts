// A card that was to be drawn again in the moment the Outbox took nothing.
import { expect, test } from 'vitest';
import { redrawCards } from '../../src/use-cases/redraw-cards.ts';
import { StoreFault } from '../../src/use-cases/store-fault.ts';
import { cycle, openRedrawHouse } from './redraw-house.ts';

test('is drawn at the next beat at which it takes something', async () => {
  const house = await openRedrawHouse();
  try {
    await house.send();
    await house.later('2020-10-01T11:00');
    house.setReturn('1', {
      state: 'Returned',
      value: 80,
      returnedBy: 'deputy',
      returnedAt: house.now().toString(),
      revision: 1,
    });
    const row = house.ports.replica.registers().cycles.get(cycle);
    if (row === undefined) throw new Error('There is no such cycle.');
    const { outbox } = house.ports;
    const { accept } = outbox;
    outbox.accept = () => Promise.reject(new StoreFault('full', 'The disk is full.', null));
    await expect(redrawCards(house.ports, row)).rejects.toThrow('full');
    outbox.accept = accept;
    await house.beat();
    expect(await house.updates()).toHaveLength(1);
  } finally {
    await house.close();
  }
});
