// A person answers by card while a manager edits the same return in the list: column by column the
// later of the two is in the register, and both are in the Journal with their names.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { figuresFor, question, returnAsked } from './answering.ts';
import { editByHand, type Fields } from './lists-by-hand.ts';
import { smallCouncil } from './small-council.ts';

const [owner, another] = ['p-housing-needs', 'p-voids'] as const;
const manager = 'p-performance';
let house: House;

beforeAll(async () => {
  house = await openHouse(smallCouncil());
  await house.moveClock('next');
  await house.landed();
});
afterAll(async () => {
  await house.trouble();
  await house.close();
});

/** What the app writes to rows that are there waits, and people in the list go on. */
const appsWritesWait = () =>
  house.trouble({
    script: [{ on: 'graph', method: 'PATCH', path: '/items/\\d+$', times: 100_000, status: 503 }],
  });
const editInTheList = async (key: string, fields: Fields) => {
  const audience = 'https://graph.microsoft.com';
  const token = await house.tabToken(manager, { audience });
  const place = { localUrl: house.localUrl, site: house.council.site, list: 'Returns', token };
  await editByHand(place, key, fields);
};
const inTheList = async (key: string) =>
  (await house.list('Returns')).find((each) => each['Key'] === key) ?? {};
const journalOf = async (key: string) => {
  await house.app.beatNow();
  return (await house.list('Journal')).filter((each) => each['Row'] === `Returns: ${key}`);
};
const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_100));
const firstQuestion = async (person: string): Promise<string> => {
  const { card } = await house.seat(person).press('start');
  const asked = question(card);
  if (!asked) throw new Error(`${person} is asked nothing.`);
  return returnAsked(asked);
};

test('a manager’s edit made before the answer gives way where both say something, and only there', async () => {
  const key = await firstQuestion(owner);
  await editInTheList(key, { Commentary: 'The manager’s own words.', DueOn: '2020-10-20' });
  await house.app.beatNow();
  await aSecond();
  const typed = figuresFor(house.council, key);
  expect((await house.seat(owner).press('answer', typed)).words).toMatch(/^Saved/);
  expect(await inTheList(key)).toMatchObject({
    Commentary: typed['commentary'],
    DueOn: '2020-10-20',
    State: 'Returned',
    ChangedBy: owner,
  });
  const told = await journalOf(key);
  expect(told.map((each) => [each['By'], each['Source']])).toEqual([
    [manager, 'list edited by hand'],
    [owner, 'card'],
  ]);
  expect(told[0]?.['To']).toContain('Commentary: The manager’s own words.');
  expect(told[1]?.['From']).toContain('Commentary: The manager’s own words.');
});

test('a manager’s edit made after the answer, before it had landed, stands, and the rest of the answer lands', async () => {
  const key = await firstQuestion(another);
  await appsWritesWait();
  const typed = figuresFor(house.council, key);
  expect((await house.seat(another).press('answer', typed)).words).toMatch(/^Saved/);
  await aSecond();
  await editInTheList(key, { Commentary: 'The manager’s own words.', DueOn: '2020-10-20' });
  await house.trouble();
  expect(await inTheList(key)).toMatchObject({
    Commentary: 'The manager’s own words.',
    DueOn: '2020-10-20',
    State: 'Returned',
    ReturnedBy: another,
    ChangedBy: another,
  });
  const told = await journalOf(key);
  expect(new Set(told.map((each) => `${each['By']} ${each['Source']}`))).toEqual(
    new Set([`${another} card`, `${another} product`, `${manager} list edited by hand`]),
  );
  const stood = told.find((each) => each['Source'] === 'product');
  expect(stood).toMatchObject({
    From: 'Commentary: The manager’s own words.',
    To: `Commentary: ${typed['commentary']}`,
    Why: 'A later edit in the list stands.',
  });
});
