// A quarter that asks about everything, over real HTTP: each kind answered by its person, from opening to
// receipt, and what stands in the lists afterwards.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import type { SampleCouncil } from '../../src/samples/sample-council.ts';
import { type House, openHouse } from '../given.ts';
import { answerFully, figuresFor, saysSaved } from './answering.ts';
import { buttons, type Card, type Pressed, type Seat, wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

const plan = 'operating-plan-2020-21';
const period = '2020-21 Q2';
const owner = 'p-waste';
const chief = 'p-chief-executive';

type People = readonly Row<'people'>[];

/** The waste officer, whom they answer to, the chief executive and the performance team. */
const seated = (people: People): People => {
  const of = (key: string | null) => people.find((each) => each.key === key);
  const manager = of(owner)?.manager ?? null;
  const kept = new Set([owner, manager, of(manager)?.manager, chief]);
  return people.filter((each) => kept.has(each.key) || each.roles.includes('performance team'));
};

/** One line of each kind, all of them the waste officer's, and two lines of the year's budget. */
const council = (): SampleCouncil => {
  const whole = smallCouncil([owner]);
  const { rows } = whole;
  const people = seated((rows.people ?? []) as People);
  const team = people.find(({ key }) => key === owner)?.team ?? null;
  const theirs = <R extends object>(some: readonly R[] = []) =>
    some.slice(0, 1).map((each) => ({ ...each, owner, team }));
  const seats = new Set(people.map((each) => each.objectId));
  const budgets = (rows.budgets ?? []).filter(
    (each) => each.kind === 'revenue' && !each.isTotal && each.year === '2020-21',
  );
  return {
    ...whole,
    directory: whole.directory.filter((each) => seats.has(each.id)),
    rows: {
      ...rows,
      people,
      actions: theirs(rows.actions?.filter((each) => each.plan === plan)),
      projects: theirs(rows.projects),
      savings: theirs(rows.savings),
      risks: theirs(rows.risks),
      budgets: budgets.slice(0, 2),
      cycles: (rows.cycles ?? []).map((each) => ({
        ...each,
        asks: ['measures', 'actions', 'projects', 'savings', 'risks', 'assurance', 'finance'],
        lowerFirst: 2,
      })),
    },
  };
};

const assured = Object.fromEntries(
  ['probity', 'control', 'budgets', 'risk', 'audit', 'statutoryDuty', 'peopleProcesses'].map(
    (each) => [each, 'assured'],
  ),
);

/** What each kind is told, by the list its line is in. */
const said: { readonly [list: string]: Readonly<Record<string, string>> } = {
  Actions: { status: 'on track', percent: '45' },
  Projects: { status: 'complete', percent: '100' },
  Savings: { achieved: '10,000', forecast: '£25,000', status: 'on track' },
  Risks: { likelihood: '2', impact: '3', commentary: 'Reviewed with the contractor.' },
  Teams: { ...assured, audit: 'partly assured', statement: 'Two findings are still open.' },
};

let house: House;
const { row, received, idsOf } = whatCameOf(() => house);
const asking = (card: Card | null): Card | undefined =>
  card === null
    ? undefined
    : buttons(card).find(({ verb }) => verb === 'answer' || verb === 'report');

/** Starts, and answers all that is asked, whatever it is; the card that comes when nothing is left. */
const answerEverything = async (person: string, seat: Seat): Promise<Pressed> => {
  let told = await seat.press('start');
  for (let asked = asking(told.card); asked !== undefined; asked = asking(told.card)) {
    const key = String(asked.data?.['return']);
    const typed =
      asked.verb === 'answer'
        ? figuresFor(house.council, key)
        : (said[key.split(':')[0] ?? ''] ?? money());
    told =
      asked.verb === 'answer' ? await answerFully(seat, typed) : await seat.press('report', typed);
    if (!saysSaved(told)) throw new Error(`${key} of ${person} was not saved: ${told.words}`);
  }
  return told;
};

/** Every line of the budget as it was agreed. */
const money = (): Record<string, string> =>
  Object.fromEntries(
    (house.council.rows.budgets ?? []).map(({ key, amount }) => [
      `forecast:${key}`,
      String(amount),
    ]),
  );

describe('a quarter that asks about everything', () => {
  let manager: string;
  beforeAll(async () => {
    house = await openHouse(council());
    manager = house.council.rows.people?.find(({ key }) => key === owner)?.manager ?? '';
    await house.moveClock('next');
  });
  afterAll(() => house.close());

  test('asks each person once for all that is theirs', async () => {
    expect(await received('Opening')).toEqual(
      expect.arrayContaining(idsOf([owner, manager, chief])),
    );
    const asked = await house.list('Returns');
    const kinds = asked.filter((each) => each['Cycle'] === cycle && each['Owner'] === owner);
    expect(new Set(kinds.map((each) => each['Kind'] ?? 'figure'))).toEqual(
      new Set(['figure', 'progress', 'saving', 'risk']),
    );
    const words = wordsOf((await house.seat(owner).newestCard()).card);
    for (const each of ['Project:', 'Saving:', 'Risk:']) expect(words).toContain(each);
  });

  test('takes each answer on its card, and puts it in its own list', async () => {
    for (const person of [owner, manager, chief])
      await answerEverything(person, house.seat(person));
    const { rows } = house.council;
    const keyOf = (some: readonly { readonly key: string }[] = []) => some[0]?.key ?? '';
    expect(await row('Actions', keyOf(rows.actions))).toMatchObject({
      Status: 'on track',
      Percent: 45,
    });
    expect(await row('Projects', keyOf(rows.projects))).toMatchObject({ Stage: 'complete' });
    const team = house.council.rows.people?.find(({ key }) => key === owner)?.team ?? '';
    const given = await row('Assurance', `${plan}|${team}|${period}`);
    expect(given).toMatchObject({ State: 'Given', Audit: 'partly assured', Manager: manager });
    const forecast = await row('Returns', `Plans: ${plan}|${period}`);
    expect(forecast).toMatchObject({ State: 'Returned', ReturnedBy: chief });
  });

  test('reminds nobody who has answered, and closes with nothing missing of theirs', async () => {
    await house.moveClockTo('2020-10-16T12:00');
    const told = [...(await received('Reminder')), ...(await received('Deadline'))];
    for (const id of idsOf([owner, manager, chief])) expect(told).not.toContain(id);
    const left = (await house.list('Returns')).filter(
      (each) => each['Cycle'] === cycle && each['State'] === 'Due',
    );
    const whose = left.map((each) => each['Owner']);
    for (const person of [owner, manager, chief]) expect(whose).not.toContain(person);
  });
});
