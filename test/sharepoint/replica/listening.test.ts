// Which lists are asked for news at a beat: the busy ones each time, the rest once a minute.
import { expect, test } from 'vitest';
import { isBusy, openListening } from '../../../src/sharepoint/replica/listening.ts';
import { keptRegisters } from '../../../src/sharepoint/rows/kept.ts';

const kept = keptRegisters({ apart: false });
const busy = kept.filter(isBusy);

const beating = () => {
  let now = 0;
  const listening = openListening(kept, { now: () => now });
  const beat = () => {
    const due = listening.due('due');
    listening.heard(due, now);
    return due;
  };
  return { listening, beat, pass: (seconds: number) => (now += seconds * 1000) };
};

test('the first time every list is asked', () => {
  expect(beating().beat()).toEqual(kept);
});

test('then the busy ones at every beat, and every list at least once a minute', () => {
  const { beat, pass } = beating();
  beat();
  let asked = 0;
  const lastAsked = new Map(kept.map((name) => [name, 0]));
  for (let second = 10; second <= 600; second += 10) {
    pass(10);
    const due = beat();
    expect(due).toEqual(expect.arrayContaining(busy));
    for (const name of kept) {
      if (!due.includes(name)) continue;
      expect(second - (lastAsked.get(name) ?? 0)).toBeLessThanOrEqual(60);
      lastAsked.set(name, second);
    }
    asked += due.length;
  }
  // Units a minute: six of each busy list, little more than one of each other. Every list at every beat
  // would be six of each.
  expect(asked / 10).toBeLessThan(6 * busy.length + 1.25 * (kept.length - busy.length));
});

test('a list this process wrote to is asked at the next beat, once', () => {
  const { listening, beat, pass } = beating();
  beat();
  pass(5);
  listening.changed('journal');
  pass(5);
  expect(beat()).toEqual(kept.filter((name) => isBusy(name) || name === 'journal'));
  pass(10);
  expect(beat()).toEqual(busy);
});

test('a busy list Graph tells of is asked when it is told, and each minute in case the word is lost', () => {
  const { listening, beat, pass } = beating();
  listening.toldOf((name) => name !== 'people');
  beat();
  let asked = 0;
  let lastAsked = 0;
  for (let second = 10; second <= 600; second += 10) {
    pass(10);
    const due = beat();
    expect(due).toContain('people');
    if (due.includes('returns')) {
      expect(second - lastAsked).toBeLessThanOrEqual(60);
      lastAsked = second;
    }
    asked += due.length;
  }
  // One busy list is asked at each beat, the others like any list.
  expect(asked / 10).toBeLessThan(6 + 1.25 * (kept.length - 1));
  pass(10);
  listening.changed('returns');
  pass(10);
  expect(beat()).toContain('returns');
});

test('a list Graph tells of no longer is asked at every beat again', () => {
  const { listening, beat, pass } = beating();
  let tells = true;
  listening.toldOf(() => tells);
  beat();
  pass(10);
  expect(beat()).toEqual([]);
  tells = false;
  pass(10);
  expect(beat()).toEqual(busy);
});

test('asked for by hand, every list is asked', () => {
  const { listening, beat } = beating();
  beat();
  expect(listening.due('all')).toEqual(kept);
});
