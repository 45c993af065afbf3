// The framework, "Timeliness of reporting": ten working days for quarterly updates.
import { describe, expect, it } from 'vitest';
import { cycleCalendar, stepTimes } from '../../src/rules/calendar.ts';
import { cycleName, cycleNameWithin } from '../../src/rules/cycle-name.ts';
import { dateWords, momentWords } from '../../src/rules/date-words.ts';
import { day } from './arbitrary.ts';
import { englandAndWales } from './bank-holidays.ts';
import { rowOf } from './table-of.ts';

const calendarOf = (said: Parameters<typeof rowOf<'cycles'>>[1] = {}) =>
  cycleCalendar(rowOf('cycles', said), englandAndWales);

describe("quarter 2 of 2020-21, by the framework's calendar", () => {
  const calendar = calendarOf();

  it('is due on the tenth working day after September, Wed 14 October', () => {
    expect(dateWords(calendar.dueOn)).toBe('Wed 14 October 2020');
  });
  it('asks on 1 October, reminds on the 9th and 14th, tells managers on the 15th, SMT on the 19th', () => {
    expect(stepTimes(calendar).map(({ step, at }) => `${step}: ${momentWords(at)}`)).toEqual([
      'Opening: Thu 1 October 2020, 09:00',
      'Reminder: Fri 9 October 2020, 09:00',
      'Deadline: Wed 14 October 2020, 09:00',
      'Manager: Thu 15 October 2020, 09:00',
      'SMT: Mon 19 October 2020, 09:00',
    ]);
  });
  it('closes five working days after the deadline, at the hour cards go out', () => {
    expect(dateWords(calendar.closesOn)).toBe('Wed 21 October 2020');
    expect(momentWords(calendar.closes)).toBe('Wed 21 October 2020, 09:00');
  });
  it('keeps the council’s own time across the end of summer time', () => {
    const late = calendarOf({ closeAfter: 10 });
    expect(late.opens.toInstant().toString()).toBe('2020-10-01T08:00:00Z');
    expect(late.closes.toInstant().toString()).toBe('2020-10-28T09:00:00Z');
  });
});

describe('the settings of a cycle', () => {
  it('move every step that counts from the deadline', () => {
    const calendar = calendarOf({
      dueWorkingDay: 5,
      remindBefore: 1,
      managerAfter: 2,
      smtAfter: 4,
    });
    expect(stepTimes(calendar).map(({ at }) => at.toPlainDate().toString())).toEqual([
      '2020-10-01',
      '2020-10-06',
      '2020-10-07',
      '2020-10-09',
      '2020-10-13',
    ]);
  });
  it('open the cycle on the day they name, not on the quarter’s first', () => {
    expect(dateWords(calendarOf({ opensOn: day('2020-10-05') }).opens.toPlainDate())).toBe(
      'Mon 5 October 2020',
    );
  });
  it('read a time of day as people write it', () => {
    expect(momentWords(calendarOf({ sendAt: '9.30' }).opens)).toBe('Thu 1 October 2020, 09:30');
  });
  it.each(['', 'morning', '25:00', '09:60', '9'])(
    'refuse %j as a time, naming the cycle',
    (sendAt) => {
      expect(() => calendarOf({ sendAt })).toThrow(/plan\|2020-21 Q2/);
    },
  );
  it.each(['2020-21', '2020', 'Q2'])('refuse %j as a quarter or a month', (period) => {
    expect(() => calendarOf({ period })).toThrow(/is not a quarter or a month/);
  });
});

describe('a month, by the framework’s calendar', () => {
  it('August 2020 is due on the fifth working day of September, and its ladder counts from there', () => {
    const august = calendarOf({
      period: '2020-21 M05',
      opensOn: day('2020-09-01'),
      dueWorkingDay: 5,
      remindBefore: 1,
    });
    expect(dateWords(august.dueOn)).toBe('Mon 7 September 2020');
    expect(stepTimes(august).map(({ at }) => at.toPlainDate().toString())).toEqual([
      '2020-09-01',
      '2020-09-04',
      '2020-09-07',
      '2020-09-08',
      '2020-09-10',
    ]);
    expect(dateWords(august.closesOn)).toBe('Mon 14 September 2020');
  });
  it.each([
    ['2020-21 Q2', 'Quarter 2', 'quarter 2'],
    ['2020-21 M05', 'August 2020', 'August 2020'],
    ['2020-21 M10', 'January 2021', 'January 2021'],
    ['2020-21', 'The year', 'The year'],
  ])('%s is called %s, and within a sentence %s', (period, name, within) => {
    const cycle = rowOf('cycles', { period, title: 'The year' });
    expect([cycleName(cycle), cycleNameWithin(cycle)]).toEqual([name, within]);
  });
});
