// What is typed and not yet given: kept at every press that does not save, brought back as it was left,
// and several measures answered in any order.
import { describe, expect, test } from 'vitest';
import { saveForLater, saysSaved } from '../journeys/answering.ts';
import {
  ann,
  bob,
  figure,
  house,
  input,
  isOn,
  isOpen,
  open,
  opened,
  seated,
  start,
} from './anns-seat.ts';
import { cycle, rows } from './asked-of-ann.ts';

describe('an answer left for later', () => {
  opened();
  const half = { value: '44O', commentary: 'About the same.', forecast: '1,700', limits: 'July' };

  test('is kept as it was typed, unread, and said to be', async () => {
    await start();
    const told = await saveForLater(ann, half);
    expect(told.words).toContain('Kept for later');
    expect(told.words).toContain('Households helped 1: what you typed waits for you here.');
    expect(told.words).toContain('4 due by Wed 14 October.');
    expect(figure('1')?.state).toBe('Due');
  });

  test('is where the person goes on another day, with a line that says so', async () => {
    house.at('2020-10-06T14:00');
    const told = await start();
    expect(told.words).toContain('As you left it on Thu 1 October.');
    expect(Object.keys(half).map((id) => input(told, id))).toEqual(Object.values(half));
    expect(isOpen(told, 'forecast-and-limits')).toBe(true);
  });

  test('a press that is refused keeps what was typed too', async () => {
    await ann.press('answer', { value: 'about 440' });
    const told = await start();
    expect(input(told, 'value')).toBe('about 440');
    expect(told.words).toContain('As you left it on Tue 6 October.');
  });

  test('nobody else sees it', async () => {
    const told = await open('plan|1|2020-21 Q2', await seated(bob));
    expect(input(told, 'value')).toBe('');
    expect(told.words).not.toContain('As you left it');
  });

  test('is gone once the return is answered', async () => {
    const told = await ann.press('answer', { value: '440', forecast: '', limits: '' });
    expect(saysSaved(told)).toBe(true);
    const again = await open('plan|1|2020-21 Q2');
    expect(input(again, 'value')).toBe('440');
    expect(again.words).not.toContain('As you left it');
  });
});

describe('several in any order', () => {
  opened();
  test('another is opened first, and what was typed waits', async () => {
    await start();
    const chosen = { value: '12', next: 'plan|3|2020-21 Q2' };
    const told = await ann.press('keep', chosen, { to: 'another' });
    expect(told.words).toContain('Kept for later.');
    expect(told.words).toContain('Households helped 3');
    expect(told.words).toContain('Save and next (1 of 4)');
    const next = await ann.press('answer', { value: '440' });
    expect(saysSaved(next)).toBe(true);
    expect(next.words).toContain('Households helped 1');
    expect(input(next, 'value')).toBe('12');
  });

  test('the last one offers no other', async () => {
    await ann.press('answer', { value: '430' });
    await ann.press('answer', { value: '430' });
    const told = await ann.press('answer', { value: '440' });
    expect(told.words).toContain('All 4 returned. Thank you.');
    const alone = await open('plan|1|2020-21 Q2');
    expect(isOn(alone, 'next')).toBe(false);
  });
});

describe('a target begun and left', () => {
  const key = 'plan|1|2021-22 target';
  opened(() => {
    const { returns = [], ...others } = rows();
    const target = { kind: 'target' as const, period: '2021-22', state: 'Due' as const };
    const asked = { key, measure: 'plan|1', cycle, owner: 'ann', finality: null, ...target };
    return { ...others, returns: [...returns, asked] };
  });

  test('waits like a figure, and goes on where it was left', async () => {
    await start();
    const told = await open(key);
    expect(told.words).toContain('Target for 2021-22: Households helped 1');
    const kept = await saveForLater(ann, { value: '4OO' });
    expect(kept.words).toContain('Target for 2021-22: Households helped 1: what you typed');
    const again = await ann.press('open');
    expect(input(again, 'value')).toBe('4OO');
    expect(again.words).toContain('As you left it on Thu 1 October.');
  });

  test('refused, it is kept as well; and another may be answered first', async () => {
    await ann.press('target', { value: 'four hundred' });
    const chosen = { value: 'about 400', next: 'plan|2|2020-21 Q2' };
    const told = await ann.press('keep', chosen, { to: 'another' });
    expect(told.words).toContain('Households helped 2');
    expect(input(await open(key), 'value')).toBe('about 400');
    const carriedOn = await start();
    expect(carriedOn.words).toContain('Target for 2021-22: Households helped 1');
  });
});
