// What fell due for one person at once, in two cycles or for themselves and their team, is one card.
import * as AC from 'adaptivecards';
import { describe, expect, it } from 'vitest';
import { cardFor } from '../../bot/card-for.ts';
import { inOneCardWith } from '../../src/rules/gathered.ts';
import { buttons, type Card, wordsOf } from '../journeys/seat.ts';
import { clock } from '../rules/given-council.ts';
import { registersOf } from '../rules/table-of.ts';

const cycles = [
  { plan: 'one', period: '2020-21 Q2', title: 'Quarter 2 2020-21' },
  { plan: 'two', period: '2020-21 Q2', title: 'Quarter 2 of the other plan' },
];
const many = Array.from({ length: 40 }, (_, n) => `${n + 1}`);
const keyOf = (plan: string) => `${plan}|2020-21 Q2`;
const registers = (states: { readonly two?: 'Returned' } = {}, codes: readonly string[] = ['1']) =>
  registersOf({
    people: [{ key: 'head', title: 'Head of Waste', roles: ['owner', 'manager'], team: 'team' }],
    teams: [{ key: 'team', title: 'Waste', manager: 'head' }],
    cycles,
    measures: cycles.flatMap(({ plan }) =>
      codes.map((code) => ({
        plan,
        code,
        title: `Measure ${code} of plan ${plan}, and all that its long name says besides`,
        owner: 'head',
      })),
    ),
    returns: cycles.flatMap(({ plan }) =>
      codes.map((code) => ({
        measure: `${plan}|${code}`,
        plan,
        period: '2020-21 Q2',
        cycle: keyOf(plan),
        owner: 'head',
        state: plan === 'two' ? (states.two ?? ('Due' as const)) : ('Due' as const),
        value: 1,
      })),
    ),
    notifications: (['Deadline', 'Manager'] as const).flatMap((step) =>
      cycles.map(({ plan }) => ({
        person: 'head',
        cycle: keyOf(plan),
        step,
        state: 'Passed over' as const,
        reason: inOneCardWith({ cycle: keyOf('one'), step: 'Manager' }),
      })),
    ),
  });
const drawn = (...said: Parameters<typeof registers>) =>
  cardFor(
    registers(...said),
    { person: 'head', cycle: keyOf('one'), step: 'Manager', about: null, replaces: null },
    clock('2020-10-16'),
  ) as unknown as Card;
const pressed = (card: Card) =>
  buttons(card).map(({ verb, data }) => `${verb} ${String(data?.['cycle'])}`);

describe('the card of a day on which several things fell due', () => {
  it('has each cycle’s own returns and each cycle’s missing ones once, with a button of its own', () => {
    const card = drawn();
    expect(pressed(card).toSorted()).toEqual(
      ['acknowledge one', 'acknowledge two', 'start one', 'start two'].map(
        (each) => `${each}|2020-21 Q2`,
      ),
    );
    expect(wordsOf(card).match(/returns: 1 was due on/g)).toHaveLength(2);
  });
  it('says no more of what has been answered since', () => {
    const card = drawn({ two: 'Returned' });
    expect(pressed(card).filter((each) => each.includes('two'))).toEqual([]);
    expect(pressed(card)).toContain('start one|2020-21 Q2');
  });
  it('reads in the notification as all it holds', () => {
    expect(String(drawn()['speak'])).toMatch(/late in your teams.*was due on/);
  });
  it('parses without a warning and stays under 28 KB with 40 due in each', () => {
    const card = drawn({}, many);
    expect(JSON.stringify(card).length).toBeLessThan(28_000);
    const context = new AC.SerializationContext();
    new AC.AdaptiveCard().parse(card, context);
    const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n));
    expect(events.map(({ message }) => message)).toEqual([]);
  });
});
