import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../src/rules/read-number.ts';

describe('a typed number that is understood', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234', 1234],
    ['1,234,567', 1234567],
    ['1 234', 1234],
    ['1\u202F234\u00A0567.8', 1234567.8],
    ['.5', 0.5],
    ['5.', 5],
    ['1.234', 1.234],
    ['  83.2\n', 83.2],
    ['-3', -3],
    [' - 3 ', -3],
    ['−3', -3],
    ['–3', -3],
    ['+3', 3],
    ['(3)', -3],
    ['( 1.2 )', -1.2],
    ['-0', 0],
    ['(0)', 0],
    ['１２３．４', 123.4],
    ['\u202D1,234\u202C', 1234],
    ['1.2k', 1200],
    ['450k', 450000],
    ['450 K', 450000],
    ['12 thousand', 12000],
    ['3.2 million', 3200000],
    ['1.1m', 1100000],
    ['1.2BN', 1200000000],
    ['999999999999999', 999999999999999],
  ])('%j is %d', (typed, value) => {
    expect(readNumber(typed)).toMatchObject({ value, as: 'number' });
  });

  it.each([
    ['12%', 12],
    ['12 %', 12],
    ['12.5 per cent', 12.5],
    ['12 percent', 12],
    ['１２％', 12],
    ['-1.5%', -1.5],
    ['(3)%', -3],
    ['(3%)', -3],
  ])('%j is %d as a percentage', (typed, value) => {
    expect(readNumber(typed)).toMatchObject({ value, as: 'percent' });
  });

  it.each([
    ['£3.2m', 3200000],
    ['£1.2bn', 1200000000],
    ['£ 1,234', 1234],
    ['￡5', 5],
    ['-£5', -5],
    ['£-5', -5],
    ['(£3.2m)', -3200000],
    ['£(3.2m)', -3200000],
    ['£450k', 450000],
  ])('%j is %d in pounds', (typed, value) => {
    expect(readNumber(typed)).toMatchObject({ value, as: 'money' });
  });

  it.each([
    ['1 in 8', 0.125],
    ['1/8', 0.125],
    ['1 / 8', 0.125],
    ['1 out of 8', 0.125],
    ['3 In 1,000', 0.003],
    ['0 in 12', 0],
  ])('%j is %d as a ratio', (typed, value) => {
    expect(readNumber(typed)).toEqual({ value, as: 'ratio', scaled: false });
  });

  it('a figure written short says so, so that £3.2m can be read in a unit of £m', () => {
    expect(readNumber('£3.2m')).toMatchObject({ scaled: true });
    expect(readNumber('£3.2')).toMatchObject({ scaled: false });
  });
});

describe('a typed number that is refused', () => {
  it.each(['', ' ', '\n\t', '\u200B', '\u00A0'])('%j is nothing typed', (typed) => {
    expect(readNumber(typed)).toEqual({ refused: 'nothing typed' });
  });

  it.each([
    'about forty',
    'forty',
    '12-14',
    '12 - 14',
    '12 to 14',
    'n/a',
    'tbc',
    'nil',
    '-',
    '–',
    '.',
    ',',
    '£',
    '%',
    '1,23,4',
    '1,234,5',
    '12 34',
    '1,234 567',
    '1..2',
    '1.2.3',
    '1.234.567',
    ',5',
    '--5',
    '-(5)',
    '(-5)',
    '(5',
    '5-',
    '5 days',
    '5 weeks',
    '>5',
    '<5',
    '~5',
    '5*',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e400',
    '1e5',
    '0x10',
    '1_000',
    "1'234",
    '½',
    '1½',
    '5²',
    '٣',
    '%12',
    '12%%',
    '£12%',
    '££5',
    '$5',
    '€5',
    '3.2mm',
    '3.2 mk',
    '1/0',
    '1 in 0',
    '1/2/2020',
    '1 in',
    '14/10/2020',
    '1 in 1,5',
    '=1+1',
    '12345678901234567890123456789012345678901234567890',
    '1234567890123456',
    '0.1234567890123456',
    `${'9'.repeat(15)} ${'x'.repeat(100)}`,
    `12${' '.repeat(300)}days`,
    `1${'\u200B'.repeat(300)}5`,
  ])('%j is not a number', (typed) => {
    expect(readNumber(typed)).toEqual({ refused: 'not a number' });
  });

  it('a megabyte of anything is refused at once', () => {
    for (const piece of ['1', '1,', ' ', '( ', 'k', '1 in ']) {
      const before = performance.now();
      expect(readNumber(piece.repeat(1_000_000))).toHaveProperty('refused');
      expect(performance.now() - before).toBeLessThan(2_000);
    }
  });
});

describe('a comma that could be a decimal one', () => {
  it.each([
    ['1,5', '1.5', '15'],
    ['12,34', '12.34', '1,234'],
    ['0,5', '0.5', '5'],
    ['0,123', '0.123', '123'],
    ['1234,567', '1,234.567', '1,234,567'],
    ['1.234,5', '1,234.5', '1.2345'],
    ['1.234,56', '1,234.56', '1.23456'],
    ['1 234,5', '1,234.5', '12,345'],
    ['£1,5m', '£1.5m', '£15m'],
    ['12,5 %', '12.5 %', '125 %'],
    ['-1,5', '-1.5', '-15'],
    ['(1,5)', '(1.5)', '(15)'],
  ])('%j is asked about: %s or %s', (typed, one, other) => {
    expect(readNumber(typed)).toEqual({ refused: 'ambiguous', either: [one, other] });
  });

  it('is never guessed, and either answer is then understood', () => {
    const digits = fc.stringMatching(/^\d{1,6}$/);
    fc.assert(
      fc.property(digits, digits, (whole, decimals) => {
        const read = readNumber(`${whole},${decimals}`);
        if ('value' in read) {
          expect(`${whole},${decimals}`).toMatch(/^[1-9]\d{0,2},\d{3}$/);
          expect(read.value).toBe(Number(whole + decimals));
          return;
        }
        expect(read.refused).toBe('ambiguous');
        if (read.refused !== 'ambiguous') return;
        const [one, other] = read.either.map((text) => readNumber(text));
        expect(one).toMatchObject({ value: Number(`${whole}.${decimals}`) });
        expect(other).toMatchObject({ value: Number(whole + decimals) });
      }),
    );
  });
});

describe('for any number', () => {
  const anyNumber = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }));
  it('what the council prints is read back as it was', () => {
    fc.assert(
      fc.property(anyNumber, ([digits, decimals]) => {
        const value = digits / 10 ** decimals;
        const printed = value.toLocaleString('en-GB', { minimumFractionDigits: decimals });
        expect(readNumber(printed)).toEqual({ value, as: 'number', scaled: false });
        expect(readNumber(`${printed}%`)).toMatchObject({ value, as: 'percent' });
      }),
    );
  });
  it('whatever is typed, a value is finite and a refusal says why', () => {
    const likely = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789.,- +()%£kmin/ ')),
      maxLength: 14,
    });
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (typed) => {
        const read = readNumber(typed);
        if ('value' in read) {
          expect(Number.isFinite(read.value)).toBe(true);
          expect(Object.is(read.value, -0)).toBe(false);
        } else expect(['nothing typed', 'not a number', 'ambiguous']).toContain(read.refused);
      }),
      { numRuns: 5_000 },
    );
  });
});
