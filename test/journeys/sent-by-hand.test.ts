// What the performance team does by hand: nudges that arrive once, messages stopped before they go, and
// messages delivered again that did not arrive, over a restart and over a house where Teams is slow.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import { answerAll } from './answering.ts';
import { ask } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { whatCameOf } from './what-came-of-it.ts';
import { until } from './witness.ts';

let house: House;
const { row, idsOf, received, ledger } = whatCameOf(() => house);

const post = async <T>(what: string, body: object, person = 'p-performance') => {
  const answer = await fetch(`${house.appUrl}/api/cycles/${encodeURIComponent(cycle)}/${what}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await house.tabToken(person)}`,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as T };
};

type Shown = {
  readonly will: readonly { person: string; returns: readonly { key: string }[] }[];
  readonly willNot: readonly { words: string; names: readonly string[] }[];
};
const preview = async (people: readonly string[]) =>
  (await post<Shown>('nudge/preview', { people })).body;
const nudge = async (people: readonly string[], shown: Shown, person = 'p-performance') => {
  const agreed = shown.will.map((each) => ({
    person: each.person,
    returns: each.returns.map(({ key }) => key),
  }));
  return (await post<{ outcome: string }>('nudge', { people, agreed }, person)).body.outcome;
};
const stop = (because: string) => post<{ words: string }>('cancel-sends', { because });
const again = (messages: readonly string[], person = 'p-performance') =>
  post<{ words: string }>('deliver-again', { messages }, person);
const step = (person: string, name: string) => `${person}|${cycle}|${name}`;

describe('nudged by hand', () => {
  const owners = ['p-schools', 'p-voids', 'p-repairs'];
  beforeAll(async () => {
    house = await openHouse(smallCouncil(owners));
    await house.moveClock('next');
    await answerAll(house.seat('p-schools'), house.council);
    await house.moveClockTo('2020-10-06T10:00');
  });
  afterAll(() => house.close());

  test('those who still owe get one card each, whoever presses and however often', async () => {
    const shown = await preview(owners);
    expect(shown.will.map(({ person }) => person).sort()).toEqual(['p-repairs', 'p-voids']);
    await Promise.all([nudge(owners, shown), nudge(owners, shown, 'p-performance-analyst')]);
    await house.moveClockTo('2020-10-06T10:01');
    expect(await received('Nudge')).toEqual(idsOf(['p-repairs', 'p-voids']));
    await nudge(owners, shown);
    await house.restart();
    await house.moveClockTo('2020-10-06T16:00');
    expect(await received('Nudge')).toEqual(idsOf(['p-repairs', 'p-voids']));
    expect((await preview(owners)).will).toEqual([]);
  });

  test('the next day they may be nudged again', async () => {
    await house.moveClockTo('2020-10-07T10:00');
    const shown = await preview(['p-voids']);
    expect(await nudge(['p-voids'], shown)).toBe('nudged');
    await house.moveClockTo('2020-10-07T10:01');
    expect(await received('Nudge')).toEqual(idsOf(['p-repairs', 'p-voids', 'p-voids']));
  });

  test('who answers before a held nudge goes gets none', async () => {
    await house.moveClockTo('2020-10-07T20:00');
    await house.moveClockTo('2020-10-08T07:00');
    const shown = await preview(['p-repairs']);
    expect(await nudge(['p-repairs'], shown)).toBe('nudged');
    await answerAll(house.seat('p-repairs'), house.council);
    await house.moveClockTo('2020-10-08T12:00');
    expect(await received('Nudge')).toEqual(idsOf(['p-repairs', 'p-voids', 'p-voids']));
    const key = `${step('p-repairs', 'Nudge')}|2020-10-08`;
    expect((await row('Notifications', key))['State']).toBe('Not needed');
  });
});

