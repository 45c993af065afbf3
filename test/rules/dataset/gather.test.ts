// What of a council's registers is in a cycle's dataset, and that it is the same however its rows come.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegisterName, Row } from '../../../src/registers/registers.ts';
import { canonical, type Json } from '../../../src/rules/dataset/canonical.ts';
import type { MeasureFact } from '../../../src/rules/dataset/dataset.ts';
import { gatherDataset } from '../../../src/rules/dataset/gather.ts';
import { rollUp } from '../../../src/rules/roll-up.ts';
import { stokeOnTrent } from '../../../src/samples/stoke-on-trent.ts';
import { day } from '../arbitrary.ts';
import { type Rows, registersOf } from '../table-of.ts';
import { council, cycle, gathered, measureOf } from './gathered-council.ts';

describe('a measure in a dataset', () => {
  it('has the figure its cycle shows, what it is held against, and what was said with it', () => {
    expect(measureOf('R1')).toMatchObject({
      team: 'Housing needs',
      directorate: 'Housing',
      weight: 2,
      countsPeople: true,
      now: {
        period: '2020-21 Q2',
        words: 'Q2 2020-21',
        value: 93.1,
        numerator: 54,
        denominator: 58,
        target: 95,
        targetWords: '95.0%',
        standing: 'within tolerance',
        provisional: true,
      },
      short: 'better',
      commentary: 'Two officers joined.',
      source: 'Case system',
      forecast: 95,
      notApproved: true,
      due: true,
      returned: true,
      benchmark: ['Second quarter of nearest neighbours, 2019-20'],
      quartile: 2,
    });
  });
  it('says of what is illustrative whether it is the figure or its target, and nothing of what is not', () => {
    const made = (figure: boolean, target: boolean) => {
      const rows = {
        ...council,
        returns: (council.returns ?? []).map((each) => ({ ...each, illustrative: figure })),
        targets: (council.targets ?? []).map((each) => ({ ...each, illustrative: target })),
      };
      const { now } = measureOf('R1', rows);
      return [now.illustrative, now.illustrativeIs];
    };
    expect(made(true, false)).toEqual([true, 'figure']);
    expect(made(false, true)).toEqual([true, 'target']);
    expect(made(true, true)).toEqual([true, 'both']);
    expect(made(false, false)).toEqual([false, undefined]);
  });
  it('has what the last period of its year is held to, never a figure of it', () => {
    const later = { measure: 'plan|R1', appliesFrom: day('2021-01-01'), target: 97, tolerance: 2 };
    const early = { measure: 'plan|R1', period: '2020-21 Q4', value: 99 };
    const rows = {
      ...council,
      targets: [...(council.targets ?? []), later],
      returns: [...(council.returns ?? []), early],
    };
    expect(measureOf('R1', rows).yearEnd).toMatchObject({
      period: '2020-21 Q4',
      target: 97,
      targetWords: '97.0%',
      value: null,
      standing: 'not yet available',
    });
  });
  it('has its figures before from the first on, with its gaps, and how long it has stood so', () => {
    const { before, running } = measureOf('R1');
    expect(before.map(({ period, value }) => [period, value])).toEqual([
      ['2019-20 Q3', 90],
      ['2019-20 Q4', null],
      ['2020-21 Q1', 89],
    ]);
    expect(running).toBe(1);
    const red = (council.returns ?? []).map((each) =>
      each.period === '2020-21 Q2' ? { ...each, value: 80 } : each,
    );
    expect(measureOf('R1', { ...council, returns: red }).running).toBe(2);
  });
  it('is not yet available where it was due and is missing, with why and until when', () => {
    const { now, returned, commentary } = measureOf('R2');
    expect(now).toMatchObject({
      value: null,
      standing: 'not yet available',
      rangeLow: 3,
      rangeHigh: 5,
      targetWords: '3.0 to 5.0 days',
      noDataUntil: '2020-11-30',
      noDataReason: 'The system is being replaced.',
    });
    expect([returned, commentary]).toEqual([false, null]);
  });
  it('shows an earlier figure with its own period where none was due; nought is a figure', () => {
    expect(
      measureOf('R3', {
        ...council,
        returns: [{ measure: 'plan|R3', period: '2019-20', value: 0 }],
      }),
    ).toMatchObject({
      due: false,
      now: { period: '2019-20', value: 0, targetWords: '–', standing: 'data only' },
    });
  });
  it('shows the last figure of the plan it goes on from, though that one’s periods were other', () => {
    const yearly: Rows = {
      measures: [
        { code: 'N1', continues: 'old|O1' },
        { code: 'O1', plan: 'old', frequency: 'annual' },
      ],
      returns: [
        { measure: 'plan|N1', period: '2020-21 Q2', state: 'Withdrawn' },
        { measure: 'old|O1', plan: 'old', period: '2018-19', value: 4 },
        { measure: 'old|O1', plan: 'old', period: '2019-20', value: 5 },
      ],
    };
    const { now, before } = measureOf('N1', yearly);
    expect([now.period, now.value]).toEqual(['2019-20', 5]);
    expect(before.map(({ period, value }) => [period, value])).toEqual([['2018-19', 4]]);
    const [line] = rollUp(registersOf(yearly), cycle);
    expect([line?.period, line?.value]).toEqual(['2019-20', 5]);
  });
  it('is left out once it is retired', () => {
    expect(gathered(council).measures.map(({ code }) => code)).toEqual(['R1', 'R2', 'R3']);
  });
  it('holds a target that is not agreed against nothing', () => {
    const targets = (council.targets ?? []).map((each) => ({
      ...each,
      state: 'proposed' as const,
    }));
    expect(measureOf('R1', { ...council, targets }).now).toMatchObject({
      target: null,
      targetWords: '–',
      standing: 'target not yet agreed',
    });
  });
});

