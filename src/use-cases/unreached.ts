// What is recorded of a message that could not reach its person, and who hears of it: their manager and
// the performance team, unless the app is to be installed for them first (reach-people.ts).
import type { Notification } from '../registers/notifications.ts';
import { type InstallEnd, installEndIn, installWords, triedInCycle } from '../rules/unreachable.ts';
import type { Delivery, Entry, Message, Ports } from './ports.ts';
import { tellManager, tellPerformanceTeam } from './tell-manager.ts';

type Unreached = Extract<Delivery, { outcome: 'unreachable' }>;

/**
 * What is recorded of a message that could not reach its person. They are told of at once where the app
 * is not installed for anybody, or was tried for this person in this cycle; else that is tried first.
 */
export const endUnreachable = async (
  ports: Ports,
  message: Message,
  delivery: Unreached,
): Promise<Unreached> => {
  const tried = await triedFor(ports, message);
  const isOpen = ports.replica.registers().cycles.get(message.cycle)?.state === 'Open';
  if (tried === null && isOpen && ports.installer !== undefined) return delivery;
  await tellOfUnreached(ports, message);
  if (tried === null) return delivery;
  return { ...delivery, because: withInstall(delivery.because, installWords[tried]) };
};

/** By the ledger, or by the Outbox where a row of it was written since. */
export const triedFor = async (
  { outbox, replica }: Ports,
  asked: Pick<Message, 'person' | 'cycle'>,
): Promise<InstallEnd | null> => {
  const tried = triedInCycle(replica.registers(), asked);
  if (tried !== null) return tried;
  return (await outbox.find(triedKey(asked))) === null ? null : 'tried';
};

const triedKey = ({ person, cycle }: Pick<Message, 'person' | 'cycle'>): string =>
  `install|${person}|${cycle}`;

/** That somebody could not be told of another is told to nobody. */
export const tellOfUnreached = async (ports: Ports, message: Message): Promise<void> => {
  if (message.step === 'Unreachable') return;
  await tellManager(ports, message);
  await tellPerformanceTeam(ports, message);
};

/** In place of what was said of installing before. */
export const withInstall = (because: string | null, words: string): string => {
  const kept = (because ?? '').split('; ').filter((each) => installEndIn(each) === null);
  return [kept.join('; ').slice(0, 250 - words.length), words].filter((each) => each).join('; ');
};

/** Last, once each: an app that stops before asks Teams again, which says that it is there. */
export const triedEntries = (
  rows: readonly Notification[],
  at: Temporal.Instant,
): readonly Entry[] =>
  [...new Set(rows.map(triedKey))].map((key) => ({
    key,
    by: null,
    at,
    changes: [],
    message: null,
  }));
