// Which measures stand differently since the cycle before, and what of the cause is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standings } from '../../../src/registers/words.ts';
import type { FigureFact, MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { movedSince } from '../../../src/rules/dataset/moved.ts';
import { givenBefore, givenFigure, givenMeasure } from '../papers/given-facts.ts';

const off = givenFigure({ value: 85, standing: 'off target' });
const missing = givenFigure({ value: null, standing: 'not yet available' });
const moved = (now: FigureFact, was: Partial<FigureFact>, said: Partial<MeasureFact> = {}) =>
  movedSince({
    measures: [givenMeasure({ now, before: givenBefore([96], () => was), ...said })],
  })[0];
/** As it stood in the cycle before, by that cycle's own dataset. */
const since = (was: Partial<MeasureFact>, now: Partial<MeasureFact>) =>
  movedSince({ measures: [givenMeasure(now)] }, { measures: [givenMeasure(was)] });

describe('a measure that stands differently', () => {
  it('says that its figure moved, from what to what', () => {
    expect(moved(off, {})).toMatchObject({
      causes: ['figure'],
      isBetter: false,
      because: 'The figure went from 96.0% (Q1 2020-21) to 85.0% (Q2 2020-21).',
    });
  });
  it('says that its target was changed, and by which decision', () => {
    const now = { ...off, value: 96, target: 97, targetWords: '97%', decidedBy: 'Cabinet, 7 July' };
    expect(moved(now, {})).toMatchObject({
      causes: ['target'],
      because: 'The target went from 95% to 97% (Cabinet, 7 July).',
    });
  });
  it('says both where both moved', () => {
    expect(moved({ ...off, target: 90, targetWords: '90%' }, {})?.because).toBe(
      'The figure went from 96.0% (Q1 2020-21) to 85.0% (Q2 2020-21); the target went from 95% to 90%.',
    );
  });
  it('says that it was given a target, or has none any more', () => {
    const none = { target: null, targetWords: '–', standing: 'data only' as const };
    expect(moved({ ...off, value: 96 }, none)?.because).toBe('It has a target now, 95%.');
    expect(moved({ ...off, value: 96, ...none }, {})?.because).toBe(
      'It has no target now; it had 95%.',
    );
  });
  it('says that a target was agreed, or is awaited, and gives no verdict on which is better', () => {
    const awaited = { target: null, targetWords: '–', standing: 'target not yet agreed' as const };
    expect(moved(off, { value: 85, ...awaited })).toMatchObject({
      causes: ['target agreed'],
      isBetter: null,
      because: 'A target of 95% has been agreed.',
    });
    expect(moved({ ...off, ...awaited }, {})?.causes).toEqual(['target awaited']);
  });
  it('says that a figure can be had now, or not yet', () => {
    expect(moved(off, { value: null, standing: 'not yet available' })).toMatchObject({
      causes: ['now available'],
      isBetter: null,
      because: 'Its figure can be had now: 85.0% (Q2 2020-21).',
    });
    expect(moved(missing, {})).toMatchObject({
      causes: ['not yet available'],
      because: 'There is no figure for Q2 2020-21 yet.',
    });
  });
  it('says that one given once a year is newly due, where it has not come', () => {
    expect(moved(missing, {}, { frequency: 'annual' })?.causes).toEqual(['newly due']);
  });
  it('says that the rule is another where neither figure nor target is', () => {
    expect(moved({ ...off, value: 96 }, {})?.causes).toEqual(['rule']);
  });
});

it('rated by its quarter of its neighbours, it says that it lies in another, whatever its figure', () => {
  const rated = { against: 'quartile' as const };
  expect(moved({ ...off, ...rated }, rated)?.causes).toEqual(['quartile']);
});

describe('against the quarter before', () => {
  it('a monthly measure is held against its figure of three months before', () => {
    const before = givenBefore([96, 80, 97]);
    const [found] = movedSince({
      measures: [givenMeasure({ frequency: 'monthly', now: off, before })],
    });
    expect(found?.was.value).toBe(96);
  });
  it('one that nothing was asked of has not moved', () => {
    expect(moved(off, {}, { due: false })).toBeUndefined();
  });
  it('nor one that had no figure before', () => {
    expect(moved(off, {}, { before: [] })).toBeUndefined();
  });
});

describe('against the dataset of the cycle before', () => {
  it('a measure is held against what that one showed, whatever came to be known since', () => {
    const [found] = since({ now: missing }, { now: off, before: [off] });
    expect(found?.causes).toEqual(['now available']);
  });
  it('one that was not asked then, and shows a gap now, is newly due', () => {
    const [found] = since({ now: off, due: false }, { now: missing });
    expect(found?.causes).toEqual(['newly due']);
  });
  it('one that was not in it has not moved', () => {
    expect(since({ code: '2' }, { now: off })).toEqual([]);
  });
  it('only what stands otherwise has moved, with a cause and a sentence each', () => {
    const figureFact = fc
      .record({
        standing: fc.constantFrom(...standings),
        value: fc.integer({ min: 0, max: 9 }),
        target: fc.option(fc.integer({ min: 0, max: 9 })),
      })
      .map(({ standing, value, target }) =>
        givenFigure({
          standing,
          value: standing === 'not yet available' ? null : value,
          target,
          targetWords: target === null ? '–' : `${target}%`,
        }),
      );
    fc.assert(
      fc.property(figureFact, figureFact, fc.boolean(), (was, now, due) => {
        const found = since({ now: was, due }, { now });
        expect(found.length).toBe(was.standing === now.standing ? 0 : 1);
        for (const { causes, because, isBetter } of found) {
          expect(causes.length).toBeGreaterThan(0);
          expect(because).toMatch(/^[A-Z].*[^.]\.$/);
          // Turned about, what got better got worse.
          const [back] = since({ now }, { now: was, due });
          expect(back?.isBetter).toBe(isBetter === null ? null : !isBetter);
        }
      }),
    );
  });
});
