// Nudging by hand through the tab: who would get what, that what goes is what was shown, and that it goes once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change } from '../../src/use-cases/change.ts';
import type { NudgeAnswer, SendsPreview } from '../../src/web/api-cycle.ts';
import { cycleView } from '../../src/web/cycle-view.ts';
import { asPending } from '../pending.ts';
import type { Rows } from '../rules/table-of.ts';
import { postAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, performanceTeam, sample } from './sample.ts';

const cycle = 'plan|2020-21 Q2';
const colleague = 'aaaaaaaa-0000-4000-8000-000000000009';
const date = Temporal.PlainDate.from;

/** The sample council, with a deputy for its officer and a second pair of hands in the performance team. */
const withMore = ({ people = [], ...more }: Rows = {}): Rows => ({
  ...sample,
  ...more,
  people: [
    ...(sample.people ?? []).map((each) =>
      each.key === 'officer' ? { ...each, deputy: 'deputy' } : each,
    ),
    { key: 'deputy', title: 'Deputy Officer', roles: ['owner'], team: 'housing' },
    { key: 'colleague', title: 'Analyst', objectId: colleague, roles: ['performance team'] },
    ...people,
  ],
});

let council: Council;
const open = async (rows: Rows = withMore(), now = friday16) => {
  await council?.close();
  council = await openCouncil(rows, now);
};
beforeEach(() => open());
afterEach(() => council.close());

const post = async <T>(what: string, body: object, oid = performanceTeam) => {
  const path = `/api/cycles/${encodeURIComponent(cycle)}/${what}`;
  const said = await postAs(council, oid, { path, body });
  return {
    status: said.status,
    message: String(said.body['message']),
    body: said.body as unknown as T,
  };
};
const preview = async (people: readonly string[]) =>
  (await post<SendsPreview>('nudge/preview', { people })).body;
const agreedTo = ({ will }: SendsPreview) =>
  will.map(({ person, returns }) => ({ person, returns: returns.map(({ key }) => key) }));
const nudge = async (people: readonly string[], shown: SendsPreview, oid = performanceTeam) =>
  (await post<NudgeAnswer>('nudge', { people, agreed: agreedTo(shown) }, oid)).body;
const nudges = () =>
  council.ports.replica
    .registers()
    .notifications.where('cycle', cycle)
    .filter(({ step }) => step === 'Nudge');
const set = (...changes: ReturnType<typeof change>[]) =>
  council.ports.replica.lay(changes.map((each, nth) => asPending(each, 1_000 + nth)));

