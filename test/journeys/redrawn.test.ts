// Cards already in a chat, drawn again in place when somebody else answers, the list is edited or the
// quarter closes: nobody is left with a card that is not true, and a stale one never submits twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import {
  answerAll,
  answerFully,
  figuresFor,
  leftAlone,
  question,
  returnAsked,
  saysSaved,
  theQuestion,
} from './answering.ts';
import { editByHand, type Fields } from './lists-by-hand.ts';
import { buttons, type Card, type ChatMessage, wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';
import { until } from './witness.ts';

const [owner, deputy, schools] = ['p-voids', 'p-repairs', 'p-schools'] as const;
const manager = 'p-performance';
let house: House;
const { row, changeCycle, received, idsOf } = whatCameOf(() => house);

beforeAll(async () => {
  house = await openHouse(smallCouncil([owner, deputy, schools]));
  await house.editByHand('People', owner, { Deputy: deputy });
  await house.moveClock('next');
  await house.landed();
});
afterAll(() => house.close());

/** The card of the day the quarter opened, as the chat has it now. */
const asking = async (person: string): Promise<ChatMessage & { readonly card: Card }> => {
  const found = (await house.seat(person).chat()).find((each) => each.card !== null);
  if (!found?.card) throw new Error(`${person} has no card.`);
  return { ...found, card: found.card };
};
const wordsIn = async (person: string): Promise<string> => wordsOf((await asking(person)).card);
const messagesSentTo = async (person: string): Promise<number> =>
  (await house.record()).filter(
    (each) => each.kind === 'create' && each.personId === house.objectIdOf(person),
  ).length;
const messagesSent = async (): Promise<number> =>
  (await house.record()).filter((each) => each.kind === 'create').length;

/** Their deputy opens and answers a return of the owner's, as on a day the owner is away. */
const deputyAnswers = async (key: string): Promise<void> => {
  const seat = house.seat(deputy);
  await seat.say('what do I owe?');
  const { id } = await seat.newestCard();
  const open = { type: 'Action.Execute', verb: 'open', data: { v: 1, return: key } };
  expect(returnAsked(theQuestion((await seat.pressAction(id, open)).card))).toBe(key);
  const told = await answerFully(seat, figuresFor(house.council, key));
  expect(saysSaved(told)).toBe(true);
};

test('an owner at their card is left alone for ten minutes while their deputy answers another of theirs', async () => {
  const asked = theQuestion((await house.seat(owner).press('start')).card);
  const other = (await house.list('Returns')).find(
    (each) =>
      each['Cycle'] === cycle && each['Owner'] === owner && each['Key'] !== returnAsked(asked),
  );
  await deputyAnswers(String(other?.['Key']));
  await house.moveClockTo('2020-10-01T09:39');
  expect(question((await asking(owner)).card)).toEqual(asked);
  await house.moveClockTo('2020-10-01T09:40');
  await until('the owner’s card says who answered', async () =>
    (await wordsIn(owner)).includes('Responsive Repairs Lead answered'),
  );
  expect(await wordsIn(owner)).toContain('1 due by Wed 14 October');
});

test('an owner answers from a card their deputy has made stale: one answer stands, and the chat says whose', async () => {
  const seat = house.seat(owner);
  const { id } = await asking(owner);
  const sentBefore = await messagesSentTo(owner);
  const [start] = buttons((await asking(owner)).card).filter((each) => each.verb === 'start');
  const mine = theQuestion((await seat.pressAction(id, start as Card)).card);
  const key = returnAsked(mine);
  await deputyAnswers(key);

  await until('the owner’s card asks nothing more', async () => {
    const { card } = await asking(owner);
    return question(card) === undefined && wordsOf(card).includes('2 returned');
  });
  expect((await asking(owner)).id).toBe(id);
  expect(await messagesSentTo(owner)).toBe(sentBefore);

  const before = await row('Returns', key);
  const typed = { ...leftAlone, ...figuresFor(house.council, key) };
  const told = await seat.pressAction(id, mine, typed);
  expect(saysSaved(told)).toBe(false);
  expect(told.words).toContain('Responsive Repairs Lead answered this');
  expect(await row('Returns', key)).toEqual(before);
  expect(before).toMatchObject({ ReturnedBy: deputy, Owner: owner, Revision: 1 });
});

test('a later edit in the list is told to the owner on their own card, and nothing new is sent', async () => {
  await answerAll(house.seat(schools), house.council);
  const mine = (await house.list('Returns')).filter(
    (each) => each['Cycle'] === cycle && each['Owner'] === schools,
  );
  const [first] = mine;
  const before = await wordsIn(schools);
  expect(before).not.toContain('was changed in the list');
  const sentBefore = await messagesSent();
  await editInTheList(String(first?.['Key']), { Commentary: 'The performance team’s own words.' });
  await house.app.beatNow();
  // Its person pressed just now: what they may be typing is not wiped.
  expect(await wordsIn(schools)).toBe(before);
  await house.moveClockTo('2020-10-01T12:00');
  await until('the card says so', async () =>
    /Your answer to .* was changed in the list by .* on Thu 1 October: the commentary/.test(
      await wordsIn(schools),
    ),
  );
  expect(await messagesSent()).toBe(sentBefore);
});

const editInTheList = async (key: string, fields: Fields): Promise<void> => {
  const token = await house.tabToken(manager, { audience: 'https://graph.microsoft.com' });
  const place = { localUrl: house.localUrl, site: house.council.site, list: 'Returns', token };
  await editByHand(place, key, fields);
};

test('a quarter that closes leaves no button on the newest card of anybody, and sends nobody anything', async () => {
  const sentBefore = await messagesSent();
  expect(await changeCycle(manager, 'close', {})).toBe(200);
  await until('no card has a button', async () => {
    const cards = await Promise.all([schools, deputy].map(asking));
    return cards.every((each) => buttons(each.card).length === 0);
  });
  const closed = await wordsIn(schools);
  expect(closed).toContain('has closed');
  // What they had answered stays to be read.
  expect(closed).toMatch(/On target|Within tolerance|Off target|never answered/);
  expect(await messagesSent()).toBe(sentBefore);
  expect(await received('Opening')).toEqual(idsOf([owner, deputy, schools]));
});
