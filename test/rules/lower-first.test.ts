// When each return of a cycle is due where lower levels come first, and when each person then hears.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { aboutMeasure, aboutOf } from '../../src/rules/about.ts';
import { lateFrom } from '../../src/rules/due-again.ts';
import { stepToCome } from '../../src/rules/hand-over.ts';
import { ladder } from '../../src/rules/ladder.ts';
import { dueDayOf } from '../../src/rules/lower-first.ts';
import { countedBy } from '../../src/rules/rungs.ts';
import { day } from './arbitrary.ts';
import { closedDayRows } from './bank-holidays.ts';
import { clock, cycleKey } from './given-council.ts';
import { type Rows, registersOf } from './table-of.ts';

/** Due on Wed 14 October, closing on the 28th; what managers look over three working days before. */
const cycle = { lowerFirst: 3, closeAfter: 10 } as const;
const period = '2020-21 Q2';
const asked = (said: Partial<Row<'returns'>>) =>
  ({ period, cycle: cycleKey, state: 'Due', dueOn: day('2020-10-14'), ...said }) as const;

/** Ann reports an operational measure and a strategic one, Bob a strategic one, Cho the plan's money. */
const council = (said: Partial<Row<'cycles'>> = cycle, rows: Rows = {}) =>
  registersOf({
    closedDays: closedDayRows,
    cycles: [{ ...said, state: 'Open' }],
    plans: [{ key: 'plan', code: 'plan' }],
    teams: [{ key: 'team', manager: 'head' }],
    people: [
      { key: 'ann' },
      { key: 'bob' },
      { key: 'cho' },
      { key: 'dee' },
      { key: 'head' },
      { key: 'smt', roles: ['SMT'] },
    ],
    measures: [{ code: '1', level: 'operational' }, { code: '2' }, { code: '3' }],
    returns: [
      asked({ measure: 'plan|1', owner: 'ann', dueOn: day('2020-10-09') }),
      asked({ measure: 'plan|2', owner: 'ann' }),
      asked({ measure: 'plan|3', owner: 'bob' }),
      asked({
        key: `Plans: plan|${period}`,
        measure: null,
        about: 'Plans: plan',
        kind: 'finance',
        owner: 'cho',
      }),
    ],
    ...rows,
  });
const cycleOf = (registers: ReturnType<typeof council>) =>
  registers.cycles.get(cycleKey) as Row<'cycles'>;

/** Each step with its day, of those that have come by the close. */
const steps = (registers = council(), now = clock('2020-10-27', '17:00')) =>
  ladder(registers, cycleOf(registers), now)
    .map(({ person, step, on, fellDueAt }) => {
      const at = fellDueAt.toZonedDateTimeISO('Europe/London').toPlainDate().toString().slice(5);
      return `${person} ${step} ${at}${on === null ? '' : ' again'}`;
    })
    .toSorted();
const stepsOf = (person: string, registers = council()) =>
  steps(registers).filter((each) => each.startsWith(`${person} `));

describe('when a return is due', () => {
  const dueOf = (said: Partial<Row<'cycles'>>, measure: Partial<Row<'measures'>>) => {
    const registers = council(said, { measures: [{ code: '1', ...measure }], returns: [] });
    const [row] = [...registers.measures.values()];
    const about = aboutMeasure(row as Row<'measures'>);
    return dueDayOf(countedBy(registers, cycleOf(registers)), about).toString();
  };
  it('is earlier of an operational measure and one under another, not of any other', () => {
    expect(dueOf(cycle, { level: 'operational' })).toBe('2020-10-09');
    expect(dueOf(cycle, { parent: 'plan|9' })).toBe('2020-10-09');
    expect(dueOf(cycle, { level: 'strategic' })).toBe('2020-10-14');
    expect(dueOf({}, { level: 'operational' })).toBe('2020-10-14');
  });
  it('is never before the cycle opens', () => {
    expect(dueOf({ lowerFirst: 12 }, { level: 'operational' })).toBe('2020-10-01');
  });
  it.each([
    ['Actions: plan|A', '2020-10-09'],
    ['Projects: plan|A', '2020-10-09'],
    ['Savings: plan|A', '2020-10-09'],
    ['Risks: plan|A', '2020-10-09'],
    ['Teams: team', '2020-10-14'],
    ['Plans: plan', '2020-10-21'],
  ])('of %s is %s', (line, due) => {
    const row = [{ key: 'plan|A', plan: 'plan', code: 'A' }];
    const registers = council(
      { ...cycle, financeDueDay: 15 },
      { actions: row, projects: row, savings: row, risks: row },
    );
    const about = aboutOf(registers, { measure: null, about: line, kind: 'progress' });
    if (about === null) throw new Error(`${line} is in no register of this test.`);
    expect(dueDayOf(countedBy(registers, cycleOf(registers)), about).toString()).toBe(due);
  });
  it('of money is before the close, whatever is asked', () => {
    const registers = council({ ...cycle, financeDueDay: 60 });
    const about = aboutOf(registers, { measure: null, about: 'Plans: plan', kind: 'finance' });
    if (about === null) throw new Error('The plan is in no register of this test.');
    expect(dueDayOf(countedBy(registers, cycleOf(registers)), about).toString()).toBe('2020-10-27');
  });
});

