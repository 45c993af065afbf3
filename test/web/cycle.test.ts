// Who may see and change a cycle through the tab, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CycleView } from '../../src/web/api.ts';
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

describe('the cycle', () => {
  it('shows the performance team who has answered and what became of each message', async () => {
    const { body } = await askAs(council, performanceTeam, '/api/cycle');
    const view = body as unknown as CycleView;
    expect(view).toMatchObject({ owed: 4, answered: 2, state: 'Open' });
    expect(view.directorates).toEqual([
      { name: 'Housing', owed: 3, answered: 2, late: 1 },
      { name: 'Place', owed: 1, answered: 0, late: 1 },
    ]);
    expect(view.messages).toContainEqual({ state: 'Unreachable', count: 1 });
    expect(view.unreached).toEqual([
      { person: 'Head of Housing', step: 'Manager', words: 'The app is not installed.' },
    ]);
    expect(view.waiting).toContainEqual({ person: 'Nobody owns these', count: 1 });
  });

  it.each([
    ['an officer', officer],
    ['a manager', manager],
  ])('is not open to %s, who is told why', async (_who, oid) => {
    const { status, body } = await askAs(council, oid, '/api/cycle');
    expect(status).toBe(403);
    expect(body['message']).toContain('belongs to the performance team');
  });

  it.each(['open', 'close', 'withdraw'])('is not for a manager to %s', async (what) => {
    const quarter = what === 'open' ? 'Q3' : 'Q2';
    const before = state(quarter);
    const { status } = await change(manager, [quarter, what], { because: 'I would like to' });
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
    ['a reason of a megabyte', { because: 'x'.repeat(1_000_000) }, 413],
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