describe('what is shown before a nudge', () => {
  it('is exactly who gets a card, and each return it asks for', async () => {
    expect(await preview(['officer'])).toEqual({
      will: [
        {
          person: 'officer',
          name: 'Housing Officer',
          returns: [{ key: 'plan|1|2020-21 Q2', words: '1 Homes let' }],
          goesAt: null,
        },
      ],
      willNot: [],
    });
  });

  it('is worked out for everyone a large council has at once', async () => {
    const everyone = Array.from(
      { length: 1_000 },
      (_none, nth) => `${'long-key-'.repeat(20)}${nth}`,
    );
    const { status, body } = await post<SendsPreview>('nudge/preview', { people: everyone });
    expect([status, body.willNot[0]?.names.length]).toEqual([200, 1_000]);
  });

  it('says who gets nothing, and why', async () => {
    const shown = await preview(['manager', 'nobody-here', 'officer']);
    expect(shown.will.map(({ person }) => person)).toEqual(['officer']);
    expect(shown.willNot).toEqual([
      { words: 'Owe nothing now', names: ['Head of Housing'] },
      { words: 'Not in the People register', names: ['nobody-here'] },
    ]);
  });

  it('asks whoever covers for somebody away, and says so of the one who is', async () => {
    set(change('people', 'officer', { awayUntil: date('2020-10-20') }));
    const shown = await preview(['officer', 'deputy']);
    expect(shown.will.map(({ person, returns }) => [person, returns.length])).toEqual([
      ['deputy', 1],
    ]);
    expect(shown.willNot).toEqual([
      { words: 'Asked of Deputy Officer instead', names: ['Housing Officer'] },
    ]);
  });

  it.each([
    ['sent today', { state: 'Sent', settledAt: '2020-10-16T08:00:00Z' }, false],
    ['waiting to go', { state: 'Queued', settledAt: null }, false],
    ['sent yesterday', { state: 'Sent', settledAt: '2020-10-15T22:00:00Z' }, true],
    ['passed over today', { state: 'Passed over', settledAt: '2020-10-16T08:00:00Z' }, true],
  ] as const)(
    'leaves out nobody but those asked today: a reminder %s',
    async (_what, row, goes) => {
      set(
        change('notifications', `officer|${cycle}|Reminder`, {
          person: 'officer',
          cycle,
          step: 'Reminder',
          state: row.state,
          fellDueAt: Temporal.Instant.from('2020-10-09T08:00:00Z'),
          settledAt: row.settledAt ? Temporal.Instant.from(row.settledAt) : null,
        }),
      );
      expect((await preview(['officer'])).will).toHaveLength(goes ? 1 : 0);
    },
  );

  it('leaves out those the last message did not reach, whose own message is to be delivered again', async () => {
    const key = `officer|${cycle}|Opening`;
    set(change('notifications', key, { state: 'Unreachable' }));
    const shown = await preview(['officer']);
    expect(shown.will).toEqual([]);
    expect(shown.willNot[0]?.words).toContain('deliver that one again');
  });

  it('says when it goes, where that is not at once', async () => {
    await open(withMore(), '2020-10-16T19:30[Europe/London]');
    expect((await preview(['officer'])).will[0]?.goesAt).toBe('Mon 19 October 2020, 08:00');
  });

  it('names a person once, however often and in whatever case they are asked for', async () => {
    expect((await preview(['officer', 'OFFICER', 'officer'])).will).toHaveLength(1);
  });

  it('is refused outside an open cycle', async () => {
    set(change('cycles', cycle, { state: 'Closed' }));
    const refused = await post('nudge/preview', { people: ['officer'] });
    expect([refused.status, refused.message]).toEqual([409, expect.stringContaining('closed now')]);
  });
});

describe('a nudge', () => {
  it('goes as it was shown, and is in the ledger with who sent it in the Journal', async () => {
    const shown = await preview(['officer']);
    expect(await nudge(['officer'], shown)).toMatchObject({
      outcome: 'nudged',
      words: '1 nudge is on the way.',
    });
    expect(nudges()).toMatchObject([
      { key: `officer|${cycle}|Nudge|2020-10-16`, state: 'Queued', person: 'officer' },
    ]);
    const [told] = [...council.ports.replica.registers().journal.values()];
    expect(told).toMatchObject({ by: 'team', source: 'tab', why: 'Nudged by hand' });
  });

  it('does not go where somebody answered meanwhile: what is so now is shown instead', async () => {
    const shown = await preview(['officer']);
    set(change('returns', 'plan|1|2020-21 Q2', { state: 'Returned', value: 3 }));
    const said = await nudge(['officer'], shown);
    expect(said).toMatchObject({ outcome: 'changed', preview: { will: [] } });
    expect(said.words).toContain('nothing was sent');
    expect(nudges()).toEqual([]);
  });

  it('does not go where somebody came to owe more meanwhile', async () => {
    const shown = await preview(['officer']);
    set(change('returns', 'plan|3|2020-21 Q2', { state: 'Due', noDataUntil: null }));
    expect(await nudge(['officer'], shown)).toMatchObject({ outcome: 'changed' });
    expect(nudges()).toEqual([]);
    const again = await preview(['officer']);
    expect(await nudge(['officer'], again)).toMatchObject({ outcome: 'nudged' });
  });

  it('pressed by two at once is one card', async () => {
    const shown = await preview(['officer']);
    const both = await Promise.all([
      nudge(['officer'], shown),
      nudge(['officer'], shown, colleague),
    ]);
    expect(both.filter(({ outcome }) => outcome === 'nudged').length).toBeGreaterThan(0);
    expect(nudges()).toHaveLength(1);
  });

  it('pressed again the same day sends nothing more, and may go the next day', async () => {
    await nudge(['officer'], await preview(['officer']));
    const [row] = nudges();
    set(
      change('notifications', row?.key ?? '', {
        state: 'Withdrawn',
        settledAt: Temporal.Instant.from('2020-10-16T09:30:00Z'),
      }),
    );
    const shown = await preview(['officer']);
    expect(shown.will).toEqual([]);
    expect(shown.willNot[0]?.words).toContain('the next can go tomorrow');
  });

  it('is no longer anybody’s to send who has left the performance team', async () => {
    const shown = await preview(['officer']);
    set(change('people', 'team', { roles: ['owner'] }));
    const body = { people: ['officer'], agreed: agreedTo(shown) };
    expect((await post('nudge', body)).status).toBe(403);
    expect(nudges()).toEqual([]);
  });

  it('is nobody’s to ask for who has left the council, whose account still works', async () => {
    set(change('people', 'team', { leftOn: date('2020-10-02') }));
    const { status, body } = await post('nudge/preview', { people: ['officer'] });
    expect(status).toBe(403);
    expect((body as Record<string, unknown>)['message']).toContain('says that you have left');
  });

  it.each([
    ['nobody', { people: [] }],
    ['a thousand and one people', { people: Array.from({ length: 1_001 }, (_, n) => `p${n}`) }],
    ['what was not asked for', { people: ['officer'], by: 'manager' }],
  ])('cannot be asked for %s', async (_what, body) => {
    expect((await post('nudge/preview', body)).status).toBe(400);
  });
});

