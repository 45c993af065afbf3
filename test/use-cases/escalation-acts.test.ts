// A question about an escalation and its answer, and a recovery plan from when it is required to when it is
// given: by whom, once, and what becomes of each.
import { describe, expect, it } from 'vitest';
import { eventOfMark } from '../../src/rules/escalations-wanted.ts';
import { accept } from '../../src/use-cases/accept.ts';
import { answerQuestion } from '../../src/use-cases/answer-question.ts';
import { askAbout } from '../../src/use-cases/ask-about.ts';
import { change } from '../../src/use-cases/change.ts';
import { givePlan } from '../../src/use-cases/give-plan.ts';
import { requirePlan } from '../../src/use-cases/require-plan.ts';
import {
  acting,
  cycle,
  day,
  escalation,
  fault,
  instant,
  quietKey,
  redKey,
  rows,
} from './given-escalation.ts';
import { ownEscalations } from './own-escalations.ts';

const { council, house, registers, of, events, sentTo } = ownEscalations();

const question = `${redKey}|asked|1`;
const ask = (by = 'place', words = 'Why so many?', asked = 0) =>
  askAbout(council.ports, { ...acting(by), question: words, asked });
const reply = (by = 'ann', words = 'Two vans broke.') =>
  answerQuestion(council.ports, { ...acting(by), question, answer: words });
const demand = (by = 'place', dueOn = '2020-11-02', required = 0) =>
  requirePlan(council.ports, { ...acting(by), dueOn, because: 'Back on target.', required });
const give = (by = 'ann', said: object = {}) =>
  givePlan(council.ports, {
    ...acting(by),
    what: 'Hire two vans',
    owner: 'bob',
    dueOn: '2020-11-30',
    required: 1,
    ...said,
  });

