// A cycle before it opens: who would get which card, that what goes is what was shown, and who may ask.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ladder } from '../../src/rules/ladder.ts';
import { change } from '../../src/use-cases/change.ts';
import type { OpenAnswer, OpeningShown } from '../../src/web/api-cycle.ts';
import { asPending } from '../pending.ts';
import type { Rows } from '../rules/table-of.ts';
import { askAs, postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

const key = 'plan|2020-21 Q3';
const path = (what: string) => `/api/cycles/${encodeURIComponent(key)}/${what}`;

let council: Council;
const open = async (rows: Rows = sample) => {
  await council?.close();
  council = await openCouncil(rows, friday16);
};
beforeEach(() => open());
afterEach(() => council.close());

const shown = async () =>
  (await askAs(council, performanceTeam, path('opening'))).body as unknown as OpeningShown;
const openAs = async (body: object, oid = performanceTeam) =>
  (await postAs(council, oid, { path: path('open'), body })).body as unknown as OpenAnswer;
const cycle = () => council.ports.replica.registers().cycles.get(key);

describe('before a cycle opens', () => {
  it('shows each person’s first card with all that is on it, and when it goes', async () => {
    const { words, will, willNot } = await shown();
    expect(words).toBe('1 person gets one card, for 3 returns.');
    expect(will).toEqual([
      {
        person: 'officer',
        name: 'Housing Officer',
        returns: [
          { key: 'plan|1|2020-21 Q3', words: '1 Homes let' },
          { key: 'plan|2|2020-21 Q3', words: '2 Cases prevented' },
          { key: 'plan|3|2020-21 Q3', words: '3 Repairs in time' },
        ],
        goesAt: 'Mon 4 January 2021, 09:00',
        note: 'no card has gone to them yet: whether they have the app shows when it is sent',
      },
    ]);
    expect(willNot).toEqual([
      {
        words: 'Due with nobody to ask: no owner, and no manager of its team',
        names: ['4 Waste recycled'],
      },
    ]);
    expect(cycle()?.state).toBe('Planned');
    expect(council.ports.replica.registers().returns.where('cycle', key)).toEqual([]);
  });

  it('shows the deputy’s card where the owner will be away that day', async () => {
    const away = Temporal.PlainDate.from('2021-01-11');
    await open({
      ...sample,
      people: (sample.people ?? []).map((each) =>
        each.key === 'officer' ? { ...each, awayUntil: away, deputy: 'manager' } : each,
      ),
    });
    const { will } = await shown();
    expect(will.map(({ name }) => name)).toEqual(['Head of Housing']);
    expect(will[0]?.note).toContain('also for Housing Officer');
  });

  it('opens as it was shown, and those shown are those the ladder then asks', async () => {
    const preview = await shown();
    expect(await openAs({ known: preview.known })).toEqual({ outcome: 'opened' });
    const opened = cycle();
    if (!opened) throw new Error('The cycle has gone.');
    const asked = ladder(
      council.ports.replica.registers(),
      opened,
      Temporal.ZonedDateTime.from('2021-01-04T09:00[Europe/London]'),
    ).filter(({ step, verdict }) => step === 'Opening' && verdict === 'send');
    expect(asked.map(({ person }) => person)).toEqual(preview.will.map(({ person }) => person));
  });

  it('stays shut where an owner changed since it was shown, and shows it as it is now', async () => {
    const preview = await shown();
    council.ports.replica.lay([asPending(change('measures', 'plan|4', { owner: 'manager' }), 900)]);
    const answer = await openAs({ known: preview.known });
    expect(answer).toMatchObject({ outcome: 'changed', words: /not opened/ });
    if (answer.outcome !== 'changed') return;
    expect(answer.preview.will.map(({ name }) => name)).toEqual([
      'Head of Housing',
      'Housing Officer',
    ]);
    expect(cycle()?.state).toBe('Planned');
    expect(await openAs({ known: answer.preview.known })).toEqual({ outcome: 'opened' });
  });

  it.each([
    ['an officer', officer],
    ['a manager', manager],
  ])('is not shown to %s, who cannot open it either', async (_who, oid) => {
    expect((await askAs(council, oid, path('opening'))).status).toBe(403);
    const { status } = await postAs(council, oid, { path: path('open'), body: { known: 'x' } });
    expect(status).toBe(403);
    expect(cycle()?.state).toBe('Planned');
  });

  it('is not shown of a cycle that is open, nor of one there is not', async () => {
    const open2 = `/api/cycles/${encodeURIComponent('plan|2020-21 Q2')}/opening`;
    expect((await askAs(council, performanceTeam, open2)).status).toBe(409);
    expect((await askAs(council, performanceTeam, '/api/cycles/none/opening')).status).toBe(404);
  });
});
