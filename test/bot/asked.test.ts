// What is typed to the bot where no return is due: whatever escalations ask of the person is said, and what else
// may be typed or pressed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { owedView } from '../../bot/views/owed-view.ts';
import type { Person } from '../../src/registers/people.ts';
import type { Seat } from '../journeys/seat.ts';
import { partWithId, wordsOf } from '../journeys/seat.ts';
import { type Rows, registersOf } from '../rules/table-of.ts';
import { openHouse } from './house.ts';

const ids = {
  head: 'aaaaaaaa-0000-4000-8000-000000000001',
  director: 'aaaaaaaa-0000-4000-8000-000000000002',
  clerk: 'aaaaaaaa-0000-4000-8000-000000000003',
};
const at = Temporal.Instant.from('2020-09-28T08:30:00Z');
const escalated = (code: string, more: object) => ({
  key: `red-twice|${code}`,
  rule: 'red-twice',
  line: `Measures: plan|${code}`,
  level: 'SMT' as const,
  person: 'director',
  owner: 'head',
  raisedAt: at,
  evidence: '70% against 80% or more, 10 points off',
  ...more,
});
const said = (code: string, event: 'asked' | 'plan required', more: object = {}) => ({
  key: `red-twice|${code}|${event}|1`,
  escalation: `red-twice|${code}`,
  event,
  by: 'director',
  to: 'head',
  at,
  words: 'Why is this?',
  ...more,
});
const dueOn = Temporal.PlainDate.from('2020-10-05');
const rows = {
  people: [
    { key: 'head', title: 'Head of Waste', objectId: ids.head, team: 'waste' },
    {
      key: 'director',
      title: 'Director of Place',
      objectId: ids.director,
      roles: ['SMT' as const],
    },
    { key: 'clerk', title: 'Clerk', objectId: ids.clerk },
  ],
  teams: [{ key: 'waste', title: 'Waste', directorate: 'Place' }],
  cycles: [{ key: 'plan|2020-21 Q2', title: 'Quarter 2' }],
  measures: ['1', '2'].map((code) => ({ code, title: `Measure ${code}`, team: 'waste' })),
  escalationRules: [
    {
      key: 'red-twice',
      title: 'Off target twice running',
      kind: 'red on new figures running' as const,
      route: 'SMT' as const,
    },
  ],
  escalations: [
    escalated('1', { title: 'Missed bins', state: 'Acknowledged', planDueOn: dueOn }),
    escalated('2', { title: 'Fly-tips cleared', state: 'Open' }),
  ],
  escalationHistory: [said('1', 'plan required', { dueOn }), said('2', 'asked')],
};

test('it is said beside the returns that are due, and to who is away', () => {
  const today = Temporal.PlainDate.from('2020-10-01');
  const shown = (awayUntil: Temporal.PlainDate | null, returns: Rows['returns'] = []) => {
    const people = rows.people.map((each) => ({ ...each, awayUntil }));
    const registers = registersOf({ ...rows, people, returns });
    const { title, sentences } = owedView(registers, registers.people.get('head') as Person, today);
    return [title, ...sentences].join(' ');
  };
  const besides =
    'Besides: 1 recovery plan due by Mon 5 October and 1 question to answer. See Escalations in the tab.';
  const due = {
    measure: 'plan|1',
    period: '2020-21 Q2',
    cycle: 'plan|2020-21 Q2',
    state: 'Due' as const,
    owner: 'head',
    dueOn: Temporal.PlainDate.from('2020-10-14'),
  };
  expect(shown(null, [due])).toBe(`Quarter 2 returns: 1 due by Wed 14 October ${besides}`);
  expect(shown(today.add({ days: 7 }))).toMatch(/^You are away until .* Besides: /);
  expect(shown(today.add({ days: 7 }))).toContain(besides);
});

let house: Awaited<ReturnType<typeof openHouse>>;
beforeAll(async () => {
  house = await openHouse(rows);
});
afterAll(() => house.close());

const answerTo = async (seat: Seat, typed: string): Promise<string> => {
  const before = (await seat.chat()).length;
  await seat.say(typed);
  await expect.poll(async () => (await seat.chat()).length).toBe(before + 2);
  return wordsOf((await seat.newestCard()).card);
};

test('who is asked for a recovery plan is told by when, and can give it from there', async () => {
  const head = house.seat(ids.head);
  const words = await answerTo(head, 'What do I owe?');
  expect(words).not.toContain('Nothing due');
  expect(words).toBe(
    '1 recovery plan due by Mon 5 October and 1 question to answer. Recovery plan due by Mon 5 October: Missed bins. Question: Fly-tips cleared. They are in the tab too, under Escalations. Give the plan… I’m away until…',
  );
  const form = await head.press('escalation', {}, { form: 'answer' });
  expect(form.words).toContain('Director of Place requires a recovery plan');
  expect(partWithId(form.card ?? { type: '' }, 'what')).not.toBeNull();
  const plan = { what: 'A second crew', dueOn: '2020-12-18', planOwner: 'head' };
  expect((await head.press('give-plan', plan)).words).toContain('Answered');
  expect(await answerTo(head, 'escalations')).toBe(
    '1 question to answer: Fly-tips cleared. It is in the tab too, under Escalations. Answer… I’m away until…',
  );
  const question = await head.press('escalation', {}, { form: 'answer' });
  expect(question.words).toContain('Director of Place asks Why is this?');
});

test('who it was taken to is not told that nothing is due, and finds it by its name', async () => {
  const director = house.seat(ids.director);
  const words = await answerTo(director, 'help');
  expect(words).toMatch(/^No return is due\. \d escalations? needs? you\..*Show escalations/);
  expect(await answerTo(director, 'Escalations')).toMatch(/needs? you this week/);
});

test('with nothing due it says what can be typed, and being away is at hand', async () => {
  const clerk = house.seat(ids.clerk);
  expect(await answerTo(clerk, 'help')).toBe(
    'Nothing due. You will get a card here when a return is due. Type “away” to say that you are away, or “escalations” for what is taken to you. What do I owe? I’m away until…',
  );
  expect(await answerTo(clerk, 'escalations')).toContain('Nothing due.');
  expect(await answerTo(clerk, 'away until 5 Oct')).toContain('Until when are you away?');
  const away = await clerk.press('away', { until: '2020-10-05' });
  expect(away.words).toContain('You are away until Mon 5 October.');
  expect(await answerTo(clerk, 'I’m back')).toContain('Nothing due.');
  expect(house.faults).toEqual([]);
});
