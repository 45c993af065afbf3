// Which card in a chat is looked after, what it shows, and when it may be drawn again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Return } from '../../src/registers/returns.ts';
import {
  cardShows,
  gatheredCycles,
  handOverCards,
  mayDrawAgain,
  newestCards,
  returnsByPerson,
} from '../../src/rules/card-shows.ts';
import { inOneCardWith } from '../../src/rules/gathered.ts';
import { type Rows, registersOf, rowOf } from './table-of.ts';

const q2: string = 'plan|2020-21 Q2';
const q3: string = 'plan|2020-21 Q3';
const at = (moment: string) => Temporal.Instant.from(`${moment}Z`);
const sent = (
  step: 'Opening' | 'Reminder' | 'Manager' | 'Hand-over',
  moment: string,
  cycle = q2,
) => ({
  person: 'owner',
  cycle,
  step,
  state: 'Sent' as const,
  fellDueAt: at(moment),
  settledAt: at(moment),
  activity: `${step} ${cycle}`,
  conversation: 'a:1',
});
const told = (step: 'Opening' | 'Reminder', inCard: ReturnType<typeof sent>, cycle: string) => ({
  ...sent(step, '2020-10-09T09:30', cycle),
  state: 'Passed over' as const,
  reason: inOneCardWith(inCard),
  activity: null,
  conversation: null,
});
const people = ['owner', 'deputy', 'manager', 'leader'].map((key) => ({
  key,
  title: key,
  objectId: key,
  roles: key === 'leader' ? ['performance team'] : ['owner'],
  team: 'team',
  ...(key === 'owner' ? { deputy: 'deputy' } : {}),
}));
const asked = (code: string, more: Partial<Return> = {}) => ({
  measure: `plan|${code}`,
  period: '2020-21 Q2',
  cycle: q2,
  state: 'Due' as const,
  owner: 'owner',
  revision: 0,
  ...more,
});
const council = (more: Rows = {}) =>
  registersOf({
    people,
    teams: [{ key: 'team', title: 'Team', directorate: 'Place', manager: 'manager' }],
    measures: ['1', '2'].map((code) => ({ code, title: code, owner: 'owner' })),
    cycles: [
      { key: q2, title: 'Quarter 2' },
      { key: q3, title: 'Quarter 3', period: '2020-21 Q3' },
    ],
    returns: [asked('1'), asked('2')],
    ...more,
  });
const steps = (cards: readonly { readonly step: string }[]) => cards.map(({ step }) => step);

describe('the card looked after', () => {
  test('is the newest that asks, whichever came later in the ledger', () => {
    const notifications = [
      sent('Reminder', '2020-10-09T09:30'),
      sent('Opening', '2020-10-01T09:30'),
      sent('Manager', '2020-10-15T09:30'),
    ];
    expect(steps(newestCards(council({ notifications }), q2))).toEqual(['Reminder']);
  });
  test('is a manager’s card where their own reminder was told in it', () => {
    const manager = sent('Manager', '2020-10-09T09:30');
    const notifications = [
      sent('Opening', '2020-10-01T09:30'),
      told('Reminder', manager, q2),
      manager,
    ];
    expect(steps(newestCards(council({ notifications }), q2))).toEqual(['Manager']);
  });
  test('of two cycles told in one is that one, and it is about the returns of both', () => {
    const carrier = sent('Reminder', '2020-10-09T09:30');
    const registers = council({
      notifications: [
        sent('Opening', '2020-10-01T09:30', q3),
        carrier,
        told('Reminder', carrier, q3),
      ],
    });
    expect(newestCards(registers, q3)).toEqual([]);
    const [card] = newestCards(registers, q2);
    expect(card && gatheredCycles(registers, card)).toEqual([q3]);
  });
  test('is none where Teams took the message without naming it', () => {
    const notifications = [{ ...sent('Opening', '2020-10-01T09:30'), activity: '' }];
    expect(newestCards(council({ notifications }), q2)).toEqual([]);
  });
  test('of a hand-over is looked after beside the one that asks', () => {
    const registers = council({
      notifications: [
        sent('Reminder', '2020-10-09T09:30'),
        { ...sent('Hand-over', '2020-10-12T09:30'), about: 'deputy', key: 'owner|x|Hand-over' },
      ],
    });
    expect(steps(newestCards(registers, q2))).toEqual(['Reminder']);
    expect(steps(handOverCards(registers, q2))).toEqual(['Hand-over']);
  });
});

