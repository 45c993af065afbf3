import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directions } from '../../../src/registers/words.ts';
import type { MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { figure } from '../../../src/rules/number-words.ts';
import { exceptionWords } from '../../../src/rules/papers/exception-words.ts';
import { asTold } from '../../../src/rules/papers/facts.ts';
import { ordinal } from '../../../src/rules/papers/measure-words.ts';
import { asTarget, givenBefore, givenFigure, givenMeasure, standingOf } from './given-facts.ts';

const words = (said: Partial<MeasureFact>) =>
  exceptionWords(asTold(givenMeasure(said)), 'Q2 2020-21');

describe('the sentence a figure writes', () => {
  it('says the colour, the figure against its target, both directions and how long it has missed', () => {
    const before = givenBefore([94, 96, 92.2, 94]);
    expect(words({ now: givenFigure(), before, short: 'worse', long: 'better' })).toBe(
      'Amber: 93.1% against 95%, worse than last quarter, better than a year ago; third quarter below target.',
    );
  });
  it('says that it met its target last time, where it did', () => {
    expect(words({ before: givenBefore([96]) })).toBe(
      'Amber: 93.1% against 95%; below target, which it met last quarter.',
    );
  });
  it('says at least, where the quarters before are not known or not there', () => {
    expect(words({ before: givenBefore([94]) })).toContain('at least the second quarter below');
    expect(words({ before: givenBefore([96, null, 94]) })).toContain('at least the second quarter');
    expect(words({ before: [] })).toBe('Amber: 93.1% against 95%; below target.');
  });
  it('a measure where less is better is above its target, by the target of each quarter', () => {
    const days = asTarget(28, 'days');
    const before = [
      givenFigure({ value: 30, ...asTarget(40, 'days'), standing: 'on target' }),
      givenFigure({ value: 30, ...days, standing: 'within tolerance' }),
    ];
    const now = givenFigure({ value: 61, ...days, standing: 'off target' });
    const said = { unit: 'days', decimals: 0, polarity: 'minimise', now, before } as const;
    expect(words(said)).toBe('Red: 61 days against 28; second quarter above target.');
  });
  it('a figure of another period names it, and a provisional or illustrative one says so', () => {
    const now = givenFigure({ words: 'Q1 2020-21', provisional: true, illustrative: true });
    expect(words({ now })).toContain('93.1% in Q1 2020-21 (provisional, illustrative) against 95%');
  });
  it('numerator and denominator stand beside their share', () => {
    expect(words({ now: givenFigure({ numerator: 1862, denominator: 2000 }) })).toContain(
      '93.1% (1,862 of 2,000)',
    );
  });
  it('an average or a rate is no part of its second number: it is one over the other', () => {
    const days = { value: 253, numerator: 18_120_284, denominator: 71_633 } as const;
    const now = givenFigure({ ...days, ...asTarget(240, 'seconds'), standing: 'off target' });
    expect(words({ unit: 'seconds', decimals: 0, polarity: 'minimise', now })).toContain(
      '253 seconds (18,120,284 over 71,633) against',
    );
    expect(words({ unit: 'Rate per 1,000', now })).toContain('18,120,284 over 71,633');
    const share = givenFigure({ numerator: 1862, denominator: 2000 });
    for (const unit of ['%', 'per cent', ' Percentage'])
      expect(words({ unit, now: share })).toContain('(1,862 of 2,000)');
  });
  it('a real figure against a made-up target says so of the target alone', () => {
    const now = givenFigure({ illustrative: true, illustrativeIs: 'target', provisional: true });
    expect(words({ now })).toContain('93.1% (provisional) against 95% (target illustrative);');
    for (const illustrativeIs of ['figure', 'both'] as const)
      expect(words({ now: { ...now, illustrativeIs } })).toContain(
        '93.1% (provisional, illustrative) against 95%;',
      );
    const untold = { ...now, target: null, targetWords: '–', standing: 'data only' } as const;
    expect(words({ now: untold })).not.toContain('illustrative');
  });
  it('the same as printed is the same; within a threshold it is about the same', () => {
    const before = givenBefore([93.1]);
    expect(words({ before, short: 'same' })).toContain('the same as last quarter');
    expect(words({ before, short: 'same' })).not.toContain('about');
    expect(words({ before: givenBefore([93.4]), short: 'same' })).toContain(
      'about the same as last quarter',
    );
  });
  it('a yearly figure is compared with the year before once', () => {
    const said = words({ frequency: 'annual', short: 'worse', long: 'worse' });
    expect(said).toContain('worse than the year before');
    expect(said).not.toContain('year ago');
  });
  it('no figure is never nought: the reason and the day are given, or that none is', () => {
    const now = givenFigure({ value: null, standing: 'not yet available' });
    expect(words({ now })).toBe('No figure for Q2 2020-21 yet. No reason is given.');
    const waits = { ...now, noDataReason: 'The survey is late', noDataUntil: '2020-11-20' };
    expect(words({ now: waits })).toBe(
      'No figure for Q2 2020-21 yet. The reason given: The survey is late. It is expected on Fri 20 November 2020.',
    );
  });
  it('nought is a figure', () => {
    const now = givenFigure({ value: 0, standing: 'off target' });
    expect(words({ now })).toMatch(/^Red: 0\.0% against 95%/);
  });
  it('one rated by its quarter of neighbours is held to no target it misses', () => {
    const now = givenFigure({ against: 'quartile', standing: 'off target', target: null });
    expect(words({ now: { ...now, targetWords: '–' }, before: givenBefore([90, 91]) })).toBe(
      'Worst quarter: 93.1%.',
    );
  });
});

const figureOf = fc.record({
  value: fc.option(fc.integer({ min: 0, max: 999 }).map((tenths) => tenths / 10)),
  provisional: fc.boolean(),
});

const measureOf = fc
  .record({
    now: figureOf,
    before: fc.array(figureOf, { maxLength: 19 }),
    short: fc.option(fc.constantFrom(...directions)),
    long: fc.option(fc.constantFrom(...directions)),
  })
  .map(({ now, before, ...travel }) =>
    givenMeasure({
      ...travel,
      now: givenFigure({ ...now, standing: standingOf(now.value, 95) }),
      before: givenBefore(
        before.map(({ value }) => value),
        (value) => ({ standing: standingOf(value, 95) }),
      ),
    }),
  );

describe('every sentence can be checked against its figures', () => {
  it('each number in it is the figure, its target or its period', () => {
    fc.assert(
      fc.property(measureOf, (measure) => {
        const { now, before } = measure;
        const known = [figure(measure, now.value), now.targetWords, now.words];
        const ordinals = before.map((_, at) => ordinal(at + 1));
        let said = exceptionWords(asTold(measure), 'Q2 2020-21');
        for (const each of [...known, ordinal(before.length + 1), ...ordinals.toReversed()])
          said = said.replaceAll(each, '');
        expect(said).not.toMatch(/\d/);
      }),
    );
  });
  it('how long it has missed is how many figures running have', () => {
    fc.assert(
      fc.property(measureOf, (measure) => {
        const said = exceptionWords(asTold(measure), 'Q2 2020-21');
        const misses = [...measure.before, measure.now].map(({ value }) => (value ?? 100) < 95);
        const running = misses.length - 1 - misses.lastIndexOf(false);
        expect(said.includes(' below target')).toBe(running > 0);
        if (running > 1) expect(said).toContain(`${ordinal(running)} quarter below target`);
      }),
    );
  });
});
