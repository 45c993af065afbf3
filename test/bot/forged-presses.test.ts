// Presses no card of ours would send: another's return, names that every object has, revisions that never
// were, a confirmation that was not asked for. Nothing is changed by them, and nothing breaks.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import type { Pressed, Seat } from '../journeys/seat.ts';
import { cycle, ids, rows } from './asked-of-ann.ts';
import { openHouse } from './house.ts';

let house: Awaited<ReturnType<typeof openHouse>>;
const eve = 'aaaaaaaa-0000-4000-8000-00000000000e';
const first = 'plan|1|2020-21 Q2';
const second = 'plan|2|2020-21 Q2';
const escalation = 'red|Measures: plan|2|2020-21 Q2|ann';
const mark = markOf(escalation);
const registers = () => house.ports.replica.registers();
const kept = (key: string) => registers().returns.get(key);
const drafts = () => [...registers().drafts.values()];

beforeAll(async () => {
  const { people = [], measures = [], ...others } = rows();
  house = await openHouse({
    ...others,
    escalations: [
      {
        key: escalation,
        title: 'Households helped',
        rule: 'red',
        line: 'Measures: plan|2',
        level: 'SMT',
        person: 'ann',
        owner: 'ann',
        cycle,
        raisedAt: Temporal.Instant.from('2020-10-01T08:00:00Z'),
      },
    ],
    people: [...people, { key: 'eve', title: 'Head of Parks', objectId: eve, team: 'parks' }],
    measures: measures.map((each) =>
      each.code === '2' ? { ...each, access: 'exempt' as const, exemptUnder: '3' } : each,
    ),
  });
  for (const id of [ids.ann, eve]) await house.seat(id).say('hello');
});
afterAll(() => house.close());

const press = async (seat: Seat, verb: string, data: object): Promise<Pressed> =>
  seat.pressAction((await seat.newestCard()).id, {
    type: 'Action.Execute',
    verb,
    data: { v: 1, ...data },
  });
const answer = { cycle, return: second, revision: 0, value: '430', finality: 'final' };

describe('somebody whose return it is not', () => {
  test.each([
    ['answer', answer],
    ['confirm', { ...answer, value: '73390', right: 'It is.' }],
    ['no-data', { ...answer, until: '2020-11-04', because: 'Late' }],
    ['keep', answer],
    ['open', { return: second }],
    ['correct', { cycle, return: second }],
    ['not-mine', { cycle, return: second, because: 'It moved.' }],
    ['name-owner', { cycle, measure: 'plan|2', owner: 'eve' }],
    ['name-owner', { cycle, measure: 'all', owner: 'eve' }],
    ['target', { cycle, return: second, revision: 0, value: '1' }],
    ['confirm-figure', answer],
    ['acknowledge', { cycle, level: 'SMT' }],
    ['escalation', { escalation: mark, form: 'ask' }],
    ['seen', { shown: mark, from: 'one' }],
    ['ask', { escalation: mark, asked: 0, question: 'Why?' }],
    ['reply', { escalation: mark, question: mark, answer: 'So.' }],
    ['require-plan', { escalation: mark, required: 0, dueOn: '2020-11-04', because: 'x' }],
    ['give-plan', { escalation: mark, required: 1, what: 'x', dueOn: '2020-11-04' }],
    ['accept', { escalation: mark, because: 'x' }],
    ['offer-support', { escalation: mark, support: 'x' }],
  ])('learns and changes nothing by %s', async (verb, data) => {
    const told = await press(house.seat(eve), verb, data);
    expect(told.status).toBe(200);
    for (const secret of ['Households helped', '430 households', 'Head of Housing'])
      expect(told.words).not.toContain(secret);
    expect(kept(second)).toMatchObject({ state: 'Due', owner: 'ann', revision: null });
    expect(registers().measures.get('plan|2')?.owner).toBe('ann');
    expect(drafts()).toEqual([]);
    expect(registers().escalations.get(escalation)?.state).toBe('Open');
    expect(registers().escalationHistory.size).toBe(0);
  });
});

describe('names that every object has', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', async (name) => {
    const ann = house.seat(ids.ann);
    const red = { commentary: 'More came.', action: 'Ring', actionBy: '2020-11-30' };
    const presses: (readonly [string, object])[] = [
      ['open', { return: name }],
      ['start', { cycle: name }],
      ['answer', { ...answer, return: name }],
      ['answer', { ...answer, value: '470', ...red, actionOwner: name }],
      ['keep', { ...answer, to: 'another', next: name }],
      ['not-mine', { cycle: name, return: name, because: 'x' }],
      ['name-owner', { cycle, measure: name, owner: name }],
      [name, answer],
    ];
    for (const [verb, data] of presses)
      expect((await press(ann, verb, data)).words).not.toContain('That did not work');
    expect(kept(second)?.state).toBe('Due');
    expect(house.faults).toEqual([]);
  });
});

describe('the person themself', () => {
  test('with a revision that never was changes nothing', async () => {
    const ann = house.seat(ids.ann);
    for (const revision of [1, 7, 10_000]) {
      const told = await press(ann, 'answer', { ...answer, return: first, revision });
      expect(told.words).not.toContain('Saved.');
    }
    for (const revision of [-1, 0.5, 1e9, '0', null])
      expect((await press(ann, 'answer', { ...answer, return: first, revision })).words).toContain(
        'could not be read',
      );
    expect(kept(first)?.state).toBe('Due');
  });

  test('who confirms what nobody doubted has answered, and no doubt is put on record', async () => {
    const told = await press(house.seat(ids.ann), 'confirm', {
      ...answer,
      return: first,
      right: 'It is.',
    });
    expect(told.words).toContain('Saved.');
    expect(kept(first)).toMatchObject({ value: 430, doubted: null, confirmedBecause: null });
  });
});
