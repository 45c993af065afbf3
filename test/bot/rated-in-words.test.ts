// A measure rated by the quarter of its neighbours it stands in, and one whose "same" has a threshold, as
// people read them: the same words on a card, in the verdict on its screen and in an escalation.
import { describe, expect, it } from 'vitest';
import { historyTable, spokenHistory } from '../../bot/cards/history-table.ts';
import { historyLines } from '../../bot/views/history-view.ts';
import { receiptView } from '../../bot/views/receipt-view.ts';
import type { Row } from '../../src/registers/registers.ts';
import { type Standing, standingWords, wordsOfStanding } from '../../src/registers/words.ts';
import { casesOf } from '../../src/rules/escalation-evidence.ts';
import { rulesInForce } from '../../src/rules/escalation-rules.ts';
import { historyOf } from '../../src/rules/history.ts';
import { type Period, parsePeriod } from '../../src/rules/period.ts';
import { factsOf } from '../../src/web/measure-facts.ts';
import { measureRow } from '../../src/web/measure-row.ts';
import { verdictOf } from '../../src/web/verdict.ts';
import { registersOf, rowOf } from '../rules/table-of.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const period = (text: string) => parsePeriod(text) as Period;
const measure = rowOf('measures', { code: 'M', title: 'Recycling', owner: 'ann' });
const figure = (text: string, value: number) => ({
  measure: 'plan|M',
  period: text,
  value,
  cycle: 'plan|any',
  owner: 'ann',
  returnedBy: 'ann',
});
const placed = (text: string, quartile: number) => ({
  key: `plan|${text}`,
  code: text,
  plan: 'plan',
  measure: 'plan|M',
  kind: 'comparison' as const,
  period: text,
  quartile,
});
const council = (rule: Partial<Row<'ratingRules'>>) =>
  registersOf({
    measures: [measure],
    people: [{ key: 'ann', title: 'Head of Waste' }],
    cycles: [{ key: 'plan|any', period: '2020-21 Q1' }],
    targets: [{ measure: 'plan|M', appliesFrom: day('2018-04-01'), target: 30 }],
    returns: [figure('2019-20 Q4', 33), figure('2020-21 Q1', 32.6)],
    benchmarks: [placed('2019-20 Q4', 4), placed('2020-21 Q1', 4)],
    decisions: [{ key: 'D', title: 'How we rate', board: 'cabinet', decidedOn: day('2019-03-06') }],
    ratingRules: [
      { key: 'plan|r', plan: 'plan', appliesFrom: day('2019-04-01'), decision: 'D', ...rule },
    ],
    escalationRules: [{ key: 'r', kind: 'red on new figures running', threshold: 2, route: 'SMT' }],
  });
const verdict = (registers: ReturnType<typeof council>) =>
  verdictOf(registers, measure, historyOf(registers, measure, period('2020-21 Q1'), 4));

const today = day('2020-08-20');
const onQ1 = {
  quarter: period('2020-21 Q1'),
  cycle: null,
  today,
  closed: new Set<string>(),
};

describe('a measure rated by the quarter of its neighbours it stands in', () => {
  const registers = council({ way: 'by quartile' });
  it('reads so in the history on a card, seen and heard', () => {
    const [line] = historyLines(registers, measure, period('2020-21 Q2'));
    const shown = JSON.stringify(historyTable(line ? [line] : [], ''));
    expect(shown).toContain('■ Worst quarter');
    expect(shown).not.toContain('Off target');
    expect(line && spokenHistory(line)).toBe('Q1 2020-21: 32.6%, worst quarter');
  });
  it('reads so in the verdict, which holds it to no target', () => {
    expect(verdict(registers)).toBe('32.6% in Q1 2020-21: worst quarter, worse than last quarter.');
  });
  it('reads so in what an escalation says of it', () => {
    const [rule] = rulesInForce(registers);
    const [found] = rule ? casesOf({ registers, plan: 'plan', rule, today }) : [];
    const evidence = found?.evidence();
    expect(evidence?.howBad).toMatch(/^Worst quarter on 2 figures running: /);
    expect(evidence?.howLong).toBe('Worst quarter since Q4 2019-20.');
  });
  it('reads so in the team plan', () => {
    const { standing, against } = measureRow(registers, measure, onQ1);
    expect(wordsOfStanding(standing, against).words).toBe('Worst quarter');
  });
  it('says by what it is rated among what one would otherwise look up', () => {
    const shown = { period: period('2020-21 Q1'), aim: null };
    const rated = factsOf(registers, measure, shown).find(({ label }) => label === 'Rated')?.words;
    expect(rated).toMatch(/^Rated by the quarter of its nearest neighbours .*: How we rate\./);
  });
});

describe('a measure whose change reads the same within half a point', () => {
  it('says so with the word, never the word alone', () => {
    const half = council({ way: 'by tolerance', sameWithin: 0.5 });
    expect(verdict(half)).toBe(
      '32.6% in Q1 2020-21 against a target of 30.0%: on target, the same (within 0.5 points) as last quarter.',
    );
    const [person] = half.people.values();
    const [cycle] = half.cycles.values();
    const receipt = person && cycle && receiptView({ registers: half, person, cycle, today });
    expect(
      receipt?.lines.map((line) => 'direction' in line.result && line.result.direction),
    ).toContain('→ Same as last quarter, within 0.5 points');
    expect(measureRow(half, measure, onQ1).figure).toMatchObject({
      short: 'same',
      sameWithin: 'within 0.5 points',
    });
    expect(verdict(council({ way: 'by tolerance' }))).toMatch(
      /: on target, worse than last quarter/,
    );
  });
});

describe('the words of a standing', () => {
  it('have its shape and colour whatever they say, and no two say the same', () => {
    const all = Object.keys(standingWords) as Standing[];
    const said = all.map((each) => wordsOfStanding(each, 'quartile'));
    expect(new Set(said.map(({ words }) => words)).size).toBe(all.length);
    expect(said.map(({ glyph, colour }) => [glyph, colour])).toEqual(
      all.map((each) => [standingWords[each].glyph, standingWords[each].colour]),
    );
    expect(all.map((each) => wordsOfStanding(each))).toEqual(
      all.map((each) => standingWords[each]),
    );
  });
});
