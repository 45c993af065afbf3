// What is known of a message across crashes, lost and restored stores, and hands that meet in the middle.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../src/outbox/sqlite-outbox.ts';
import type { RegisterName, Row } from '../../src/registers/registers.ts';
import { inOneCardWith } from '../../src/rules/gathered.ts';
import { isOvertaken } from '../../src/rules/overtaken.ts';
import { askAgain } from '../../src/use-cases/ask-again.ts';
import { cancelSends } from '../../src/use-cases/cancel-sends.ts';
import { deliverMessages } from '../../src/use-cases/deliver-messages.ts';
import { mayHaveGone } from '../../src/use-cases/lost-outbox.ts';
import { messageKey } from '../../src/use-cases/message-key.ts';
import type { Message, Outbox, Ports } from '../../src/use-cases/ports.ts';
import { previewSends } from '../../src/use-cases/preview-sends.ts';
import { stopAsking } from '../../src/use-cases/stop-asking.ts';
import { tellManager } from '../../src/use-cases/tell-manager.ts';
import { type Council, council, cycleKey, returnKey } from '../rules/given-council.ts';
import { arrives, councilWith, quiet } from './given-ports.ts';

let folder: string;
let outbox: Outbox;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'golden-thread-once-'));
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true, force: true });
});

let sequence = 0;
const instant = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/London]`).toInstant();
const begin = (moment: string) => {
  outbox = openOutbox(path.join(folder, 'outbox.sqlite'), () => instant(moment));
};
const sends: string[] = [];
const portsAt = (said: Council, moment: string): Ports => {
  sends.length = 0;
  const messenger: Ports['messenger'] = {
    deliver: (message) => {
      sends.push(messageKey(message));
      return Promise.resolve(arrives);
    },
  };
  return { ...councilWith(outbox, council(said), moment), messenger, log: quiet } as Ports;
};
const row = (over: Partial<Row<'notifications'>>): Partial<Row<'notifications'>> => ({
  person: 'ann',
  cycle: cycleKey,
  step: 'Opening',
  state: 'Queued',
  fellDueAt: instant('2020-10-01T09:00'),
  ...over,
  ...keyed(over),
});
/** Where it is known by more than person, cycle and step. */
const keyed = ({ on, ...over }: Partial<Row<'notifications'>>) =>
  over.about || on
    ? { key: messageKey({ ...message(over as Partial<Message>), on: on?.toString() ?? null }) }
    : {};
const message = (over: Partial<Message> = {}): Message => ({
  person: 'ann',
  cycle: cycleKey,
  step: 'Opening',
  about: null,
  on: null,
  replaces: null,
  ...over,
});
const queue = (given: Message, key = messageKey(given)) =>
  outbox.accept([{ key, by: null, at: instant('2020-10-01T09:00'), changes: [], message: given }]);
const told = (ports: Ports, key: string) => ports.replica.registers().notifications.get(key);
const lay = (ports: Ports, register: RegisterName, key: string, set: object): void =>
  ports.replica.lay([
    {
      register,
      key,
      set: set as never,
      sequence: (sequence += 1),
      by: null,
      acceptedAt: instant('2020-10-01T10:00'),
    },
  ]);
const send = (ports: Ports) => deliverMessages(ports, () => false);

describe('after an Outbox was lost', () => {
  const cycle = { revision: 1 };
  const may = (
    given: Message,
    notifications: readonly Partial<Row<'notifications'>>[],
    moment: string,
  ) => {
    const ports = portsAt({ cycle, notifications }, moment);
    return mayHaveGone(ports, { key: messageKey(given), message: given, inFlight: false });
  };
  const handOver = message({ person: 'needs-head', step: 'Hand-over', about: 'ann' });

  it('a hand-over that had fallen due before may have gone', async () => {
    begin('2020-10-02T12:00');
    expect(await may(handOver, [row({ ...handOver, on: null })], '2020-10-02T12:01')).toBe(true);
  });
  it('one that fell due since has not', async () => {
    begin('2020-10-02T12:00');
    const since = row({ ...handOver, on: null, fellDueAt: instant('2020-10-02T12:01') });
    expect(await may(handOver, [since], '2020-10-02T12:01')).toBe(false);
  });
  it('nor is word of all who could not be reached that day doubted for nothing', async () => {
    begin('2020-10-02T12:00');
    const gathered = message({ person: 'performance', step: 'Unreachable', on: '2020-10-02' });
    const later = { fellDueAt: instant('2020-10-02T12:05') };
    const rows = [row({ ...gathered, on: Temporal.PlainDate.from('2020-10-02'), ...later })];
    const lost = row({ state: 'Unreachable', settledAt: instant('2020-10-02T12:04') });
    expect(await may(gathered, rows, '2020-10-02T12:06')).toBe(false);
    expect(await may(gathered, [...rows, lost], '2020-10-02T12:06')).toBe(true);
  });
});

it('a message that may have arrived before goes on saying so where a later step takes its place', async () => {
  begin('2020-10-01T08:00');
  const ports = portsAt(
    {
      notifications: [
        row({ possiblyRepeated: true, attempts: 5 }),
        row({ step: 'Reminder', state: 'Sent', fellDueAt: instant('2020-10-09T09:00') }),
      ],
    },
    '2020-10-12T10:00',
  );
  await queue(message(), 'again');
  await send(ports);
  expect(told(ports, messageKey(message()))).toMatchObject({
    state: 'Passed over',
    possiblyRepeated: true,
  });
});

describe('a message cancelled in the moment it is on its way', () => {
  it('is said to have arrived: its person has had it, and is not asked again that day', async () => {
    begin('2020-10-01T08:00');
    const nudge = message({ step: 'Nudge', on: '2020-10-06' });
    const on = Temporal.PlainDate.from('2020-10-06');
    const given = portsAt({ notifications: [row({ ...nudge, on })] }, '2020-10-06T10:00');
    await queue(nudge);
    let cancelled = 0;
    const ports: Ports = {
      ...given,
      outbox: {
        ...outbox,
        // As the look of somebody who cancels was just before.
        waiting: async (limit) =>
          (await outbox.waiting(limit)).map((each) => ({ ...each, inFlight: false })),
      },
      messenger: {
        deliver: async (each) => {
          if (each.replaces !== null) return arrives;
          const asked = { by: 'performance', cycle: cycleKey, because: 'Wrong quarter' };
          const done = await cancelSends(ports, asked);
          cancelled = 'cancelled' in done ? done.cancelled : 0;
          return arrives;
        },
      },
    };
    await send(ports);
    expect(cancelled).toBe(1);
    expect(told(ports, messageKey(nudge))).toMatchObject({ state: 'Sent', activity: 'a:1' });
    expect(told(ports, messageKey(nudge))?.reason).toContain('cancelled: Wrong quarter');
    await send(ports);
    expect(await outbox.waiting(10)).toEqual([]);
  });
});

it('a message delivered again, waiting when its cycle is withdrawn, is withdrawn like any other', async () => {
  begin('2020-10-01T08:00');
  const ports = portsAt(
    { cycle: { state: 'Withdrawn' }, notifications: [row({ possiblyRepeated: true })] },
    '2020-10-02T10:00',
  );
  await queue(message(), `${messageKey(message())}|again|5|`);
  await stopAsking(ports, cycleKey);
  expect(told(ports, messageKey(message()))?.state).toBe('Withdrawn');
  expect(await outbox.waiting(10)).toEqual([]);
});

describe('an older copy of the Outbox put back', () => {
  it('does not ask again for a figure answered since it came back', async () => {
    begin('2020-10-01T08:00');
    const ports = portsAt({ answered: { 1: 'No data until' } }, '2020-10-07T10:00');
    lay(ports, 'returns', returnKey('1'), {
      noDataUntil: '2020-10-07',
      noDataReason: 'Census',
      revision: 1,
    });
    const cycle = ports.replica.registers().cycles.get(cycleKey) as Row<'cycles'>;
    expect(await askAgain(ports, cycle)).toBe(1);
    const [pending] = (await outbox.pending(10)).filter(({ register }) => register === 'returns');
    const at = (revision: number) => ({
      ...council(),
      returns: {
        ...council().returns,
        get: () => ({ ...council().returns.get(returnKey('1')), revision }) as Row<'returns'>,
      },
    });
    expect(pending && isOvertaken(at(1), pending)).toBe(false);
    expect(pending && isOvertaken(at(2), pending)).toBe(true);
  });
});

describe('who may be nudged', () => {
  it('is not kept from it by a card that waits in a cycle that is suspended', () => {
    begin('2020-10-01T08:00');
    const ports = portsAt({}, '2020-10-06T10:00');
    const other = 'other|2020-21 Q2';
    lay(ports, 'cycles', other, { plan: 'other', period: '2020-21 Q2', state: 'Suspended' });
    const waits = { person: 'ann', cycle: other, step: 'Reminder', state: 'Queued' };
    lay(ports, 'notifications', 'waits', { ...waits, fellDueAt: '2020-10-01T08:00:00Z' });
    const shown = () => {
      const said = previewSends(ports, { by: 'performance', cycle: cycleKey, people: ['ann'] });
      return 'will' in said ? said.will.length : null;
    };
    expect(shown()).toBe(1);
    lay(ports, 'cycles', other, { state: 'Open' });
    expect(shown()).toBe(0);
  });
});

it('who cannot be reached, with a manager who has left, is told to whoever leads their team now, or to nobody who has left', async () => {
  begin('2020-10-01T08:00');
  const ports = portsAt({}, '2020-10-06T10:00');
  lay(ports, 'people', 'needs-head', { leftOn: '2020-10-05' });
  await tellManager(ports, message());
  expect((await outbox.waiting(10)).map((each) => each.message.person)).toEqual([]);
  lay(ports, 'people', 'dee', { roles: ['owner', 'manager'] });
  await tellManager(ports, message());
  expect((await outbox.waiting(10)).map((each) => each.message.person)).toEqual(['dee']);
});

describe('a card that carries what another cycle asks', () => {
  const other = 'other|2020-21 Q2';
  const carried = (state: string) => {
    const ports = portsAt(
      {
        cycle: { state: state as Row<'cycles'>['state'] },
        notifications: [row({ step: 'Deadline', fellDueAt: instant('2020-10-14T09:00') })],
      },
      '2020-10-14T10:00',
    );
    lay(ports, 'cycles', other, { plan: 'other', period: '2020-21 Q2', state: 'Open' });
    lay(ports, 'measures', 'other|1', { plan: 'other', code: '1', team: 'needs', owner: 'ann' });
    lay(ports, 'returns', 'other|1|2020-21 Q2', {
      measure: 'other|1',
      period: '2020-21 Q2',
      cycle: other,
      owner: 'ann',
      state: 'Due',
    });
    lay(ports, 'notifications', `ann|${other}|Deadline`, {
      person: 'ann',
      cycle: other,
      step: 'Deadline',
      state: 'Passed over',
      fellDueAt: '2020-10-14T08:00:00Z',
      reason: inOneCardWith({ step: 'Deadline', cycle: cycleKey }),
    });
    return ports;
  };
  const deadline = message({ step: 'Deadline' });

  it.each(['Open', 'Suspended', 'Closed'])(
    'goes for what the other asks, though its own is %s',
    async (state) => {
      begin('2020-10-01T08:00');
      const ports = carried(state);
      await queue(deadline);
      await send(ports);
      expect(sends).toEqual([messageKey(deadline)]);
    },
  );
  it('is left to go when its own is withdrawn', async () => {
    begin('2020-10-01T08:00');
    const ports = carried('Withdrawn');
    await queue(deadline);
    await stopAsking(ports, cycleKey);
    await send(ports);
    expect(sends).toContain(messageKey(deadline));
    expect(told(ports, messageKey(deadline))?.state).toBe('Sent');
  });
});
