import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLine, type Line, lineName, readLine } from '../../src/registers/line-name.ts';
import type { Registers } from '../../src/registers/registers.ts';
import { above, below, lineRow, threadOf } from '../../src/rules/golden-thread.ts';
import { type Rows, registersOf } from './table-of.ts';

const line = (text: string): Line => readLine(text) as Line;
const names = (lines: readonly Line[]) => lines.map(lineName);

const rows: Rows = {
  plans: [
    { key: 'strategy', plan: 'strategy', code: 'strategy', title: 'Strategic Plan' },
    { key: 'op', plan: 'op', code: 'op', title: 'Operating Plan', parent: 'strategy' },
    { key: 'op|4', plan: 'op', code: '4', parent: 'op', title: 'Housing' },
  ],
  priorities: [
    { key: 'strategy|A', plan: 'strategy', code: 'A', title: 'A fair city' },
    { plan: 'op', code: '1', title: 'Live well', serves: ['Priorities: strategy|A'] },
  ],
  objectives: [
    {
      key: 'op|4.1',
      plan: 'op',
      code: '4.1',
      title: 'More homes',
      section: 'op|4',
      serves: ['priorities: OP|1', 'Priorities: op|1', 'Priorities: op|9', 'no line at all'],
    },
  ],
  measures: [
    { plan: 'op', code: 'VUL 6', title: 'Homeless households', priority: 'op|1' },
    { plan: 'op', code: 'COU 9', title: 'Calls answered' },
  ],
  actions: [
    { key: 'op|a', plan: 'op', code: 'a', serves: ['Objectives: op|4.1'], title: 'Build 40' },
    { key: 'op|a.1', plan: 'op', code: 'a.1', parent: 'op|a', title: 'Start on site' },
  ],
  projects: [{ key: 'op|p', plan: 'op', code: 'p', serves: ['Objectives: op|4.1'] }],
  savings: [{ key: 'op|s', plan: 'op', code: 's', project: 'op|p' }],
  people: [{ key: 'ann', manager: 'bob' }, { key: 'bob' }, { key: 'sue', roles: ['SMT'] }],
  personalObjectives: [
    { key: 'ann|2020-21|1', person: 'ann', year: '2020-21', serves: ['Actions: op|a.1'] },
  ],
};

describe('the golden thread', () => {
  const registers = registersOf(rows);
  it('a line serves what its columns name: each row once, and only rows that exist', () => {
    expect(names(above(registers, line('Objectives: op|4.1')))).toEqual([
      'Priorities: op|1',
      'Plans: op|4',
    ]);
    expect(names(above(registers, line('Savings: op|s')))).toEqual(['Projects: op|p']);
    expect(names(above(registers, line('Actions: op|a.1')))).toEqual(['Actions: op|a']);
    expect(above(registers, line('Objectives: op|no such'))).toEqual([]);
  });
  it('a whole plan hangs from its parent, and a priority that serves no other from its plan', () => {
    expect(names(above(registers, line('Plans: op')))).toEqual(['Plans: strategy']);
    expect(names(above(registers, line('Priorities: strategy|A')))).toEqual(['Plans: strategy']);
    expect(above(registers, line('Measures: op|COU 9'))).toEqual([]);
  });
  it('reads from an action to the plan of another year, step by step', () => {
    const { above: steps } = threadOf(registers, line('Actions: OP|A.1'));
    expect(steps.map((step) => step.map((node) => node.title))).toEqual([
      ['Build 40'],
      ['More homes'],
      ['Live well', 'Housing'],
      ['A fair city', 'Operating Plan'],
      ['Strategic Plan'],
    ]);
  });
  it('reads back again from the plan to the action', () => {
    const { below: steps } = threadOf(registers, line('Priorities: strategy|A'));
    expect(steps[0]).toEqual([
      { line: line('Priorities: op|1'), title: 'Live well', plan: 'op', code: '1' },
    ]);
    expect(steps.at(-1)?.map((node) => lineName(node.line))).toContain('Actions: op|a.1');
  });
  it('a personal objective is below only for its person and their manager', () => {
    const seenBy = (key: string) => {
      const reader = registers.people.get(key) ?? null;
      return names(below(registers, line('Actions: op|a.1'), reader));
    };
    expect(below(registers, line('Actions: op|a.1'))).toEqual([]);
    expect(seenBy('ann')).toEqual(['Personal objectives: ann|2020-21|1']);
    expect(seenBy('bob')).toEqual(['Personal objectives: ann|2020-21|1']);
    expect(seenBy('sue')).toEqual([]);
  });
  it('a line added after the thread was first read is found', () => {
    const before = registersOf(rows);
    expect(below(before, line('Measures: op|VUL 6'))).toEqual([]);
    const added = registersOf({
      benchmarks: [{ key: 'op|b', plan: 'op', code: 'b', measure: 'op|VUL 6' }],
    });
    const live = Object.assign(before, { benchmarks: added.benchmarks });
    expect(names(below(live, line('Measures: op|VUL 6')))).toEqual(['Benchmarks: op|b']);
  });
});

const codes = ['1', '2', '3', '4', '5', '6'];
const anyServes = fc.array(fc.constantFrom('Actions', 'Projects', 'Priorities'), { maxLength: 3 });
const anyThread: fc.Arbitrary<Registers> = fc
  .array(
    fc.record({
      code: fc.constantFrom(...codes),
      lists: anyServes,
      to: fc.constantFrom(...codes),
      parent: fc.option(fc.constantFrom(...codes)),
    }),
    { maxLength: 18 },
  )
  .map((drawn) => {
    const once = [...new Map(drawn.map((each) => [each.code, each])).values()];
    const some = once.map(({ code, lists, to }) => ({
      key: `p|${code}`,
      plan: 'p',
      code,
      serves: lists.map((list) => `${list}: p|${to}`),
    }));
    return registersOf({
      plans: [{ key: 'p', plan: 'p', code: 'p', parent: 'p' }],
      priorities: some,
      projects: some,
      actions: some.map((row, n) => {
        const parent = once[n]?.parent;
        return { ...row, parent: parent ? `p|${parent}` : null };
      }),
    });
  });

const everyLine = (registers: Registers): Line[] =>
  (['plans', 'priorities', 'projects', 'actions'] as const).flatMap((register) =>
    [...registers[register].values()].map(({ key }) => ({ register, key })),
  );

describe('however lines name one another, in loops too', () => {
  it('what is above a line has that line below it, and the other way round', () => {
    fc.assert(
      fc.property(anyThread, (registers) => {
        const pairs = new Set<string>();
        for (const each of everyLine(registers))
          for (const upper of above(registers, each))
            pairs.add(`${foldLine(each)} > ${foldLine(upper)}`);
        const back = new Set<string>();
        for (const each of everyLine(registers))
          for (const lower of below(registers, each))
            back.add(`${foldLine(lower)} > ${foldLine(each)}`);
        expect(back).toEqual(pairs);
      }),
    );
  });
  it('a thread ends, and holds each row once and never the line itself', () => {
    fc.assert(
      fc.property(anyThread, (registers) => {
        for (const each of everyLine(registers)) {
          const thread = threadOf(registers, each);
          const seen = [...thread.above, ...thread.below]
            .flat()
            .map(({ line: at }) => foldLine(at));
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen).not.toContain(foldLine(each));
          for (const node of thread.above.flat())
            expect(lineRow(registers, node.line)).toBeDefined();
        }
      }),
    );
  });
});