describe('a question about an escalation', () => {
  it('goes to the owner as a card, and the answer comes back to who asked and stands on it', async () => {
    expect(await ask()).toMatchObject({ outcome: 'done', question: { words: 'Why so many?' } });
    expect(of()).toMatchObject({ state: 'Acknowledged', acknowledgedAt: expect.anything() });
    const [waiting] = await council.waiting();
    expect(waiting?.message).toMatchObject({ step: 'Question', person: 'ann', cycle });
    expect(eventOfMark(registers(), waiting?.message.about ?? null)?.key).toBe(question);

    expect(await reply()).toMatchObject({ outcome: 'done' });
    expect(of().state).toBe('Answered');
    expect(await sentTo()).toEqual(['Question ann', 'Answer place']);
    expect(events()).toEqual(['asked', 'answered']);
    expect(registers().escalationHistory.get(`${redKey}|answered|1`)).toMatchObject({
      by: 'ann',
      to: 'place',
      words: 'Two vans broke.',
      answers: question,
    });
    const journal = [...registers().journal.values()].filter(({ by }) => by === 'ann');
    expect(journal.some(({ why }) => why === 'Two vans broke.')).toBe(true);
  });
  it('pressed twice is asked once; of two at once one is told what the other asked', async () => {
    const both = await Promise.all([ask(), ask()]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already', 'done']);
    expect(fault(await ask('place', 'Since when?'))).toBe('meanwhile');
    expect((await ask('place', 'Since when?', 1)).outcome).toBe('done');
    expect(await sentTo()).toEqual(['Question ann', 'Question ann']);
  });
  it('is answered once, by the owner or who covers for them; another is told who did', async () => {
    await ask();
    expect(await reply('bob')).toMatchObject({ reason: 'not yours' });
    expect(await reply('place')).toMatchObject({ reason: 'not yours' });
    house({
      escalationHistory: [...registers().escalationHistory.values()],
      people: (rows.people ?? []).map((each) =>
        each.key === 'ann' ? { ...each, awayUntil: day('2020-10-30') } : each,
      ),
    });
    expect((await reply('bob')).outcome).toBe('done');
    expect((await reply('bob')).outcome).toBe('already');
    expect(fault(await reply('ann'))).toBe('meanwhile');
    expect(fault(await reply('ann', 'Another answer.'))).toBe('meanwhile');
  });
  it('is not for who covered before to answer, unless it was put to them', async () => {
    const history = () => ({ escalationHistory: [...registers().escalationHistory.values()] });
    const away = (rows.people ?? []).map((each) =>
      each.key === 'ann' ? { ...each, awayUntil: day('2020-10-22') } : each,
    );
    house({ people: away });
    await ask();
    house({ people: away, ...history() }, '2020-10-23T10:00');
    const second = `${redKey}|asked|2`;
    await ask('place', 'And since?', 1);
    const answer = (by: string, asked: string) =>
      answerQuestion(council.ports, { ...acting(by), question: asked, answer: 'Two vans.' });
    expect(await answer('bob', second)).toMatchObject({ reason: 'not yours' });
    await demand();
    expect(await give('bob')).toMatchObject({ reason: 'not yours' });
    expect((await answer('bob', question)).outcome).toBe('done');
    expect((await answer('ann', second)).outcome).toBe('done');
    expect((await give('ann')).outcome).toBe('done');
  });
  it('is nobody’s to ask but whose it was taken to, and their deputy’s while they are away', async () => {
    for (const by of ['dee', 'streets-head', 'performance', 'ann'])
      expect(await ask(by)).toMatchObject({ reason: 'not yours' });
    expect(
      await askAbout(council.ports, { ...acting('nobody'), question: 'x', asked: 0 }),
    ).toMatchObject({
      reason: 'not yours',
    });
    expect(
      fault(
        await askAbout(council.ports, {
          ...acting('place', 'forged|key'),
          question: 'x',
          asked: 0,
        }),
      ),
    ).toBe('unknown');
    house({
      people: (rows.people ?? []).map((each) =>
        each.key === 'place' ? { ...each, awayUntil: day('2020-10-30') } : each,
      ),
    });
    expect((await ask('dee')).outcome).toBe('done');
  });
  it('answered in the tab, is drawn again in the chat it was asked in, and nothing new is sent for it', async () => {
    await ask();
    const [row] = registers().notifications.where('person', 'ann');
    const inChat = { state: 'Sent', activity: 'a1', conversation: 'c1' } as const;
    const sent = change('notifications', row?.key ?? '', inChat);
    const entry = { key: 'sent', by: null, at: instant('2020-10-20T10:00'), message: null };
    await accept(council.ports, [{ ...entry, changes: [sent] }]);
    await answerQuestion(council.ports, {
      ...acting('ann'),
      source: 'tab',
      question,
      answer: 'No.',
    });
    const drawn = (await council.waiting()).filter(({ message }) => message.replaces !== null);
    expect(drawn.map(({ message }) => message)).toMatchObject([
      { step: 'Question', person: 'ann', replaces: { activity: 'a1', conversation: 'c1' } },
    ]);
  });
  it('is refused without words, with too many, and once it is closed: nothing is kept', async () => {
    expect(fault(await ask('place', '  '))).toBe('nothing said');
    expect(fault(await ask('place', 'x'.repeat(501)))).toBe('too long');
    house({ escalations: [{ ...escalation, key: redKey, state: 'Closed' }] });
    expect(fault(await ask())).toBe('closed');
    expect(registers().escalationHistory.size).toBe(0);
    expect(await sentTo()).toEqual([]);
  });
});

describe('a recovery plan', () => {
  it('required by a day, is given as a row of Actions, and comes back to who required it', async () => {
    expect((await demand()).outcome).toBe('done');
    expect(of()).toMatchObject({ state: 'Acknowledged', planDueOn: day('2020-11-02') });
    expect((await give()).outcome).toBe('done');
    const { state, recovery } = of();
    expect(state).toBe('Answered');
    expect(registers().actions.get(recovery ?? '')).toMatchObject({
      title: 'Hire two vans',
      plan: 'plan',
      kind: 'recovery plan',
      owner: 'bob',
      team: 'streets',
      serves: ['Measures: plan|M'],
      dueOn: day('2020-11-30'),
      status: 'not started',
    });
    expect(await sentTo()).toEqual(['Question ann', 'Answer place']);
    expect((await give()).outcome).toBe('already');
    expect(registers().actions.size).toBe(1);
  });
  it('is not required twice while one is to come or to be done, and anew once that is done', async () => {
    await demand();
    expect((await demand()).outcome).toBe('already');
    expect(fault(await demand('place', '2020-11-09', 1))).toBe('not now');
    await give();
    expect(fault(await demand('place', '2020-11-09', 1))).toBe('not now');
    const done = [...registers().actions.values()].map((each) => ({
      ...each,
      status: 'complete' as const,
    }));
    house({
      actions: done,
      escalations: [of()],
      escalationHistory: [...registers().escalationHistory.values()],
    });
    expect((await demand('place', '2020-11-09', 1)).outcome).toBe('done');
    expect(of().recovery).toBeNull();
    expect((await give('ann', { required: 2 })).outcome).toBe('done');
    expect(registers().actions.size).toBe(2);
  });
  it('given for two escalations of one line at the same moment, is two rows of Actions', async () => {
    await demand();
    const because = 'Back on target.';
    const second = { ...acting('place', quietKey), dueOn: '2020-11-02', because, required: 0 };
    await requirePlan(council.ports, second);
    const both = await Promise.all([
      give(),
      give('ann', { ...acting('ann', quietKey), what: 'Sweep at night' }),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    const planOf = (key: string) => registers().actions.get(of(key).recovery ?? '')?.title;
    expect([planOf(redKey), planOf(quietKey)]).toEqual(['Hire two vans', 'Sweep at night']);
  });
  it('wants a day ahead, words, and somebody who is there; it is the owner’s to give', async () => {
    expect(fault(await demand('place', '2020-10-20'))).toBe('day not ahead');
    expect(fault(await demand('place', 'soon'))).toBe('no day');
    expect(await demand('ann')).toMatchObject({ reason: 'not yours' });
    expect(fault(await give())).toBe('not now');
    await demand();
    expect(await give('place')).toMatchObject({ reason: 'not yours' });
    expect(await give('ann', { owner: 'nobody' })).toMatchObject({ reason: 'nobody by that name' });
    expect(fault(await give('ann', { what: ' ' }))).toBe('nothing said');
  });
});