describe('the boards', () => {
  it('hear of all of the plan where nothing is said, and of their own group where it is', () => {
    const boards: Rows['boards'] = [
      { key: 'cabinet', title: 'Cabinet', kind: 'Cabinet', position: 1, inPublic: true },
      {
        key: 'place',
        title: 'Place',
        kind: 'scrutiny',
        position: 2,
        hearsOf: ['Priorities: plan|1'],
      },
      {
        key: 'board',
        title: 'Board',
        kind: 'partnership',
        position: 3,
        hearsOf: ['Priorities: plan|1', 'Measures: plan|R1'],
      },
      {
        key: 'lost',
        title: 'Lost',
        kind: 'programme',
        position: 4,
        hearsOf: ['Priorities: plan|9'],
      },
      { key: 'other', title: 'Other', kind: 'Cabinet', plan: 'another' },
    ];
    const priorities = [{ code: '1', title: 'Residents' }];
    expect(
      gathered({ ...council, boards, priorities }).boards.map(({ key, hearsOf }) => [key, hearsOf]),
    ).toEqual([
      ['cabinet', []],
      ['place', ['committee|place']],
      ['board', ['plan|R1', 'priority|1']],
      ['lost', ['lost']],
    ]);
  });
});

describe('the sample council', () => {
  const { rows } = stokeOnTrent();
  const registers = registersOf(rows);
  const [open] = registers.cycles.values();
  if (!open) throw new Error('The sample has a cycle.');

  it('shows of each measure what its report lines do', () => {
    const of = gatherDataset(registers, open, { asAt: day('2020-10-30'), isFrozen: true });
    const lines = rollUp(registers, open).filter(({ scope }) => scope === 'measure');
    expect(of.measures).toHaveLength(lines.length);
    for (const [at, line] of lines.entries()) {
      const { key, now, short, long } = of.measures[at] as MeasureFact;
      const { value, standing, provisional, illustrative } = now;
      expect({ measure: key, value, standing, short, long, provisional, illustrative }).toEqual(
        Object.fromEntries(
          ['measure', 'value', 'standing', 'short', 'long', 'provisional', 'illustrative'].map(
            (name) => [name, line[name as keyof typeof line]],
          ),
        ),
      );
      if (line.period !== null) expect(now.period).toBe(line.period);
    }
  });
  it('is the same dataset in whatever order its rows are read', () => {
    const text = (some: typeof rows) =>
      canonical(
        gatherDataset(registersOf(some as Rows), open, {
          asAt: day('2020-10-30'),
          isFrozen: true,
        }) as unknown as Json,
      );
    const whole = text(rows);
    expect(text(shuffled(rows, (each) => each.toReversed()))).toBe(whole);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), (turn) => {
        const turned = shuffled(rows, (each) => [
          ...each.slice(turn % each.length),
          ...each.slice(0, turn % each.length),
        ]);
        expect(text(turned)).toBe(whole);
      }),
      { numRuns: 2 },
    );
  });
});

const shuffled = (
  rows: ReturnType<typeof stokeOnTrent>['rows'],
  order: (some: readonly Row<RegisterName>[]) => readonly Row<RegisterName>[],
): typeof rows =>
  Object.fromEntries(
    Object.entries(rows).map(([name, some]) => [name, some.length === 0 ? some : order(some)]),
  );
