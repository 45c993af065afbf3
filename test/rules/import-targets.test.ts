// What a performance sheet begins: measures, their targets, comments and yearly figures.
import { describe, expect, it } from 'vitest';
import { type Grid, notes, preview, sheet, stopWords } from './import-given.ts';
import { figuresOf, read, rows } from './import-performance.ts';
import { type Rows, registersOf } from './table-of.ts';

describe('what a performance sheet begins', () => {
  it('begins a measure the plan has not, with what the sheet does not say set and said', () => {
    const shown = read([
      [
        'Ref',
        'KPI',
        'Bigger is better',
        'Service',
        'Lead officer',
        'Q1 2020/21',
        'Annual target 2020/21',
        'Tolerance',
      ],
      ['Priority 1: Jobs and homes'],
      ['H 9', 'Satisfaction', 'Yes', 'Housing', 'Head of Housing', '83.2%', '85%', '2'],
    ]);
    expect(stopWords(shown)).toEqual([]);
    expect(shown.changesToTake).toMatchObject([
      {
        register: 'measures',
        key: 'plan|H 9',
        set: {
          title: 'Satisfaction',
          team: 't-1',
          owner: 'p-1',
          priority: 'plan|1',
          unit: '%',
          decimals: 1,
          polarity: 'maximise',
          frequency: 'quarterly',
        },
      },
      {
        register: 'targets',
        key: 'plan|H 9|2020-04-01',
        set: { target: 85, tolerance: 2, toleranceIs: 'absolute' },
      },
      { register: 'returns', key: 'plan|H 9|2020-21 Q1', set: { value: 83.2, finality: 'final' } },
    ]);
    expect(notes(shown)[0]?.words).toMatch(/^H 9 is new\. .*Unit: %; .*Publication lag: 0 days/);
  });

  it('stops at a new measure of no team we know', () => {
    const shown = read([
      ['Ref', 'Measure', 'Service', 'Q1 2020/21'],
      ['H 9', 'Satisfaction', 'Gardens', 97],
    ]);
    expect(stopWords(shown)).toEqual([
      'C2: A new measure needs a team: "Gardens" is none we know.',
    ]);
  });

  it('sets a target a quarter where they are profiled, and none that is in force already', () => {
    const shown = read(
      [
        ['Ref', 'Q1 Target', 'Q2 Target', 'Q3 Target', 'Q4 Target', 'Annual target'],
        ['H 1', 24, 49, 49, 98, 98],
      ],
      { file: '2020-21.xlsx' },
    );
    expect(stopWords(shown)).toEqual([]);
    expect(shown.changesToTake.map(({ key, set }) => [key, set['target']])).toEqual([
      ['plan|H 1|2020-04-01', 24],
      ['plan|H 1|2020-07-01', 49],
      ['plan|H 1|2021-01-01', 98],
    ]);
  });

  it('reads a target of the year beside two quarters as what the last quarter should reach', () => {
    const shown = read(
      [
        ['Ref', 'Q1 Target', 'Q2 Target', 'Annual target'],
        ['H 1', 97, 97, 98],
      ],
      { file: '2020-21.xlsx' },
    );
    expect(shown.changesToTake.map(({ key, set }) => [key, set['target']])).toEqual([
      ['plan|H 1|2020-04-01', 97],
      ['plan|H 1|2021-01-01', 98],
    ]);
    expect(notes(shown).map(({ words }) => words)).toContain(
      'H 1 has targets for parts of this year: 98, for the year, applies to 2020-21 Q4.',
    );
  });

  it('keeps the red line of the year before, and how its target goes through the year', () => {
    const last = {
      measure: 'plan|H 1',
      appliesFrom: Temporal.PlainDate.from('2019-04-01'),
      target: 97,
      toleranceIs: 'to the red line',
      redBelow: 90,
      through: 'evenly',
    } as const;
    const held = registersOf({ ...rows, targets: [last] });
    const setBy = (...columns: readonly (readonly [string, string | number])[]) => {
      const grid: Grid = [
        ['Ref', '2020/21 Target', ...columns.map(([heading]) => heading)],
        ['H 1', 96, ...columns.map(([, cell]) => cell)],
      ];
      return preview(held, [sheet('KPIs', grid)]).changesToTake[0]?.set;
    };
    expect(setBy()).toMatchObject({
      toleranceIs: 'to the red line',
      redBelow: 90,
      through: 'evenly',
    });
    const tolerated = setBy(['Tolerance', '2']);
    expect(tolerated).toMatchObject({ toleranceIs: 'absolute', tolerance: 2, through: 'evenly' });
    expect(tolerated).not.toHaveProperty('redBelow');
  });
  it('changes a target within its year only with the decision that did so', () => {
    const held = registersOf({
      ...rows,
      targets: [
        {
          title: 'H 1',
          measure: 'plan|H 1',
          appliesFrom: Temporal.PlainDate.from('2020-04-01'),
          target: 97,
        },
      ],
      boards: [{ key: 'b', title: 'Cabinet', kind: 'Cabinet' }],
      decisions: [
        {
          key: 'd-1',
          title: 'Rents',
          board: 'b',
          decidedOn: Temporal.PlainDate.from('2020-09-01'),
        },
      ],
    });
    const grid: Grid = [
      ['Ref', '2020/21 Target'],
      ['H 1', 96],
    ];
    expect(stopWords(preview(held, [sheet('KPIs', grid)]))).toEqual([
      expect.stringMatching(/^B2: This changes a target within its year/),
    ]);
    const own = (heading: string, cell: string | number) =>
      preview(held, [
        sheet('Targets', [
          ['Key', 'Name', heading],
          ['plan|H 1|2020-04-01', 'H 1', cell],
        ]),
      ]);
    for (const [heading, cell] of [
      ['Red below', 90],
      ['Through the year', 'evenly'],
      ['Profile', '2020-21 Q1: 20'],
    ] as const)
      expect(stopWords(own(heading, cell))).toEqual([
        expect.stringMatching(/This changes a target within its year/),
      ]);
    expect(stopWords(own('Because', 'As agreed.'))).toEqual([]);
    const decided = grid.map((row, n) => [...row, n === 0 ? 'Decision' : 'd-1']);
    const shown = preview(held, [sheet('KPIs', decided)]);
    expect(stopWords(shown)).toEqual([]);
    expect(shown.changesToTake[0]?.set).toMatchObject({ target: 96, decision: 'd-1' });
  });

  it('never changes a rating rule that applies; one that is still to come may be put right', () => {
    const rule = (from: string) => ({
      key: `plan|${from}`,
      title: 'Within a band',
      plan: 'plan',
      appliesFrom: Temporal.PlainDate.from(from),
      way: 'within a band' as const,
      decision: 'd-1',
    });
    const held = registersOf({ ...rows, ratingRules: [rule('2020-04-01'), rule('2031-04-01')] });
    const changing = (from: string, heading: string, cell: string | number) =>
      stopWords(
        preview(held, [
          sheet('Rating rules', [
            ['Key', 'Name', heading],
            [`plan|${from}`, 'Within a band', cell],
          ]),
        ]),
      );
    expect(changing('2020-04-01', 'Band (%)', 5)).toEqual([
      expect.stringMatching(/^C2: This rule has applied since Wed 1 April 2020, .* a later day/),
    ]);
    expect(changing('2020-04-01', 'Because', 'As agreed.')).toEqual([]);
    expect(changing('2031-04-01', 'Band (%)', 5)).toEqual([]);
  });

  it('takes a yearly figure for a yearly measure, and says where a column is none of its periods', () => {
    const shown = read([
      ['Ref', '2019/20 outturn', 'Q1 2020/21'],
      ['H 3', 120, 30],
      ['H 1', 98, 97],
    ]);
    expect(figuresOf(shown)).toEqual({ 'H 3|2019-20': 120, 'H 1|2020-21 Q1': 97 });
    expect(notes(shown).map(({ cell, words }) => `${cell}: ${words}`)).toEqual([
      'C2: H 3 is asked for each financial year, and Q1 2020-21 is none: not taken.',
      'B3: H 1 is asked for each quarter, and 2019-20 is none: not taken.',
    ]);
  });

  it('takes a comment with the figure it is about', () => {
    const shown = read([
      ['Ref', 'Q1 2020/21', 'Q2 2020/21', 'Comments'],
      ['H 1', 97, 98, 'Better since July.'],
    ]);
    expect(shown.changesToTake.map(({ set }) => set['commentary'])).toEqual([
      undefined,
      'Better since July.',
    ]);
  });

  it('says which rows are hidden, and reads them', () => {
    const shown = read(
      [
        ['Ref', 'Q1 2020/21'],
        ['H 1', 97],
      ],
      {},
      { hiddenRows: new Set([1]) },
    );
    expect(figuresOf(shown)).toEqual({ 'H 1|2020-21 Q1': 97 });
    expect(notes(shown)[0]?.words).toBe('Row 2 is hidden, and is read.');
  });

  it('changes nothing the second time, also in targets of quarters long closed', () => {
    const grid: Grid = [
      ['Ref', 'Q1 19/20', 'Q1 19/20 Target', 'Q2 19/20 Target', '2020/21 Target'],
      ['H 1', 97, 24, 24, 98],
    ];
    const closed = { title: 'Q1', period: '2019-20 Q1', state: 'Closed' as const };
    const closedAt = Temporal.Instant.from('2019-08-01T09:00:00Z');
    const base: Rows = { ...rows, cycles: [{ ...closed, key: 'plan|2019-20 Q1', closedAt }] };
    const first = preview(registersOf(base), [
      sheet(
        'KPIs',
        grid.map((row) => row.filter((_, at) => at !== 1)),
      ),
    ]);
    expect(first.changesToTake).toHaveLength(2);
    const held = registersOf({
      ...base,
      targets: first.changesToTake.map(({ key, set }) => ({
        ...(set as object),
        key,
        title: 'H 1',
        appliesFrom: Temporal.PlainDate.from(set['appliesFrom'] as string),
        setOn: Temporal.PlainDate.from(set['setOn'] as string),
      })),
    });
    const again = preview(
      held,
      [
        sheet(
          'KPIs',
          grid.map((row) => row.filter((_, at) => at !== 1)),
        ),
      ],
      {
        today: '2021-06-01',
      },
    );
    expect(stopWords(again)).toEqual([]);
    expect(again.changesToTake).toEqual([]);
  });
});
