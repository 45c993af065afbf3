// Sign-off through the tab: what each person is shown, what each may do, and what is refused in words.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignOffView } from '../../src/web/api-sign-off.ts';
import { closedDayRows } from '../rules/bank-holidays.ts';
import { approvingRows, cycle, returnOf, type Said } from '../use-cases/approving-council.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';

const at = (moment: string) => Temporal.ZonedDateTime.from(`${moment}[Europe/London]`);
const awaiting = {
  state: 'Returned' as const,
  value: 400,
  returnedBy: 'ann',
  returnedAt: at('2020-10-05T10:00').toInstant(),
  approval: 'awaiting' as const,
  revision: 1,
};
const asOf = (said: Said = {}) => ({
  ...approvingRows({
    ...said,
    returns: {
      '1': awaiting,
      '2': { ...awaiting, value: 600, commentary: 'Two staff left.' },
      ...said.returns,
    },
  }),
  closedDays: closedDayRows,
});

let council: Council;
const open = async (said: Said = {}, moment = '2020-10-06T10:00') => {
  await council?.close();
  council = await openCouncil(asOf(said), at(moment).toString());
};
beforeEach(() => open());
afterEach(() => council.close());

const seen = async (by: string) =>
  (await askAs(council, by, '/api/sign-off')).body as unknown as SignOffView;
const press = (by: string, what: string, body: unknown) =>
  postAs(council, by, { path: `/api/sign-off/${what}`, body });
const row = (code: string) => council.ports.replica.registers().returns.get(returnOf(code));
const looked = (code: string, revision = 1) => ({ return: returnOf(code), revision });

