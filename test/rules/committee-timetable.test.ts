// Clear days: Local Government Act 1972, s.100B(3), five since SI 2002/715; neither the day of dispatch nor
// that of the meeting is one. Bank holidays: www.gov.uk/bank-holidays, England and Wales.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import {
  committeeTimetable,
  isPast,
  type TimetableStep,
  timetableSteps,
  wordsFreezeOn,
} from '../../src/rules/committee-timetable.ts';
import { dateWords } from '../../src/rules/date-words.ts';
import { isWorkingDay, workingDaysBetween } from '../../src/rules/working-days.ts';
import { papersTimetable } from '../../src/use-cases/papers-timetable.ts';
import { anyDay, day } from './arbitrary.ts';
import { closedDayRows, englandAndWales } from './bank-holidays.ts';
import { registersOf } from './table-of.ts';

type Given = { readonly dispatchOn?: string; readonly clearanceOn?: string };

const meeting = (meetsOn: string, { dispatchOn, clearanceOn }: Given = {}) => ({
  meetsOn: day(meetsOn),
  dispatchOn: dispatchOn ? day(dispatchOn) : null,
  clearanceOn: clearanceOn ? day(clearanceOn) : null,
});

const linesOf = (...asked: Parameters<typeof meeting>) =>
  committeeTimetable(meeting(...asked), englandAndWales);
const lineOf = (lines: ReturnType<typeof linesOf>, step: TimetableStep) => {
  const line = lines.find((each) => each.step === step);
  if (!line) throw new Error(`${step} is no step of this timetable`);
  return line;
};

describe('the agenda of a meeting in public', () => {
  it.each([
    // Five weekdays lie between: 17, 18, 19, 20 and 23 November.
    ['2020-11-24', 'Mon 16 November 2020'],
    // 24, 29, 30 and 31 December and 4 January: the bank holidays between are no clear days.
    ['2021-01-05', 'Wed 23 December 2020'],
    // Good Friday and Easter Monday.
    ['2021-04-07', 'Fri 26 March 2021'],
  ])('of %s is sent out on %s at the latest', (meetsOn, dispatch) => {
    expect(dateWords(lineOf(linesOf(meetsOn), 'dispatch').on)).toBe(dispatch);
  });
  it('leaves five clear working days, and one day later would not', () => {
    fc.assert(
      fc.property(anyDay, (meetsOn) => {
        const timed = { meetsOn, dispatchOn: null, clearanceOn: null };
        const { on } = lineOf(committeeTimetable(timed, englandAndWales), 'dispatch');
        const clear = (from: Temporal.PlainDate) =>
          workingDaysBetween(from, meetsOn, englandAndWales) -
          (isWorkingDay(meetsOn, englandAndWales) ? 1 : 0);
        expect(clear(on)).toBe(5);
        expect(clear(on.add({ days: 1 }))).toBeLessThanOrEqual(5);
        const next = lineOf(
          committeeTimetable({ ...timed, dispatchOn: nextWorkingDay(on) }, englandAndWales),
          'dispatch',
        );
        expect(next.isTooLate).toBe(true);
      }),
    );
  });
});

const nextWorkingDay = (date: Temporal.PlainDate): Temporal.PlainDate => {
  const next = date.add({ days: 1 });
  return isWorkingDay(next, englandAndWales) ? next : nextWorkingDay(next);
};

describe('what comes before the agenda', () => {
  it('is drafted, cleared by finance, by legal and by the portfolio holder, each on a working day', () => {
    expect(linesOf('2020-11-24').map(({ step, on }) => [step, dateWords(on)])).toEqual([
      ['draft', 'Wed 4 November 2020'],
      ['finance', 'Mon 9 November 2020'],
      ['legal', 'Wed 11 November 2020'],
      ['portfolio holder', 'Thu 12 November 2020'],
      ['dispatch', 'Mon 16 November 2020'],
      ['meeting', 'Tue 24 November 2020'],
    ]);
  });
  it('is in that order whatever days the register gives', () => {
    const some = fc.option(fc.integer({ min: -60, max: 10 }), { nil: null });
    fc.assert(
      fc.property(anyDay, some, (meetsOn, early) => {
        const dispatchOn = early === null ? null : meetsOn.add({ days: early });
        const lines = committeeTimetable(
          { meetsOn, dispatchOn, clearanceOn: null },
          englandAndWales,
        );
        expect(lines.map(({ step }) => step)).toEqual(timetableSteps);
        for (const [at, { on }] of lines.slice(0, 4).entries())
          expect(Temporal.PlainDate.compare(on, lines[at + 1]?.on ?? on)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('is worked back from the day the register gives, where that is earlier', () => {
    const lines = linesOf('2020-11-24', { dispatchOn: '2020-11-13' });
    expect(lineOf(lines, 'dispatch')).toMatchObject({ isTooLate: false });
    expect(dateWords(lineOf(lines, 'portfolio holder').on)).toBe('Wed 11 November 2020');
  });
});

describe('a day that leaves too little time', () => {
  it('stands, and is said to be too late, with the last that would do', () => {
    const lines = linesOf('2020-11-24', { dispatchOn: '2020-11-17', clearanceOn: '2020-11-16' });
    expect(lineOf(lines, 'dispatch')).toMatchObject({
      on: day('2020-11-17'),
      latest: day('2020-11-16'),
      isTooLate: true,
    });
    expect(lineOf(lines, 'portfolio holder')).toMatchObject({
      on: day('2020-11-16'),
      latest: day('2020-11-12'),
      isTooLate: true,
    });
  });
  it('has passed once it is over, not on the day itself', () => {
    const dispatch = lineOf(linesOf('2020-11-24'), 'dispatch');
    expect(isPast(dispatch, day('2020-11-16'))).toBe(false);
    expect(isPast(dispatch, day('2020-11-17'))).toBe(true);
  });
});

const meetingOf = (board: string, meetsOn: string, said: Partial<Row<'meetings'>>) => ({
  key: `${board}|${meetsOn}`,
  board,
  meetsOn: day(meetsOn),
  cycle: 'plan|2020-21 Q2',
  ...said,
});

describe('the meetings of a cycle', () => {
  const registers = registersOf({
    closedDays: closedDayRows,
    boards: [
      { key: 'cabinet', title: 'Cabinet', kind: 'Cabinet', inPublic: true },
      { key: 'directors', title: 'Directors', kind: 'directors', inPublic: false },
    ],
    meetings: [
      meetingOf('cabinet', '2020-11-24', { state: 'planned' }),
      meetingOf('directors', '2020-11-10', {}),
      meetingOf('cabinet', '2020-11-03', { state: 'cancelled' }),
      meetingOf('cabinet', '2020-12-15', { cycle: 'plan|2020-21 Q3' }),
    ],
  });
  it('come by their day, the cancelled left out; one in private needs no five days', () => {
    const found = papersTimetable(registers, { key: 'plan|2020-21 Q2' });
    expect(found.map(({ meeting: { key } }) => key)).toEqual([
      'directors|2020-11-10',
      'cabinet|2020-11-24',
    ]);
    expect(found.map((each) => dateWords(each.wordsFreezeOn))).toEqual([
      'Thu 5 November 2020',
      'Mon 16 November 2020',
    ]);
    expect(dateWords(wordsFreezeOn(meeting('2020-11-24'), englandAndWales))).toBe(
      'Mon 16 November 2020',
    );
  });
});
