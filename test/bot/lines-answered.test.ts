// Every kind on the card, through the bot's own front door: what is asked, what a refusal keeps, what is
// played back, what is left for later, and what comes of it in the registers.
import { describe, expect, test } from 'vitest';
import { type Pressed, wordsOf } from '../journeys/seat.ts';
import {
  ann,
  bob,
  house,
  input,
  isOpen,
  kept,
  open,
  opened,
  registers,
  seated,
} from './anns-seat.ts';
import { cycle, eve, keyOf, lines, rows } from './asked-of-all-kinds.ts';

opened(rows);

const openLine = async (line: string): Promise<Pressed> => {
  await seated(ann);
  return open(keyOf(line));
};

describe('one card with everything due', () => {
  test('lists each kind by its word, and by when the first of them are due', async () => {
    const { card } = await (await seated(ann)).newestCard();
    const asks = { type: 'Action.Execute', verb: 'owed', data: { v: 1 } };
    const words = wordsOf((await ann.pressAction((await ann.newestCard()).id, asks)).card ?? card);
    expect(words).toContain('Quarter 2 returns: 8 due, the first 4 by Mon 12 October');
    for (const each of [
      'Milestone: Survey of the high-rise blocks',
      'Rapid improvement: One front door',
      'Saving: Fewer nights',
      'Risk: A high-rise block',
      'Finance: Operating Plan',
      'Assurance: Homes',
    ])
      expect(words).toContain(each);
    // Its own statement takes a manager longer than a figure.
    expect(words).toContain('about 14 minutes');
  });
});

describe('a milestone', () => {
  test('comes with what was said last time and what it serves, and nothing chosen', async () => {
    const told = await openLine(lines.action);
    for (const each of [
      'Last time, Q1 2020-21: ▲ At risk , 60% done, now expected by Sun 31 January 2021',
      'It was said: The second contractor starts in August.',
      'Part of: Every council home surveyed',
      'Serves: Homes fit to live in',
      'Due by Thu 31 December.',
    ])
      expect(told.words.replace(/\s+/g, ' ')).toContain(each);
    expect([input(told, 'status'), input(told, 'percent')]).toEqual(['', '']);
    expect(isOpen(told, 'behind')).toBe(false);
  });

  test('that is delayed is asked for its new date, and keeps what was typed', async () => {
    await openLine(lines.action);
    const told = await ann.press('report', {
      status: 'delayed',
      percent: '70',
      commentary: 'The crane failed.',
    });
    expect(isOpen(told, 'behind')).toBe(true);
    expect([input(told, 'status'), input(told, 'commentary')]).toEqual([
      'delayed',
      'The crane failed.',
    ]);
    expect(kept(keyOf(lines.action))?.state).toBe('Due');
  });

  test('that went backwards is played back, and is saved once it is said why', async () => {
    await openLine(lines.action);
    const asks = await ann.press('report', { status: 'on track', percent: '40' });
    expect(asks.words).not.toContain('Say in a few words');
    expect(asks.words).toContain('40% complete is less than the 60% reported before.');
    const blank = await ann.press('report', { right: ' ' });
    expect(blank.words).toContain('Say in a few words why it is right.');
    const told = await ann.press('report', { right: 'A block was added.' });
    expect(told.words).toContain('● On track, 40% done');
    expect(kept(keyOf(lines.action))).toMatchObject({
      state: 'Returned',
      value: 40,
      status: 'on track',
      confirmedBecause: 'A block was added.',
    });
    expect(registers().actions.get('plan|3.2')?.percent).toBe(40);
  });

  test('that was answered is corrected from what stands', async () => {
    const told = await openLine(lines.action);
    expect([input(told, 'status'), input(told, 'percent')]).toEqual(['on track', '40']);
    expect(told.words).toContain('Save the correction');
  });
});

describe('a project', () => {
  test('has no news until a date, and no reason is no reason', async () => {
    await openLine(lines.project);
    const no = await ann.press('no-news', { until: '2020-11-04' });
    expect(no.words).toContain('Say in a few words why there is nothing to report yet.');
    expect(isOpen(no, 'no-news')).toBe(true);
    const told = await ann.press('no-news', { because: 'The board meets in November.' });
    expect(told.words).toContain('no news until Wed 4 November');
    expect(kept(keyOf(lines.project))).toMatchObject({ state: 'No data until' });
  });
});

