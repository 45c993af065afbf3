import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { askedAgain, cameBack, dueAgain, lateFrom } from '../../src/rules/due-again.ts';
import { escalationsToRaise } from '../../src/rules/escalations.ts';
import { valueOf } from '../../src/rules/history.ts';
import { ladder } from '../../src/rules/ladder.ts';
import { countedBy } from '../../src/rules/rungs.ts';
import { day } from './arbitrary.ts';
import { closedDayRows } from './bank-holidays.ts';
import { clock } from './given-council.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const period = '2020-21 Q2';
const cycleKey = `plan|${period}`;
const asked = (over: Partial<Row<'returns'>>): Partial<Row<'returns'>> => ({
  measure: 'plan|1',
  period,
  cycle: cycleKey,
  owner: 'ann',
  state: 'Due',
  finality: null,
  ...over,
});
const given = ({ returns = [], ...rows }: Rows = {}) =>
  registersOf({
    people: [
      { key: 'ann', roles: ['owner'], team: 'team' },
      { key: 'head', roles: ['manager'], team: 'team' },
    ],
    teams: [{ key: 'team', manager: 'head' }],
    measures: [
      { code: '1', owner: 'ann' },
      { code: '2', owner: 'ann' },
    ],
    cycles: [{ openedAt: clock('2020-10-01').toInstant() }],
    closedDays: closedDayRows,
    ...rows,
    returns,
  });
const cycleOf = (registers: ReturnType<typeof given>, key = cycleKey) =>
  registers.cycles.get(key) as Row<'cycles'>;
const waiting = (until: string | null) =>
  asked({ state: 'No data until', noDataUntil: until === null ? null : day(until) });

describe('a figure with no data until a date', () => {
  const again = (until: string | null, date: string, time?: string) => {
    const registers = given({ returns: [waiting(until)] });
    return dueAgain(registers, countedBy(registers, cycleOf(registers)), clock(date, time)).length;
  };
  it.each([
    ['2020-10-08', '2020-10-08', '08:59', 0],
    ['2020-10-08', '2020-10-08', '09:00', 1],
    ['2020-10-10', '2020-10-10', '12:00', 0],
    ['2020-10-10', '2020-10-12', '09:00', 1],
    ['2020-12-25', '2020-12-28', '09:00', 0],
    ['2020-12-25', '2020-12-29', '09:00', 1],
  ])('until %s: on %s at %s %i are due again', (until, date, time, count) => {
    expect(again(until, date, time)).toBe(count);
  });
  it('and none whose date was left blank by hand', () => {
    expect(again(null, '2020-12-01')).toBe(0);
  });
});

describe('one that has come back', () => {
  const returns = [
    asked({ noDataUntil: day('2020-10-10') }),
    asked({ measure: 'plan|2', noDataUntil: day('2020-10-12') }),
  ];
  const steps = (date: string, rows: Rows = {}) => {
    const registers = given({ returns, ...rows });
    return ladder(registers, cycleOf(registers), clock(date))
      .filter(({ step }) => step === 'Back' || step === 'Manager')
      .map(({ key, verdict }) => `${key} ${verdict}`);
  };
  it('is told of that day, once, with all that came back on it', () => {
    expect(steps('2020-10-12')).toEqual(['ann|plan|2020-21 Q2|Back|2020-10-12 send']);
    const notifications = [
      {
        key: 'ann|plan|2020-21 Q2|Back|2020-10-12',
        person: 'ann',
        cycle: cycleKey,
        step: 'Back' as const,
      },
    ];
    expect(steps('2020-10-13', { notifications })).toEqual([]);
  });
  it('is not told of again where it had come by the opening', () => {
    const opened = { cycles: [{ openedAt: clock('2020-10-13').toInstant() }] };
    expect(steps('2020-10-13', opened)).toEqual([]);
    const registers = given({ returns, ...opened });
    expect(cameBack(registers, countedBy(registers, cycleOf(registers))).size).toBe(0);
  });
});

describe('one that came back after the deadline', () => {
  const row = asked({ noDataUntil: day('2020-10-15') });
  const registers = given({ returns: [row] });
  const cycle = cycleOf(registers);
  const raisedOn = (date: string) =>
    escalationsToRaise(registers, cycle, clock(date)).map(({ key }) => key);
  it('is not late on the day it came, and goes to the manager a working day after', () => {
    expect(raisedOn('2020-10-15')).toEqual([]);
    expect(raisedOn('2020-10-16')).toEqual([`plan|1|${period}|manager|head|2020-10-15`]);
    const keys = ladder(registers, cycle, clock('2020-10-16')).map(
      ({ key, verdict }) => `${key} ${verdict}`,
    );
    expect(keys).toContain(`head|${cycleKey}|Manager|2020-10-16 send`);
  });
  it('is taken there by the close at the latest, so that it is not missing in silence', () => {
    const late = rowOf('returns', asked({ noDataUntil: day('2020-10-21') }));
    const counted = countedBy(registers, cycle);
    expect(lateFrom(late, counted, 'SMT')).toEqual(counted.calendar.closes);
  });
});

