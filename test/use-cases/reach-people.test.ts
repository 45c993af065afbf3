// People a message did not reach: the app is installed for them once a cycle, what did not arrive is sent
// again once, and where that cannot be their manager and the performance team hear of it the same day.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import type { Installed } from '../../src/use-cases/accounts-port.ts';
import { deliverAgain } from '../../src/use-cases/deliver-again.ts';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import type { Delivery, Message, Outbox, Ports } from '../../src/use-cases/ports.ts';
import { openReachPeople } from '../../src/use-cases/reach-people.ts';
import { rememberConversation } from '../../src/use-cases/remember-conversation.ts';
import { sendReminders } from '../../src/use-cases/send-reminders.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith, quiet } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const cycle = 'plan|2020-21 Q2';
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/London]`);
const never = () => false;

type Teams = { readonly has: Set<string>; readonly blocked: Set<string> };

/** Thu 1 October 2020, 09:30: the cards go out, and Teams has the app for some. */
const given = ({
  has = ['bob', 'head', 'perf'],
  blocked = [] as string[],
  installs = true,
} = {}) => {
  let now = at('2020-10-01T09:30');
  const teams: Teams = { has: new Set(has), blocked: new Set(blocked) };
  const sent: string[] = [];
  const asked: (readonly string[])[] = [];
  const answer: { of: null | 'fault' | ((person: string) => Installed | Promise<Installed>) } = {
    of: (person) => {
      if (teams.has.has(person)) return 'already';
      teams.has.add(person);
      return 'installed';
    },
  };
  const deliver = async ({ person, step }: Message): Promise<Delivery> => {
    const because = teams.blocked.has(person)
      ? 'this person has blocked the app'
      : 'the app is not installed for this person';
    if (teams.blocked.has(person) || !teams.has.has(person))
      return { outcome: 'unreachable', because, attempts: 1 };
    sent.push(`${person} ${step}`);
    const place = { conversation: `chat of ${person}`, serviceUrl: 'https://teams' };
    return { outcome: 'sent', activity: 'card', attempts: 1, possiblyRepeated: false, ...place };
  };
  const installer = {
    install: async (objectIds: readonly string[]) => {
      asked.push(objectIds);
      const { of } = answer;
      if (of === 'fault') throw new Error('Graph is away');
      return of === null ? null : Promise.all(objectIds.map(async (id) => of(id)));
    },
  };
  const still = councilWith(
    own.outbox,
    registersOf({
      teams: [{ key: 'team', manager: 'head' }],
      people: [
        { key: 'ann', objectId: 'ann', team: 'team' },
        { key: 'bob', objectId: 'bob', team: 'team' },
        { key: 'head', objectId: 'head', team: 'team', roles: ['manager'] },
        { key: 'perf', objectId: 'perf', roles: ['performance team'] },
      ],
      measures: [
        { code: '1', owner: 'ann' },
        { code: '2', owner: 'bob' },
      ],
      cycles: [{ sendAt: '09:30' }],
      returns: ['ann', 'bob'].map((owner, n) => ({
        measure: `plan|${n + 1}`,
        period: '2020-21 Q2',
        cycle,
        owner,
        state: 'Due' as const,
      })),
    }),
  );
  let isDead = false;
  const accept: Outbox['accept'] = (entries) =>
    isDead ? Promise.reject(new Error('stopped')) : own.outbox.accept(entries);
  const ports = {
    ...still,
    outbox: { ...own.outbox, accept },
    clock: { now: () => now },
    messenger: { deliver },
    log: quiet,
    ...(installs && { installer }),
  } as unknown as Ports;
  let reaching = openReachPeople(ports, installer);
  /** As the heartbeat does, until nothing more comes of it. */
  const beat = async (moment?: string): Promise<void> => {
    if (moment !== undefined) now = at(moment);
    await sendReminders(ports, [...ports.replica.registers().cycles.values()]);
    await deliverMessages(ports, never);
    if (installs) await reaching.reach();
    await deliverMessages(ports, never);
  };
  return {
    ports,
    sent,
    asked,
    answer,
    teams,
    beat,
    /** From then on nothing is kept. */
    dies: (dead: boolean) => {
      isDead = dead;
    },
    /** Teams tells the bot that the app was installed. */
    teamsTells: (person: string) =>
      rememberConversation(ports, {
        person,
        conversation: `chat of ${person}`,
        serviceUrl: 'https://teams',
      }),
    anew: () => {
      reaching = openReachPeople(ports, installer);
    },
    trouble: () => reaching.trouble(),
    row: (person: string, step = 'Opening') =>
      ports.replica.registers().notifications.get(`${person}|${cycle}|${step}`) as
        | Row<'notifications'>
        | undefined,
    told: () => sent.filter((each) => each.endsWith('Unreachable')).toSorted(),
  };
};

describe('somebody the app is not installed for', () => {
  it('gets it, and then the card, once; nobody is told that they could not be reached', async () => {
    const house = given();
    await house.beat();
    await house.beat();
    expect(house.sent).toEqual(['bob Opening']);
    await house.teamsTells('ann');
    await house.beat();
    await house.beat();
    expect(house.asked).toEqual([['ann']]);
    expect(house.sent.toSorted()).toEqual(['ann Opening', 'bob Opening']);
    expect(house.row('ann')).toMatchObject({
      state: 'Sent',
      reason: 'the app was installed for them in Teams',
      attempts: 2,
    });
    expect(house.ports.replica.registers().people.get('ann')?.conversation).toBe('chat of ann');
  });
  it('gets the card a minute later where Teams did not tell that it is there', async () => {
    const house = given();
    await house.beat();
    await house.beat('2020-10-01T09:30:59');
    expect(house.sent).toEqual(['bob Opening']);
    await house.beat('2020-10-01T09:31');
    await house.beat('2020-10-01T09:35');
    expect(house.sent.toSorted()).toEqual(['ann Opening', 'bob Opening']);
  });
  it('is told of where it does not reach them all the same, and is not sent to a third time', async () => {
    const house = given();
    house.answer.of = () => 'installed';
    await house.beat();
    await house.teamsTells('ann');
    for (const moment of ['09:31', '09:40', '11:00']) await house.beat(`2020-10-01T${moment}`);
    expect(house.row('ann')).toMatchObject({
      state: 'Unreachable',
      attempts: 2,
      reason: 'the app is not installed for this person; the app was installed for them in Teams',
    });
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
  });
  it('is told of at once where the app is not to install itself', async () => {
    const house = given({ installs: false });
    await house.beat();
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
    expect(house.row('ann')?.reason).toBe('the app is not installed for this person');
  });
  it('is told of the same day where Teams will not have it, and not tried again in that cycle', async () => {
    const house = given();
    house.answer.of = () => 'refused';
    await house.beat();
    await house.beat('2020-10-01T15:00');
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
    expect(house.row('ann')).toMatchObject({
      state: 'Unreachable',
      reason:
        'the app is not installed for this person; Teams would not have the app installed for them',
    });
    expect(house.trouble()).toContain('TEAMS_APP_ID');
    await house.beat('2020-10-09T09:30');
    expect(house.row('ann', 'Reminder')?.reason).toContain('would not have the app installed');
    expect(house.asked).toHaveLength(1);
    // Their manager knows; the performance team hears of whom that day did not reach.
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable', 'perf Unreachable']);
  });
  it('is told of once where leave is wanting, and gets the card when it is given', async () => {
    const house = given();
    const grant = house.answer.of;
    house.answer.of = null;
    await house.beat();
    await house.beat('2020-10-01T09:50');
    expect(house.asked).toHaveLength(1);
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
    expect(house.trouble()).toContain('TeamsAppInstallation.ReadWriteSelfForUser.All');
    await house.beat('2020-10-02T10:00');
    expect(house.told()).toHaveLength(2);
    house.answer.of = grant;
    await house.beat('2020-10-02T11:00');
    await house.beat('2020-10-02T11:01');
    expect(house.sent).toContain('ann Opening');
    expect(house.trouble()).toBeNull();
  });
  it('is told of no second time, where leave is given the next day and Teams will not have it', async () => {
    const house = given();
    house.answer.of = null;
    await house.beat();
    house.answer.of = () => 'refused';
    await house.beat('2020-10-02T10:00');
    expect(house.row('ann')?.reason).toMatch(/^the app is not .*; Teams would not have the app/);
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
  });
  it('is not tried again in that cycle when their card is delivered again by hand', async () => {
    const house = given();
    house.answer.of = () => 'refused';
    await house.beat();
    const messages = [`ann|${cycle}|Opening`];
    expect(await deliverAgain(house.ports, { by: 'perf', cycle, messages })).toMatchObject({
      queued: 1,
    });
    await house.beat();
    expect(house.asked).toHaveLength(1);
    expect(house.row('ann')?.reason).toContain('was tried before in this cycle');
  });
  it('gets what was delivered again by hand while Teams was asked to install the app', async () => {
    const house = given();
    house.answer.of = async (): Promise<Installed> => {
      const messages = [`ann|${cycle}|Opening`];
      await deliverAgain(house.ports, { by: 'perf', cycle, messages });
      house.teams.has.add('ann');
      return 'installed';
    };
    await house.beat();
    expect(house.row('ann')?.state).toBe('Sent');
  });
  it('is told of where Graph does not answer, and tried again within the hour', async () => {
    const house = given();
    const well = house.answer.of;
    house.answer.of = 'fault';
    await house.beat();
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
    house.answer.of = well;
    await house.beat('2020-10-01T10:00');
    await house.beat('2020-10-01T10:01');
    expect(house.sent).toContain('ann Opening');
    expect(house.told()).toHaveLength(2);
  });
  it('is left in peace at night: whoever gets the app is welcomed by it', async () => {
    const house = given();
    house.answer.of = 'fault';
    await house.beat();
    await house.beat('2020-10-01T20:00');
    expect(house.asked).toHaveLength(1);
    await house.beat('2020-10-02T08:00');
    expect(house.asked).toHaveLength(2);
  });
});

describe('somebody who blocked the app', () => {
  it('is tried once a cycle and told of, and the reason says both', async () => {
    const house = given({ has: ['ann', 'bob', 'head', 'perf'], blocked: ['ann'] });
    await house.beat();
    await house.beat('2020-10-01T15:00');
    expect(house.row('ann')).toMatchObject({
      state: 'Unreachable',
      reason: 'this person has blocked the app; Teams has the app installed for them already',
    });
    expect(house.told()).toEqual(['head Unreachable', 'perf Unreachable']);
    house.anew();
    await house.beat('2020-10-09T09:30');
    expect(house.asked).toEqual([['ann']]);
    expect(house.row('ann', 'Reminder')?.state).toBe('Unreachable');
  });
});

it('an app that stops before it keeps that it was installed finds it there, and sends the card once', async () => {
  const house = given();
  const well = house.answer.of as (person: string) => Installed;
  house.answer.of = (person) => {
    house.dies(true);
    return well(person);
  };
  await expect(house.beat()).rejects.toThrow('stopped');
  house.dies(false);
  house.answer.of = well;
  house.anew();
  await house.beat();
  await house.beat();
  expect(house.sent.toSorted()).toEqual(['ann Opening', 'bob Opening']);
  expect(house.row('ann')?.reason).toBe('Teams has the app installed for them already');
});
