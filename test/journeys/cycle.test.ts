// A quarter's calendar and ladder, end to end: what each person receives in local Teams, day by day,
// and what the lists then say.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll, theQuestion } from './answering.ts';
import { expectedLines } from './report-by-hand.ts';
import { buttons, partWithId, wordsOf } from './seat.ts';
import { aDozen, cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';

let house: House;
const notInstalled = 'p-development-management';
const { row, idsOf, received, ledger, returnsOf } = whatCameOf(() => house);
const escalationsOf = async (key: string) =>
  (await house.list('Escalations')).filter((each) => each['Return'] === key);

describe('a quarter from its opening to its close', () => {
  beforeAll(async () => {
    house = await openHouse(smallCouncil());
  });
  afterAll(() => house.close());

  test('installing the app brings one welcome card', async () => {
    const seat = house.seat('p-performance-analyst');
    await seat.install();
    await seat.install();
    await seat.say('hello');
    const cards = (await seat.chat()).filter((each) => each.card !== null);
    const welcomes = cards.filter(({ card }) => /will ask you/.test(String(card?.['speak'])));
    expect([cards.length, welcomes.length]).toEqual([2, 1]);
  });

  test('anything typed before the quarter opens is answered: nothing is due', async () => {
    const seat = house.seat('p-rents');
    await seat.say('what is this?');
    expect(wordsOf((await seat.newestCard()).card)).toContain('Nothing due');
  });

  test('on opening day each owner receives one card listing what is due', async () => {
    expect(await house.moveClock('next')).toContain('Quarter 2 2020-21 opened: 18 returns due.');
    const asked = aDozen.filter((each) => each !== notInstalled);
    const due = new Set(
      (await house.list('Returns'))
        .filter((each) => each['Cycle'] === cycle)
        .map((each) => String(each['Owner'])),
    );
    expect(await received('Opening')).toEqual(idsOf(asked.filter((each) => due.has(each))));
    const { card } = await house.seat('p-voids').newestCard();
    expect(wordsOf(card)).toMatch(/due by Wed 14 October/);
  });

  test('anything typed is answered with what is owed, and a button to start', async () => {
    const seat = house.seat('p-waste');
    await seat.say('what do I owe?');
    const { card } = await seat.newestCard();
    expect(wordsOf(card)).toMatch(/due by Wed 14 October/);
    expect(buttons(card).map((each) => each.verb)).toContain('start');
  });

  test('a person who cannot be reached is recorded as such, and their manager and the performance team are told', async () => {
    expect(await ledger(notInstalled, 'Opening')).toBe('Unreachable');
    const team = ['p-performance', 'p-performance-analyst'];
    expect(await received('Unreachable')).toEqual(idsOf(['p-manager-planning', ...team]));
    const { card } = await house.seat('p-manager-planning').newestCard();
    expect(wordsOf(card)).toContain('Development Management Lead did not get');
  });

  test('the reminder goes only to those with something missing', async () => {
    const answered = ['p-voids', 'p-repairs', 'p-schools'];
    for (const person of answered) await answerAll(house.seat(person), house.council);
    const openers = await received('Opening');
    await house.moveClockTo('2020-10-09T09:30');
    const gone = new Set(idsOf(answered));
    expect(await received('Reminder')).toEqual(openers.filter((each) => !gone.has(each)));
    for (const person of answered) expect(await ledger(person, 'Reminder')).toBe('Not needed');
  });

  test('nothing is sent an hour early or on the day before', async () => {
    // A card drawn again in its place is no message.
    const sent = async () => (await house.record()).filter(({ kind }) => kind === 'create').length;
    const before = await sent();
    await house.moveClockTo('2020-10-13T18:00');
    await house.moveClockTo('2020-10-14T09:29');
    expect(await sent()).toBe(before);
  });

  test('on the deadline those still missing are told once more, and nobody who has answered', async () => {
    const reminded = await received('Reminder');
    for (const person of ['p-inclusion', 'p-participation'])
      await answerAll(house.seat(person), house.council);
    await house.moveClock('deadline');
    const answered = idsOf(['p-inclusion', 'p-participation']);
    expect(await received('Deadline')).toEqual(reminded.filter((each) => !answered.includes(each)));
    expect(await ledger('p-inclusion', 'Deadline')).toBe('Not needed');
  });

  test('a dated reason why there is no figure yet is an answer, kept apart from a figure', async () => {
    const seat = house.seat('p-adaptations');
    await seat.press('start');
    const told = await seat.press('no-data', {
      until: '2020-11-20',
      because: 'The contractor reports in November.',
    });
    expect(told.words).toContain('no data until Fri 20 November');
    const [kept] = await returnsOf('p-adaptations');
    expect(kept).toMatchObject({
      State: 'No data until',
      NoDataUntil: '2020-11-20',
      NoDataReason: 'The contractor reports in November.',
    });
    expect(kept?.['Value'] ?? null).toBeNull();
  });

  test('one working day after the deadline each manager hears of what their teams still owe', async () => {
    await house.moveClockTo('2020-10-15T09:30');
    const told = await received('Manager');
    expect(told).toEqual(
      idsOf([
        'p-manager-council-housing',
        'p-manager-environment',
        'p-manager-housing-needs',
        'p-manager-planning',
      ]),
    );
    const { card } = await house.seat('p-manager-council-housing').newestCard();
    expect(wordsOf(card)).toMatch(/Quarter 2: 1 return late/);
    expect(buttons(card).map((each) => each.verb)).toContain('acknowledge');
  });

  test('acknowledging says so on the card and in the register', async () => {
    const told = await house.seat('p-manager-council-housing').press('acknowledge');
    expect(told.words).toMatch(/acknowledged/i);
    const [missing] = await returnsOf('p-rents');
    expect(await escalationsOf(String(missing?.['Key']))).toMatchObject([
      { Level: 'manager', Person: 'p-manager-council-housing', State: 'Acknowledged' },
    ]);
  });

  test('an answer, late as it is, closes its escalation and stops the ladder', async () => {
    const [given] = await answerAll(house.seat('p-rents'), house.council);
    await house.app.beatNow();
    expect(await escalationsOf(String(given?.return))).toMatchObject([
      { State: 'Closed', ClosedBecause: 'answered' },
    ]);
  });

  test('three working days after the deadline SMT hears, by directorate, of what is still missing', async () => {
    await house.moveClockTo('2020-10-19T09:30');
    expect(await received('SMT')).toEqual(
      idsOf(['p-chief-executive', 'p-director-housing', 'p-director-place']),
    );
    const { card } = await house.seat('p-director-housing').newestCard();
    expect(wordsOf(card)).not.toContain('Rent Income Lead');
    expect((await house.seat('p-director-place').press('acknowledge')).words).toMatch(
      /acknowledged/i,
    );
  });

  test('a provisional figure made final keeps both', async () => {
    const seat = house.seat('p-waste');
    const first = theQuestion((await seat.press('start')).card);
    const key = String(first.data?.['return']);
    const provisional = {
      value: '40.5',
      finality: 'provisional',
      commentary: 'Tonnage to confirm.',
    };
    await seat.press('answer', provisional);
    expect(await row('Returns', key)).toMatchObject({ Value: 40.5, Finality: 'provisional' });
    await seat.say('again');
    const { id } = await seat.newestCard();
    const action = { type: 'Action.Execute', verb: 'correct', data: { v: 1, cycle, return: key } };
    const asked = await seat.pressAction(id, action);
    expect(partWithId(asked.card ?? { type: '' }, 'value')?.['value']).toBe('40.5');
    await seat.press('answer', { value: '41.2', finality: 'final' });
    expect(await row('Returns', key)).toMatchObject({
      Value: 41.2,
      ProvisionalValue: 40.5,
      Finality: 'final',
      RestatedOn: '2020-10-19',
      Revision: 2,
    });
  });

  test('an answer can be corrected until the quarter closes, and not after', async () => {
    const seat = house.seat('p-schools');
    const [given] = await returnsOf('p-schools');
    const key = String(given?.['Key']);
    await seat.say('correct');
    const action = { type: 'Action.Execute', verb: 'correct', data: { v: 1, cycle, return: key } };
    await seat.pressAction((await seat.newestCard()).id, action);
    expect((await seat.press('answer', { value: '81.5' })).words).toContain('Saved.');
    expect(await row('Returns', key)).toMatchObject({ Value: 81.5, Revision: 2 });
    await house.moveClock('close');
    expect(await row('Cycles', cycle)).toMatchObject({ State: 'Closed' });
    const late = await seat.pressAction((await seat.newestCard()).id, action);
    expect(late.words).toContain('closed');
    expect(await row('Returns', key)).toMatchObject({ Value: 81.5, Revision: 2 });
  });

  test('what was never answered stays due in the register, and its escalations are closed', async () => {
    const [never] = await returnsOf('p-highways');
    expect(never).toMatchObject({ State: 'Due' });
    await house.app.beatNow();
    const escalations = await escalationsOf(String(never?.['Key']));
    expect(escalations.length).toBeGreaterThan(0);
    for (const each of escalations)
      expect(each).toMatchObject({ State: 'Closed', ClosedBecause: 'cycle closed' });
  });

  test('every person and step is in exactly one state, and none is left waiting', async () => {
    const rows = await house.list('Notifications');
    const names = rows.map((each) =>
      [each['Person'], each['Step'], each['About'] ?? '', each['On'] ?? ''].join(' '),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(rows.filter((each) => each['State'] === 'Queued')).toEqual([]);
    expect(rows.filter((each) => each['State'] === 'Failed')).toEqual([]);
  });

  test('the report lines are what the lists come to, worked out separately', async () => {
    const lists = {
      returns: await house.list('Returns'),
      measures: await house.list('Measures'),
      targets: await house.list('Targets'),
      teams: await house.list('Teams'),
      priorities: await house.list('Priorities'),
      boards: await house.list('Boards'),
    };
    const lines = (await house.list('Report lines')).filter((each) => each['Report'] === cycle);
    const expected = expectedLines(lists, cycle);
    expect(lines).toHaveLength(expected.size);
    for (const line of lines) expect(line).toMatchObject(expected.get(String(line['Key'])) ?? {});
    const council = expected.get(`${cycle}|council|council`);
    expect(Number(council?.['NotYet'])).toBeGreaterThan(0);
    expect(Number(council?.['DataOnly'])).toBeGreaterThan(0);
    expect(await row('Reports', cycle)).toMatchObject({ State: 'Closed' });
  });
});
