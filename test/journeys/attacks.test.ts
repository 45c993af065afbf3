// Presses nobody should be able to make, and presses made badly: each is answered as it should be,
// and the Returns list, read through Graph, is the same row for row before and after.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from '../given.ts';
import {
  answerFully,
  because,
  figuresFor,
  leftAlone,
  returnAsked,
  saysSaved,
  theQuestion,
} from './answering.ts';
import type { Fields } from './lists-by-hand.ts';
import { ask, type Card, partsOf, partWithId, type Seat, seatAt, wordsOf } from './seat.ts';
import { cycle, smallCouncil } from './small-council.ts';
import { until } from './witness.ts';

let house: House;
const stranger = '0f0f0f0f-0000-4000-8000-00000000cafe';
const voids = 'operating-plan-2020-21|COM 9|2020-21 Q2';
const repairs = 'operating-plan-2020-21|COM 11|2020-21 Q2';
const owners = ['p-voids', 'p-repairs', 'p-rents', 'p-highways', 'p-waste', 'p-schools'];

const openCouncil = async (): Promise<House> => {
  const council = smallCouncil(owners);
  const someone = {
    id: stranger,
    displayName: 'A Stranger',
    userPrincipalName: 'stranger@stoke-on-trent.example',
    jobTitle: 'Measure owner' as const,
    department: 'Place and Growth',
    installed: true,
  };
  const opened = await openHouse({ ...council, directory: [...council.directory, someone] });
  await opened.moveClock('next');
  return opened;
};
const returns = () => house.list('Returns');
const row = async (key: string): Promise<Fields> =>
  (await returns()).find((each) => each['Key'] === key) ?? {};
const unchanged = async (attack: () => Promise<void>): Promise<void> => {
  const before = await returns();
  await attack();
  expect(await returns()).toEqual(before);
};
const answering = (key: string, more: object = {}): Card => ({
  type: 'Action.Execute',
  verb: 'answer',
  data: { v: 1, cycle, return: key, revision: 0, ...leftAlone, ...more },
});
const pressOn = async (seat: Seat, action: Card) =>
  seat.pressAction((await seat.newestCard()).id, action);

