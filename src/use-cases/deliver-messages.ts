// Sends what waits in the Outbox and records how each send ended, so that every person and step is
// in exactly one state. Teams' limits and retries are the messenger's.
import type { Change, Registers } from '../registers/registers.ts';
import { stillWanted } from '../rules/ladder.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Delivery, Message, Ports, Waiting } from './ports.ts';

/**
 * How many sends may be in hand at once. Each of these is "possibly repeated" if the process dies,
 * so it is no larger than 50 a second at a slow half-second needs.
 */
const inHand = 32;

/** Sends until nothing waits, or `stop` says so. Answers how many were sent. */
export const deliverMessages = async (ports: Ports, stop: () => boolean): Promise<number> => {
  let sent = 0;
  const taken = new Set<string>();
  const queue: Waiting[] = [];
  const refill = async (): Promise<void> => {
    const more = await ports.outbox.waiting(inHand * 8);
    for (const each of more) if (!taken.has(each.key)) queue.push(each);
    for (const each of queue) taken.add(each.key);
  };
  let filling: Promise<void> | null = null;
  const next = async (): Promise<Waiting | undefined> => {
    if (queue.length === 0) {
      filling ??= refill().finally(() => {
        filling = null;
      });
      await filling;
    }
    return queue.shift();
  };
  const hand = async (): Promise<void> => {
    for (let each = await next(); each !== undefined && !stop(); each = await next()) {
      try {
        if (await deliverOne(ports, each)) sent += 1;
        taken.delete(each.key);
      } catch (error) {
        ports.log.fault('message not delivered', error);
        await giveUp(ports, each);
      }
    }
  };
  await Promise.all(Array.from({ length: inHand }, hand));
  return sent;
};

/** True when it reached Teams. Checked, once more, that it is still wanted and not yet settled. */
const deliverOne = async (ports: Ports, waiting: Waiting): Promise<boolean> => {
  const { key, message } = waiting;
  if (message.replaces === null && !stillWanted(ports.replica.registers(), message)) {
    await settle(ports, key, [ledgerChange(ports, key, notNeeded(ports, waiting))]);
    return false;
  }
  const [begun] = await ports.outbox.begin([key]);
  if (begun === undefined) return false;
  const delivery = await ports.messenger.deliver(message);
  if (message.replaces !== null) {
    await settle(ports, key, []);
    return delivery.outcome === 'sent';
  }
  // Before it is recorded: an app that stops in between asks again, and finds the manager told.
  if (delivery.outcome === 'unreachable' && message.about === null)
    await tellManager(ports, message);
  const kept = await settle(ports, key, recorded(ports, waiting, delivery));
  if (kept === 0 && delivery.outcome === 'sent') await drawInert(ports, waiting, delivery);
  return delivery.outcome === 'sent';
};

/** It was settled while on its way, as a withdrawal does: the card that arrived is drawn again. */
const drawInert = async (
  ports: Ports,
  { key, message }: Waiting,
  delivery: Extract<Delivery, { outcome: 'sent' }>,
): Promise<void> => {
  const { activity, conversation } = delivery;
  await accept(ports, [
    {
      key: `${key}|withdrawn`,
      by: null,
      at: ports.clock.now().toInstant(),
      changes: [
        change('notifications', key, { activity, conversation }),
        ...reachedAt(ports, message.person, delivery),
      ],
      message: { ...message, replaces: { conversation, activity } },
    },
  ]);
};

/** A send begun before the app last stopped may have arrived, wanted or not. */
const notNeeded = (ports: Ports, { message, inFlight }: Waiting): Outcome => {
  const open = ports.replica.registers().cycles.get(message.cycle)?.state === 'Open';
  const why = open ? 'answered before it was sent' : 'the quarter ended before it was sent';
  return {
    state: 'Not needed',
    reason: inFlight ? `${why}, or the app stopped while sending it` : why,
    possiblyRepeated: inFlight,
  };
};

/** A fault of ours is not tried for ever: it is on the ledger as failed, and may have arrived. */
const giveUp = (ports: Ports, { key, message }: Waiting): Promise<number> =>
  settle(
    ports,
    key,
    message.replaces === null
      ? [ledgerChange(ports, key, { state: 'Failed', reason: 'a fault in the app; see its log' })]
      : [],
  );

/** How many changes were kept: none where it had been settled already. */
const settle = async (ports: Ports, key: string, changes: readonly Change[]): Promise<number> => {
  const kept = await ports.outbox.settle([{ key, changes }]);
  ports.replica.lay(kept);
  return kept.length;
};

type Outcome = Pick<
  Parameters<typeof change<'notifications'>>[2],
  'state' | 'reason' | 'attempts' | 'possiblyRepeated' | 'activity' | 'conversation'
>;

const ledgerChange = (ports: Ports, key: string, outcome: Outcome): Change =>
  change('notifications', key, { ...outcome, settledAt: ports.clock.now().toInstant() });

const recorded = (
  ports: Ports,
  { key, message, inFlight }: Waiting,
  delivery: Delivery,
): Change[] => {
  const { attempts } = delivery;
  if (delivery.outcome !== 'sent') {
    const state = delivery.outcome === 'unreachable' ? 'Unreachable' : 'Failed';
    const possiblyRepeated = inFlight;
    return [
      ledgerChange(ports, key, { state, reason: delivery.because, attempts, possiblyRepeated }),
    ];
  }
  const { activity, conversation } = delivery;
  const possiblyRepeated = inFlight || delivery.possiblyRepeated;
  const ledger = ledgerChange(ports, key, {
    state: 'Sent',
    attempts,
    possiblyRepeated,
    activity,
    conversation,
    reason: null,
  });
  return [ledger, ...reachedAt(ports, message.person, delivery)];
};

/** Where the person is reached from now on, unless that is known. */
const reachedAt = (
  ports: Ports,
  key: string,
  { conversation, serviceUrl }: Extract<Delivery, { outcome: 'sent' }>,
): Change[] => {
  const person = ports.replica.registers().people.get(key);
  const known = person?.conversation === conversation && person.serviceUrl === serviceUrl;
  return known || person === undefined
    ? []
    : [change('people', person.key, { conversation, serviceUrl })];
};

/** The manager of a person who cannot be reached hears of it, once a cycle. */
const tellManager = async (ports: Ports, message: Message): Promise<void> => {
  const registers = ports.replica.registers();
  const manager = managerOf(registers, message.person);
  const cycle = registers.cycles.get(message.cycle);
  if (manager === null || cycle === undefined) return;
  const at = ports.clock.now().toInstant();
  const key = `${manager}|${message.cycle}|Unreachable|${message.person}`;
  await accept(ports, [
    {
      key,
      by: null,
      at,
      changes: [
        change('notifications', key, {
          title: `Unreachable ${cycle.period}`,
          plan: cycle.plan,
          person: manager,
          cycle: cycle.key,
          step: 'Unreachable',
          about: message.person,
          state: 'Queued',
          fellDueAt: at,
          attempts: 0,
        }),
      ],
      message: {
        person: manager,
        cycle: cycle.key,
        step: 'Unreachable',
        about: message.person,
        replaces: null,
      },
    },
  ]);
};

const managerOf = (registers: Registers, personKey: string): string | null => {
  const person = registers.people.get(personKey);
  if (person === undefined) return null;
  const team = person.team === null ? undefined : registers.teams.get(person.team);
  const manager = person.manager ?? team?.manager ?? null;
  return manager === personKey ? null : manager;
};
