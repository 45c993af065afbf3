// The year's targets in the tab: who sees them, what each may do, one or many, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TargetsView } from '../../src/web/api-targets.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const cycle = 'plan|2021-22 Q1';
const [ann, head, director, chief, team] = ['a', 'b', 'c', 'd', 'e'].map(
  (each) => `${each.repeat(8)}-0000-4000-8000-000000000001`,
) as [string, string, string, string, string];

const asked = (code: string, more: object = {}) => ({
  key: `plan|${code}|2021-22 target`,
  kind: 'target' as const,
  measure: `plan|${code}`,
  period: '2021-22',
  cycle,
  owner: 'ann',
  state: 'Returned' as const,
  dueOn: day('2021-07-14'),
  revision: 1,
  ...more,
});
const proposed = (code: string, more: object = {}) => ({
  measure: `plan|${code}`,
  appliesFrom: day('2021-04-01'),
  target: 80,
  isA: 'target' as const,
  state: 'proposed' as const,
  setBy: 'ann',
  setOn: day('2021-07-05'),
  revision: 1,
  ...more,
});

let council: Council;
beforeEach(async () => {
  council = await openCouncil(
    {
      plans: [{ key: 'plan', code: 'plan', title: 'Corporate plan' }],
      teams: [
        { key: 'waste', title: 'Waste', directorate: 'Place', manager: 'head' },
        { key: 'homes', title: 'Homes', directorate: 'Housing' },
      ],
      people: [
        { key: 'ann', title: 'Waste Lead', objectId: ann, roles: ['owner'], team: 'waste' },
        { key: 'head', title: 'Head of Waste', objectId: head, roles: ['manager'], team: 'waste' },
        { key: 'director', title: 'Director', objectId: director, roles: ['SMT'], team: 'waste' },
        { key: 'chief', title: 'Chief Executive', objectId: chief, roles: ['SMT'] },
        { key: 'team', title: 'Performance', objectId: team, roles: ['performance team'] },
      ],
      measures: [
        { code: '1', title: 'Recycling', position: 1, team: 'waste', owner: 'ann' },
        { code: '2', title: 'Bins missed', position: 2, team: 'waste', owner: 'ann' },
        { code: '3', title: 'Fly-tips', position: 3, team: 'waste', owner: 'ann' },
        { code: '4', title: 'Homes let', position: 4, team: 'homes', owner: 'ann' },
      ],
      cycles: [{ period: '2021-22 Q1', opensOn: day('2021-07-01') }],
      decisions: [
        { key: 'D1', title: 'Cabinet agrees', decidedOn: day('2021-07-07'), board: 'cabinet' },
        { key: 'D2', title: 'To come', decidedOn: day('2021-12-01'), board: 'cabinet' },
      ],
      returns: [
        ...['1', '2', '4'].map((code) => asked(code)),
        asked('3', { state: 'Due', revision: 0 }),
        { measure: 'plan|1', period: '2020-21 Q4', value: 70 },
        { measure: 'plan|2', period: '2021-22 Q1', cycle, value: 50, returnedBy: 'ann' },
      ],
      targets: [
        { measure: 'plan|1', appliesFrom: day('2020-04-01'), target: 75 },
        proposed('1'),
        proposed('2'),
        proposed('4', { state: 'endorsed', endorsedBy: 'chief', endorsedOn: day('2021-07-06') }),
      ],
    },
    '2021-07-08T10:00[Europe/London]',
  );
});
afterEach(() => council.close());

const viewOf = async (oid: string) => {
  const { body } = await askAs(council, oid, '/api/targets');
  return body as unknown as TargetsView;
};
const post = (oid: string, what: string, body: unknown) =>
  postAs(council, oid, { path: `/api/targets/${what}`, body });
const key = (code: string) => `plan|${code}|2021-04-01`;
const seen = (...codes: readonly string[]) =>
  codes.map((code) => ({ target: key(code), revision: 1 }));
const stateOf = (code: string) => council.ports.replica.registers().targets.get(key(code))?.state;

