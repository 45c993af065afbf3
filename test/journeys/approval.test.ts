// A quarter that is approved: from an officer's answer over the manager's card, a sending back, the tab and
// the director's signature to the close, in Teams itself.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPresses } from '../../bot/last-press.ts';
import { createMessenger } from '../../bot/messenger.ts';
import { approveReturns } from '../../src/use-cases/approve-returns.ts';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { tick } from '../../src/use-cases/tick.ts';
import { openHouse } from '../bot/house.ts';
import { closedDayRows } from '../rules/bank-holidays.ts';
import { approvingRows, cycle, give, returnOf, row } from '../use-cases/approving-council.ts';
import { buttons, wordsOf } from './seat.ts';

const rows = approvingRows();
const objectId = (key: string): string => {
  const at = (rows.people ?? []).findIndex((each) => each.key === key);
  return `aaaaaaaa-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
};

const open = async () => {
  const people = (rows.people ?? []).map((each) => ({
    ...each,
    title: each.title ?? `The ${each.key}`,
    objectId: objectId(each.key ?? ''),
  }));
  const house = await openHouse({ ...rows, people, closedDays: closedDayRows });
  const { clock, replica } = house.ports;
  const presses = createPresses(() => clock.now().toInstant());
  const messenger = createMessenger({ connector: house.connector, clock, replica, presses });
  const ports: Ports = { ...house.ports, presses, messenger };
  const beat = async (moment: string): Promise<void> => {
    house.at(moment);
    await tick(ports);
    await deliverMessages(ports, () => false);
    await deliverMessages(ports, () => false);
  };
  const sent = (person: string, step: string) =>
    replica
      .registers()
      .notifications.where('person', person)
      .filter((each) => each.step === step && each.state === 'Sent');
  /** The newest card in a chat that says this. */
  const cardSaying = async (person: string, words: string): Promise<string> => {
    const cards = (await house.seat(objectId(person)).chat()).flatMap(({ card }) =>
      card ? [wordsOf(card)] : [],
    );
    return cards.findLast((each) => each.includes(words)) ?? '';
  };
  return {
    ...house,
    ports,
    beat,
    sent,
    cardSaying,
    seatOf: (key: string) => house.seat(objectId(key)),
  };
};

let house: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  house = await open();
});
afterEach(() => house.close());

test('answers are approved, sent back, put right, signed and closed, each step once', async () => {
  const { ports, beat, seatOf, sent } = house;
  await beat('2020-10-05T09:00');
  house.at('2020-10-05T11:00');
  await give(ports, '1', '400');
  await give(ports, '2', '410');
  await beat('2020-10-05T12:00');
  expect(sent('head', 'Approve')).toHaveLength(0);

  await beat('2020-10-06T09:00');
  await beat('2020-10-06T09:01');
  expect(sent('head', 'Approve')).toHaveLength(1);
  const opened = await seatOf('head').press('review', { return: returnOf('1') });
  expect(opened.words).toContain('Measure 1');
  const because = 'Leave the garages out.';
  const data = { v: 1, cycle, return: returnOf('1'), revision: 1, because };
  const { id } = await seatOf('head').newestCard();
  const back = await seatOf('head').pressAction(id, {
    type: 'Action.Execute',
    verb: 'send-back',
    data,
  });
  expect(back.words).toContain('Sent back: Measure 1.');
  await beat('2020-10-06T09:02');
  await beat('2020-10-06T09:03');
  expect(sent('ann', 'Sent back')).toHaveLength(1);
  expect(await house.cardSaying('ann', 'sent back to you')).toContain(because);

  house.at('2020-10-06T10:00');
  await give(ports, '1', '390');
  const looked = [{ return: returnOf('2'), revision: 1 }];
  await approveReturns(ports, { by: 'director', source: 'tab', returns: looked });
  await beat('2020-10-06T10:30');
  const drawn = await house.cardSaying('head', 'waits for your approval');
  expect(drawn).toContain('390');
  expect(drawn).not.toContain('Measure 2');
  await beat('2020-10-07T09:00');
  expect(sent('head', 'Approve')).toHaveLength(2);

  await beat('2020-10-20T09:00');
  await beat('2020-10-20T09:01');
  expect(sent('head', 'Approve')).toHaveLength(3);
  expect(sent('director', 'Approve')).toHaveLength(1);
  const cards = await seatOf('director').chat();
  const asking = cards.find(
    ({ card }) => card && buttons(card).some(({ verb }) => verb === 'sign'),
  );
  const sign = asking?.card && buttons(asking.card).find(({ verb }) => verb === 'sign');
  if (!asking || !sign) throw new Error('The director was not asked to sign.');
  const remarks = 'The head is ill.';
  const signed = await seatOf('director').pressAction(asking.id, sign, { remarks });
  expect(signed.words).toContain('Signed: Housing.');

  await beat('2020-10-21T09:00');
  await beat('2020-10-21T09:01');
  const registers = ports.replica.registers();
  expect(registers.cycles.get(cycle)?.state).toBe('Closed');
  expect(row(ports, '1')).toMatchObject({ value: 390, approval: 'not in time' });
  expect(row(ports, '2')).toMatchObject({ approval: 'approved', approver: 'director' });
  expect(registers.signOffs.get(`${cycle}|Housing`)?.state).toBe('Signed');
  expect([...registers.verifications.values()].map((each) => each.return)).toEqual(
    expect.arrayContaining([returnOf('1'), returnOf('2')]),
  );
  expect(house.faults).toEqual([]);
});