describe('the board says of somebody’s returns', () => {
  const cover = (person: object) => {
    set(change('people', 'officer', person));
    return cycleView(council.ports, cycle)?.directorates[0]?.teams[0]?.people[0]?.cover;
  };

  it.each([
    [
      'away, with a deputy',
      { awayUntil: date('2020-10-20') },
      'Away until Tue 20 October 2020; Deputy Officer is asked.',
    ],
    [
      'away, with nobody to cover',
      { awayUntil: date('2020-10-20'), deputy: null },
      'Away until Tue 20 October 2020; nobody covers, so they are asked all the same.',
    ],
    [
      'who has left',
      { leftOn: date('2020-10-02') },
      'Left on Fri 2 October 2020; Head of Housing is asked.',
    ],
    ['who is here', { awayUntil: date('2020-10-16') }, null],
  ])('of one %s: who is asked for them', (_who, person, words) => {
    expect(cover(person)).toBe(words);
  });
});

describe('a suspension through the tab', () => {
  const decisions = [
    { key: 'd1', title: 'Elections', plan: 'plan', decidedOn: date('2020-10-12') },
    { key: 'd2', title: 'Another plan’s', plan: 'other', decidedOn: date('2020-10-12') },
    { key: 'd3', title: 'Of no plan', decidedOn: date('2020-10-13') },
  ];
  const view = () => cycleView(council.ports, cycle);

  it('rests on a decision on record, of this plan or of none, and can go on again', async () => {
    await open(withMore({ decisions }));
    expect(view()?.decisions.map(({ key }) => key)).toEqual(['d3', 'd1']);
    expect((await post('suspend', { decision: 'none' })).status).toBe(422);
    expect((await post('suspend', { decision: 'd1' })).body).toEqual({ outcome: 'suspended' });
    expect(view()).toMatchObject({
      state: 'Suspended',
      title: 'Suspended with 2 of 4 answered',
      because: 'Elections, Mon 12 October 2020',
      may: { suspend: false, resume: true, nudge: false, close: false, withdraw: true },
    });
    expect((await post('nudge/preview', { people: ['officer'] })).status).toBe(409);
    expect((await post('suspend', { decision: 'd1' })).status).toBe(409);
    const resumed = await post('resume', {});
    expect(resumed.body).toEqual({ outcome: 'resumed', closesAtOnce: false });
    expect(view()?.may).toMatchObject({ suspend: true, resume: false, nudge: true });
  });
});
