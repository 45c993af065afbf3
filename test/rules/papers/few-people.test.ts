// Which words may tell of 1 to 4 people: what must be found, and what everyday commentary may say.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellsOfAFew } from '../../../src/rules/papers/few-people.ts';

describe('words that may tell of 1 to 4 people', () => {
  it.each([
    'Of the 412, 3 were children under five from one family.',
    'Three children went missing.',
    'Only one of them was seen.',
    'One is still in hospital.',
    'All but two came home.',
    'Two of the four families have moved.',
    '3 out of 4 were placed together.',
    'There were 2.',
    '2',
    'The number fell from 12 to 4.',
    'We lost contact with 1 person in October.',
    'October: 3 children.',
    'In October 3 children came.',
    'In May 2 children came.',
    'Of 1,204 pupils 3 were excluded twice.',
    '2-3 children a week.',
    'One 3-year-old was hurt.',
    'Two in Q3, against one in Q2.',
    'Children went missing (2).',
    'A single child was placed out of area.',
    'Both children are safe.',
    'The only child was moved.',
    'The twins are in care.',
    'A couple of families left.',
    'th\u200bree pupils',
    '٣ children',
    '３ children',
    '3.0 children',
    'Four social workers left.',
    'It was 3; it is nought.',
    '3. That is how many.',
    'Deaths: four.',
    'two brothers and a sister',
    'Two more.',
    'Three of the last 12 cases',
    'There were two\nof them.',
    'Of the 412, 3 may have come to harm.',
    'Every day 3 children went missing, and this quarter two died.',
    'At this stage 3 were lost.',
    'In year 3 pupils were excluded.',
    'Children under five, 3 of them from one school.',
    'One of the most vulnerable children died.',
    'Two service users and three schools’ pupils.',
    'Three road deaths.',
    'One service user left.',
    'Two hospital admissions.',
    '1 or 2 children a month.',
    'Two day patients.',
  ])('%s', (words) => {
    expect(tellsOfAFew(words)).toBe(true);
  });
});

describe('words that tell of nobody, or of more', () => {
  it.each([
    'Since 1 October 2020 demand has risen.',
    'On 1 and 2 October and on October 3, 2020 we met.',
    'By 3/11/2020, or 2020-11-03 at 4.30pm or 3 pm.',
    'Q3 is better than Q2, and so was quarter 1 and quarters 2 and 3.',
    'Q1-3 were steady; in Year 1 and key stage 2, KS4 and phase two too.',
    'Down 3% and 2.4 percentage points, or four per cent.',
    'One in five of them, 1 in 4 last year; two-thirds and three quarters.',
    'It costs £3, £2 million and £1.5m, 4 million in all.',
    'Version 2.1, v2 and form 3.',
    'Two weeks later than planned, after three months, four working days and 2 years.',
    'One of the main reasons, and one of the most common.',
    'The two schools and three new sites opened.',
    'No one was hurt, and everyone was seen.',
    'A one-off; one-to-one work and a 1-2-1; a one stop shop.',
    'The final figure, in place of a provisional one.',
    'One street was counted twice.',
    '412 households, 31 more than 2020-21, 1,004 since 2016.',
    'Children aged 2 to 4, the 0-4s and 3-year-olds.',
    'The second worker, the 1st of four teams and the third in three years.',
    '1. We have asked.\n2. We have met.',
    'Three of the last four quarters were better.',
    'Target of 2, under Section 2 and Regulation 4.',
    'COVID-19 and 4G.',
    'Demand rose by a tenth. A second adviser starts in November.',
    'Both teams and a single point of access.',
    'It is 5, not 14 or 40.',
    'One school has not answered; three agencies and two academies have.',
    'A two-week delay, a four-day week, 2 or 3 weeks, two weeks’ notice.',
    'Stage 2 complaints in quarters 1, 2 and 3.',
    '',
  ])('%s', (words) => {
    expect(tellsOfAFew(words)).toBe(false);
  });
});

describe('whatever else is said', () => {
  const around = fc.constantFrom(
    'In Q3 of 2020-21 demand rose by 3%.',
    'Since 1 October two weeks were lost.',
    'Phase 2 began on 4 May.',
    'It costs £2 million.',
  );
  it('a few children beside it are found', () => {
    const few = fc.constantFrom('1', '2', '3', '4', 'one', 'Two', 'three', 'FOUR');
    fc.assert(
      fc.property(around, few, around, (before, number, after) => {
        expect(tellsOfAFew(`${before} ${number} children went missing. ${after}`)).toBe(true);
        expect(tellsOfAFew(`${before} ${after}`)).toBe(false);
      }),
    );
  });
  it('more than four children are not', () => {
    fc.assert(
      fc.property(around, fc.integer({ min: 5, max: 9_999 }), (before, number) => {
        for (const said of [String(number), number.toLocaleString('en-GB')])
          expect(tellsOfAFew(`${before} ${said} children were seen.`)).toBe(false);
      }),
    );
  });

  it.each(['1', '1 ', '1, ', '1-', 'one to ', 'Q1.1', 'quarter 1 and '])(
    'however much of %j somebody pastes, it is read to the end',
    (piece) => {
      expect(typeof tellsOfAFew(piece.repeat(400_000 / piece.length))).toBe('boolean');
      expect(tellsOfAFew(`${'1'.repeat(400_000)} children, and 3 of them`)).toBe(true);
    },
  );
});
