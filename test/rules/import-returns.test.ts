// Returns taken in from their own sheet: a figure that is worked out, one that cannot be, and an answer
// nobody gave.
import { describe, expect, it } from 'vitest';
import { notes, preview, sheet, stopWords } from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

const rows: Rows = {
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  cycles: [{ key: 'plan|2020-21 Q2', title: 'Q2', period: '2020-21 Q2', state: 'Open' }],
  actions: [{ key: 'plan|A1', title: 'Build', plan: 'plan', code: 'A1' }],
  measures: [
    { title: 'Voids', code: 'M1', team: 't-1' },
    { title: 'Calls', code: 'M2', team: 't-1' },
  ],
  returns: [
    {
      title: 'M1',
      measure: 'plan|M1',
      period: '2020-21 Q2',
      cycle: 'plan|2020-21 Q2',
      state: 'Due',
      finality: null,
    },
    {
      title: 'M2',
      measure: 'plan|M2',
      period: '2020-21 Q2',
      cycle: 'plan|2020-21 Q2',
      finality: null,
      numerator: 3,
      denominator: 4,
    },
  ],
};

const headings = ['Key', 'Name', 'State', 'Value', 'Numerator', 'Denominator'];
const m1 = 'plan|M1|2020-21 Q2';
const m2 = 'plan|M2|2020-21 Q2';
const returned = (...cells: Parameters<typeof sheet>[1]) => [
  sheet('Returns', [headings, ...cells]),
];

