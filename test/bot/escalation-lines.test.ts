// What the cards of the week hold: seven lines at most, of both kinds together, and buttons that name what was
// shown and nothing else.
import { expect, it } from 'vitest';
import type { AdaptiveCard } from '../../bot/cards/adaptive-card.ts';
import { askCard } from '../../bot/cards/ask-card.ts';
import { digestCard } from '../../bot/cards/digest-card.ts';
import { managerCard } from '../../bot/cards/manager-card.ts';
import { smtCard } from '../../bot/cards/smt-card.ts';
import { readPress } from '../../bot/handlers/read-press.ts';
import { askView, digestView } from '../../bot/views/digest-view.ts';
import { managerView } from '../../bot/views/escalation-view.ts';
import type { Row } from '../../src/registers/registers.ts';
import { markOf } from '../../src/rules/escalations-wanted.ts';
import { buttons, type Card, wordsOf } from '../journeys/seat.ts';
import { registersOf } from '../rules/table-of.ts';
import { smtView } from './given.ts';
import { digestCardView } from './given-escalations.ts';

const words = (card: AdaptiveCard) => wordsOf(card as unknown as Card);
const lines = (card: AdaptiveCard) =>
  words(card).match(/Require a plan…|working days? late/g) ?? [];
const plain = (count: number) => digestCardView(count).lines;

it('the ladder’s word to SMT carries the week’s lines, seven of both together', () => {
  expect(lines(smtCard(smtView(40, { besides: plain(40) })))).toHaveLength(7);
  expect(lines(smtCard(smtView(1, { besides: plain(40) })))).toHaveLength(7);
  expect(lines(smtCard(smtView(40, { besides: plain(2) })))).toHaveLength(7);
  expect(words(smtCard(smtView(40, { besides: plain(40) })))).toMatch(
    /and 37 more, in the tab under Escalations .* and 36 more, in the tab under Escalations/s,
  );
});

it('the button of what is missing says so where other lines have a button of their own', () => {
  const last = (late: number, besides: number) =>
    smtCard(smtView(late, { besides: plain(besides) })).actions?.map((each) => each.title);
  expect(last(4, 0)).toEqual(['Acknowledge']);
  expect(last(4, 2)).toEqual(['Acknowledge the 4 late returns']);
  expect(last(1, 2)).toEqual(['Acknowledge the late return']);
});

it('all that is acknowledged at one press is what the card shows', () => {
  const card = digestCard(digestCardView(9));
  const [all] = (card.actions ?? []).map((each) => 'data' in each && each.data['shown']);
  expect(String(all).split(' ')).toEqual(plain(7).map(({ mark }) => mark));
  expect(digestCard(digestCardView(1)).actions).toBeUndefined();
});

const key = 'overdue|Actions: plan|A|2020-09-01|place';
const at = Temporal.Instant.from('2020-10-05T08:30:00Z');
const registers = registersOf({
  people: [
    { key: 'place', title: 'Director of Place', roles: ['SMT'], objectId: 'p' },
    { key: 'ann', title: 'Head of Parks', objectId: 'a' },
  ],
  escalationRules: [
    { key: 'overdue', title: 'Action long overdue', kind: 'action overdue', route: 'SMT' },
  ],
  escalations: [
    {
      key,
      title: 'Resurface the courts',
      rule: 'overdue',
      level: 'SMT',
      person: 'place',
      owner: 'ann',
      evidence:
        'Activity due on Tue 1 September 2020: 24 working days overdue.\nWhat became of it: Delayed',
      state: 'Answered',
      planDueOn: Temporal.PlainDate.from('2020-10-02'),
      raisedAt: at,
    },
  ],
  escalationHistory: [
    {
      key: `${key}|asked|1`,
      escalation: key,
      event: 'asked',
      by: 'place',
      to: 'ann',
      at,
      words: 'Why?',
    },
  ],
});
const reader = {
  registers,
  person: registers.people.get('place') as Row<'people'>,
  today: Temporal.PlainDate.from('2020-10-05'),
};

it('a line says how bad it is, what happened, and that the plan has not come', () => {
  expect(words(digestCard(digestView(reader)))).toMatch(
    /1 thing needs you this week Resurface the courts Action long overdue Activity due on .* 24 working days overdue\. What happened: Delayed The recovery plan was due on Fri 2 October, and has not come\. Ask…/,
  );
});

