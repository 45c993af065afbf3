// What the sample carries from the Operating Plan 2020-21 is all of it, and as printed.
import { describe, expect, test } from 'vitest';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { rowsOf } from './sample-registers.ts';

const council = stokeOnTrent();
const ofThePlan = (row: { readonly plan: string | null }) => row.plan === 'operating-plan-2020-21';
const measures = rowsOf(council, 'measures').filter(ofThePlan);
const objectives = rowsOf(council, 'objectives').filter(ofThePlan);

describe('the measures of the appendix', () => {
  test('are 79 in number, as many to a priority as printed', () => {
    expect(measures).toHaveLength(79);
    const families = measures.map((row) => `${row.code.split(' ')[0]} under ${row.priority}`);
    const printed = Object.entries(Object.groupBy(families, (words) => words));
    expect(Object.fromEntries(printed.map(([words, all]) => [words, all?.length]))).toEqual({
      'EP under operating-plan-2020-21|2': 22,
      'HB under operating-plan-2020-21|3': 16,
      'COM under operating-plan-2020-21|4': 13,
      'COU under operating-plan-2020-21|5': 9,
      'VUL under operating-plan-2020-21|1': 19,
    });
  });

  test('are 53 outcomes and 26 process measures', () => {
    expect(measures.filter((row) => row.kind === 'outcome')).toHaveLength(53);
    expect(measures.filter((row) => row.kind === 'process')).toHaveLength(26);
  });

  test('have one form of code, in the order printed', () => {
    const form = /^(EP|HB|COM|COU|VUL) \d{1,2}[abc]?$/;
    expect(measures.filter((row) => !form.test(row.code))).toEqual([]);
    expect(measures.map((row) => row.position)).toEqual(measures.map((_, index) => index + 1));
    expect(measures.map((row) => row.code).slice(0, 3)).toEqual(['EP 1', 'EP 2', 'EP 3']);
    expect(measures.map((row) => row.code).slice(-2)).toEqual(['VUL 17', 'VUL 18']);
    expect(measures.map((row) => row.code)).toContain('VUL 10b');
  });

  test('carry benchmark and trajectory in the numbers printed', () => {
    const count = (column: 'benchmark' | 'trajectory', words: string) =>
      measures.filter((row) => row[column] === words).length;
    expect({
      above: count('benchmark', 'Above average'),
      average: count('benchmark', 'Average'),
      below: count('benchmark', 'Below average'),
      roads: count('benchmark', 'Below average except unclassified roads'),
      none: count('benchmark', 'Not applicable'),
      toCome: count('benchmark', 'To be confirmed'),
    }).toEqual({ above: 24, average: 5, below: 22, roads: 1, none: 24, toCome: 3 });
    expect({
      improving: count('trajectory', 'Improving'),
      stable: count('trajectory', 'Stable'),
      declining: count('trajectory', 'Declining'),
      fresh: count('trajectory', 'New measure'),
    }).toEqual({ improving: 32, stable: 13, declining: 32, fresh: 2 });
  });

  test('parts are read under a measure that is there', () => {
    const parents = measures.filter((row) => row.parent).map((row) => [row.code, row.parent]);
    expect(Object.fromEntries(parents)).toEqual({
      'EP 21b': 'operating-plan-2020-21|EP 21a',
      'HB 6b': 'operating-plan-2020-21|HB 6a',
      'HB 6c': 'operating-plan-2020-21|HB 6a',
      'COM 3': 'operating-plan-2020-21|COM 2',
      'VUL 10b': 'operating-plan-2020-21|VUL 10a',
    });
  });

  test('say in a sentence of our own what each counts', () => {
    const sentence = /^[A-Z].{20,}\.$/;
    expect(measures.filter((row) => !sentence.test(row.definition ?? ''))).toEqual([]);
  });
});

describe('the plan', () => {
  test('has 18 sections and five priorities', () => {
    const sections = rowsOf(council, 'plans').filter(
      (row) => ofThePlan(row) && row.parent !== null,
    );
    expect(sections.map((row) => row.code).join(' ')).toBe('1 2 3 4 5 6 7 8 9 10 A B C D E F G H');
    const priorities = rowsOf(council, 'priorities').filter(ofThePlan);
    expect(priorities.map((row) => row.code)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('has 199 activities, 65 projects, 35 commitments and 72 risks', () => {
    const count = (name: 'actions' | 'projects' | 'savings' | 'risks') =>
      rowsOf(council, name).filter(ofThePlan).length;
    expect(count('actions')).toBe(199);
    expect(count('projects')).toBe(65);
    expect(count('savings')).toBe(35);
    expect(count('risks')).toBe(72);
  });

  test('hangs from its own priorities, which take the place of those of 2016-20 in our judgement', () => {
    const row = rowsOf(council, 'plans').find(({ key }) => key === 'operating-plan-2020-21');
    expect(row?.parent).toBeNull();
    expect(row?.succeeds).toBe('strategic-plan-2016-20');
    for (const each of rowsOf(council, 'priorities').filter(ofThePlan)) {
      expect(each.succeeds).toHaveLength(1);
      expect(each.succeeds[0]).toMatch(/^strategic-plan-2016-20\|[1-5]$/);
      expect(each.succeedsBy).toBe('our judgement');
    }
  });

  test('has 72 objectives, 42 with the priorities they serve', () => {
    expect(objectives).toHaveLength(72);
    expect(objectives.filter((row) => /^[A-H]\./.test(row.code))).toHaveLength(30);
    const served = objectives.filter((row) => row.serves.length > 0);
    expect(served).toHaveLength(42);
    expect(served.filter((row) => /^[A-H]/.test(row.code))).toEqual([]);
    expect(objectives.map((row) => row.position)).toEqual(objectives.map((_, index) => index + 1));
  });

  test('has objectives that serve priorities 91 times, as the codes are printed', () => {
    const served = objectives.flatMap((row) => row.serves.map((key) => key.split('|')[1]));
    const times = Object.groupBy(served, (code) => code ?? '');
    expect(Object.entries(times).map(([code, all]) => [code, all?.length])).toEqual([
      ['1', 16],
      ['2', 18],
      ['3', 15],
      ['4', 31],
      ['5', 11],
    ]);
  });
});
