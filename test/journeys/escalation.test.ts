// A figure off target twice running, from its answer to SMT and back: the week's card, a question and its
// answer, a recovery plan, and what Escalation history holds of it, each once across a restart.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleEscalationRules } from '../../src/samples/escalation-rules.ts';
import { type House, openHouse } from '../given.ts';
import { answerFully, figuresFor } from './answering.ts';
import { buttons, type Card, wordsOf } from './seat.ts';
import { smallCouncil } from './small-council.ts';

const owner = 'p-schools';
const director = 'p-director-children';
const measure = 'operating-plan-2020-21|EP 1';

describe('off target on two figures running', () => {
  let house: House;
  beforeAll(async () => {
    const small = smallCouncil([owner]);
    house = await openHouse({
      ...small,
      rows: { ...small.rows, escalationRules: sampleEscalationRules('p-performance') },
    });
    await house.moveClock('next');
    await answerAll();
  }, 60_000);
  afterAll(() => house.close());

  const answerAll = async () => {
    const seat = house.seat(owner);
    let { card } = await seat.press('start');
    for (let next = answerOn(card); next !== undefined; next = answerOn(card))
      ({ card } = await answerFully(
        seat,
        figuresFor(house.council, String(next.data?.['return'])),
      ));
  };
  const answerOn = (card: Card | null) =>
    card === null ? undefined : buttons(card).find(({ verb }) => verb === 'answer');
  const rows = async (list: string, of = measure) =>
    (await house.list(list)).filter((each) => String(each['Key']).includes(of));
  const sent = async (step: string) =>
    (await house.list('Notifications')).filter((each) => each['Step'] === step);
  const newest = async (person: string) => wordsOf((await house.seat(person).newestCard()).card);

  test('is raised when the second comes, and reaches the director on Monday, not before', async () => {
    const raised = await rows('Escalations');
    expect(raised.map((each) => each['Person']).toSorted()).toEqual([
      'p-chief-executive',
      director,
    ]);
    expect(raised[0]).toMatchObject({ State: 'Open', Rule: 'red-twice', Owner: owner });
    expect(await sent('Digest')).toEqual([]);
    await house.moveClockTo('2020-10-05T09:30');
    expect(await newest(director)).toMatch(
      /need.? you this week .*■ Off target {1,2}on 2 figures running: .* Acknowledge .*Ask… Require a plan…/,
    );
  });

  test('a question goes to the owner, and the answer comes back to the director', async () => {
    const asking = house.seat(director);
    const about = { form: 'ask' };
    await asking.press('escalation', {}, about);
    expect((await asking.press('ask', { question: ' ' })).words).toContain(
      'Type what you want to know',
    );
    expect((await asking.press('ask', { question: 'Why two quarters?' })).words).toContain(
      'Asked.',
    );
    await house.app.beatNow();
    expect(await newest(owner)).toMatch(
      /asks Why two quarters\? .*Off target on 2 figures running/,
    );
    const answered = await house
      .seat(owner)
      .press('reply', { answer: 'Two schools were inspected.' });
    expect(answered.words).toContain('Answered');
    await house.app.beatNow();
    expect(await newest(director)).toMatch(
      /has answered .*You asked: Why two quarters\? Two schools were inspected\./,
    );
  });

  test('a recovery plan that is required becomes an action, followed like any other', async () => {
    const asking = house.seat(director);
    await asking.press('escalation');
    await asking.press('escalation', {}, { form: 'plan' });
    const plan = { because: 'Back on target by spring.', dueOn: '2020-10-16' };
    expect((await asking.press('require-plan', plan)).words).toContain('Required.');
    await house.app.beatNow();
    expect(await newest(owner)).toContain('requires a recovery plan Back on target by spring.');
    const given = { what: 'Visit both schools', dueOn: '2020-12-18', planOwner: owner };
    await house.seat(owner).press('give-plan', given);
    await house.app.beatNow();
    expect(await newest(director)).toContain('has given a recovery plan');
    const [row] = (await house.list('Actions')).filter((each) => each['Kind'] === 'recovery plan');
    expect(row).toMatchObject({ Title: 'Visit both schools', Owner: owner, DueOn: '2020-12-18' });
  });

  test('all of it is on the Escalations list and in its history, in order, and no step went twice', async () => {
    const messages = (await house.record()).filter(({ kind }) => kind === 'create').length;
    await house.restart();
    await house.app.beatNow();
    expect((await house.record()).filter(({ kind }) => kind === 'create')).toHaveLength(messages);
    const [theirs] = (await rows('Escalations')).filter((each) => each['Person'] === director);
    expect(theirs).toMatchObject({ State: 'Answered', PlanDueOn: '2020-10-16' });
    const history = (await rows('Escalation history', String(theirs?.['Key'])))
      .toSorted((one, other) => Number(one['id']) - Number(other['id']))
      .map((each) => each['Event']);
    expect(history).toEqual(['raised', 'told', 'asked', 'answered', 'plan required', 'plan given']);
  });

  test('who has acknowledged hears no more of it, and who has not hears again each week', async () => {
    await house.moveClockTo('2020-10-12T09:30');
    const before = await sent('Digest');
    expect(before.filter((each) => each['Person'] === director)).toHaveLength(1);
    // The chief executive has acknowledged nothing: each week tells them again.
    expect(before.filter((each) => each['Person'] === 'p-chief-executive')).toHaveLength(2);
  });
});
