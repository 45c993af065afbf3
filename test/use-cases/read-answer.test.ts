// What a person types on a card, and what the register would hold.
import { describe, expect, it } from 'vitest';
import { type Answer, readAnswer } from '../../src/use-cases/read-answer.ts';
import { rowOf } from '../rules/table-of.ts';

const today = Temporal.PlainDate.from('2020-10-01');
const measure = (set: object) => rowOf('measures', { unit: 'days', decimals: 1, ...set });
const typed = (set: Partial<Extract<Answer, { kind: 'value' }>>): Answer => ({
  kind: 'value',
  value: '',
  numerator: '',
  denominator: '',
  finality: 'final',
  commentary: '',
  ...set,
});
const read = (answer: Answer, of = measure({ asksFor: 'value' })) =>
  readAnswer(answer, { measure: of, today, rateValue: () => 'on target' });

describe('a figure typed on a card', () => {
  it.each([
    ['%', '12%', 12],
    ['%', '1 in 8', 12.5],
    ['£m', '£3.2m', 3.2],
    ['£', '£3.2m', 3_200_000],
    ['days', '1,234.5', 1234.5],
  ])('in a measure of %s, "%s" is %d', (unit, value, held) => {
    const of = measure({ asksFor: 'value', unit });
    expect(read(typed({ value }), of)).toMatchObject({ value: held });
  });

  it.each([
    ['days', '12%'],
    ['days', '£12'],
    ['days', '1 in 8'],
    ['£m', '£3.2'],
  ])('in a measure of %s, "%s" is refused', (unit, value) => {
    const of = measure({ asksFor: 'value', unit });
    expect(read(typed({ value }), of)).toMatchObject({ reason: 'not a number', typed: value });
  });

  const rate = measure({ asksFor: 'numerator and denominator', unit: '%', per: 100 });
  it('is worked out from numerator and denominator at the decimals the measure declares', () => {
    const answer = typed({ numerator: '412', denominator: '495' });
    expect(read(answer, rate)).toMatchObject({ value: 83.2, numerator: 412, denominator: 495 });
  });

  it('takes a denominator that is not whole, and refuses one that is nought', () => {
    const whole = measure({ asksFor: 'numerator and denominator', per: 1 });
    expect(read(typed({ numerator: '1,710', denominator: '95.5' }), whole)).toMatchObject({
      value: 17.9,
    });
    expect(read(typed({ numerator: '3', denominator: '0' }), rate)).toMatchObject({
      reason: 'zero denominator',
    });
  });

  it('never reads a blank as nought', () => {
    expect(read(typed({ value: ' ' }))).toMatchObject({ reason: 'nothing typed', field: 'value' });
    expect(read(typed({ numerator: '3' }), rate)).toMatchObject({
      reason: 'nothing typed',
      field: 'denominator',
    });
  });
});

describe('"no data until"', () => {
  const noData = (until: string, because = 'Published in November') =>
    read({ kind: 'no data', until, because });

  it('keeps the date and the reason, and no value', () => {
    expect(noData('2020-11-20')).toMatchObject({ state: 'No data until', value: null });
  });

  it.each(['2020-10-01', '2020-09-30'])('refuses %s, which is not ahead', (until) => {
    expect(noData(until)).toMatchObject({ reason: 'date not ahead' });
  });

  it.each(['', '20/11/2020', '2020-02-30', 'soon'])('refuses "%s", which is no date', (until) => {
    expect(noData(until)).toMatchObject({ reason: 'not a date' });
  });

  it('refuses a date without a reason', () => {
    expect(noData('2020-11-20', '  ')).toMatchObject({ reason: 'no reason given' });
  });
});
