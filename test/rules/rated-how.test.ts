// How figures are rated, in the sentences that stand at the head of a paper.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { ratedHow, ruleWords } from '../../src/rules/rated-how.ts';
import { day } from './arbitrary.ts';
import { registersOf, rowOf } from './table-of.ts';

const decisions = [
  { key: 'D1', title: 'How figures are rated', board: 'cabinet', decidedOn: day('2020-03-06') },
];
const rule = (said: Partial<Row<'ratingRules'>>): Partial<Row<'ratingRules'>> => ({
  key: `plan|2020-04-01|${said.measure ?? ''}`,
  title: 'A rule',
  plan: 'plan',
  appliesFrom: day('2020-04-01'),
  way: 'by tolerance',
  decision: 'D1',
  ...said,
});
const how = (rules: readonly Partial<Row<'ratingRules'>>[], of = '2020-21 Q2') =>
  ratedHow(
    registersOf({
      measures: [
        { code: 'M', title: 'Recycling' },
        { code: 'N', title: 'Jobs', retiredOn: day('2020-12-01') },
      ],
      decisions,
      ratingRules: rules,
    }),
    'plan',
    parsePeriod(of) as Period,
  );
const wayOf = (said: Partial<Row<'ratingRules'>>) =>
  ruleWords(registersOf({ decisions }), rowOf('ratingRules', rule(said)), { unit: '%' });

describe('how a plan’s figures are rated', () => {
  it('says the plain rule where none was set, and names no decision', () => {
    expect(how([])).toEqual([
      'On target: meets its target or betters it. Within tolerance: misses it by no more than the tolerance, or not past the red line, that was set with it. Off target: misses it by more.',
      'Direction reads same where two figures print alike.',
      'A missing figure is never taken for nought. Not yet available, target not yet agreed and data only carry no colour and are left out of every percentage.',
    ]);
  });
  it('says that what is tolerated goes through the year with its target, where a target does', () => {
    const through = (said: Partial<Row<'targets'>>) =>
      ratedHow(
        registersOf({
          measures: [{ code: 'M', figureIs: 'year to date' }],
          targets: [{ measure: 'plan|M', appliesFrom: day('2020-04-01'), target: 9, ...said }],
        }),
        'plan',
        parsePeriod('2020-21 Q2') as Period,
      );
    const words =
      'Where a target goes through the year evenly or as profiled, a figure is held to what is asked by its period; its tolerance or red line goes with it, in proportion.';
    expect(through({ through: 'evenly' })[1]).toBe(words);
    expect(through({ through: 'as profiled' })).toContain(words);
    expect(through({})).toEqual(how([]));
    expect(through({ through: 'the same' })).toEqual(how([]));
    expect(through({ through: 'evenly', appliesFrom: day('2021-04-01') })).toEqual(how([]));
    expect(through({ through: 'evenly', plan: 'another' })).toEqual(how([]));
  });
  it('says whose decision the rule is, and from when', () => {
    expect(how([rule({})])).toContain(
      'This applies from Wed 1 April 2020, by a decision of Fri 6 March 2020: How figures are rated.',
    );
    const exempt = decisions.map((each) => ({ ...each, access: 'exempt' as const }));
    const registers = registersOf({ decisions: exempt });
    expect(ruleWords(registers, rowOf('ratingRules', rule({})), { unit: '' })).toContain(
      'by a decision of Fri 6 March 2020. ',
    );
    expect(how([rule({ setOn: day('2020-03-05') })])).toContain(
      'This applies from Wed 1 April 2020; the decision named for it came after it was set.',
    );
    expect(how([rule({ decision: 'D9' })])).toContain(
      'This applies from Wed 1 April 2020; the decision named for it is not in the register.',
    );
  });
  it('says nothing of measures that are rated as all of the plan are', () => {
    expect(how([rule({})]).join(' ')).not.toContain('rule of its own');
  });
  it('is that of the quarter’s own day: a rule of April says nothing of March', () => {
    expect(how([rule({ way: 'within a band' })], '2019-20 Q4')).toEqual(how([], '2019-20 Q4'));
  });
  it('says the band a rule takes, ten per cent where it says none', () => {
    expect(wayOf({ way: 'within a band' })).toContain('no more than 10% of it.');
    expect(wayOf({ way: 'within a band', band: 5 })).toContain('no more than 5% of it.');
    expect(wayOf({ way: 'improved on last year', band: 7.5 })).toContain(
      'On target: meets its target, or misses it by no more than 7.5% of it.',
    );
  });
  it('says what is blue only where a rule uses it', () => {
    expect(wayOf({ blue: true, betterBy: 5 })).toContain(
      'Better than target: betters its target by more than 5% of it. On target: meets its target.',
    );
    expect(wayOf({ blue: true })).toContain('Better than target: betters its target. ');
    expect(wayOf({})).not.toContain('Better than target');
  });
  it('says how near is the same', () => {
    expect(wayOf({ sameWithin: 0.5 })).toContain(
      'Direction reads same where two figures are within 0.5 points of',
    );
    expect(wayOf({ sameWithin: 2, sameIs: 'percent' })).toContain('within 2% of one another.');
  });
  it('names each measure that has a rule of its own, and none that is retired', () => {
    const own = [
      rule({ measure: 'plan|M', way: 'by quartile' }),
      rule({ measure: 'plan|N', way: 'by quartile' }),
    ];
    expect(how(own).filter((line) => line.includes('rule of its own'))).toEqual([
      expect.stringMatching(/^Recycling \(M\) has .*not by a target.*How figures are rated\./),
      expect.stringMatching(/^Jobs \(N\) has /),
    ]);
    expect(how(own, '2020-21 Q3').join(' ')).not.toContain('Jobs (N)');
  });
});