describe('when a person is reminded', () => {
  it('is by the first day on which something is due of them', () => {
    const times = (person: string) => stepsOf(person).filter((each) => !/Opening/.test(each));
    expect(times('ann')).toEqual(['ann Deadline 10-09', 'ann Reminder 10-06']);
    expect(times('bob')).toEqual(['bob Deadline 10-14', 'bob Reminder 10-09']);
  });
  it('stays as it is when they have answered what was due first', () => {
    const registers = council(cycle, {
      returns: [
        asked({ measure: 'plan|1', owner: 'ann', state: 'Returned', value: 1 }),
        asked({ measure: 'plan|2', owner: 'ann' }),
      ],
    });
    expect(stepsOf('ann', registers)).toEqual(stepsOf('ann'));
  });
  it('is that of the deputy too, of what they cover', () => {
    const people = [
      { key: 'ann', deputy: 'dee', awayUntil: day('2020-11-30') },
      { key: 'bob' },
      { key: 'cho' },
      { key: 'dee' },
      { key: 'head' },
    ];
    expect(stepsOf('dee', council(cycle, { people }))).toContain('dee Deadline 10-09');
  });
  it('is later of money with a day of its own, and SMT hears later of it', () => {
    const financed = council(
      { ...cycle, financeDueDay: 15 },
      {
        returns: [
          asked({ measure: 'plan|3', owner: 'bob' }),
          asked({
            key: `Plans: plan|${period}`,
            measure: null,
            about: 'Plans: plan',
            kind: 'finance',
            owner: 'cho',
            dueOn: day('2020-10-21'),
          }),
        ],
      },
    );
    expect(stepsOf('cho', financed)).toEqual([
      'cho Deadline 10-21',
      'cho Opening 10-01',
      'cho Reminder 10-16',
    ]);
    expect(stepsOf('smt', financed)).toEqual(['smt SMT 10-19', 'smt SMT 10-26 again']);
    // On the cycle's own day SMT is told of what was due by then, and not of the money.
    const onTheDay = ladder(financed, cycleOf(financed), clock('2020-10-19'));
    expect(onTheDay.find(({ person }) => person === 'smt')?.verdict).toBe('send');
    const paid = council(
      { ...cycle, financeDueDay: 15 },
      { returns: [...financed.returns.values()].slice(1) },
    );
    const none = ladder(paid, cycleOf(paid), clock('2020-10-19'));
    expect(none.find(({ person }) => person === 'smt')?.verdict).toBe('not needed');
  });
  it('leaves every step as it was in a cycle that says nothing of it', () => {
    const one = steps(council({ closeAfter: 10 }));
    expect(one).toContain('ann Reminder 10-09');
    expect(one).toContain('ann Deadline 10-14');
    expect(one).toEqual(steps(council({ closeAfter: 10, lowerFirst: 0 })));
  });
  it('has each person in one step of a kind, whatever the settings', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 25 })),
        fc.integer({ min: 0, max: 27 }),
        (lowerFirst, financeDueDay, days) => {
          const registers = council({ ...cycle, lowerFirst, financeDueDay });
          const now = clock('2020-10-01').add({ days });
          const keys = ladder(registers, cycleOf(registers), now).map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('is what a new owner is left to hear from the ladder', () => {
    const registers = council();
    const coming = (person: string) =>
      stepToCome(registers, { person, cycle: cycleOf(registers) }, clock('2020-10-09', '10:00'));
    expect(coming('ann')?.step).toBe('Deadline');
    expect(coming('bob')?.step).toBe('Reminder');
  });
});

describe('when a return that is due later is late', () => {
  it('is as long after its own day as any other after the cycle’s, and never past the close', () => {
    const registers = council();
    const counted = countedBy(registers, cycleOf(registers));
    const from = (dueOn: string, level: 'manager' | 'SMT') =>
      lateFrom(
        { ...[...registers.returns.values()][0], dueOn: day(dueOn) } as Row<'returns'>,
        counted,
        level,
      )
        .toPlainDate()
        .toString();
    expect(from('2020-10-14', 'manager')).toBe('2020-10-15');
    expect(from('2020-10-09', 'manager')).toBe('2020-10-15');
    expect(from('2020-10-21', 'manager')).toBe('2020-10-22');
    expect(from('2020-10-27', 'SMT')).toBe('2020-10-28');
  });
});
