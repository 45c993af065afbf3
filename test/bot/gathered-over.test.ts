// A card that tells of two cycles, once one of them is over or waits: the other goes on in it.
import { describe, expect, it } from 'vitest';
import { cardFor } from '../../bot/card-for.ts';
import type { Row } from '../../src/registers/registers.ts';
import { cardShows, mayDrawAgain } from '../../src/rules/card-shows.ts';
import { inOneCardWith } from '../../src/rules/gathered.ts';
import { buttons, type Card, wordsOf } from '../journeys/seat.ts';
import { clock } from '../rules/given-council.ts';
import { registersOf } from '../rules/table-of.ts';

type State = Row<'cycles'>['state'];
const keyOf = (plan: string) => `${plan}|2020-21 Q2`;
const registers = (one: State, two: State = 'Open') =>
  registersOf({
    people: [{ key: 'owner', title: 'An owner', objectId: 'o', roles: ['owner'], team: 'team' }],
    teams: [{ key: 'team', title: 'Waste', manager: 'head' }],
    cycles: [
      { plan: 'one', state: one, title: 'Quarter 2 2020-21' },
      { plan: 'two', state: two, title: 'Quarter 2 of the other plan' },
    ],
    measures: ['one', 'two'].map((plan) => ({ plan, code: '1', title: plan, owner: 'owner' })),
    returns: ['one', 'two'].map((plan) => ({
      measure: `${plan}|1`,
      plan,
      period: '2020-21 Q2',
      cycle: keyOf(plan),
      owner: 'owner',
      state: 'Due' as const,
      revision: 0,
    })),
    notifications: [
      {
        person: 'owner',
        cycle: keyOf('two'),
        step: 'Deadline',
        state: 'Passed over',
        reason: inOneCardWith({ cycle: keyOf('one'), step: 'Deadline' }),
      },
    ],
  });
const drawn = (one: State, two?: State) =>
  cardFor(
    registers(one, two),
    { person: 'owner', cycle: keyOf('one'), step: 'Deadline', about: null, replaces: null },
    clock('2020-10-14'),
  ) as unknown as Card;
const pressed = (card: Card) =>
  buttons(card).map(({ verb, data }) => `${verb} ${String(data?.['cycle'])}`);

describe('a card of two cycles', () => {
  it.each([
    ['Closed', 'has closed'],
    ['Suspended', 'is suspended'],
    ['Withdrawn', 'was withdrawn'],
  ] as const)('of which its own is %s says so, and still starts the other', (state, words) => {
    const card = drawn(state);
    expect(wordsOf(card)).toContain(words);
    expect(pressed(card)).toEqual(['start two|2020-21 Q2']);
  });
  it('of which both are over has nothing to press', () => {
    expect(pressed(drawn('Closed', 'Closed'))).toEqual([]);
  });
  it('shows something else once the other is over', () => {
    const shown = (two: State) => {
      const at = registers('Open', two);
      const [one, other] = [...at.cycles.values()] as [Row<'cycles'>, Row<'cycles'>];
      return cardShows(at, one, { returns: [...at.returns.values()], besides: [other] }).whole;
    };
    expect(shown('Open')).toBe(shown('Open'));
    expect(shown('Open')).not.toBe(shown('Closed'));
  });
  it('is left to a person who answers for the one that goes on, when the other closes', () => {
    const now = clock('2020-10-14').toInstant();
    const may = (plan: string, ...states: [State, State?]) =>
      mayDrawAgain(
        registers(...states),
        { person: 'owner', cycle: keyOf('one') },
        { press: { at: now, asks: { return: `${plan}|1|2020-21 Q2`, revision: 0 } }, now },
      );
    expect(may('two', 'Closed')).toBe(false);
    expect(may('one', 'Closed')).toBe(true);
    expect(may('two', 'Open', 'Closed')).toBe(true);
  });
});