const today = Temporal.PlainDate.from('2020-10-09');
const shown = (rows: Rows, person = 'owner') => {
  const registers = council(rows);
  const cycle = registers.cycles.get(q2);
  if (cycle === undefined) throw new Error('No cycle.');
  const returns = returnsByPerson(registers, q2, today).get(person) ?? [];
  return cardShows(registers, cycle, { returns });
};
const answered = (code: string, more: Partial<Return> = {}) =>
  asked(code, {
    state: 'Returned',
    value: 80,
    revision: 1,
    returnedBy: 'deputy',
    returnedAt: at('2020-10-02T10:00'),
    ...more,
  });

describe('what a card shows', () => {
  test('is the same in whatever order the list holds the returns', () => {
    const either = fc.shuffledSubarray([asked('1'), answered('2')], { minLength: 2 });
    fc.assert(
      fc.property(either, (returns) => {
        expect(shown({ returns })).toEqual(shown({ returns: [asked('1'), answered('2')] }));
      }),
    );
  });
  test.each([
    ['an answer', [answered('1'), asked('2')]],
    ['a correction', [answered('1', { revision: 2 }), asked('2')]],
    ['another to answer it', [asked('1', { owner: 'manager' }), asked('2')]],
  ])('is another after %s', (_what, returns) => {
    const before =
      _what === 'a correction' ? [answered('1'), asked('2')] : [asked('1'), asked('2')];
    expect(shown({ returns }).whole).not.toBe(shown({ returns: before }).whole);
  });
  test('is not another for what only its date or wording says', () => {
    const later = asked('1', { dueOn: today, title: 'Renamed' });
    expect(shown({ returns: [later, asked('2')] })).toEqual(shown({}));
  });
  test('keeps its frame after an answer, and not after a hand-over or once the cycle is suspended', () => {
    const { frame } = shown({});
    expect(shown({ returns: [answered('1'), asked('2')] }).frame).toBe(frame);
    expect(shown({ returns: [asked('1', { owner: 'manager' }), asked('2')] }).frame).not.toBe(
      frame,
    );
    const suspended = [{ key: q2, state: 'Suspended' as const, revision: 2 }];
    expect(shown({ cycles: suspended }).frame).not.toBe(frame);
  });
  test('is about an owner’s returns for the deputy too, while the owner is away', () => {
    const away = people.map((each) =>
      each.key === 'owner' ? { ...each, awayUntil: today.add({ days: 1 }) } : each,
    );
    expect(shown({ people: away }, 'deputy')).toEqual(shown({}));
    expect(shown({}, 'deputy')).not.toEqual(shown({}));
  });
});

describe('a card pressed some minutes ago', () => {
  const pressedAt = at('2020-10-09T10:00');
  const minutesLater = (minutes: number, rows: Rows, asks: Parameters<typeof press>[0] = null) =>
    mayDrawAgain(
      council(rows),
      { person: 'owner', cycle: q2 },
      {
        press: press(asks),
        now: pressedAt.add({ seconds: Math.round(minutes * 60) }),
      },
    );
  const press = (asks: { return: string; revision: number } | null) => ({ at: pressedAt, asks });
  const first = { return: rowOf('returns', asked('1')).key, revision: 0 };

  test('may be drawn again from ten minutes on', () => {
    expect([9.99, 10].map((each) => minutesLater(each, {}, first))).toEqual([false, true]);
  });
  test('may be at once where what it asks was answered, or is another’s to answer', () => {
    expect(minutesLater(1, { returns: [answered('1')] }, first)).toBe(true);
    expect(minutesLater(1, { returns: [asked('1', { owner: 'stranger' })] }, first)).toBe(true);
    expect(minutesLater(1, { returns: [asked('1'), answered('2')] }, first)).toBe(false);
  });
  test('may be at once where the cycle runs no more', () => {
    for (const state of ['Suspended', 'Closed', 'Withdrawn'] as const)
      expect(minutesLater(1, { cycles: [{ key: q2, state }] })).toBe(true);
  });
});