describe('what waits for approval', () => {
  it('is shown to its manager, with what is off target first', async () => {
    const view = await seen('head');
    expect(view.title).toBe('2 returns wait for your approval');
    expect(view.approvals).toBe('2 need approval: 2 waiting.');
    expect(view.waiting.map(({ name, plain, mine }) => [name, plain, mine])).toEqual([
      ['Measure 2', false, true],
      ['Measure 1', true, true],
    ]);
    expect(view.waiting[0]).toMatchObject({ figure: '600 days', standing: 'off target' });
    expect(view.verifications).toEqual([]);
  });

  it('is seen by the performance team, and by nobody whose business it is not', async () => {
    const team = await seen('pat');
    expect(team.waiting.map(({ may, mine, with: whom }) => [may, mine, whom])).toEqual([
      [false, false, 'Head of Voids'],
      [false, false, 'Head of Voids'],
    ]);
    expect((await seen('ann')).waiting).toEqual([]);
    const sections = async (by: string) =>
      ((await askAs(council, by, '/api/me')).body as unknown as { signsOff: boolean }).signsOff;
    expect([await sections('head'), await sections('pat'), await sections('ann')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is approved together, and says of each that was not why', async () => {
    const done = await press('head', 'approve', { returns: [looked('1'), looked('2', 0)] });
    expect(done.body).toMatchObject({ did: true });
    expect(JSON.stringify(done.body)).toMatch(
      /1 return approved\. Measure 2: It has been answered/,
    );
    expect([row('1')?.approval, row('2')?.approval]).toEqual(['approved', 'awaiting']);
  });

  it('is approved by nobody else, whatever is sent', async () => {
    for (const by of ['ann', 'dep', 'pat', 'treasurer']) {
      const done = await press(by, 'approve', { returns: [looked('1')] });
      expect(done.status).toBe(403);
    }
    expect(row('1')?.approval).toBe('awaiting');
  });

  it('is sent back with a reason, and not without', async () => {
    const back = (because: string) => press('head', 'send-back', { ...looked('2'), because });
    expect((await back(' ')).status).toBe(409);
    expect(row('2')?.state).toBe('Returned');
    expect((await back('Which two?')).body).toMatchObject({ did: true });
    expect(row('2')).toMatchObject({ state: 'Due', sentBackBecause: 'Which two?' });
  });

  it('is not looked up by what was made up', async () => {
    expect((await press('head', 'approve', { returns: [] })).status).toBe(400);
    expect((await press('head', 'approve', { returns: [looked('1')], by: 'head' })).status).toBe(
      400,
    );
    expect((await press('head', 'send-back', { ...looked('9'), because: 'x' })).status).toBe(404);
  });
});

describe('a signature', () => {
  const sign = (by: string, remarks: string) =>
    press(by, 'sign', { cycle, directorate: 'Housing', remarks });

  it('is the director’s, with remarks while something waits', async () => {
    await open({}, '2020-10-20T10:00');
    expect((await seen('director')).signatures).toMatchObject([
      { name: 'Housing', state: 'waiting', may: true, needsRemarks: true },
    ]);
    expect((await sign('director', '')).status).toBe(409);
    expect((await sign('head', 'Mine.')).status).toBe(403);
    expect((await sign('director', 'The head is ill.')).status).toBe(200);
    const [line] = (await seen('pat')).signatures;
    expect(line).toMatchObject({ state: 'signed', remarks: 'The head is ill.', may: false });
  });
});

describe('after the close', () => {
  const closed = {
    cycle: { state: 'Closed' as const, closedAt: at('2020-10-21T09:00').toInstant() },
  };
  const change = (by: string, set: object = {}) =>
    press(by, 'change', { ...looked('1'), value: '390', because: 'Counted twice.', ...set });

  it('a figure is changed by the performance team with a reason, and says so', async () => {
    await open(closed, '2020-10-21T10:00');
    expect((await change('head')).status).toBe(403);
    expect((await change('pat', { because: '' })).status).toBe(409);
    expect((await change('pat')).status).toBe(200);
    const view = await seen('pat');
    expect(view.lateChanges).toMatchObject([{ figure: '390 days', because: 'Counted twice.' }]);
    expect(view.waiting).toEqual([]);
    expect(view.changeable.map(({ name }) => name)).toEqual([
      'Measure 1',
      'Measure 2',
      'Measure 3',
    ]);
  });

  it('a directorate nobody was asked to sign is not said to be open to it', async () => {
    const unapproved = async (said: Said, moment: string) => {
      const rows = asOf(said);
      const measures = (rows.measures ?? []).map((each) => ({ ...each, signOff: false }));
      await council.close();
      council = await openCouncil({ ...rows, measures }, at(moment).toString());
      return (await seen('director')).signatures;
    };
    expect(await unapproved({}, '2020-10-20T10:00')).toMatchObject([
      { state: 'not asked', may: true },
    ]);
    expect(await unapproved(closed, '2020-10-21T10:00')).toEqual([]);
  });

  it('a check is recorded by somebody else than who answered', async () => {
    const picked = {
      key: `${cycle}|${returnOf('1')}`,
      plan: 'plan',
      cycle,
      return: returnOf('1'),
      why: 'Picked by lot',
      pickedOn: Temporal.PlainDate.from('2020-10-21'),
    };
    await council.close();
    const rows = { ...asOf(closed), verifications: [picked] };
    council = await openCouncil(rows, at('2020-10-21T10:00').toString());
    const [line] = (await seen('pat')).verifications;
    expect(line).toMatchObject({ name: 'Measure 1', outcome: null, may: true, was: '' });
    const record = { verification: picked.key, was: '', outcome: 'borne out', remarks: '' };
    expect((await press('ann', 'verify', { ...record, evidence: 'Seen.' })).status).toBe(403);
    expect((await press('pat', 'verify', { ...record, evidence: '' })).status).toBe(409);
    expect((await press('pat', 'verify', { ...record, evidence: 'Seen.' })).status).toBe(200);
    expect((await seen('pat')).verifications[0]).toMatchObject({ outcome: 'borne out' });
  });
});
