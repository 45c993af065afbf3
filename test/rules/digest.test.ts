// The week's word: on the first working day of the week at the cycle's hour, once for a person, carried by
// the ladder's own word to SMT where that comes in the same week; what is urgent at once, but not at night.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { digestLines, digestsDue } from '../../src/rules/digest.ts';
import { closedDayRows } from './bank-holidays.ts';
import { clock } from './given-council.ts';
import { type Rows, registersOf } from './table-of.ts';

const instant = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant();
const raised = (
  code: string,
  said: Partial<Row<'escalations'>> = {},
): Partial<Row<'escalations'>> => ({
  key: `rule|Risks: plan|${code}|1|place`,
  title: code,
  rule: 'rule',
  line: `Risks: plan|${code}`,
  level: 'SMT',
  person: 'place',
  cycle: 'plan|2020-21 Q1',
  raisedAt: instant('2020-11-05T10:00'),
  ...said,
});
/** Quarter 1 has closed; the plan has no other cycle yet. */
const cycle: Partial<Row<'cycles'>> = {
  period: '2020-21 Q1',
  state: 'Closed',
  openedAt: instant('2020-07-01T09:00'),
};
const people: readonly Partial<Row<'people'>>[] = [
  { key: 'place', objectId: 'p', roles: ['SMT'], team: 'streets', deputy: 'streets-head' },
  { key: 'streets-head', objectId: 's', roles: ['manager'], team: 'streets' },
];
const council = (rows: Rows = {}) =>
  registersOf({
    closedDays: closedDayRows,
    teams: [{ key: 'streets', directorate: 'Place', manager: 'streets-head' }],
    people,
    cycles: [cycle],
    escalationRules: [{ key: 'rule', kind: 'risk above appetite', route: 'SMT' }],
    escalations: [raised('A')],
    ...rows,
  });
const due = (moment: readonly [date: string, time?: string], rows?: Rows) =>
  digestsDue(council(rows), clock(...moment)).map(
    ({ person, week, lines }) => `${person} ${week?.toString() ?? 'urgent'} ${lines.length}`,
  );
const sent = (said: Partial<Row<'notifications'>>): Rows => ({
  notifications: [{ person: 'place', cycle: 'plan|2020-21 Q1', ...said }],
});