describe("Returns in the register's own sheet", () => {
  it('works a blank value out from its numerator and denominator, and takes it as final', () => {
    const read = preview(registersOf(rows), returned([m1, 'M1', 'Returned', '', 45, 60]));
    expect(read.doubts).toEqual([]);
    expect(read.changesToTake).toEqual([
      {
        register: 'returns',
        key: m1,
        set: {
          state: 'Returned',
          value: 75,
          numerator: 45,
          denominator: 60,
          finality: 'final',
        },
      },
    ]);
  });

  it('does so where the sheet has no Value column, and keeps what it says is provisional', () => {
    const read = preview(registersOf(rows), [
      sheet('Returns', [
        ['Key', 'Name', 'State', 'Numerator', 'Denominator', 'Provisional or final'],
        [m1, 'M1', 'Returned', 45, 60, 'provisional'],
      ]),
    ]);
    expect(read.changesToTake[0]?.set).toMatchObject({ value: 75, finality: 'provisional' });
  });

  it('changes nothing the second time', () => {
    const taken = registersOf({
      ...rows,
      returns: [
        {
          title: 'M1',
          measure: 'plan|M1',
          period: '2020-21 Q2',
          cycle: 'plan|2020-21 Q2',
          value: 75,
          numerator: 45,
          denominator: 60,
          returnedAt: Temporal.Instant.from('2020-10-02T09:30:00Z'),
        },
      ],
    });
    const read = preview(taken, [
      sheet('Returns', [
        [...headings, 'Provisional or final'],
        [m1, 'M1', 'Returned', '', 45, 60, ''],
      ]),
    ]);
    expect(read.doubts).toEqual([]);
    expect(read.counts).toEqual([{ register: 'returns', new: 0, changed: 0, same: 1 }]);
  });

  it.each([
    ['no numerator', ['', 60]],
    ['a denominator of nought', [45, 0]],
  ] as const)('stops at Returned without a figure, with %s', (_, parts) => {
    const read = preview(registersOf(rows), returned([m1, 'M1', 'Returned', '', ...parts]));
    expect(stopWords(read)).toEqual([
      'C2: This return is Returned and has no figure: fill in Value, or Numerator and a Denominator that is not nought, or leave its State as Due.',
    ]);
    expect(read.changesToTake).toEqual([]);
  });

  it('does not work one out in place of a Value that cannot be read', () => {
    const read = preview(registersOf(rows), returned([m1, 'M1', 'Returned', 'many', 45, 60]));
    expect(stopWords(read)).toEqual(['D2: Value "many" is not a number.']);
  });

  it('leaves a closed quarter without a figure as it was', () => {
    const closed = registersOf({
      ...rows,
      cycles: [{ key: 'plan|2020-21 Q2', title: 'Q2', period: '2020-21 Q2', state: 'Closed' }],
    });
    const read = preview(closed, returned([m2, 'M2', 'Returned', '', 3, 4]));
    expect(read.doubts).toEqual([]);
    expect(read.changesToTake).toEqual([]);
  });

  it('asks for the measure first where the register does not have it yet', () => {
    const read = preview(registersOf(rows), [
      sheet('Returns', [
        ['Measure', 'Period', ...headings],
        ['plan|M9', '2020-21 Q2', 'plan|M9|2020-21 Q2', 'M9', 'Returned', '', 45, 60],
      ]),
    ]);
    expect(stopWords(read)[0]).toBe(
      'E2: This return is Returned and has no figure: its measure is not in the register yet, so Numerator and Denominator make none. Take the measure in first, or fill in Value.',
    );
  });

  it('leaves a return of what has no figure as it is', () => {
    const read = preview(registersOf(rows), [
      sheet('Returns', [
        ['Key', 'Name', 'About', 'Period', 'Kind', 'State', 'Status'],
        [
          'Actions: plan|A1|2020-21 Q2',
          'A1',
          'Actions: plan|A1',
          '2020-21 Q2',
          'progress',
          'Returned',
          'on track',
        ],
      ]),
    ]);
    expect(stopWords(read)).toEqual([]);
    expect(read.changesToTake).toHaveLength(1);
  });

  it('completes a return that nobody answered and that holds no figure', () => {
    const read = preview(registersOf(rows), returned([m2, 'M2', 'Returned', 75, 3, 4]));
    expect(stopWords(read)).toEqual([]);
    expect(read.changesToTake[0]?.set).toEqual({ value: 75 });
    const again = preview(registersOf(rows), returned([m2, 'M2', 'Returned', '', 3, 4]));
    expect(again.changesToTake[0]?.set).toEqual({ value: 75, finality: 'final' });
  });

  it('says that there is no data yet only where that was the answer', () => {
    const answered = (state: 'Returned' | 'No data until') =>
      registersOf({
        ...rows,
        people: [{ key: 'p-1', title: 'Head of Housing', objectId: 'o-1' }],
        returns: [
          {
            title: 'M1',
            measure: 'plan|M1',
            period: '2020-21 Q2',
            cycle: 'plan|2020-21 Q2',
            state,
            returnedBy: 'p-1',
          },
        ],
      });
    const row = [m1, 'M1', 'Returned', 75, '', ''];
    expect(stopWords(preview(answered('No data until'), returned(row)))).toEqual([
      'D2: Head of Housing answered that there is no data yet: an answer is changed by its owner, not by import.',
    ]);
    expect(stopWords(preview(answered('Returned'), returned(row)))).toEqual([
      'D2: Head of Housing answered without a figure: an answer is changed by its owner, not by import.',
    ]);
  });

  it('says where a figure does not count, since its return stays Due', () => {
    const read = preview(registersOf(rows), [
      sheet('Returns', [
        ['Key', 'Value'],
        [m1, 75],
      ]),
    ]);
    expect(notes(read).map(({ cell, words }) => `${cell}: ${words}`)).toEqual([
      'B2: Its State is Due, so this figure does not count and its owner is still asked: a figure counts where State is Returned.',
    ]);
  });

  it('says where numerator and denominator make another figure than the one given', () => {
    const read = preview(registersOf(rows), returned([m1, 'M1', 'Returned', 70, 45, 60]));
    expect(notes(read).map(({ words }) => words)).toEqual([
      '45 over 60 makes 75, not 70: the figure is taken as it stands.',
    ]);
  });

  it.each(['Returns', 'Sheet1'])('is known by its Keys where it has no Name: %s', (name) => {
    const read = preview(registersOf(rows), [
      sheet(name, [
        ['Key', 'State', 'Value'],
        [m1, 'Returned', 75],
      ]),
    ]);
    expect(read.sheets[0]?.understood).toBe('Returns: each row is a return.');
    expect(read.doubts).toEqual([]);
    expect(read.changesToTake).toEqual([
      { register: 'returns', key: m1, set: { state: 'Returned', value: 75 } },
    ]);
  });

  it('asks for a Name where a row of such a sheet is new', () => {
    const read = preview(registersOf(rows), [
      sheet('Returns', [
        ['Key', 'State', 'Value'],
        [m1, 'Returned', 75],
        ['plan|M1|2020-21 Q3', 'Returned', 76],
      ]),
    ]);
    expect(stopWords(read)).toContain(
      'A3: Name cannot be blank, and this sheet has no such column: a new row needs it.',
    );
  });

  it('leaves a performance sheet that names its measures by Key what it is', () => {
    const others = [{ key: 'plan|M1', title: 'Build', plan: 'plan', code: 'M1' }];
    const read = preview(registersOf({ ...rows, actions: others }), [
      sheet('KPIs', [
        ['Key', 'Name', 'Unit', 'Q3 2020/21'],
        ['plan|M1', 'Voids', '%', 75],
      ]),
    ]);
    expect(read.sheets[0]?.understood).toMatch(/^A performance sheet/);
    expect(read.changesToTake).toMatchObject([{ key: 'plan|M1|2020-21 Q3' }]);
  });
});
