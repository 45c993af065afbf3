// What the ledger says of a delivery: one state for a person and step, why, and whether the message
// may have been repeated.
import type { Change } from '../registers/registers.ts';
import { change } from './change.ts';
import type { Delivery, Ports, Waiting } from './ports.ts';

type Outcome = Pick<
  Parameters<typeof change<'notifications'>>[2],
  'state' | 'reason' | 'attempts' | 'possiblyRepeated' | 'activity' | 'conversation'
>;

export const ledgerChange = (ports: Ports, key: string, outcome: Outcome): Change =>
  change('notifications', key, { ...outcome, settledAt: ports.clock.now().toInstant() });

/** How a new message ended, and where its person is reached from now on. */
export const recorded = (
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
export const reachedAt = (
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

/** A send begun before the app last stopped may have arrived, wanted or not. */
export const notNeeded = (ports: Ports, { message, inFlight }: Waiting): Outcome => {
  const open = ports.replica.registers().cycles.get(message.cycle)?.state === 'Open';
  const why = open ? 'answered before it was sent' : 'the quarter ended before it was sent';
  return {
    state: 'Not needed',
    reason: inFlight ? `${why}, or the app stopped while sending it` : why,
    possiblyRepeated: inFlight,
  };
};

/** The card in the chat still looks alive, though nothing pressed on it is taken: the ledger says so. */
export const notRedrawn = (
  { message }: Waiting,
  { because }: Exclude<Delivery, { outcome: 'sent' }>,
): Change[] => {
  const step = [
    message.person,
    message.cycle,
    message.step,
    ...(message.about ? [message.about] : []),
  ];
  return [
    change('notifications', step.join('|'), {
      reason: `withdrawn, but its card could not be drawn again: ${because}`.slice(0, 255),
    }),
  ];
};