describe('the year’s targets', () => {
  it('show a director what waits for them, beside last year’s and the last figure', async () => {
    const view = await viewOf(director);
    expect(view.title).toBe('2 targets wait for you to endorse');
    expect(view.lines.map(({ code, stage }) => [code, stage])).toEqual([
      ['1', 'proposed'],
      ['2', 'proposed'],
      ['3', 'to propose'],
    ]);
    expect(view.lines[0]).toMatchObject({
      name: 'Recycling',
      proposed: '80.0% or more',
      lastYear: '75.0% or more',
      lastFigure: '70.0% in Q4 2020-21',
      told: 'Proposed by Waste Lead on Mon 5 July 2021.',
      may: { endorse: true, sendBack: true, agree: false, propose: false },
    });
    expect([view.decisions, view.changeable]).toEqual([[], []]);
  });
  it('show the performance team the whole plan, and decisions that have been made', async () => {
    const view = await viewOf(team);
    expect(view.title).toBe('1 target is endorsed and not yet agreed');
    expect(view.lines).toHaveLength(4);
    expect(view.lines.map(({ may }) => [may.endorse, may.agree])).toEqual([
      [false, true],
      [false, true],
      [false, false],
      [false, true],
    ]);
    expect(view.decisions.map((each) => each.key)).toEqual(['D1']);
  });
  it('leave a figure unrated until theirs is agreed, and say so wherever it is shown', async () => {
    const path = `/api/measures/${encodeURIComponent('plan|2')}?quarter=2021-22%20Q1`;
    const { body } = await askAs(council, director, path);
    expect(body).toMatchObject({
      standing: 'target not yet agreed',
      verdict: '50.0% in Q1 2021-22 (its target of 80.0% is not yet agreed).',
    });
    const plan = await askAs(council, director, '/api/plan?quarter=2021-22%20Q1');
    expect(plan.body).toMatchObject({ strip: { notAgreed: 1, off: 0, dataOnly: 0 } });
  });
  it.each([
    ['an owner', ann],
    ['a manager', head],
  ])('are not open to %s, who is told where theirs are', async (_who, oid) => {
    const { status, body } = await askAs(council, oid, '/api/targets');
    expect([status, body['message']]).toEqual([403, expect.stringContaining('on a card in Teams')]);
    expect((await askAs(council, oid, '/api/me')).body).toMatchObject({ weighsTargets: false });
  });
});

describe('steps taken in the tab', () => {
  it('many endorsed at once, then agreed by a decision with the one endorsed before', async () => {
    expect((await post(director, 'endorse', { targets: seen('1', '2') })).body).toEqual({
      words: '2 targets endorsed.',
      did: true,
    });
    const targets = [
      ...seen('4'),
      { target: key('1'), revision: 2 },
      { target: key('2'), revision: 2 },
    ];
    const agree = { targets, decision: 'D1', because: '' };
    expect((await post(team, 'agree', agree)).body).toMatchObject({ words: '3 targets agreed.' });
    expect(['1', '2', '4'].map(stateOf)).toEqual(['agreed', 'agreed', 'agreed']);
    expect((await viewOf(team)).agreed).toBe(3);
  });
  it('says what was done and what was left, and why', async () => {
    const targets = [...seen('1', '4'), { target: key('2'), revision: 0 }];
    const { body } = await post(director, 'endorse', { targets });
    expect(body['words']).toBe(
      '1 target endorsed. 1 left as before: It is not yours to endorse. Nobody endorses what they proposed themselves. 1 left as before: It was changed meanwhile. Look at it as it stands now.',
    );
  });
  it('one is sent back with a reason, and its owner is asked again', async () => {
    const [one] = seen('1');
    const without = await post(director, 'send-back', { ...one, because: ' ' });
    expect([without.status, without.body['message']]).toEqual([
      422,
      'Give a reason. It is kept with the target.',
    ]);
    await post(director, 'send-back', { ...one, because: 'Below last year.' });
    const [line] = (await viewOf(director)).lines;
    expect(line).toMatchObject({ stage: 'sent back', sentBackBecause: 'Below last year.' });
  });
  it('the performance team proposes for an owner, and nobody endorses who may not', async () => {
    const answer = { kind: 'target', value: '12.5', low: '', high: '' };
    const body = { return: 'plan|3|2021-22 target', revision: 0, answer };
    expect((await post(team, 'propose', body)).status).toBe(200);
    expect((await post(head, 'propose', { ...body, revision: 1 })).status).toBe(200);
    const refused = await post(chief, 'propose', { ...body, revision: 2 });
    expect(refused.status).toBe(403);
  });
  it('a target is changed within its year by the performance team and a decision alone', async () => {
    const change = {
      measure: 'plan|1',
      from: '2021-10-01',
      answer: { kind: 'target', value: '65', low: '', high: '' },
      decision: 'D1',
      because: 'The contract was cut.',
    };
    expect((await post(director, 'change', change)).status).toBe(403);
    expect((await post(team, 'change', { ...change, decision: 'D2' })).status).toBe(422);
    expect((await post(team, 'change', change)).body).toMatchObject({ did: true });
    const again = await post(team, 'change', {
      ...change,
      answer: { ...change.answer, value: '66' },
    });
    expect([again.status, again.body['message']]).toEqual([
      409,
      'This is already set from that day, so nothing was changed.',
    ]);
  });
  it.each([
    ['endorse', ann, { targets: seen('1') }, 403],
    ['endorse', director, { targets: [] }, 400],
    ['endorse', director, { targets: seen('1'), by: 'chief' }, 400],
    ['endorse', director, { targets: seen('nothing') }, 404],
    ['agree', director, { targets: seen('4'), decision: 'D1', because: '' }, 403],
    ['agree', team, { targets: seen('1'), decision: 'D1', because: '' }, 422],
  ])(
    '%s by somebody or with something it is not for: refused, nothing changed',
    async (...given) => {
      const [what, oid, body, status] = given;
      expect((await post(oid, what, body)).status).toBe(status);
      expect(stateOf('1')).toBe('proposed');
    },
  );
});
