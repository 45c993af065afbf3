// A list deleted by hand: the others go on being heard, /health names it, and once provisioned again
// it is read and written with no restart.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLocalSharePoint } from '../../src/commands/open-local-sharepoint.ts';
import { type House, openHouse } from '../given.ts';
import { addByHand, deleteList } from './lists-by-hand.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const health = async () =>
  (await (await fetch(`${house.appUrl}/health`)).json()) as { readonly reasons: readonly string[] };
const registers = () => house.app.ports.replica.registers();
const place = (list: string) => ({ localUrl: house.localUrl, site: house.council.site, list });

it('is named on /health, while every other list is still heard', async () => {
  await deleteList(place('Values'));
  await house.app.beatNow();
  expect((await health()).reasons).toEqual([
    'The list Values is not in the site: run golden-thread provision.',
  ]);
  const key = 'operating-plan-2020-21|1.A1';
  await house.editByHand('Actions', key, { Commentary: 'Begun in June' });
  await house.app.beatNow();
  expect(registers().actions.get(key)?.commentary).toBe('Begun in June');
});

it('is heard again once it has been made again, without its old rows', async () => {
  await house.trouble();
  const site = await openLocalSharePoint(house.localUrl, house.council.site);
  await site.provision();
  await addByHand(place('Values'), {
    Key: 'operating-plan-2020-21|9',
    Title: 'Kindness',
    Plan: 'operating-plan-2020-21',
    Code: '9',
  });
  await house.app.beatNow();
  expect([...registers().values.values()].map(({ title }) => title)).toEqual(['Kindness']);
  expect((await health()).reasons).toEqual([]);
});
