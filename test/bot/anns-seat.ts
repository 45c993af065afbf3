// Ann and Bob at their seats before the bot's own front door, in a house opened for each group of tests;
// and what a pressed card came back with.
import { afterAll, beforeAll } from 'vitest';
import { type Card, type Pressed, partWithId, type Seat } from '../journeys/seat.ts';
import { ids, rows } from './asked-of-ann.ts';
import { openHouse } from './house.ts';

export let house: Awaited<ReturnType<typeof openHouse>>;
export let ann: Seat;
export let bob: Seat;

/** A house of its own for the tests that follow. */
export const opened = (council: () => ReturnType<typeof rows> = rows): void => {
  beforeAll(async () => {
    house = await openHouse(council());
    ann = house.seat(ids.ann);
    bob = house.seat(ids.bob);
  });
  afterAll(() => house.close());
};

export const registers = () => house.ports.replica.registers();
export const kept = (key: string) => registers().returns.get(key);
export const figure = (code: string) => kept(`plan|${code}|2020-21 Q2`);

/** In place of a card that did not come: it has nothing on it. */
export const none = { type: '' } as Card;
const partOf = ({ card }: Pressed, id: string): Card | undefined => partWithId(card ?? none, id);
export const input = (told: Pressed, id: string): unknown => partOf(told, id)?.['value'];
export const isOn = (told: Pressed, id: string): boolean => partOf(told, id) !== undefined;
/** The panel shows from the start. */
export const isOpen = (told: Pressed, id: string): boolean =>
  partOf(told, id)?.['isVisible'] === true;

/** With a fresh card to press on. */
export const seated = async (seat: Seat): Promise<Seat> => {
  await seat.say('what do I owe');
  return seat;
};
export const start = async (seat: Seat = ann): Promise<Pressed> =>
  (await seated(seat)).press('start');
export const open = async (key: string, seat: Seat = ann): Promise<Pressed> => {
  const action = { type: 'Action.Execute', verb: 'open', data: { v: 1, return: key } };
  return seat.pressAction((await seat.newestCard()).id, action);
};
