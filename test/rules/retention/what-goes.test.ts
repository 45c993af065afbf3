// What a council's retention takes out: old rows of the lists it names, and nothing of what goes on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registers as declared, registerNames } from '../../../src/registers/registers.ts';
import { agedBy } from '../../../src/rules/retention/aged-by.ts';
import {
  leastMonths,
  mayGoToday,
  retentionFaults,
  whatGoes,
} from '../../../src/rules/retention/what-goes.ts';
import { day } from '../arbitrary.ts';
import { type Rows, registersOf } from '../table-of.ts';

const today = day('2026-11-22');
const at = (text: string) => Temporal.Instant.from(`${text}T10:00:00Z`);

const council = (retention: Rows['retention'], more: Rows = {}) =>
  registersOf({
    retention: (retention ?? []).map((row) => ({ key: row.title ?? '', ...row })),
    cycles: [
      { key: 'old', period: '2020-21 Q2', state: 'Closed' },
      { key: 'now', period: '2020-21 Q3', state: 'Open' },
    ],
    ...more,
  });
const goingOf = (...given: Parameters<typeof council>) =>
  whatGoes(council(...given), today).map(({ list, keys }) => [list, ...keys]);

describe('what may go by the council’s retention', () => {
  it('is nothing where it says nothing of a list', () => {
    const notifications = [{ key: 'n', cycle: 'old', settledAt: at('2020-10-02') }];
    expect(goingOf([], { notifications })).toEqual([]);
    expect(goingOf([{ title: 'Journal', months: 24 }], { notifications })).toEqual([]);
  });
  it('is the rows older than their months, and none of a cycle that goes on or that is not settled', () => {
    const notifications = [
      { key: 'old', cycle: 'old', settledAt: at('2020-10-02') },
      { key: 'young', cycle: 'old', settledAt: at('2026-01-02') },
      { key: 'open', cycle: 'now', settledAt: at('2020-10-02') },
      { key: 'waiting', cycle: 'old', settledAt: null },
    ];
    expect(goingOf([{ title: 'notifications', months: 24 }], { notifications })).toEqual([
      ['Notifications', 'old'],
    ]);
  });
  it('leaves what was said of an escalation with it for as long as it is open', () => {
    const escalations = [
      { key: 'open', cycle: 'old', closedAt: null },
      { key: 'done', cycle: 'old', closedAt: at('2020-12-01') },
    ];
    const escalationHistory = ['open', 'done'].map((escalation) => ({
      key: `${escalation}|raised`,
      escalation,
      at: at('2020-10-20'),
    }));
    expect(
      goingOf(
        [
          { title: 'Escalations', months: 12 },
          { title: 'Escalation history', months: 12 },
        ],
        { escalations, escalationHistory },
      ),
    ).toEqual([
      ['Escalations', 'done'],
      ['Escalation history', 'done|raised'],
    ]);
  });
  it('is a name once its person has left for so long, and once only', () => {
    const people = [
      { key: 'here', objectId: 'a', leftOn: null },
      { key: 'left', objectId: 'b', leftOn: day('2022-03-31') },
      { key: 'lately', objectId: 'c', leftOn: day('2026-09-30') },
      { key: 'nameless', objectId: 'left|nameless', leftOn: day('2020-03-31') },
    ];
    expect(goingOf([{ title: 'People', months: 12 }], { people })).toEqual([['People', 'left']]);
  });
  it('leaves what an open escalation or a check not yet made names', () => {
    const kept = ['a', 'b', 'c'].map((code) => ({ key: code, period: '2020-21 Q2', cycle: 'old' }));
    expect(
      goingOf([{ title: 'Returns', months: 12 }], {
        returns: kept,
        escalations: [
          { key: 'open', cycle: 'old', return: 'A', closedAt: null },
          { key: 'done', cycle: 'old', return: 'c', closedAt: at('2020-12-01') },
        ],
        verifications: [
          { key: 'waits', cycle: 'old', return: 'b', on: null },
          { key: 'made', cycle: 'old', return: 'c', on: day('2020-12-01') },
        ],
      }),
    ).toEqual([['Returns', 'c']]);
  });
  it('goes by the list a row names whatever its Key, and by the longest where it is named twice', () => {
    const registers = council(
      [
        { key: 'r1', title: 'Journal', months: 24 },
        { key: 'r2', title: 'journal', months: 48 },
      ],
      {
        journal: [
          { key: 'old', at: at('2019-01-01') },
          { key: 'young', at: at('2024-01-01') },
        ],
      },
    );
    expect(whatGoes(registers, today).map(({ keys }) => keys)).toEqual([['old']]);
    const [old, young] = ['old', 'young'].map((key) => registers.journal.get(key));
    if (old === undefined || young === undefined) throw new Error('no such row');
    expect(mayGoToday(registers, { register: 'journal', row: old }, today)).toBe(true);
    expect(mayGoToday(registers, { register: 'journal', row: young }, today)).toBe(false);
  });
  it('goes on with somebody nameless for as long as the Journal tells of their row', () => {
    const people = [{ key: 'p', objectId: 'left|p', leftOn: day('2020-03-31') }];
    const journal = [{ key: 'j', title: 'People: their name', row: 'People: p', from: 'a' }];
    const of = [{ title: 'People', months: 12 }];
    expect(goingOf(of, { people, journal })).toEqual([['People', 'p']]);
    const together = [{ key: 'j', title: 'People: 2 rows begun', row: 'People: p', from: null }];
    expect(goingOf(of, { people, journal: together })).toEqual([]);
  });
  it('goes on the day after its months are full, not on it', () => {
    const registers = (kept: string) =>
      council([{ title: 'Returns', months: 12 }], {
        returns: [{ measure: 'plan|1', period: kept, cycle: 'old' }],
      });
    const end = day('2021-09-30');
    expect(whatGoes(registers('2021-22 Q2'), end.add({ months: 12 }))).toEqual([]);
    expect(whatGoes(registers('2021-22 Q2'), end.add({ months: 12, days: 1 }))).toHaveLength(1);
  });
  it('names what it cannot do, and takes nothing out for it', () => {
    const faulty = [
      { title: 'Nothing', months: 24 },
      { title: 'Frozen datasets', months: 24 },
      { title: 'Journal', months: leastMonths - 1 },
      { title: 'Drafts', months: 7.5 },
    ];
    const registers = council(faulty, { journal: [{ key: 'j', at: at('2019-01-01') }] });
    expect(retentionFaults(registers)).toHaveLength(4);
    expect(retentionFaults(registers)[1]).toContain('kept for good');
    expect(whatGoes(registers, today)).toEqual([]);
  });
  it('never takes what reports were made of, nor what the council set and decided', () => {
    const kept = ['datasets', 'datasetParts', 'reports', 'reportLines', 'papers', 'paperLines'];
    const decided = ['paperWords', 'restatements', 'targets', 'decisions', 'measures', 'cycles'];
    expect([...kept, ...decided].filter((name) => name in agedBy)).toEqual([]);
  });
  it('takes the same rows whether all are asked about or one', () => {
    const months = fc.integer({ min: leastMonths, max: 90 });
    const days = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 12 });
    fc.assert(
      fc.property(months, days, (kept, ages) => {
        const registers = council([{ title: 'Journal', months: kept }], {
          journal: ages.map((age, n) => ({
            key: `j${n}`,
            at: today.subtract({ days: age }).toZonedDateTime('Europe/London').toInstant(),
          })),
        });
        const going = new Set(whatGoes(registers, today).flatMap(({ keys }) => keys));
        for (const row of registers.journal.values())
          expect(mayGoToday(registers, { register: 'journal', row }, today)).toBe(
            going.has(row.key),
          );
      }),
      { numRuns: 40 },
    );
  });
  it('has a day to go by for each list it can take rows of', () => {
    for (const name of Object.keys(agedBy)) expect(registerNames).toContain(name);
    expect(declared.retention.list).toBe('Retention');
  });
});