describe('a saving', () => {
  test('left for later waits as it was typed, and is not an answer', async () => {
    await openLine(lines.saving);
    const left = await ann.press('keep-line', { achieved: '1.234,5', status: 'on track' });
    expect(left.words).toContain('Kept for later');
    const told = await openLine(lines.saving);
    expect([input(told, 'achieved'), input(told, 'status')]).toEqual(['1.234,5', 'on track']);
    expect(told.words).toContain('As you left it on Thu 1 October.');
  });

  test('nothing typed is not said to be kept, by either way on', async () => {
    const untouched = { status: '', likelihood: '', impact: '', reviewOn: '', commentary: '' };
    await openLine(lines.risk);
    const on = await ann.press(
      'keep-line',
      { ...untouched, next: keyOf(lines.saving) },
      { to: 'another' },
    );
    expect(on.words).toContain('Saving: Fewer nights');
    expect(on.words).not.toContain('Kept for later');
    await openLine(lines.risk);
    const left = await ann.press('keep-line', untouched, { to: 'later' });
    expect(left.words).toMatch(/^Left for later Risk: .*: nothing was typed yet\./);
    expect((await openLine(lines.risk)).words).not.toContain('As you left it');
  });

  test('typed in the German way is asked about, and never guessed', async () => {
    const told = await (await openedAgain(lines.saving)).press('report', { forecast: '390000' });
    expect(told.words).toContain('can be read as');
    expect(kept(keyOf(lines.saving))?.state).toBe('Due');
  });

  test('is saved with its forecast, and its draft is gone', async () => {
    const told = await (await openedAgain(lines.saving)).press('report', {
      achieved: '£120k',
      forecast: '390,000',
    });
    expect(told.words).toContain('● On track, £120,000 achieved; £390,000 forecast');
    expect(registers().savings.get('plan|S 4')).toMatchObject({ achieved: 120_000 });
    expect([...registers().drafts.values()].filter((each) => each.line !== null)).toEqual([]);
  });
});

describe('a risk above what the council accepts', () => {
  test('wants a word, and then is scored', async () => {
    const shown = await openLine(lines.risk);
    expect(shown.words).toContain('The council accepts a score of 10 at most.');
    const no = await ann.press('report', { likelihood: '3', impact: '5' });
    expect(no.words).toContain('above the appetite');
    const told = await ann.press('report', { commentary: 'Two blocks have no sprinklers.' });
    expect(told.words).toContain('Score 15: likelihood 3, impact 5');
  });
});

describe('a card that is older than the answer', () => {
  test.each([
    ['whole', { likelihood: '1', impact: '1' }],
    ['half filled in', { likelihood: '1', impact: '' }],
  ])(
    'saves nothing over it, and shows what was typed beside what stands: %s',
    async (_as, typed) => {
      await seated(bob);
      const stale = {
        type: 'Action.Execute',
        verb: 'report',
        data: { v: 1, cycle, return: keyOf(lines.risk), revision: 0, ...typed },
      };
      const told = await bob.pressAction((await bob.newestCard()).id, stale);
      expect(told.words).toContain('already answered');
      expect(told.words).toContain('It stands at: Score 15');
      expect(told.words).toContain('You typed: Likelihood: 1');
      expect(kept(keyOf(lines.risk))).toMatchObject({ likelihood: 3, returnedBy: 'ann' });
      expect(house.faults).toEqual([]);
    },
  );
});

describe('somebody whose line it is not', () => {
  const theirs = keyOf(lines.saving);
  const press = async (verb: string, data: object, key = theirs) => {
    const stranger = house.seat(eve);
    await seated(stranger);
    const all = { v: 1, cycle, return: key, revision: 1, ...data };
    const action = { type: 'Action.Execute', verb, data: all };
    return stranger.pressAction((await stranger.newestCard()).id, action);
  };

  test.each([
    ['report', { achieved: '1', forecast: '1', status: 'on track' }],
    ['report', { right: 'It is.' }],
    ['no-news', { until: '2020-11-04', because: 'Late' }],
    ['keep-line', { achieved: '1', to: 'page', page: 2 }],
    ['keep-line', { to: 'another', next: keyOf(lines.risk) }],
  ])('learns and changes nothing by %s', async (verb, data) => {
    const told = await press(verb, data);
    expect(told.status).toBe(200);
    for (const secret of ['Fewer nights', 'high-rise', '390,000'])
      expect(told.words).not.toContain(secret);
    expect(kept(theirs)).toMatchObject({ returnedBy: 'ann', revision: 1 });
    expect(registers().savings.get('plan|S 4')).toMatchObject({ achieved: 120_000 });
    expect([...registers().drafts.values()].filter((each) => each.person === 'eve')).toEqual([]);
  });

  test('nor is a figure reported as a line, or a line of no register', async () => {
    for (const key of ['plan|1|2020-21 Q2', 'Actions: plan|none|2020-21 Q2', '__proto__'])
      expect((await press('report', { status: 'on track' }, key)).words).toContain(
        'no longer in the register',
      );
    expect(house.faults).toEqual([]);
  });
});

/** With what was left on it in its fields. */
const openedAgain = async (line: string) => {
  await seated(ann);
  const told = await open(keyOf(line));
  const held = Object.fromEntries(
    ['achieved', 'forecast', 'status', 'commentary'].map((id) => [id, String(input(told, id))]),
  );
  return {
    press: async (verb: 'report', typed: Record<string, string>) =>
      ann.press(verb, { ...held, ...typed }),
  };
};
