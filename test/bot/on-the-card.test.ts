// Answering on the card, through the bot's own front door: what is doubted, off target, promised before,
// given as final at last, or pressed on a card older than the last answer.
import { describe, expect, test } from 'vitest';
import { isChallenge, saysSaved } from '../journeys/answering.ts';
import { partWithId, wordsOf } from '../journeys/seat.ts';
import {
  ann,
  bob,
  figure,
  house,
  input,
  isOn,
  isOpen,
  kept,
  none,
  open,
  opened,
  registers,
  seated,
  start,
} from './anns-seat.ts';
import { cycle } from './asked-of-ann.ts';

const promised = { action: 'Ring every family', actionBy: '2020-11-30' };

describe('a figure that is out of all proportion', () => {
  opened();
  test('is seen at the first refusal, before anything is explained', async () => {
    await start();
    const told = await ann.press('answer', { value: '73,390' });
    expect(told.words).toMatch(/73,390 households +■ Off target/);
    expect(told.words).toContain('This is 175 times last quarter (420).');
    expect(told.words).toContain('See "Commentary" and "What will be done" below.');
  });

  test('is played back with its past once it is explained, and nothing is saved', async () => {
    const told = await ann.press('answer', { commentary: 'More came.', ...promised });
    expect(told.words).toContain('Is 73,390 households right?');
    expect(told.words).toContain('This is 175 times last quarter (420).');
    expect(told.words).toContain('Q1 2020-21 420');
    expect(told.words).toContain('You wrote: More came.');
    expect(figure('1')?.state).toBe('Due');
  });

  test('is not right for no reason, and what was typed stays', async () => {
    const told = await ann.press('confirm', { right: '  ' });
    expect(told.words).toContain('Say in a few words why it is right.');
    expect(isChallenge(told.card ?? none)).toBe(true);
    const longer = await ann.press('confirm', { right: 'x'.repeat(501) });
    expect(longer.words).toContain('The reason is 501 characters and may be 500.');
    expect(input(longer, 'right')).toBe('x'.repeat(501));
    expect(figure('1')?.state).toBe('Due');
  });

  test('goes back to its question with everything typed, to be corrected', async () => {
    const told = await ann.press('open');
    expect(['value', 'commentary', 'action', 'actionBy'].map((id) => input(told, id))).toEqual([
      '73,390',
      'More came.',
      promised.action,
      promised.actionBy,
    ]);
    expect(told.words).toContain('As you left it on Thu 1 October.');
  });

  test('is saved once it is said why it is right, with the doubt and the reason', async () => {
    const asks = await ann.press('answer');
    expect(isChallenge(asks.card ?? none)).toBe(true);
    const told = await ann.press('confirm', { right: 'Two services are counted together now.' });
    expect(saysSaved(told)).toBe(true);
    expect(figure('1')).toMatchObject({
      value: 73_390,
      doubted: 'This is 175 times last quarter (420).',
      confirmedBecause: 'Two services are counted together now.',
    });
    expect(house.faults).toEqual([]);
  });
});

describe('a figure off target', () => {
  opened();
  test('asks for what will be done only once it is typed, of people who are here', async () => {
    const fresh = await start();
    expect(isOn(fresh, 'action')).toBe(false);
    const told = await ann.press('answer', { value: '460', commentary: 'More came.' });
    expect(told.words).toContain('A figure off target needs an action: what, who and by when.');
    const who = partWithId(told.card ?? none, 'actionOwner');
    expect(who).toMatchObject({
      value: 'ann',
      choices: [
        { title: 'Head of Housing', value: 'ann' },
        { title: 'Deputy Head of Housing', value: 'bob' },
      ],
    });
    expect(partWithId(told.card ?? none, 'actionBy')).toMatchObject({ min: '2020-10-02' });
  });

  test('wants a date ahead, and one of an action and a reason for none', async () => {
    const undated = await ann.press('answer', { action: promised.action });
    expect(undated.words).toContain('Choose the day by which it will be done.');
    const past = await ann.press('answer', { ...promised, actionBy: '2020-09-30' });
    expect(past.words).toContain('Wed 30 September 2020 is not ahead of today.');
    const both = await ann.press('answer', { ...promised, noAction: 'It ends in March.' });
    expect(both.words).toContain('There is an action and also a reason for none.');
    expect(isOpen(both, 'no-action')).toBe(true);
    expect(input(both, 'action')).toBe(promised.action);
  });

  test('is saved with its action, which the receipt will name', async () => {
    const told = await ann.press('answer', { ...promised, actionOwner: 'bob', noAction: '' });
    expect(saysSaved(told)).toBe(true);
    const action = registers().actions.get(figure('1')?.action ?? '');
    expect(action).toMatchObject({ title: promised.action, owner: 'bob' });
  });

  test('put right to one on target asks for no action any more', async () => {
    const told = await open('plan|1|2020-21 Q2');
    expect(input(told, 'action')).toBe(promised.action);
    const saved = await ann.press('answer', { value: '440' });
    expect(saysSaved(saved)).toBe(true);
    expect(figure('1')).toMatchObject({ value: 440, action: null });
  });
});

describe('what was promised last time', () => {
  opened();
  test('stands beside the history, and what became of it is saved with the answer', async () => {
    const told = await start();
    expect(told.words).toContain(
      'Promised last time: Two more officers. Head of Housing, by Fri 30 October.',
    );
    await ann.press('answer', { value: '430', promise: 'complete' });
    const promise = registers().actions.get('plan|1 2020-21 Q1');
    expect(promise).toMatchObject({ status: 'complete', percent: 100 });
  });

  test('is not asked of a measure that promised nothing', async () => {
    expect(isOn(await open('plan|2|2020-21 Q2'), 'promise')).toBe(false);
  });
});

describe('a final figure where one was provisional', () => {
  opened();
  const key = 'plan|3|2020-21 Q1 final';
  test('is asked for by that name, with nothing filled in', async () => {
    await start();
    const told = await open(key);
    expect(told.words).toContain('Final figure for Q1 2020-21: 440 households was provisional.');
    expect(input(told, 'value')).toBe('');
    expect(isOn(told, 'finality')).toBe(false);
  });

  test('keeps both', async () => {
    const told = await ann.press('answer', { value: '441' });
    expect(saysSaved(told)).toBe(true);
    expect(told.words).toContain('Final figure for Q1 2020-21: Households helped 3');
    expect(kept('plan|3|2020-21 Q1')).toMatchObject({
      value: 441,
      provisionalValue: 440,
      finality: 'final',
    });
    expect(kept(key)?.state).toBe('Returned');
  });
});

describe('a card older than the last answer', () => {
  opened();
  test('is told who answered, even where what it says would want explaining', async () => {
    const first = await start();
    const { id } = await ann.newestCard();
    const old = partWithId(first.card ?? none, 'value');
    expect(old).toBeDefined();
    await open('plan|1|2020-21 Q2', await seated(bob));
    await bob.press('answer', { value: '430' });
    const data = { v: 1, cycle, return: 'plan|1|2020-21 Q2', revision: 0, finality: 'final' };
    const action = { type: 'Action.Execute', verb: 'answer', data };
    const told = await ann.pressAction(id, action, { value: '999' });
    expect(told.words).toContain('Deputy Head of Housing answered this');
    expect(told.words).toContain('You typed: 999');
    expect(figure('1')).toMatchObject({ value: 430, revision: 1 });
    const corrected = await ann.press('correct');
    expect(input(corrected, 'value')).toBe('430');
    expect(wordsOf(corrected.card ?? none)).toContain('Save the correction');
  });
});
