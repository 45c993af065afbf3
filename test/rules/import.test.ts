// What a register's own sheet would change: what is taken, what stops it, and what changes nothing.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/rules/workbook.ts';
import { notes, preview, sheet, stops, stopWords } from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

const rows: Rows = {
  plans: [{ key: 'plan', title: 'Plan', plan: 'plan', code: 'plan' }],
  teams: [{ key: 't-1', title: 'Housing' }],
  people: [{ key: 'p-1', title: 'Head of Housing', objectId: 'o-1' }],
  risks: [
    { key: 'plan|R1', title: 'Fire', plan: 'plan', code: 'R1', team: 't-1', grossImpact: 4 },
    { key: 'plan|R2', title: 'Flood', plan: 'plan', code: 'R2', state: 'open' },
  ],
};
const given = registersOf(rows);
const risks = (...of: readonly (readonly Cell[])[]) => [sheet('Risks', of)];
const headings = ['Key', 'Name', 'Plan', 'Code', 'Team', 'State', 'Gross impact'];

describe("a register's own sheet", () => {
  it('begins the rows that are new and changes the cells that differ', () => {
    const read = preview(
      given,
      risks(
        headings,
        ['plan|R1', 'Fire', 'plan', 'R1', 't-1', '', 5],
        ['plan|R2', 'Flood', 'plan', 'R2', '', 'open', ''],
        ['plan|R3', 'Theft', 'plan', 'R3', 't-1', 'open', '3'],
      ),
    );
    expect(read.doubts).toEqual([]);
    expect(read.counts).toEqual([{ register: 'risks', new: 1, changed: 1, same: 1 }]);
    expect(read.changesToTake).toEqual([
      { register: 'risks', key: 'plan|R1', set: { grossImpact: 5 } },
      {
        register: 'risks',
        key: 'plan|R3',
        set: {
          title: 'Theft',
          plan: 'plan',
          code: 'R3',
          team: 't-1',
          state: 'open',
          grossImpact: 3,
        },
      },
    ]);
    expect(read.changes[0]).toMatchObject({
      title: 'Fire',
      state: 'changed',
      was: { 'Gross impact': '4' },
      becomes: { 'Gross impact': '5' },
    });
  });

  it('takes its columns in any order, and names one it does not know', () => {
    const read = preview(
      given,
      risks(
        ['Gross impact', 'Mood', 'Key', 'Name'],
        [5, 'calm', 'PLAN|r1', 'Fire'],
        ['', '', 'plan|R2', 'Flood'],
      ),
    );
    expect(read.changesToTake).toEqual([
      { register: 'risks', key: 'plan|R1', set: { grossImpact: 5 } },
    ]);
    expect(notes(read)).toMatchObject([
      { cell: 'B1', words: '"Mood" is no column of Risks: ignored.' },
    ]);
    expect(read.sheets[0]?.columns).toContainEqual({ heading: 'Mood', at: 'B', means: null });
  });

  it('clears what a blank cell stands under, and says so', () => {
    const read = preview(given, risks(headings, ['plan|R1', 'Fire', 'plan', 'R1', '', '', 4]));
    expect(read.changesToTake[0]?.set).toEqual({ team: null });
    expect(read.changes[0]?.becomes).toEqual({ Team: '–' });
    expect(notes(read)[0]?.words).toBe('Clears Team, which holds "t-1".');
  });

  it('stops at what cannot be, each by its cell', () => {
    const read = preview(
      given,
      risks(
        headings,
        ['plan|R3', 'Theft', 'plan', 'R4', '', '', ''],
        ['plan|R5', '', 'plan', 'R5', '', '', ''],
        ['plan|R6', 'Loss', 'plan', 'R6', 't-9', '', ''],
        ['plan|R7', 'Loss', 'plan', 'R7', '', 'ajar', ''],
        ['plan|R8', 'x'.repeat(256), 'plan', 'R8', '', '', 'many'],
        ['other|R9', 'Loss', 'other', 'R9', '', '', ''],
        ['plan|R1', '', 'plan', 'R1', 't-1', '', 4],
      ),
    );
    expect(stopWords(read)).toEqual([
      'A2: Key "plan|R3" does not fit its row: plan|code makes "plan|R4".',
      'B3: Name cannot be blank.',
      'E4: Team names "t-9", which is no row of Teams, nor of this file.',
      'F5: State "ajar" is not offered; there are: open, closed.',
      'B6: Name has 256 characters; it holds 255.',
      'G6: Gross impact "many" is not a number.',
      'C7: This row is of other; this import is of plan.',
      'B8: Name cannot be blank.',
    ]);
    expect(read.changesToTake).toEqual([]);
  });

  it('stops both of two rows with one Key, whatever their case', () => {
    const read = preview(
      given,
      risks(
        headings,
        ['plan|R3', 'Theft', 'plan', 'R3', '', '', ''],
        ['PLAN|r3', 'Theft', 'plan', 'R3', '', '', ''],
      ),
    );
    expect(stops(read).map(({ row }) => row)).toEqual([2, 3]);
    expect(read.changesToTake).toEqual([]);
  });

  it('finds what a row points at in another sheet of the same file', () => {
    const read = preview(given, [
      ...risks(headings, ['plan|R3', 'Theft', 'plan', 'R3', 't-2', '', '']),
      sheet('Teams', [
        ['Key', 'Name', 'Directorate'],
        ['t-2', 'Roads', 'Place'],
      ]),
    ]);
    expect(read.doubts).toEqual([]);
    expect(read.counts.map(({ register }) => register)).toEqual(['risks', 'teams']);
  });

  it('takes out characters nobody can see, and keeps what looks like a formula as text', () => {
    const read = preview(
      given,
      risks(headings, ['plan|R3', '=cmd|\u0007calc', 'plan', 'R3', '', '', '']),
    );
    expect(read.changesToTake[0]?.set['title']).toBe('=cmd|calc');
    expect(notes(read)[0]?.words).toBe('Characters that cannot be seen were taken out of Name.');
  });

  it.each(['Journal', 'Notifications', 'Personal objectives'])(
    'refuses %s in a sentence',
    (name) => {
      const read = preview(given, [
        sheet(name, [
          ['Key', 'Name', 'What'],
          ['a', 'b', 'c'],
        ]),
      ]);
      expect(read.sheets[0]).toMatchObject({ taken: false });
      expect(read.sheets[0]?.understood).toMatch(/taken in from a file\.$/);
      expect(read.stops).toBe(1);
    },
  );

  it('offers a hidden sheet and takes it only when it is named', () => {
    const hidden = sheet('Risks', [headings, ['plan|R1', 'Fire', 'plan', 'R1', 't-1', '', 5]], {
      hidden: true,
    });
    expect(preview(given, [hidden]).changesToTake).toEqual([]);
    expect(preview(given, [hidden], { sheets: ['risks'] }).changesToTake).toHaveLength(1);
  });

  it('stops at a figure for a closed quarter, an answer someone gave, and a state of a cycle', () => {
    const asked = registersOf({
      ...rows,
      people: [{ key: 'p-1', title: 'Head of Housing', objectId: 'o-1' }],
      cycles: [
        { key: 'plan|2020-21 Q1', title: 'Q1', period: '2020-21 Q1', state: 'Closed' },
        { key: 'plan|2020-21 Q2', title: 'Q2', period: '2020-21 Q2', state: 'Open' },
      ],
      measures: [{ key: 'plan|M1', title: 'Voids', code: 'M1', team: 't-1' }],
      returns: [
        {
          title: 'M1',
          measure: 'plan|M1',
          period: '2020-21 Q1',
          value: 5,
          cycle: 'plan|2020-21 Q1',
        },
        {
          title: 'M1',
          measure: 'plan|M1',
          period: '2020-21 Q2',
          value: 6,
          cycle: 'plan|2020-21 Q2',
          returnedBy: 'p-1',
          returnedAt: Temporal.Instant.from('2020-10-02T09:30:00Z'),
        },
      ],
    });
    const read = preview(asked, [
      sheet('Returns', [
        ['Key', 'Name', 'Value'],
        ['plan|M1|2020-21 Q1', 'M1', 5.5],
        ['plan|M1|2020-21 Q2', 'M1', 6.5],
      ]),
      sheet('Cycles', [
        ['Key', 'Name', 'State'],
        ['plan|2020-21 Q2', 'Q2', 'Closed'],
      ]),
    ]);
    expect(stopWords(read)).toEqual([
      'C2: 2020-21 Q1 is closed with 5: a closed quarter is changed by restatement, not by import.',
      'C3: Head of Housing answered 6 on Fri 2 October 2020, 10:30: an answer is changed by its owner, not by import.',
      'C2: A cycle is opened, suspended, closed and withdrawn on the Cycle board, not by import.',
    ]);
    expect(read.changesToTake).toEqual([]);
  });

  it('stops at a value the rules could not work with', () => {
    const read = preview(given, [
      ...risks(['Key', 'Name', 'Gross impact'], ['plan|R1', 'Fire', 9], ['plan|R2', 'Flood', 2.5]),
      sheet('People', [
        ['Key', 'Name', 'Roles'],
        ['p-1', 'Head of Housing', 'owner\nking'],
      ]),
    ]);
    expect(stopWords(read)).toEqual([
      'C2: Gross impact is 1 to 5, not 9.',
      'C3: Gross impact is a whole number, 1 to 5, not 2.5.',
      'C2: Roles "king" is none; there are: owner, manager, SMT, performance team, section 151 officer, monitoring officer.',
    ]);
  });

  it('lists 500 doubts and counts the rest', () => {
    const read = preview(given, risks(headings, ...Array.from({ length: 700 }, () => ['', 'x'])));
    expect(read.doubts).toHaveLength(500);
    expect(read.moreDoubts).toBe(200);
    expect(read.stops).toBe(700);
  });
});
