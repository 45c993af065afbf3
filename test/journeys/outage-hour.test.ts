// Graph down for an hour in the middle of a cycle, in every way it can be: what counts is not the hour
// but what falls due in it. Local Microsoft 365 holds Graph's own lists, and they are the evidence.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { soaking } from '../counts.ts';
import {
  type Acknowledged,
  figuresFor,
  question,
  returnAsked,
  saysSaved,
  theQuestion,
} from './answering.ts';
import { type MortalHouse, openMortalHouse, pause } from './mortal-house.ts';
import { type Card } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { until, whoReceived } from './witness.ts';

const start: Card = { type: 'Action.Execute', verb: 'start', data: { v: 1, cycle } };
const away = { on: 'graph', times: 1_000_000 };
type Way = { readonly how: string; readonly fault: object };
const ways: readonly Way[] = [
  { how: 'answering 503 to everything', fault: { ...away, status: 503 } },
  // The last is longer than the app waits for any one call: a run of it takes minutes.
  ...(soaking
    ? [
        { how: 'cutting every connection', fault: { ...away, dropBefore: true } },
        { how: 'answering nothing at all', fault: { ...away, delayMs: 45_000 } },
      ]
    : []),
];

/** Moving the clock waits ten seconds for the lists to be heard from, where none answers. */
const patience = { timeout: soaking ? 300_000 : 30_000 };

describe.each(ways)('Graph $how for an hour', patience, ({ fault }) => {
  let house: MortalHouse;
  const saved: Acknowledged[] = [];
  const waits: number[] = [];
  const told: string[] = [];
  beforeAll(async () => {
    house = await openMortalHouse(smallCouncil(), { graph: 10, teams: 10 });
    await house.moveClockTo('2020-10-01T09:30');
    await house.settled();
    await house.trouble({ script: [fault] });
  });
  afterAll(async () => {
    await house.trouble();
    await house.close();
  });
  const idsOf = (people: readonly string[]) => people.map((each) => house.objectIdOf(each)).sort();
  const received = async (step: string) => [...whoReceived(await house.record(), step)].sort();

  const timed = async <T>(press: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const answer = await press();
    waits.push(performance.now() - began);
    return answer;
  };
  const answerAll = async (person: string): Promise<void> => {
    const seat = house.seat(person);
    let { card } = await timed(() => seat.press('start'));
    for (let asked = question(card); asked !== undefined; asked = question(card)) {
      const key = returnAsked(asked);
      const typed = figuresFor(house.council, key);
      const answer = await timed(() => seat.press('answer', typed));
      if (!saysSaved(answer)) throw new Error(`${key} was not saved: ${answer.words}`);
      saved.push({ return: key, typed });
      told.push(answer.words);
      ({ card } = answer);
    }
  };
  /** They look at what they owe, and leave it. */
  const opening = ['p-repairs', 'p-schools', 'p-inclusion', 'p-rents', 'p-highways'];
  const answering = ['p-voids', 'p-housing-needs', 'p-waste'];

  test('cards answer at once, and say truthfully where the answer is', async () => {
    await answerAll('p-voids');
    await until('the app has found Graph away', async () =>
      (await house.health()).reasons.some((each) => each.includes('not taking what is written')),
    );
    await answerAll('p-housing-needs');
    await answerAll('p-waste');
    for (const person of [...opening, ...opening, ...opening]) {
      const seat = house.seat(person);
      const { id } = await seat.newestCard();
      const opened = await timed(() => seat.pressAction(id, start));
      expect(theQuestion(opened.card)).toBeDefined();
    }
    expect(told.at(-1)).toMatch(
      /Saved\. .*Kept\. SharePoint was not answering, so it goes into the register/,
    );
    expect(saved.length).toBeGreaterThan(4);
    waits.sort((one, other) => one - other);
    expect(waits[Math.ceil(waits.length * 0.95) - 1]).toBeLessThan(300);
  });

  test('the reminder falls due meanwhile, and goes once to those who still owe', async () => {
    await house.moveClockTo('2020-10-09T09:30');
    await until(
      'every reminder has gone',
      async () => (await house.health()).outbox.messages === 0,
    );
    const reminded = await received('Reminder');
    expect(new Set(reminded).size).toBe(reminded.length);
    for (const person of idsOf(answering)) expect(reminded).not.toContain(person);
    expect(reminded).toEqual(expect.arrayContaining(idsOf(['p-repairs', 'p-schools', 'p-rents'])));
  });

  test('the deadline passes, and managers hear of what is missing and of nothing else', async () => {
    await house.moveClockTo('2020-10-15T09:30');
    await until('every card has gone', async () => (await house.health()).outbox.messages === 0);
    const managers = await received('Manager');
    expect(new Set(managers).size).toBe(managers.length);
    expect(managers.length).toBeGreaterThan(1);
    for (const person of idsOf(answering)) expect(await received('Deadline')).not.toContain(person);
  });

  test('an app that dies and starts meanwhile answers nothing rather than something wrong', async () => {
    const before = (await house.record()).length;
    const { id } = await house.seat('p-repairs').newestCard();
    await house.kill();
    house.start();
    await pause(1_500);
    const pressed = await house.seat('p-repairs').pressAction(id, start);
    expect([pressed.status === 200, pressed.card]).toEqual([false, null]);
    expect((await house.record()).length).toBe(before);
  });

  test('when Graph returns everything lands once, as it was typed', async () => {
    await house.trouble();
    await house.ready();
    await house.settled();
    const returns = await house.list('Returns');
    const rows = new Map(returns.map((each) => [String(each['Key']), each]));
    for (const { return: key, typed } of saved) {
      const figure =
        typed['value'] === undefined
          ? { Numerator: Number(typed['numerator']) }
          : { Value: Number(typed['value']) };
      expect(rows.get(key)).toMatchObject({ State: 'Returned', Revision: 1, ...figure });
    }
    for (const list of ['Returns', 'Notifications', 'Escalations', 'Journal', 'Report lines']) {
      const keys = (await house.list(list)).map((each) => String(each['Key']).toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
    }
    await theLedgerAgreesWithTeams();
    await escalatedIsWhatIsMissing();
  });

  const theLedgerAgreesWithTeams = async (): Promise<void> => {
    const ledger = await house.list('Notifications');
    for (const step of ['Opening', 'Reminder', 'Deadline', 'Manager']) {
      const sent = ledger.filter((each) => each['Step'] === step && each['State'] === 'Sent');
      expect(idsOf(sent.map((each) => String(each['Person'])))).toEqual(await received(step));
    }
    expect(ledger.filter((each) => each['State'] === 'Queued')).toEqual([]);
    expect(ledger.filter((each) => each['PossiblyRepeated'] === true)).toEqual([]);
  };

  const escalatedIsWhatIsMissing = async (): Promise<void> => {
    const missing = (await house.list('Returns'))
      .filter((each) => each['Cycle'] === cycle && each['State'] === 'Due')
      .map((each) => String(each['Key']));
    const open = (await house.list('Escalations')).filter((each) => each['State'] !== 'Closed');
    expect([...new Set(open.map((each) => String(each['Return'])))].sort()).toEqual(missing.sort());
  };
});
