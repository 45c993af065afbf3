// Who is out of office in Teams is put down as away once, with why, and whoever covers hears of it; what
// people say themselves stands.
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import type { OutOfOffice } from '../../src/use-cases/accounts-port.ts';
import { openAskAway } from '../../src/use-cases/ask-away.ts';
import type { Ports } from '../../src/use-cases/ports.ts';
import { sayAway, sayBack } from '../../src/use-cases/say-away.ts';
import { registersOf } from '../rules/table-of.ts';
import { councilWith } from './given-ports.ts';
import { ownOutbox } from './own-outbox.ts';

const own = ownOutbox();
const cycle = 'plan|2020-21 Q2';
const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/London]`);
const until = (end: string): OutOfOffice => ({ from: null, until: at(end).toInstant() });
const forEver: OutOfOffice = { from: null, until: null };

type Settings = { readonly [account: string]: OutOfOffice | null };

/** Mon 5 October 2020, 09:30: everybody has had their opening card, and the reminder is on Friday. */
const given = (people: { readonly [person: string]: Partial<Row<'people'>> } = {}) => {
  let now = at('2020-10-05T09:30');
  const still = councilWith(
    own.outbox,
    registersOf({
      teams: [{ key: 'team', manager: 'head' }],
      people: [
        { key: 'ann', objectId: 'a', team: 'team', deputy: 'bob' },
        { key: 'bob', objectId: 'b', team: 'team', deputy: 'cat' },
        { key: 'cat', objectId: 'c', team: 'team' },
        { key: 'head', objectId: 'h', team: 'team', roles: ['manager'] },
      ].map((each) => ({ ...each, ...people[each.key] })),
      measures: [{ code: '1', owner: 'ann' }],
      cycles: [{ sendAt: '09:30' }],
      returns: [{ measure: 'plan|1', period: '2020-21 Q2', cycle, owner: 'ann', state: 'Due' }],
      notifications: ['ann', 'bob', 'cat', 'head'].map((person) => ({
        person,
        cycle,
        step: 'Opening' as const,
      })),
    }),
  );
  const ports = { ...still, clock: { now: () => now } } as Ports;
  let settings: Settings | null = {};
  const asked: (readonly string[])[] = [];
  const directory = {
    away: async (objectIds: readonly string[]) => {
      asked.push(objectIds);
      if (settings === null) return null;
      const known = Object.entries(settings);
      return known.map(([objectId, outOfOffice]) => ({ objectId, outOfOffice }));
    },
  };
  const ask = openAskAway(ports, directory);
  return {
    ports,
    asked,
    trouble: ask.trouble,
    /** Teams says so at that moment, and is asked. */
    says: async (said: Settings | null, moment?: string) => {
      settings = said;
      if (moment !== undefined) now = at(moment);
      await ask.ask();
    },
    /** A process that begins anew, over the same Outbox. */
    anew: () => openAskAway(ports, directory).ask(),
    awayUntil: (person: string) =>
      ports.replica.registers().people.get(person)?.awayUntil?.toString() ?? null,
    told: (person: string) =>
      ports.replica
        .registers()
        .journal.where('row', `People: ${person}`)
        .map(({ by, source, to, why }) => [by, source, to, why]),
    messages: async () => (await own.outbox.waiting(50)).map(({ key }) => key),
  };
};

describe('somebody who is out of office in Teams', () => {
  it('is away until they are back, the Journal says why, and their deputy is told once', async () => {
    const house = given();
    await house.says({ a: until('2020-10-12T08:00'), b: null });
    await house.anew();
    expect(house.awayUntil('ann')).toBe('2020-10-12');
    expect(house.told('ann')).toEqual([
      [
        null,
        'product',
        'Away until: 2020-10-12',
        'Out of office in Teams until Mon 12 October 2020',
      ],
    ]);
    expect(await house.messages()).toEqual([`bob|${cycle}|Hand-over|ann|2020-10-12`]);
    expect(house.asked).toHaveLength(1);
  });
  it('is covered for by somebody who is there: a deputy found out of office with them is passed by', async () => {
    const house = given();
    await house.says({ a: until('2020-10-12T08:00'), b: until('2020-10-09T08:00') });
    expect(await house.messages()).toEqual([`cat|${cycle}|Hand-over|ann|2020-10-12`]);
  });
  it('without an end is away until the next working day, day after day, and that is told once', async () => {
    const house = given();
    await house.says({ a: forEver });
    expect(house.awayUntil('ann')).toBe('2020-10-06');
    await house.says({ a: forEver }, '2020-10-06T00:00');
    expect(house.awayUntil('ann')).toBe('2020-10-07');
    expect(await house.messages()).toEqual([`bob|${cycle}|Hand-over|ann|2020-10-06`]);
    expect(house.told('ann')[1]?.[3]).toBe(
      'Out of office in Teams, with no end given: until the next working day, Wed 7 October 2020',
    );
  });
  it('who comes back sooner is here again', async () => {
    const house = given();
    await house.says({ a: until('2020-10-16T08:00') });
    await house.says({ a: null }, '2020-10-07T00:00');
    expect(house.awayUntil('ann')).toBeNull();
    expect(house.told('ann')[1]).toEqual([
      null,
      'product',
      'Away until: blank',
      'Not out of office in Teams any more',
    ]);
  });
  it('and says "I\'m back" is not away again that day, by Teams', async () => {
    const house = given();
    await house.says({ a: forEver });
    await sayBack(house.ports, { by: 'ann' });
    await house.says({ a: forEver }, '2020-10-05T17:00');
    await house.anew();
    expect(house.awayUntil('ann')).toBeNull();
    await house.says({ a: forEver }, '2020-10-06T00:00');
    expect(house.awayUntil('ann')).toBe('2020-10-07');
  });
  it('keeps the later day they gave themselves', async () => {
    const house = given();
    await sayAway(house.ports, { by: 'ann', until: '2020-10-20' });
    await house.says({ a: until('2020-10-12T08:00') });
    expect(house.awayUntil('ann')).toBe('2020-10-20');
    expect(house.told('ann')).toHaveLength(1);
  });
  it('tomorrow is here today, and away when a card goes out then', async () => {
    const house = given();
    const ahead = {
      from: at('2020-10-06T09:30').toInstant(),
      until: at('2020-10-09T08:00').toInstant(),
    };
    await house.says({ a: ahead });
    expect(house.awayUntil('ann')).toBeNull();
    await house.says({ a: ahead }, '2020-10-06T09:21');
    expect(house.awayUntil('ann')).toBe('2020-10-09');
  });
});

describe('Teams', () => {
  it('is asked about those who are there, at the beginning of a day and before cards go out', async () => {
    const house = given({ cat: { leftOn: Temporal.PlainDate.from('2020-10-01') } });
    for (const moment of ['09:31', '12:00', '23:00']) await house.says({}, `2020-10-05T${moment}`);
    expect(house.asked).toEqual([['a', 'b', 'h']]);
    for (const moment of ['00:00', '00:01', '08:00', '09:20', '09:30'])
      await house.says({}, `2020-10-06T${moment}`);
    expect(house.asked).toHaveLength(4);
  });
  it('that may not be asked changes nothing, is said so, and is asked again in the next hour', async () => {
    const house = given();
    expect(house.trouble()).toBeNull();
    await house.says(null);
    await house.says(null, '2020-10-05T09:50');
    expect(house.asked).toHaveLength(1);
    expect(house.trouble()).toContain('MailboxSettings.Read');
    expect(house.awayUntil('ann')).toBeNull();
    await house.says({ a: until('2020-10-12T08:00') }, '2020-10-05T10:00');
    expect(house.trouble()).toBeNull();
    expect(house.awayUntil('ann')).toBe('2020-10-12');
  });
});
