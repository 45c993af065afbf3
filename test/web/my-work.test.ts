// My work in the tab: what a person owes, what waits for their word, what they promised; and nobody else's.
import { afterEach, describe, expect, it } from 'vitest';
import type { MyWorkView } from '../../src/web/api-my-work.ts';
import type { Rows } from '../rules/table-of.ts';
import { askAs } from './asking.ts';
import { type Council, openCouncil } from './council.ts';
import { friday16, manager, officer, performanceTeam, sample } from './sample.ts';

let council: Council;
afterEach(() => council.close());

const mine = async (oid: string, rows: Rows = sample, now = friday16): Promise<MyWorkView> => {
  council = await openCouncil(rows, now);
  return (await askAs(council, oid, '/api/my-work')).body as unknown as MyWorkView;
};
const date = Temporal.PlainDate.from;

/** The officer owes no return; a recovery plan is required of them. */
const required: Rows = {
  ...sample,
  returns: (sample.returns ?? []).filter(({ state }) => state !== 'Due'),
  escalationRules: [
    { key: 'red-twice', title: 'Off target', kind: 'red on new figures running', route: 'SMT' },
  ],
  escalations: [
    { code: '1', title: 'Homes let', state: 'Open' as const, planDueOn: null },
    {
      code: '2',
      title: 'Cases prevented',
      state: 'Acknowledged' as const,
      planDueOn: date('2020-10-23'),
    },
  ].map(({ code, ...more }) => ({
    key: `red-twice|${code}`,
    cycle: 'plan|2020-21 Q2',
    rule: 'red-twice',
    line: `Measures: plan|${code}`,
    level: 'SMT' as const,
    person: 'team',
    owner: 'officer',
    raisedAt: Temporal.Instant.from('2020-10-12T08:00:00Z'),
    ...more,
  })),
};

describe('my work', () => {
  it('says what is late and since when, and how many are answered', async () => {
    const view = await mine(officer);
    expect(view).toMatchObject({ title: '1 return is late', next: null, away: null, answered: 2 });
    expect(view.owed).toEqual([
      {
        key: 'plan|1|2020-21 Q2',
        name: 'Homes let',
        due: '2 working days late',
        late: true,
        note: null,
        measure: 'plan|1',
      },
    ]);
  });

  it('says before the day by when it is due, and what was begun or sent back', async () => {
    const view = await mine(
      officer,
      {
        ...sample,
        returns: (sample.returns ?? []).map((each) =>
          each.measure === 'plan|1' && each.state === 'Due'
            ? { ...each, approval: 'sent back', sentBackBecause: 'Which homes are these?' }
            : each,
        ),
        drafts: [
          {
            key: 'officer|plan|1|2020-21 Q2',
            plan: 'plan',
            person: 'officer',
            return: 'plan|1|2020-21 Q2',
            value: '9',
            keptAt: Temporal.Instant.from('2020-10-08T09:00:00Z'),
          },
        ],
      },
      '2020-10-09T10:00[Europe/London]',
    );
    expect(view.title).toBe('1 return due by Wed 14 October 2020');
    expect(view.owed[0]).toMatchObject({
      due: 'due by Wed 14 October 2020',
      late: false,
      note: 'sent back: Which homes are these?; begun Thu 8 October 2020',
    });
  });

  it('says when the next quarter opens to somebody who owes nothing', async () => {
    expect(await mine(manager)).toMatchObject({
      title: 'Nothing due',
      next: 'Next: Quarter 3 opens Mon 4 January 2021.',
      owed: [],
      promised: [],
    });
  });

  it('lists what a person promised and is still to do, what is overdue first', async () => {
    const action = (code: string, more: object) => ({
      key: `plan|${code}`,
      plan: 'plan',
      code,
      title: `Action ${code}`,
      kind: 'corrective action' as const,
      owner: 'officer',
      serves: ['Measures: plan|1'],
      ...more,
    });
    const view = await mine(officer, {
      ...sample,
      actions: [
        action('a', { dueOn: date('2020-12-01'), status: 'on track' }),
        action('b', { dueOn: date('2020-10-01'), kind: 'recovery plan' }),
        action('c', { status: 'complete' }),
        action('d', { owner: 'manager' }),
        action('e', { kind: 'activity' }),
      ],
    });
    expect(view.promised.map(({ title, due, late, of }) => [title, due, late, of])).toEqual([
      ['Action b', 'by Thu 1 October 2020', true, 'Homes let'],
      ['Action a', 'by Tue 1 December 2020', false, 'Homes let'],
    ]);
  });

  it('says what waits for a person’s word, and where it is dealt with', async () => {
    const waits: Rows = {
      ...sample,
      people: (sample.people ?? []).map((each) =>
        each.key === 'officer' ? { ...each, manager: 'manager', team: 'housing' } : each,
      ),
      measures: (sample.measures ?? []).map((each) =>
        each.code === '2'
          ? { ...each, signOff: true }
          : each.code === '3'
            ? { ...each, owner: null }
            : each,
      ),
      returns: (sample.returns ?? []).map((each) =>
        each.measure === 'plan|2' && each.cycle ? { ...each, approval: 'awaiting' } : each,
      ),
      escalations: [
        {
          return: 'plan|1|2020-21 Q2',
          cycle: 'plan|2020-21 Q2',
          level: 'manager',
          person: 'manager',
          title: 'Homes let',
          raisedAt: Temporal.Instant.from('2020-10-15T08:00:00Z'),
        },
      ],
    };
    expect((await mine(manager, waits)).waiting).toEqual([
      { words: '1 return to approve', at: 'sign-off', open: null },
      { words: '1 escalation', at: 'escalations', open: null },
    ]);
  });

  it('says by when a recovery plan is required of them, and does not call it nothing due', async () => {
    const view = await mine(officer, required);
    expect(view).toMatchObject({
      title: '1 recovery plan due by Fri 23 October 2020',
      next: 'Next: Quarter 3 opens Mon 4 January 2021.',
      waiting: [
        {
          words: 'Recovery plan due by Fri 23 October 2020: Cases prevented',
          at: 'escalations',
          open: 'red-twice|2',
        },
      ],
    });
  });

  it('counts the questions put to them, and what stands beside an overdue plan', async () => {
    const asked = { escalation: 'red-twice|1', to: 'officer', words: 'Why?' };
    const view = await mine(
      officer,
      {
        ...required,
        escalationHistory: [
          {
            key: 'red-twice|1|asked|1',
            event: 'asked',
            at: Temporal.Instant.from('2020-10-13T08:00:00Z'),
            ...asked,
          },
        ],
      },
      '2020-10-26T10:00[Europe/London]',
    );
    expect(view.title).toBe('1 recovery plan was due on Fri 23 October 2020; 1 question to answer');
    expect(view.waiting.map(({ words, open }) => [words, open])).toEqual([
      ['Recovery plan was due on Fri 23 October 2020: Cases prevented', 'red-twice|2'],
      ['Question to answer: Homes let', 'red-twice|1'],
    ]);
    expect((await mine(manager, required)).title).toBe('Nothing due');
  });

  it('does not say that nothing is due where something waits for their word', async () => {
    const escalations = (required.escalations ?? []).map((each) => ({
      ...each,
      person: 'manager',
    }));
    const view = await mine(manager, { ...required, escalations });
    expect(view).toMatchObject({ title: 'No return due', owed: [] });
    expect(view.waiting).toEqual([{ words: '1 escalation', at: 'escalations', open: null }]);
  });

  it('shows the performance team their own, not everybody’s', async () => {
    expect(await mine(performanceTeam)).toMatchObject({ title: 'Nothing due', owed: [] });
  });
});
