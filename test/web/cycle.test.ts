// Who may see and change a cycle through the tab, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoardCounts, CycleView, MessagesView } from '../../src/web/api-cycle.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

let council: Council;
beforeEach(async () => {
  council = await openCouncil(sample, friday16);
});
afterEach(() => council.close());

const path = (quarter: string, what: string) =>
  `/api/cycles/${encodeURIComponent(`plan|2020-21 ${quarter}`)}/${what}`;
const change = (oid: string, [quarter, what]: readonly [string, string], body: unknown = {}) =>
  postAs(council, oid, { path: path(quarter, what), body });
const state = (quarter: string) =>
  council.ports.replica.registers().cycles.get(`plan|2020-21 ${quarter}`)?.state;

const counts = (asked: number, answered: number, more: Partial<BoardCounts> = {}): BoardCounts => ({
  asked,
  answered,
  owed: asked - answered,
  late: 0,
  unreachable: 0,
  away: 0,
  ...more,
});

describe('the cycle', () => {
  it('shows the performance team who has answered and what became of each message', async () => {
    const { body } = await askAs(council, performanceTeam, '/api/cycle');
    const view = body as unknown as CycleView;
    expect(view).toMatchObject({
      state: 'Open',
      title: '2 of 4 answered, due by Wed 14 October 2020',
    });
    expect(view.counts).toEqual(counts(4, 2, { late: 2, unreachable: 1 }));
    expect(view.directorates.map(({ name, teams: _teams, ...line }) => [name, line])).toEqual([
      ['Housing', counts(3, 2, { late: 1 })],
      ['Place', counts(1, 0, { late: 1, unreachable: 1 })],
    ]);
    expect(view.directorates[0]?.teams[0]?.people).toEqual([
      {
        key: 'officer',
        name: 'Housing Officer',
        ...counts(3, 2, { late: 1 }),
        asks: [{ key: 'officer', name: 'Housing Officer' }],
        cover: null,
        last: { words: 'Opening sent Thu 1 October 2020, 09:00', arrived: true },
      },
    ]);
    expect(view.directorates[1]?.teams[0]?.people).toMatchObject([
      {
        key: null,
        name: 'Nobody owns these',
        cover: 'Nobody can be asked: the team has no manager.',
      },
    ]);
    expect(view.messages).toContainEqual({ state: 'Unreachable', count: 1 });
    expect(view.undelivered).toMatchObject([
      {
        person: 'Head of Housing',
        step: 'Manager',
        because: 'The app is not installed.',
        before: 0,
      },
    ]);
  });

  it('shows the performance team every message, newest first, each in its state', async () => {
    const { body } = await askAs(council, performanceTeam, path('Q2', 'messages'));
    const { messages } = body as unknown as MessagesView;
    expect(messages.map(({ person, step, state }) => [person, step, state])).toEqual([
      ['Head of Housing', 'Manager', 'Unreachable'],
      ['Housing Officer', 'Opening', 'Sent'],
    ]);
  });

  it.each([
    ['an officer', officer],
    ['a manager', manager],
  ])('is not open to %s, who is told why', async (_who, oid) => {
    const { status, body } = await askAs(council, oid, '/api/cycle');
    expect(status).toBe(403);
    expect(body['message']).toContain('belongs to the performance team');
  });

  it.each([
    ['open', {}],
    ['close', {}],
    ['withdraw', { because: 'I would like to' }],
    ['suspend', { decision: 'd1' }],
    ['resume', {}],
    ['nudge/preview', { people: ['officer'] }],
    ['nudge', { people: ['officer'], agreed: [] }],
    ['cancel-sends', { because: 'I would like to' }],
    ['deliver-again', { messages: ['manager|plan|2020-21 Q2|Manager'] }],
  ])('is not for a manager to %s', async (what, body) => {
    const quarter = what === 'open' ? 'Q3' : 'Q2';
    const before = state(quarter);
    const { status } = await change(manager, [quarter, what], body);
    expect(status).toBe(403);
    expect(state(quarter)).toBe(before);
  });

  it('is opened and closed by the performance team', async () => {
    expect((await change(performanceTeam, ['Q3', 'open'])).body).toEqual({ outcome: 'opened' });
    expect(state('Q3')).toBe('Open');
    expect((await change(performanceTeam, ['Q2', 'close'])).body).toEqual({ outcome: 'closed' });
    expect(state('Q2')).toBe('Closed');
  });

  it('is withdrawn only with a reason, which is kept', async () => {
    const without = await change(performanceTeam, ['Q2', 'withdraw'], { because: '  ' });
    expect([without.status, state('Q2')]).toEqual([422, 'Open']);
    expect(without.body['message']).toContain('Give a reason');
    const because = 'Opened a week early';
    await change(performanceTeam, ['Q2', 'withdraw'], { because });
    const { body } = await askAs(council, performanceTeam, '/api/cycle?cycle=plan%7C2020-21%20Q2');
    expect(body).toMatchObject({ state: 'Withdrawn', because });
  });

  it('is not opened twice', async () => {
    await change(performanceTeam, ['Q3', 'open']);
    const { status, body } = await change(performanceTeam, ['Q3', 'open']);
    expect(status).toBe(409);
    expect(body['message']).toContain('is open now');
  });

  it.each([
    ['a missing reason', {}, 400],
    ['an extra field', { because: 'x', by: 'someone else' }, 400],
    ['a reason that is not words', { because: 7 }, 400],
    ['half a JSON text', '{"because":', 400],
    ['a reason of two megabytes', { because: 'x'.repeat(2_000_000) }, 413],
    ['a reason too long to keep', { because: 'x'.repeat(501) }, 422],
  ])('refuses %s in words, and changes nothing', async (_what, body, expected) => {
    const said = await change(performanceTeam, ['Q2', 'withdraw'], body);
    expect(said.status).toBe(expected);
    expect(String(said.body['message'])).not.toBe('');
    expect(state('Q2')).toBe('Open');
  });

  it('that does not exist is said not to', async () => {
    expect((await change(performanceTeam, ['Q9', 'open'])).status).toBe(404);
    expect((await askAs(council, performanceTeam, '/api/cycle?cycle=none')).status).toBe(404);
  });
});
