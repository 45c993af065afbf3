// Escalations through the tab: what waits for whom, the questions and answers, and who may say nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  EscalationDone,
  EscalationLine,
  EscalationsView,
} from '../../src/web/api-escalations.ts';
import type { Rows } from '../rules/table-of.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

const director = 'aaaaaaaa-0000-4000-8000-000000000004';
const key = 'red-twice|Measures: plan|2|2020-21 Q2|director';
const evidence = [
  '70% against 80% or more, 10 points off',
  'How long: off target for 2 quarters',
  'Said of it: Demand rose.',
  'Promised last time: more staff by Fri 30 October 2020',
].join('\n');

const rows: Rows = {
  ...sample,
  people: [
    ...(sample.people ?? []),
    {
      key: 'director',
      title: 'Director of Housing',
      objectId: director,
      roles: ['SMT'],
      team: 'housing',
    },
  ],
  escalationRules: [
    {
      key: 'red-twice',
      title: 'Off target twice running',
      kind: 'red on new figures running',
      route: 'SMT',
    },
  ],
  escalations: [
    {
      key,
      title: 'Cases prevented',
      cycle: 'plan|2020-21 Q2',
      rule: 'red-twice',
      line: 'Measures: plan|2',
      period: '2020-21 Q2',
      level: 'SMT',
      person: 'director',
      owner: 'officer',
      state: 'Open',
      evidence,
      raisedAt: Temporal.Instant.from('2020-10-12T08:00:00Z'),
    },
  ],
};

let council: Council;
beforeEach(async () => {
  council = await openCouncil(rows, friday16);
});
afterEach(() => council.close());

const seen = async (oid: string) =>
  (await askAs(council, oid, '/api/escalations')).body as unknown as EscalationsView;
const lineFor = async (oid: string): Promise<EscalationLine> => {
  const line = (await seen(oid)).groups
    .flatMap(({ lines }) => lines)
    .find((each) => each.key === key);
  if (!line) throw new Error('The escalation is not shown.');
  return line;
};
const say = async (oid: string, act: string, body: object, of = key) => {
  const path = `/api/escalations/${encodeURIComponent(of)}/${act}`;
  const said = await postAs(council, oid, { path, body });
  return {
    status: said.status,
    words: String((said.body as unknown as EscalationDone).words ?? said.body['message']),
  };
};

describe('escalations in the tab', () => {
  it('stand before whom they were taken to, with the evidence of that day', async () => {
    const { title, groups } = await seen(director);
    expect([title, groups.map(({ heading }) => heading)]).toEqual([
      '1 escalation needs you',
      ['Waiting for you'],
    ]);
    expect(await lineFor(director)).toMatchObject({
      name: 'Cases prevented',
      kind: 'Off target twice running',
      state: 'Open',
      howBad: '70% against 80% or more, 10 points off',
      evidence: [
        { label: 'How long', words: 'off target for 2 quarters' },
        { label: 'Promised last time', words: 'more staff by Fri 30 October 2020' },
        { label: 'Said of it', words: 'Demand rose.' },
      ],
      facts: [
        'Raised Mon 12 October 2020',
        'taken to Director of Housing',
        'asked of Housing Officer',
      ],
      may: ['acknowledge', 'ask', 'require plan'],
      measure: 'plan|2',
    });
  });

  it('are nothing to those they do not concern, and are seen by the performance team', async () => {
    expect((await seen(manager)).groups).toEqual([]);
    expect((await lineFor(performanceTeam)).may).toEqual([]);
  });

  it('carry a question to the owner and the answer back, each once', async () => {
    const question = { question: 'When are the posts filled?', asked: 0 };
    expect((await say(director, 'ask', question)).status).toBe(200);
    expect((await say(director, 'ask', question)).words).toContain('asked once');
    const asked = await lineFor(officer);
    expect(asked.question?.words).toBe('When are the posts filled?');
    const reply = { question: asked.question?.key, answer: 'Two of three start in November.' };
    expect((await say(officer, 'reply', reply)).status).toBe(200);
    const answered = await lineFor(director);
    expect(answered.state).toBe('Answered');
    expect(answered.history.map(({ words, said }) => [words, said])).toEqual([
      ['Asked by Director of Housing to Housing Officer', 'When are the posts filled?'],
      ['Answered by Housing Officer to Director of Housing', 'Two of three start in November.'],
    ]);
  });

  it('ask for a recovery plan by a day, which becomes an action that is followed', async () => {
    const required = { dueOn: '2020-10-23', because: 'Bring it back by Q4.', required: 0 };
    expect(await say(director, 'require-plan', required)).toEqual({
      status: 200,
      words: 'A recovery plan is required. Its owner is asked for it in Teams.',
    });
    const { facts } = await lineFor(officer);
    expect(facts).toContain('recovery plan due by Fri 23 October 2020');
    const plan = {
      what: 'Agency cover from November',
      owner: '',
      dueOn: '2020-12-18',
      required: 1,
    };
    expect((await say(officer, 'give-plan', plan)).status).toBe(200);
    const actions = [...council.ports.replica.registers().actions.values()];
    expect(actions.map(({ kind, title, owner }) => [kind, title, owner])).toEqual([
      ['recovery plan', 'Agency cover from November', 'officer'],
    ]);
  });

  it.each([
    ['the owner acknowledges it', officer, 'acknowledge', {}, 403],
    ['a manager it was not taken to asks', manager, 'ask', { question: 'Why?', asked: 0 }, 403],
    ['the performance team asks', performanceTeam, 'ask', { question: 'Why?', asked: 0 }, 403],
    ['an empty question', director, 'ask', { question: '  ', asked: 0 }, 422],
    ['a question of 600 characters', director, 'ask', { question: 'x'.repeat(600), asked: 0 }, 422],
    [
      'a plan for yesterday',
      director,
      'require-plan',
      { dueOn: '2020-10-15', because: 'x', required: 0 },
      422,
    ],
    ['a right carried in the request', director, 'acknowledge', { by: 'director' }, 400],
    ['a count below nought', director, 'ask', { question: 'Why?', asked: -1 }, 400],
  ])('refuse in words where %s, and change nothing', async (_what, oid, act, body, status) => {
    const said = await say(oid, act, body);
    expect(said.status).toBe(status);
    expect(said.words.length).toBeGreaterThan(10);
    expect((await lineFor(director)).state).toBe('Open');
    expect((await lineFor(director)).history).toEqual([]);
  });

  it('that are not on the list are said not to be', async () => {
    const { status, words } = await say(director, 'acknowledge', {}, 'red-twice|made|up');
    expect([status, words]).toEqual([404, expect.stringContaining('not on the Escalations list')]);
  });
});