it('an escalation by itself tells its history, and every button on it can be pressed', () => {
  const escalation = registers.escalations.get(key) as Row<'escalations'>;
  const card = askCard(askView(reader, escalation, { form: 'ask' }));
  expect(words(card)).toContain('Mon 5 October: Director of Place asked: Why?');
  const [send] = buttons(card as unknown as Card);
  expect(send?.data).toEqual({ v: 1, escalation: markOf(key), asked: 1 });
  expect(readPress(send?.verb, { ...send?.data, question: 'And?' })).not.toBeNull();
  expect(readPress('ask', { v: 1, escalation: key, asked: 1, question: 'And?' })).toBeNull();
});

it('a manager’s own late assurance is theirs, and has no earlier figure to look for', () => {
  const late = registersOf({
    teams: [{ key: 'waste', title: 'Waste', manager: 'head' }],
    people: [{ key: 'head', title: 'Head of Waste', team: 'waste', roles: ['manager'] }],
    cycles: [{ period: '2020-21 Q2', opensOn: Temporal.PlainDate.from('2020-10-01') }],
    returns: [
      {
        key: 'Teams: waste|2020-21 Q2',
        measure: null,
        about: 'Teams: waste',
        kind: 'assurance',
        period: '2020-21 Q2',
        cycle: 'plan|2020-21 Q2',
        owner: 'head',
        state: 'Due',
        dueOn: Temporal.PlainDate.from('2020-10-14'),
      },
    ],
  });
  const person = late.people.get('head') as Row<'people'>;
  const cycle = late.cycles.get('plan|2020-21 Q2') as Row<'cycles'>;
  const today = Temporal.PlainDate.from('2020-10-15');
  const view = managerView({ registers: late, person, cycle, today });
  expect(view.late[0]).toMatchObject({ name: 'Assurance: Waste', who: 'you' });
  expect(words(managerCard(view))).toMatch(/1 working day late · you(?!.*earlier figure)/s);
});

it('many missing returns are one line of the week, the longest missing named, acknowledged together', () => {
  const missing = (nth: number): Partial<Row<'escalations'>> => ({
    key: `plan|${nth}|2020-21 Q2|SMT|director`,
    title: `Measure ${nth}`,
    return: `plan|${nth}|2020-21 Q2`,
    cycle: 'plan|2020-21 Q2',
    level: 'SMT',
    person: 'director',
    raisedAt: Temporal.Instant.from('2020-10-19T08:00:00Z'),
  });
  const week = (count: number) => {
    const nths = Array.from({ length: count }, (_, nth) => nth);
    const registers = registersOf({
      people: [
        { key: 'director', title: 'Director of Place', roles: ['SMT'] },
        { key: 'owner', title: 'Head of Waste' },
      ],
      teams: [{ key: 'waste' }],
      cycles: [{ period: '2020-21 Q2', title: 'Quarter 2 2020-21' }],
      measures: nths.map((nth) => ({ code: String(nth), title: `Measure ${nth}`, team: 'waste' })),
      returns: nths.map((nth) => ({
        measure: `plan|${nth}`,
        period: '2020-21 Q2',
        cycle: 'plan|2020-21 Q2',
        state: 'Due' as const,
        owner: 'owner',
        dueOn: Temporal.PlainDate.from(nth === 5 ? '2020-10-12' : '2020-10-14'),
      })),
      escalations: nths.map(missing),
    });
    const person = registers.people.get('director');
    if (!person) throw new Error('No director.');
    return digestView({ registers, person, today: Temporal.PlainDate.from('2020-10-19') });
  };
  expect(week(3)).toMatchObject({ title: '3 things need you this week', missing: [] });
  const many = week(12);
  expect(many.title).toBe('1 thing needs you this week');
  expect(many.lines).toEqual([]);
  const card = digestCard(many);
  expect(words(card)).toContain('12 returns of quarter 2 are still missing');
  expect(words(card)).toMatch(/Longest: Measure 5, 5 working days late, Head of Waste;/);
  const [press] = buttons(card as unknown as Card);
  expect(press?.title).toBe('Acknowledge these 12');
  expect(readPress(press?.verb, press?.data)).toMatchObject({
    verb: 'acknowledge',
    data: { cycle: 'plan|2020-21 Q2', level: 'SMT' },
  });
});
