// What the ledger says of a delivery: one state for a person and step, why, and whether the message
// may have been repeated.
import type { Change } from '../registers/registers.ts';
import { hasLeft } from '../rules/away.ts';
import { isEscalationStep } from '../rules/escalations-wanted.ts';
import { installEndIn } from '../rules/unreachable.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
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
  { message, inFlight }: Waiting,
  delivery: Delivery,
): Change[] => {
  const key = messageKey(message);
  // A step delivered again by hand adds to what was tried before, and stays possibly repeated.
  const before = ports.replica.registers().notifications.get(key);
  const attempts = (before?.attempts ?? 0) + delivery.attempts;
  const mayHaveGone = inFlight || before?.possiblyRepeated === true;
  if (delivery.outcome !== 'sent') {
    const state = delivery.outcome === 'unreachable' ? 'Unreachable' : 'Failed';
    const possiblyRepeated = mayHaveGone;
    return [
      ledgerChange(ports, key, { state, reason: delivery.because, attempts, possiblyRepeated }),
    ];
  }
  const { activity, conversation } = delivery;
  const possiblyRepeated = mayHaveGone || delivery.possiblyRepeated;
  const ledger = ledgerChange(ports, key, {
    state: 'Sent',
    attempts,
    possiblyRepeated,
    activity,
    conversation,
    reason: installed(before?.reason ?? null),
  });
  return [ledger, ...reachedAt(ports, message.person, delivery)];
};

/** That it took installing the app first stays on record; any other reason is over. */
const installed = (reason: string | null): string | null =>
  installEndIn(reason) === null ? null : reason;

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
  const { cycles, notifications, people } = ports.replica.registers();
  const person = people.get(message.person);
  const open = cycles.get(message.cycle)?.state === 'Open';
  const left = open && person !== undefined && hasLeft(person, ports.clock.now().toPlainDate());
  const isAnswered = open || isEscalationStep(message.step);
  const ended = isAnswered ? 'answered before it was sent' : 'the quarter ended before it was sent';
  const why = left ? 'this person left before it was sent' : ended;
  const before = notifications.get(messageKey(message));
  return {
    state: 'Not needed',
    reason: inFlight ? `${why}, or the app stopped while sending it` : why,
    possiblyRepeated: inFlight || before?.possiblyRepeated === true,
  };
};

const notDrawn = 'its card could not be drawn again';

/**
 * A card that could not be drawn again may look alive though nothing pressed on it is taken: the ledger
 * says so until it could. One left to its person, who is filling it in, is no failure.
 */
export const drawnAgain = (ports: Ports, { message }: Waiting, delivery: Delivery): Change[] => {
  const registers = ports.replica.registers();
  const row = registers.notifications.get(messageKey(message));
  if (row === undefined) return [];
  const wasNotDrawn = row.reason?.includes(notDrawn) === true;
  if (delivery.outcome === 'sent')
    return wasNotDrawn ? [change('notifications', row.key, { reason: null })] : [];
  if (delivery.outcome === 'failed' && delivery.inUse) return [];
  ports.log.info('card not drawn again', { because: delivery.because });
  const withdrawn = registers.cycles.get(message.cycle)?.state === 'Withdrawn';
  const why = `${withdrawn ? 'withdrawn, but ' : ''}${notDrawn}: ${delivery.because}`;
  return [change('notifications', row.key, { reason: why.slice(0, 255) })];
};