describe('stopped by hand', () => {
  const owners = ['p-schools', 'p-voids', 'p-repairs'];
  beforeAll(async () => {
    house = await openHouse(smallCouncil(owners));
    await house.moveClock('next');
    await house.moveClockTo('2020-10-06T19:00');
  });
  afterAll(() => house.close());

  test('what waits for the morning never goes, and the reason is kept with it and in the Journal', async () => {
    expect(await nudge(owners, await preview(owners))).toBe('nudged');
    const said = await stop('Wrong quarter');
    expect(said.body.words).toContain('3 messages were stopped before going.');
    await house.moveClockTo('2020-10-07T12:00');
    expect(await received('Nudge')).toEqual([]);
    const key = `${step('p-voids', 'Nudge')}|2020-10-06`;
    expect(await row('Notifications', key)).toMatchObject({
      State: 'Withdrawn',
      Reason: 'cancelled: Wrong quarter',
    });
    const told = (await house.list('Journal')).filter((each) => each['Why'] === 'Wrong quarter');
    expect(told.map((each) => each['By'])).toEqual(owners.map(() => 'p-performance'));
  });

  test('stopped twice is stopped once, and the ladder goes on', async () => {
    expect((await stop('Again')).body.words).toContain('Nothing was waiting any more.');
    await house.moveClockTo('2020-10-09T12:00');
    expect(await received('Reminder')).toEqual(idsOf(owners));
  });

  test('what Teams has been handed already goes, and is said to have gone', async () => {
    await house.moveClockTo('2020-10-12T10:00');
    await house.trouble({ latencyMs: { teams: 1_500 } });
    expect(await nudge(owners, await preview(owners))).toBe('nudged');
    const going = house.moveClockTo('2020-10-12T10:01');
    await until('the nudges have begun to go', async () => {
      const waiting = await house.app.ports.outbox.waiting(10);
      return waiting.length > 0 && waiting.every((each) => each.inFlight);
    });
    const said = await stop('Too late');
    expect(said.body.words).toContain('3 were handed to Teams already and cannot be called back.');
    await going;
    await house.trouble();
    expect(await received('Nudge')).toEqual(idsOf(owners));
    const key = `${step('p-voids', 'Nudge')}|2020-10-12`;
    await until(
      'the ledger says so',
      async () => (await row('Notifications', key))['State'] === 'Sent',
    );
  });
});

describe('delivered again by hand', () => {
  const lost = 'p-development-management';
  beforeAll(async () => {
    house = await openHouse(smallCouncil([lost, 'p-voids']));
    await house.moveClock('next');
  });
  afterAll(() => house.close());
  const key = step(lost, 'Opening');

  test('to somebody still out of reach it is unreachable again, with what was tried before added up', async () => {
    const before = await row('Notifications', key);
    expect(before['State']).toBe('Unreachable');
    expect((await again([key])).body.words).toContain('1 message is on the way again.');
    await house.moveClockTo('2020-10-02T10:00');
    const after = await row('Notifications', key);
    expect(after['State']).toBe('Unreachable');
    expect(Number(after['Attempts'])).toBe(Number(before['Attempts']) * 2);
  });

  test('once the app is there it arrives, once, though two press and the app starts anew', async () => {
    await ask('POST', `${house.localUrl}/local/teams/people/${house.objectIdOf(lost)}/install`, {});
    await Promise.all([again([key]), again([key], 'p-performance-analyst'), again([key])]);
    await house.restart();
    await house.moveClockTo('2020-10-02T11:00');
    expect((await received('Opening')).filter((each) => each === idsOf([lost])[0])).toHaveLength(1);
    expect(await ledger(lost, 'Opening')).toBe('Sent');
  });

  test('what has arrived, or is not of this cycle, is left as it is', async () => {
    const sent = step('p-voids', 'Opening');
    const said = await again([key, sent, 'nothing|at|all']);
    expect(said.body.words).toContain('Nothing was sent again.');
    await house.moveClockTo('2020-10-02T12:00');
    expect(await received('Opening')).toEqual(idsOf([lost, 'p-voids']));
  });

  test('is refused to everybody else, and changes nothing', async () => {
    expect((await again([key], 'p-voids')).status).toBe(403);
    expect(await ledger(lost, 'Opening')).toBe('Sent');
  });
});
