// A return that was late, answered, and sent back: it is taken on anew, its manager is told, and at the
// close it is not missing with nobody told.
import { expect, it } from 'vitest';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { sendBack } from '../../src/use-cases/send-back.ts';
import { tick } from '../../src/use-cases/tick.ts';
import { approving, at, give, returnOf, row } from './approving-council.ts';
import { arrives } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();

const log: Ports['log'] = {
  info: () => undefined,
  fault: (_event, error) => {
    throw error;
  },
};

it('is escalated again until it is answered, and whatever is left closes with the cycle', async () => {
  const messenger: Ports['messenger'] = { deliver: async () => arrives };
  const begun = { ...approving(own.outbox), log, messenger };
  const then = async (moment: string) => {
    const ports = at(begun, moment);
    await tick(ports);
    await deliverMessages(ports, () => false);
    await tick(ports);
    return ports;
  };
  const escalations = () =>
    begun.replica
      .registers()
      .escalations.where('return', returnOf('1'))
      .map(({ key, state }) => `${key.replace(`${returnOf('1')}|`, '')}: ${state}`)
      .toSorted();
  for (const code of ['2', '3']) await give(begun, code, '400');

  const late = await then('2020-10-15T10:00');
  expect(escalations()).toEqual(['manager|head: Open']);
  await give(late, '1', '400');
  const back = { return: returnOf('1'), revision: 1, source: 'card', because: 'Recount.' } as const;
  const sent = await then('2020-10-15T11:00');
  expect(escalations()).toEqual(['manager|head: Closed']);
  expect(await sendBack(sent, { by: 'head', ...back })).toMatchObject({ outcome: 'sent back' });
  await then('2020-10-15T12:00');
  expect(escalations()).toEqual(['manager|head: Closed']);

  await then('2020-10-16T10:00');
  expect(escalations()).toEqual(['manager|head: Closed', 'manager|head|sent back 2: Open']);
  const steps = begun.replica.registers().notifications.where('person', 'head');
  expect(
    steps.filter(({ step }) => step === 'Manager').map(({ on }) => on?.toString() ?? null),
  ).toContain('2020-10-16');

  await then('2020-10-20T10:00');
  expect(escalations().filter((each) => each.endsWith('Open'))).toEqual([
    'SMT|chief: Open',
    'SMT|director: Open',
    'manager|head|sent back 2: Open',
  ]);
  const over = await then('2020-10-21T09:00');
  expect(row(over)).toMatchObject({ state: 'Due', approval: 'sent back' });
  expect(
    over.replica
      .registers()
      .escalations.where('return', returnOf('1'))
      .map(({ closedBecause }) => closedBecause)
      .toSorted(),
  ).toEqual(['answered', 'cycle closed', 'cycle closed', 'cycle closed']);
});