describe('the week’s digest', () => {
  it('goes on Monday at the cycle’s hour, and not before', () => {
    expect(due(['2020-11-09', '08:59'])).toEqual([]);
    expect(due(['2020-11-09', '09:00'])).toEqual(['place 2020-11-09 1']);
  });
  it('after a weekend the app was down for, goes when it is back', () => {
    expect(due(['2020-11-11', '14:00'])).toEqual(['place 2020-11-09 1']);
    expect(due(['2020-11-11', '22:00'])).toEqual([]);
  });
  it('after a bank holiday, goes on Tuesday', () => {
    const early = { escalations: [raised('A', { raisedAt: instant('2020-08-20T10:00') })] };
    expect(due(['2020-08-31', '10:00'], early)).toEqual([]);
    expect(due(['2020-09-01', '09:00'], early)).toEqual(['place 2020-08-31 1']);
  });
  it('goes to a person once a week, whatever comes up later in it', () => {
    const told = sent({ step: 'Digest', on: Temporal.PlainDate.from('2020-11-09') });
    expect(due(['2020-11-10'], told)).toEqual([]);
    expect(due(['2020-11-16'], told)).toEqual(['place 2020-11-16 1']);
    const later = { escalations: [raised('A', { raisedAt: instant('2020-11-10T10:00') })] };
    expect(due(['2020-11-10', '11:00'], later)).toEqual([]);
    expect(due(['2020-11-16'], later)).toEqual(['place 2020-11-16 1']);
  });
  it('not in a week in which the ladder’s word to SMT went, nor while that is to come', () => {
    const settledAt = instant('2020-11-10T09:00');
    expect(due(['2020-11-11'], sent({ step: 'SMT', settledAt }))).toEqual([]);
    expect(due(['2020-11-11'], sent({ step: 'SMT', state: 'Queued' }))).toEqual([]);
    expect(due(['2020-11-16'], sent({ step: 'SMT', settledAt }))).toEqual(['place 2020-11-16 1']);
    // Quarter 2's SMT step falls on Tue 20 October here, the day after the digest's.
    const opened = { smtAfter: 4, openedAt: instant('2020-10-01T09:00') };
    const early: Rows = {
      cycles: [cycle, opened],
      measures: [{ code: 'M', team: 'streets' }],
      returns: [
        { measure: 'plan|M', period: '2020-21 Q2', cycle: 'plan|2020-21 Q2', state: 'Due' },
      ],
      escalations: [raised('A', { raisedAt: instant('2020-10-15T10:00') })],
    };
    expect(due(['2020-10-19', '09:30'], early)).toEqual([]);
    expect(due(['2020-10-20', '09:00'], early)).toEqual(['place 2020-10-19 1']);
  });
  it('does not wait for the ladder’s word of a cycle that is suspended', () => {
    const other = { ...cycle, plan: 'other', state: 'Suspended' as const };
    const rows = sent({ step: 'SMT', state: 'Queued', cycle: 'other|2020-21 Q1' });
    expect(due(['2020-11-11'], { ...rows, cycles: [cycle, other] })).toEqual([
      'place 2020-11-09 1',
    ]);
  });
  it('goes to who covers for somebody away, and to them alone', () => {
    const away = people.map((each) =>
      each.key === 'place' ? { ...each, awayUntil: Temporal.PlainDate.from('2020-11-20') } : each,
    );
    expect(due(['2020-11-09'], { people: away })).toEqual(['streets-head 2020-11-09 1']);
  });
  it('does not tell a deputy of what is exempt and they may not read', () => {
    const awayUntil = Temporal.PlainDate.from('2020-11-20');
    const away = [
      ...people.map((each) =>
        each.key === 'place' ? { ...each, awayUntil, deputy: 'dee' } : each,
      ),
      { key: 'dee', objectId: 'd', roles: ['owner' as const] },
    ];
    const escalations = [raised('A'), raised('B', { access: 'exempt' })];
    expect(due(['2020-11-09'], { people: away, escalations })).toEqual(['dee 2020-11-09 1']);
    expect(due(['2020-11-09'], { escalations })).toEqual(['place 2020-11-09 2']);
  });
  it('is not sent where no cycle of the plan has opened, nor while its cycle is suspended', () => {
    expect(
      due(['2020-11-09'], { cycles: [{ ...cycle, openedAt: null, state: 'Planned' }] }),
    ).toEqual([]);
    expect(due(['2020-11-09'], { cycles: [{ ...cycle, state: 'Suspended' }] })).toEqual([]);
  });
  it('tells of seven things at most, and leaves out what was acknowledged', () => {
    const escalations = [...'ABCDEFGHI'].map((code) => raised(code));
    expect(due(['2020-11-09'], { escalations })).toEqual(['place 2020-11-09 7']);
    expect(due(['2020-11-09'], { escalations: [raised('A', { state: 'Acknowledged' })] })).toEqual(
      [],
    );
  });
  it('tells again of a recovery plan that did not come by its day', () => {
    const planDueOn = Temporal.PlainDate.from('2020-11-06');
    const late = raised('A', { state: 'Acknowledged', planDueOn });
    expect(due(['2020-11-09'], { escalations: [late] })).toEqual(['place 2020-11-09 1']);
    expect(due(['2020-11-09'], { escalations: [{ ...late, recovery: 'plan|R' }] })).toEqual([]);
  });
});

describe('what is urgent', () => {
  const urgent = { urgent: true, raisedAt: instant('2020-11-10T10:00') };
  it('goes at once and in one card, but not in the quiet hours or at a weekend', () => {
    const escalations = [raised('A', urgent), raised('B', urgent), raised('C')];
    const week = sent({ step: 'Digest', on: Temporal.PlainDate.from('2020-11-09') });
    const rows = { ...week, escalations };
    expect(due(['2020-11-10', '10:00'], rows)).toEqual(['place urgent 2']);
    expect(due(['2020-11-10', '19:00'], rows)).toEqual([]);
    expect(due(['2020-11-14', '10:00'], rows)).toEqual([]);
  });
  it('is told of once', () => {
    const escalations = [raised('A', { ...urgent, toldAt: instant('2020-11-10T10:01') })];
    expect(due(['2020-11-10', '11:00'], { escalations })).toEqual([]);
  });
  it('comes first, then by how grave its rule is, then the longest standing', () => {
    const rules: Rows['escalationRules'] = [
      { key: 'rule', kind: 'risk above appetite', route: 'SMT' },
      { key: 'late', kind: 'action overdue', route: 'SMT' },
    ];
    const escalations = [
      raised('late', { rule: 'late' }),
      raised('newer', { raisedAt: instant('2020-11-06T10:00') }),
      raised('older'),
      raised('urgent', { urgent: true, rule: 'late' }),
    ];
    const registers = council({ escalations, escalationRules: rules });
    const place = registers.people.get('place') as Row<'people'>;
    const lines = digestLines(registers, place, Temporal.PlainDate.from('2020-11-09'));
    expect(lines.map(({ title }) => title)).toEqual(['urgent', 'older', 'newer', 'late']);
  });
});
