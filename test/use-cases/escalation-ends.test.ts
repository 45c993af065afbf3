// What else is said and done about escalations: accepted, supported, acknowledged; raised, told and closed by
// the clock; and what each person sees of them.
import { describe, expect, it, test } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { reasonMark } from '../../src/rules/escalation-evidence-figures.ts';
import { escalationsFor } from '../../src/rules/escalations-for.ts';
import { acceptNoAction } from '../../src/use-cases/accept-no-action.ts';
import {
  acknowledgeEscalation,
  acknowledgeListed,
} from '../../src/use-cases/acknowledge-escalations.ts';
import { askAbout } from '../../src/use-cases/ask-about.ts';
import { escalateByRules } from '../../src/use-cases/escalate-by-rules.ts';
import { offerSupport } from '../../src/use-cases/offer-support.ts';
import { sendDigests } from '../../src/use-cases/send-digest.ts';
import { stopAsking } from '../../src/use-cases/stop-asking.ts';
import type { Rows } from '../rules/table-of.ts';
import {
  acting,
  assurance,
  cycle,
  day,
  fault,
  instant,
  quietKey,
  redKey,
  rows,
} from './given-escalation.ts';
import { ownEscalations } from './own-escalations.ts';

const { council, house, registers, of, events, sentTo } = ownEscalations();

describe('no further action', () => {
  const accept = (by: string, key = quietKey) =>
    acceptNoAction(council.ports, { ...acting(by, key), because: 'It is small.' });
  it('accepted by a director, stands on the return, and closes; once', async () => {
    expect((await accept('place')).outcome).toBe('done');
    expect(of(quietKey)).toMatchObject({
      state: 'Closed',
      closedBecause: 'accepted: no further action',
    });
    expect(registers().returns.get('plan|M|2020-21 Q2')).toMatchObject({
      noActionAcceptedBy: 'place',
      noActionAcceptedOn: day('2020-10-20'),
    });
    expect((await accept('place')).outcome).toBe('already');
    expect(events(quietKey)).toEqual(['accepted']);
  });
  it('is not accepted where another reason, or an action, was given since it was taken to them', async () => {
    const period = `2020-21 Q2, reason ${reasonMark('It ends.')}`;
    const said = (set: Partial<Row<'returns'>>) =>
      house({
        returns: (rows.returns ?? []).map((each) => ({ ...each, ...set })),
        escalations: (rows.escalations ?? []).map((each) => ({ ...each, period })),
      });
    for (const noActionBecause of ['It costs too much.', null]) {
      said({ noActionBecause });
      expect(fault(await accept('place'))).toBe('not now');
    }
    said({ approval: 'sent back', state: 'Due' });
    expect(fault(await accept('place'))).toBe('not now');
    expect(events(quietKey)).toEqual([]);
    said({});
    expect((await accept('place')).outcome).toBe('done');
  });
  it('is not accepted by who gave the reason, by who it was not taken to, nor of another rule', async () => {
    expect(await accept('ann')).toMatchObject({ reason: 'not yours' });
    expect(fault(await accept('place', redKey))).toBe('not now');
    house({ returns: (rows.returns ?? []).map((each) => ({ ...each, returnedBy: 'place' })) });
    expect(fault(await accept('place'))).toBe('not now');
  });
});

test('support is offered once, with who gives it and from when, on the statement', async () => {
  const offer = (by: string, support = 'An auditor for a week') =>
    offerSupport(council.ports, {
      ...acting(by, 'assured|x'),
      support,
      on: '2020-11-02',
      supportBy: 'dee',
    });
  expect(await offer('bob')).toMatchObject({ reason: 'not yours' });
  expect((await offer('performance')).outcome).toBe('done');
  expect(registers().assurance.get(assurance.key)).toMatchObject({
    support: 'An auditor for a week',
    supportBy: 'dee',
    supportOn: day('2020-11-02'),
  });
  expect(fault(await offer('place', 'Another'))).toBe('meanwhile');
});

test('acknowledged is acknowledged once, alone or with others, and nobody else’s with them', async () => {
  expect(await acknowledgeEscalation(council.ports, acting('ann'))).toMatchObject({
    reason: 'not yours',
  });
  expect((await acknowledgeEscalation(council.ports, acting('place'))).outcome).toBe('done');
  expect((await acknowledgeEscalation(council.ports, acting('place'))).outcome).toBe('already');
  const listed = {
    by: 'place',
    source: 'card' as const,
    escalations: [redKey, quietKey, 'forged'],
  };
  expect(await acknowledgeListed(council.ports, listed)).toMatchObject({
    count: 2,
    already: false,
  });
  expect(of('assured|x').state).toBe('Open');
  expect(events()).toEqual(['acknowledged']);
});

