// What a person types on a card, and what the register would hold.
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../src/registers/words.ts';
import type { Doubting } from '../../src/use-cases/doubted-answer.ts';
import { type Answer, type Asked, readAnswer } from '../../src/use-cases/read-answer.ts';
import { rowOf } from '../rules/table-of.ts';
import { typedAnswer as typed } from './typed-answer.ts';

const today = Temporal.PlainDate.from('2020-10-01');
const measure = (set: object) => rowOf('measures', { unit: 'days', decimals: 1, ...set });
const nothing: Doubting = { open: [], words: null, because: null };
const doubted: Doubting = {
  open: [{ kind: 'over 100 per cent' }],
  words: 'This is over 100%.',
  because: null,
};

const asked = (set: Partial<Asked> & { standing?: Standing } = {}): Asked => ({
  measure: measure({ asksFor: 'value' }),
  today,
  by: 'ann',
  personNamed: (key) => (['ann', 'bob'].includes(key) ? key : null),
  rateValue: () => set.standing ?? 'on target',
  doubting: () => nothing,
  before: { commentary: null, action: null, noActionBecause: null },
  ...set,
});
const read = (answer: Answer, of = measure({ asksFor: 'value' })) =>
  readAnswer(answer, asked({ measure: of }));

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

describe('what is said besides the figure', () => {
  it('is a forecast for the year, in the unit, and what a reader must know of it', () => {
    const of = measure({ asksFor: 'value', unit: '£m' });
    const answer = typed({ value: '3.1', forecast: '£3.4m', limits: ' One site is missing. ' });
    expect(read(answer, of)).toMatchObject({ forecast: 3.4, limits: 'One site is missing.' });
    expect(read(typed({ value: '3' }))).toMatchObject({ forecast: null, limits: null });
  });
  it.each(['1.234,5', 'more'])('refuses "%s" as a forecast, and names the field', (forecast) => {
    expect(read(typed({ value: '3', forecast }))).toMatchObject({ field: 'forecast' });
  });
  it('may be 500 characters long and no longer', () => {
    const long = { value: '3', commentary: 'c'.repeat(500), limits: 'l'.repeat(500) };
    expect(read(typed(long))).toMatchObject({ state: 'Returned' });
    expect(read(typed({ ...long, commentary: 'c'.repeat(501) }))).toMatchObject({
      reason: 'commentary too long',
      length: 501,
    });
    expect(read(typed({ ...long, limits: 'l'.repeat(501) }))).toMatchObject({
      reason: 'reason too long',
      field: 'limits',
    });
  });
});

describe('a figure off target', () => {
  const off = (set: Parameters<typeof typed>[0], of: Partial<Asked> = {}) =>
    readAnswer(typed({ value: '3', commentary: 'Two staff left.', ...set }), {
      ...asked({ standing: 'off target' }),
      ...of,
    });
  const action = { action: 'Agency staff', actionBy: '2020-12-01' };

  it('asks for a commentary, then for an action or why there is none', () => {
    expect(off({ commentary: ' ' })).toMatchObject({ reason: 'commentary required', value: 3 });
    expect(off({})).toMatchObject({ reason: 'action required', value: 3 });
    expect(off({ noAction: ' It passes by itself. ' })).toMatchObject({
      noActionBecause: 'It passes by itself.',
      promised: null,
    });
    expect(off({ ...action, actionOwner: 'bob' })).toMatchObject({
      promised: { what: 'Agency staff', owner: 'bob', by: Temporal.PlainDate.from('2020-12-01') },
      noActionBecause: null,
    });
  });
  it('says at once what is doubted of it, so that a slip need not be explained', () => {
    const slip = { doubting: () => doubted };
    expect(off({ commentary: '' }, slip)).toMatchObject({ doubts: doubted.open });
    expect(off({}, slip)).toMatchObject({ reason: 'action required', doubts: doubted.open });
  });
  it('takes one of the two, not both', () => {
    expect(off({ ...action, noAction: 'None' })).toMatchObject({ reason: 'action and no action' });
  });
  it('has whoever answers do it where nobody is named, and nobody who is not there', () => {
    expect(off(action)).toMatchObject({ promised: { owner: 'ann' } });
    expect(off({ ...action, actionOwner: 'zoe' })).toMatchObject({
      reason: 'nobody for the action',
    });
  });
  it('has its action done by a day ahead', () => {
    expect(off({ action: 'Agency staff' })).toMatchObject({ reason: 'no date for the action' });
    const by = (actionBy: string) => off({ ...action, actionBy });
    expect(by('soon')).toMatchObject({ reason: 'not a date', field: 'actionBy' });
    expect(by('2020-10-01')).toMatchObject({ reason: 'date not ahead', field: 'actionBy' });
    expect(by('2020-10-02')).toMatchObject({ state: 'Returned' });
  });
  it('has its action in a line, and its reason in 500 characters', () => {
    expect(off({ ...action, action: 'Agency\n staff' })).toMatchObject({
      promised: { what: 'Agency staff' },
    });
    expect(off({ ...action, action: 'a'.repeat(256) })).toMatchObject({
      reason: 'reason too long',
      field: 'action',
      most: 255,
    });
    expect(off({ noAction: 'n'.repeat(501) })).toMatchObject({ field: 'noAction', most: 500 });
  });
  it('need not promise again what was promised for it before', () => {
    const before = { commentary: null, action: 'plan|M 2020-21 Q2', noActionBecause: null };
    expect(off({}, { before })).toMatchObject({ promised: 'as before' });
    const none = { commentary: null, action: null, noActionBecause: 'It passes.' };
    expect(off({}, { before: none })).toMatchObject({ noActionBecause: 'It passes.' });
  });
});

describe('a figure on target', () => {
  it('promises nothing, whatever was typed while it was not', () => {
    const left = { action: 'Agency staff', actionBy: 'soon', noAction: 'None' };
    expect(read(typed({ value: '3', ...left }))).toMatchObject({
      promised: null,
      noActionBecause: null,
    });
  });
});

describe('a figure that is doubted', () => {
  const confirm = (right: string | null, doubting = doubted) =>
    readAnswer(typed({ value: '3', right }), { ...asked(), doubting: () => doubting });

  it('is played back before it is saved', () => {
    expect(confirm(null)).toMatchObject({ reason: 'doubtful', value: 3, doubts: doubted.open });
  });
  it('is saved with what was doubted and why it is right', () => {
    expect(confirm(' Both sites. ')).toMatchObject({
      doubted: 'This is over 100%.',
      confirmedBecause: 'Both sites.',
    });
  });
  it('is not right because nothing was said', () => {
    expect(confirm('  ')).toMatchObject({ reason: 'no reason given', field: 'right' });
    expect(confirm('r'.repeat(501))).toMatchObject({ reason: 'reason too long', field: 'right' });
  });
  it('keeps the word given for it before', () => {
    const known = { open: [], words: 'This is over 100%.', because: 'Both sites.' };
    expect(confirm(null, known)).toMatchObject({ confirmedBecause: 'Both sites.' });
    expect(confirm('r'.repeat(501), known)).toMatchObject({ reason: 'reason too long' });
  });
  it('leaves no reason behind where nothing is doubted after all', () => {
    expect(confirm('Both sites.', nothing)).toMatchObject({
      doubted: null,
      confirmedBecause: null,
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
