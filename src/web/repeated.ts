// How many messages of a cycle may have been sent twice, and whether that is because the Outbox was
// lost: said to the performance team, and on /health while the cycle runs.
import type { Cycle } from '../registers/cycles.ts';
import { zone } from '../rules/calendar.ts';
import { momentWords } from '../rules/date-words.ts';
import type { Ports } from '../use-cases/ports.ts';
import { counted } from './words.ts';

/** Null where none may. */
export const repeatedWords = (
  { replica, outbox }: Pick<Ports, 'replica' | 'outbox'>,
  cycle: Cycle,
): string | null => {
  const count = replica
    .registers()
    .notifications.where('cycle', cycle.key)
    .filter((each) => each.possiblyRepeated && each.state === 'Sent').length;
  if (count === 0) return null;
  const begun = outbox.begun()?.council;
  const isAnew =
    begun !== undefined &&
    cycle.openedAt !== null &&
    Temporal.Instant.compare(cycle.openedAt, begun) < 0;
  const because = isAnew
    ? `: the Outbox was begun anew on ${momentWords(begun.toZonedDateTimeISO(zone))}`
    : '';
  return `${counted(count, 'message')} may have been sent twice${because}.`;
};

/** Of the cycles that are open. */
export const repeatedInAny = (ports: Pick<Ports, 'replica' | 'outbox'>): readonly string[] =>
  [...ports.replica.registers().cycles.values()]
    .filter(({ state }) => state === 'Open')
    .flatMap((cycle) => repeatedWords(ports, cycle) ?? []);