describe('by the clock', () => {
  const reds: Rows = {
    escalations: [],
    targets: [{ measure: 'plan|M', appliesFrom: day('2010-04-01'), target: 80 }],
    returns: ['2020-21 Q1', '2020-21 Q2'].map((period) => ({
      measure: 'plan|M',
      period,
      cycle,
      value: 60,
    })),
    assurance: [],
  };
  it('a line is raised, told of in one card, and closed, each once however often it is looked at', async () => {
    house(reds, '2020-10-26T09:00');
    for (let time = 0; time < 3; time += 1) {
      await escalateByRules(council.ports);
      await sendDigests(council.ports);
    }
    expect(await sentTo()).toEqual(['Digest place']);
    expect(events()).toEqual(['raised', 'told']);
    expect(of()).toMatchObject({ state: 'Open', cycle, owner: 'ann', toldAt: expect.anything() });
    house(
      {
        ...reds,
        targets: [],
        escalations: [of()],
        escalationHistory: [...registers().escalationHistory.values()],
      },
      '2020-10-27T09:00',
    );
    expect(await escalateByRules(council.ports)).toEqual({ raised: 0, closed: 1 });
    expect(await escalateByRules(council.ports)).toEqual({ raised: 0, closed: 0 });
    expect(events()).toEqual(['raised', 'told', 'closed']);
  });
  it('answered in the moment it was closed, is closed all the same', async () => {
    const over: Rows = { ...reds, targets: [] };
    house(reds);
    await escalateByRules(council.ports);
    const open = { ...of() };
    house({ ...over, escalations: [open] });
    await escalateByRules(council.ports);
    const { closedAt } = of();
    house({ ...over, escalations: [{ ...open, state: 'Answered', closedAt }] });
    await escalateByRules(council.ports);
    expect(of().state).toBe('Closed');
  });
  it('acknowledged in the very moment it closes, it closes once more, and its history can be written', async () => {
    house(reds);
    await escalateByRules(council.ports);
    house({ ...reds, targets: [], escalations: [of()] });
    const listed = { by: 'place', source: 'card', escalations: [redKey] } as const;
    await Promise.all([escalateByRules(council.ports), acknowledgeListed(council.ports, listed)]);
    expect(of().state).toBe('Acknowledged');
    await escalateByRules(council.ports);
    expect(of().state).toBe('Closed');
    const told = (await council.ports.outbox.pending(100)).filter(
      ({ register }) => register === 'escalationHistory',
    );
    // A row of it may only be added: written twice, the second would wait in the Outbox for good.
    const keys = told.map(({ key }) => key.slice(redKey.length));
    expect(keys).toEqual(['|raised|1', '|closed|1', '|acknowledged|1', '|closed|2']);
  });
  it('ends with its cycle withdrawn, and its history says so', async () => {
    const missing = 'plan|M|2020-21 Q2|manager|place';
    const about = { level: 'manager', cycle, return: 'plan|M|2020-21 Q2' } as const;
    house({
      cycles: [{ key: cycle, state: 'Withdrawn' }],
      escalations: [{ ...about, key: missing, person: 'place', state: 'Open' }],
    });
    await stopAsking(council.ports, cycle);
    expect(of(missing)).toMatchObject({ state: 'Closed', closedBecause: 'cycle withdrawn' });
    expect(events(missing)).toEqual(['closed']);
  });
  it('stays while its figure waits for approval or was sent back, and until its cycle is over', async () => {
    const [before, newest] = reds.returns ?? [];
    const now = async (said: Partial<Row<'returns'>>, state: Row<'cycles'>['state'] = 'Open') => {
      house({
        ...reds,
        returns: [{ ...before }, { ...newest, ...said }],
        cycles: [{ key: cycle, state, openedAt: instant('2020-10-01T09:00') }],
        escalations: [{ ...of() }],
        escalationHistory: [...registers().escalationHistory.values()],
      });
      return (await escalateByRules(council.ports)).closed;
    };
    house(reds);
    await escalateByRules(council.ports);
    expect(await now({ approval: 'awaiting' })).toBe(0);
    expect(await now({ approval: 'sent back', state: 'Due' })).toBe(0);
    expect(await now({ approval: 'approved' })).toBe(0);
    expect(of().state).toBe('Open');
    expect(await now({ approval: 'sent back', state: 'Due' }, 'Closed')).toBe(1);
  });
  it('nothing is raised before a cycle of the plan has opened, nor while it is suspended', async () => {
    house({ ...reds, cycles: [{ key: cycle, state: 'Planned' }] });
    expect(await escalateByRules(council.ports)).toEqual({ raised: 0, closed: 0 });
    house({
      ...reds,
      cycles: [{ key: cycle, state: 'Suspended', openedAt: instant('2020-10-01T09:00') }],
    });
    expect(await escalateByRules(council.ports)).toEqual({ raised: 0, closed: 0 });
  });
});

test('a person sees what was taken to them, what they are asked about, and nothing else', async () => {
  const sees = (key: string) =>
    escalationsFor(
      registers(),
      registers().people.get(key) as Row<'people'>,
      day('2020-10-20'),
    ).map((each) => `${each.escalation.key} ${each.as.join()} ${each.may.join()}`);
  await askAbout(council.ports, { ...acting('place'), question: 'Why?', asked: 0 });
  expect(sees('dee')).toEqual([]);
  expect(sees('ann')[0]).toBe(`${redKey} owner reply`);
  expect(sees('place')).toContain(`${redKey} told ask,require plan`);
  expect(sees('performance')).toHaveLength(3);
});