describe('a return that a later cycle asks for once more', () => {
  it('is raised anew in that cycle, and once in it', () => {
    const later = 'plan|2020-21 Q3';
    const before = { return: `plan|1|${period} final`, level: 'manager' as const, person: 'head' };
    const raised = (over: Partial<Row<'escalations'>>) => {
      const registers = given({
        cycles: [{ state: 'Closed' }, { period: '2020-21 Q3' }],
        returns: [asked({ key: before.return, kind: 'final', cycle: later })],
        escalations: [{ ...before, cycle: cycleKey, state: 'Closed', ...over }],
      });
      return escalationsToRaise(registers, cycleOf(registers, later), clock('2021-01-18')).map(
        ({ key }) => key,
      );
    };
    const key = `plan|1|${period} final|manager|head`;
    expect(raised({})).toEqual([`${key}|2020-21 Q3`]);
    expect(raised({ cycle: later })).toEqual([]);
  });
});

describe('what a cycle that opens asks for again', () => {
  const next = { period: '2020-21 Q3', state: 'Planned' as const };
  const keys = (returns: Rows['returns'], rows: Rows = {}) => {
    const registers = given({
      cycles: [{ state: 'Closed' }, next],
      ...rows,
      ...(returns && { returns }),
    });
    return askedAgain(registers, cycleOf(registers, 'plan|2020-21 Q3')).map(
      (each) => `${each.return.key} of ${each.owner}`,
    );
  };
  const provisional = asked({ state: 'Returned', value: 83.2, finality: 'provisional' });

  it('a figure that waited for its data when its cycle closed', () => {
    expect(keys([waiting('2020-12-01')])).toEqual([`plan|1|${period} of ann`]);
  });
  it('of its owner as they are now', () => {
    const measures = [{ code: '1', owner: 'bob' }];
    expect(keys([waiting('2020-12-01')], { measures })).toEqual([`plan|1|${period} of bob`]);
  });
  it('nothing that still waits in a cycle that is open', () => {
    expect(keys([waiting('2020-12-01')], { cycles: [{}, next] })).toEqual([]);
  });
  it('what a withdrawn cycle had asked for again, when that opens anew or the next one does', () => {
    const back = asked({ state: 'Withdrawn', noDataUntil: day('2020-10-08') });
    expect(keys([back], { cycles: [{ state: 'Withdrawn' }, next] })).toHaveLength(1);
    const anew = { ...back, cycle: 'plan|2020-21 Q3' };
    expect(keys([anew])).toHaveLength(1);
    expect(
      keys([asked({ state: 'Withdrawn' })], { cycles: [{ state: 'Withdrawn' }, next] }),
    ).toEqual([]);
  });
  it('nothing of a measure that was retired', () => {
    const measures = [{ code: '1', retiredOn: day('2020-12-31') }];
    expect(
      keys([waiting('2020-12-01'), { ...provisional, measure: 'plan|1', period: '2020-21 Q1' }], {
        measures,
      }),
    ).toEqual([]);
  });
  it('the final figure where a provisional one was given, in a row of its own', () => {
    expect(keys([provisional])).toEqual([`plan|1|${period} final of ann`]);
  });
  it.each([
    ['made up for the sample', { illustrative: true }],
    ['made final since', { finality: 'final' as const }],
    ['that is a target', { kind: 'target' as const }],
  ])('no final figure of one %s', (_which, over) => {
    expect(keys([{ ...provisional, ...over }])).toEqual([]);
  });
  it('the final figure once more where the last cycle asked in vain, and not while one that is open asks', () => {
    const final = asked({ key: `plan|1|${period} final`, kind: 'final' });
    expect(keys([provisional, final])).toEqual([`plan|1|${period} final of ann`]);
    const open = { plan: 'plan', period: '2020-21 Q1', state: 'Open' as const };
    expect(
      keys([provisional, { ...final, cycle: 'plan|2020-21 Q1' }], {
        cycles: [{ state: 'Closed' }, open, next],
      }),
    ).toEqual([]);
  });
  it('a figure of the plan before, which the measure goes on from', () => {
    const measures = [
      { code: '1', owner: 'ann', continues: 'old|9' },
      { plan: 'old', code: '9', owner: 'gone' },
    ];
    const row = { ...waiting('2020-12-01'), measure: 'old|9' };
    expect(keys([row], { measures })).toEqual([`old|9|${period} of ann`]);
  });
});

describe('the row that asks for a final figure', () => {
  it('holds none itself, so that no count has it twice', () => {
    const row = rowOf('returns', { measure: 'plan|1', period, kind: 'final', value: 84.1 });
    expect(valueOf(row)).toBeNull();
    expect(valueOf({ ...row, kind: null })).toBe(84.1);
  });
});