describe('presses made on a card', () => {
  beforeAll(async () => {
    house = await openCouncil();
  });
  afterAll(() => house.close());

  test('another person’s return is not theirs to answer, nor to open', () =>
    unchanged(async () => {
      const seat = house.seat('p-highways');
      const told = await pressOn(seat, answering(voids, { value: '1', commentary: because }));
      expect(told.words).toContain('not yours to answer');
      const data = { v: 1, cycle, return: voids };
      const opened = await pressOn(seat, { type: 'Action.Execute', verb: 'correct', data });
      expect(opened.words).toContain('not yours to answer');
      const noData = { ...answering(voids, { until: '2020-11-20', because }), verb: 'no-data' };
      expect((await pressOn(seat, noData)).words).toContain('not yours to answer');
    }));

  test('somebody who is not in the People register is told so, kindly', () =>
    unchanged(async () => {
      const seat = seatAt(house.localUrl, stranger);
      await seat.say('hello');
      const told = await pressOn(seat, answering(voids, { value: '1', commentary: because }));
      expect(told.words).toContain('You are not on the register yet');
    }));

  const wrong: readonly (readonly [string, object | string])[] = [
    ['a field too many', { value: '280', role: 'performance team' }],
    ['an owner of its own choosing', { value: '280', by: 'p-performance' }],
    ['no return', { return: undefined }],
    ['no revision', { revision: undefined }],
    ['no version', { v: undefined }],
    ['no cycle', { cycle: undefined }],
    ['neither provisional nor final', { finality: undefined }],
    ['a finality of its own', { finality: 'approved' }],
    ['a number where text belongs', { value: 280 }],
    ['a list where text belongs', { commentary: ['fine'] }],
    ['a return that is an object', { return: { $ne: '' } }],
    ['a revision in words', { revision: '0' }],
    ['half a revision', { revision: 0.5 }],
    ['a revision before the first', { revision: -1 }],
    ['a key longer than any', { return: `${voids}${'x'.repeat(300)}` }],
    ['a constructor in disguise', '{"constructor":{"prototype":{"by":"p-performance"}}}'],
  ];
  test.each(wrong.map(([what, more]) => ({ what, more })))(
    'a card payload with $what',
    ({ more }) =>
      unchanged(async () => {
        const extra = typeof more === 'string' ? (JSON.parse(more) as object) : more;
        const action = answering(voids, { value: '280', commentary: because });
        const data = JSON.parse(JSON.stringify({ ...action.data, ...extra })) as Record<
          string,
          unknown
        >;
        const told = await pressOn(house.seat('p-voids'), { ...action, data });
        expect(told.card).toBeNull();
        expect(told.words).toContain('could not be read, so nothing was changed');
      }),
  );

  test('a card payload with a prototype in disguise is turned away at the door, unread', () =>
    unchanged(async () => {
      const action = answering(voids, { value: '280', commentary: because });
      const disguised = JSON.parse('{"__proto__":{"revision":0,"by":"p-performance"}}') as object;
      const told = await pressOn(house.seat('p-voids'), {
        ...action,
        data: { ...action.data, ...disguised },
      });
      expect(told.card).toBeNull();
    }));

  test.each(['drop', '__proto__', 'constructor', 'toString', ''])('a button called "%s"', (verb) =>
    unchanged(async () => {
      const told = await pressOn(house.seat('p-voids'), { ...answering(voids), verb });
      expect(told.card).toBeNull();
    }),
  );

  test('a revision from the future is told that the card is not the latest', () =>
    unchanged(async () => {
      const action = answering(voids, { value: '280', revision: 7, commentary: because });
      const told = await pressOn(house.seat('p-voids'), action);
      expect(saysSaved(told)).toBe(false);
      expect(told.words).toContain('what you typed was not saved');
    }));

  test('a comment of one megabyte is turned away at the door', () =>
    unchanged(async () => {
      const action = answering(voids, { value: '280', commentary: 'x'.repeat(1_000_000) });
      expect(await pressOn(house.seat('p-voids'), action)).toMatchObject({
        status: 413,
        card: null,
      });
    }));

  test('a comment of 501 characters is refused with its length, and given back whole', () =>
    unchanged(async () => {
      const commentary = 'y'.repeat(501);
      const told = await pressOn(
        house.seat('p-voids'),
        answering(voids, { value: '280', commentary }),
      );
      expect(told.words).toContain('is 501 characters and may be 500');
      expect(partWithId(told.card ?? { type: '' }, 'commentary')?.['value']).toBe(commentary);
      expect(partWithId(told.card ?? { type: '' }, 'value')?.['value']).toBe('280');
    }));

  test('a comment of 500 characters with a date that is past is refused as "no data until"', () =>
    unchanged(async () => {
      const late = { ...answering(voids, { until: '2020-09-30', because }), verb: 'no-data' };
      expect((await pressOn(house.seat('p-voids'), late)).words).toContain('not ahead of today');
    }));

  test('twenty identical presses at once are one return at revision 1', async () => {
    const seat = house.seat('p-voids');
    const { id } = await seat.newestCard();
    const action = answering(voids, { value: '281', commentary: because });
    const told = await Promise.all(Array.from({ length: 20 }, () => seat.pressAction(id, action)));
    for (const each of told) expect(each.words).toContain('Saved.');
    const rows = (await returns()).filter((each) => each['Key'] === voids);
    expect(rows).toMatchObject([{ State: 'Returned', Value: 281, Revision: 1 }]);
  });

  test('the same press again, later, is answered kindly and stays one return', () =>
    unchanged(async () => {
      const action = answering(voids, { value: '281', commentary: because });
      const told = await pressOn(house.seat('p-voids'), action);
      expect(told.words).toContain('Saved.');
      expect(await row(voids)).toMatchObject({ Value: 281, Revision: 1 });
    }));

  test('another figure from the same old card does not replace what stands', () =>
    unchanged(async () => {
      const action = answering(voids, { value: '999', commentary: because });
      const told = await pressOn(house.seat('p-voids'), action);
      expect(told.words).toContain('Voids and Lettings Lead answered this');
      expect(told.words).toContain('You typed: 999');
    }));

  test('of owner and deputy at the same moment one is taken, and the other told by whom', async () => {
    const deputy = house.seat('p-rents');
    const owner = house.seat('p-repairs');
    const typed = figuresFor(house.council, repairs);
    const ids = [(await owner.newestCard()).id, (await deputy.newestCard()).id] as const;
    const told = await Promise.all([
      owner.pressAction(ids[0], answering(repairs, { ...typed, commentary: 'By the owner.' })),
      deputy.pressAction(ids[1], answering(repairs, { ...typed, commentary: 'By the deputy.' })),
    ]);
    const saved = told.map(saysSaved);
    expect([...saved].sort()).toEqual([false, true]);
    const [winner, loser] = saved[0] ? ['owner', told[1]] : ['deputy', told[0]];
    const post = winner === 'owner' ? 'Responsive Repairs Lead' : 'Rent Income Lead';
    expect(loser?.words).toContain(`${post} answered this`);
    expect(loser?.words).toContain(`${typed['numerator']} / ${typed['denominator']}`);
    expect(await row(repairs)).toMatchObject({ Revision: 1, Commentary: `By the ${winner}.` });
  });

  test('a client without Action.Execute answers by message, once however often it is sent', async () => {
    const seat = house.seat('p-highways');
    const start = { type: 'Action.Execute', verb: 'start', data: { v: 1, cycle } };
    const asked = theQuestion((await pressOn(seat, start)).card);
    const { id } = await seat.newestCard();
    const data = { ...asked.data, ...leftAlone, verb: 'answer', value: '12', commentary: because };
    const submit = () =>
      ask('POST', `${house.localUrl}/local/teams/people/${seat.personId}/press`, {
        messageId: id,
        as: 'submit',
        action: { type: 'Action.Submit', data },
      });
    await Promise.all([submit(), submit()]);
    await until('the card is a receipt', async () =>
      wordsOf((await seat.newestCard()).card).includes('Thank you'),
    );
    expect((await seat.newestCard()).id).toBe(id);
    expect(await row(returnAsked(asked))).toMatchObject({ Value: 12, Revision: 1 });
  });

  test('a message with somebody else’s return or fields of its own changes nothing', async () => {
    const before = await row(voids);
    await unchanged(async () => {
      const seat = house.seat('p-highways');
      const { id } = await seat.newestCard();
      const { data } = answering(voids, { value: '1', verb: 'answer', revision: 1 });
      for (const each of [data, { ...data, by: 'p-voids' }, { verb: 'answer' }, { no: 'verb' }])
        await ask('POST', `${house.localUrl}/local/teams/people/${seat.personId}/press`, {
          messageId: id,
          as: 'submit',
          action: { type: 'Action.Submit', data: each },
        });
      await until('the card says nothing was changed', async () =>
        wordsOf((await seat.newestCard()).card).includes('Nothing was changed'),
      );
    });
    expect(await row(voids)).toEqual(before);
  });

  test('markdown, HTML and a formula in a commentary are kept as typed and shown as typed', async () => {
    const seat = house.seat('p-waste');
    const typed = [
      '=HYPERLINK("https://evil.example","Results")',
      '[Click me](https://evil.example) **now** <b>bold</b><script>alert(1)</script>',
      '{{DATE(2020-10-01,SHORT)}} # not a heading',
    ].join('\n');
    const asked = theQuestion((await seat.press('start')).card);
    const key = returnAsked(asked);
    await answerFully(seat, { value: '1', commentary: typed });
    expect((await row(key))['Commentary']).toBe(typed);
    await house.moveClockTo('2020-10-15T09:30');
    const { card } = await house.seat('p-manager-environment').newestCard();
    const shown = partsOf(card)
      .filter((each) => each.type === 'TextBlock')
      .map((each) => String(each.text))
      .join('\n');
    expect(wordsOf(card)).toContain('evil.example');
    expect(shown).not.toContain('[Click me](');
    expect(shown).not.toContain('**now**');
    expect(wordsOf(card)).not.toContain('{{DATE');
  });

  test('a submit after close', async () => {
    await house.moveClock('close');
    await unchanged(async () => {
      const schools = 'operating-plan-2020-21|EP 1|2020-21 Q1';
      const action = answering(schools, { value: '80', commentary: because });
      const told = await pressOn(house.seat('p-schools'), action);
      expect(saysSaved(told)).toBe(false);
      expect(told.words).toContain('Quarter 2 has closed');
    });
  });
});
