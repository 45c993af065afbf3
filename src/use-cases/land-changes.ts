// Writes accepted changes behind, into the lists, in the order they were accepted.
// The units a tenant allows are kept by the lists themselves.
import { journalWhatStood } from './journal-what-stood.ts';
import type { Outbox, Pending, Ports } from './ports.ts';

/** Rows written a turn: what is accepted meanwhile may still join a row of the next. */
const rowsATurn = 200;

/** How far ahead later changes of those rows are looked for, so that each costs one write. */
const lookAhead = 20_000;

export type Landing = {
  readonly landed: number;
  /** Changes the lists would not take this turn, by fault. They stay in the Outbox. */
  readonly faults: Readonly<Record<string, number>>;
};

/**
 * Writes until none are pending that a list will take, until Graph is busy or away, or `stop` says
 * so. A row that is not taken holds up no other. `toLand`: what may be written by now, where not all may.
 */
export const landChanges = async (
  ports: Pick<Ports, 'outbox' | 'lists' | 'log' | 'replica' | 'clock'>,
  stop: () => boolean,
  toLand: Outbox['pending'] = (limit) => ports.outbox.pending(limit),
): Promise<Landing> => {
  let landed = 0;
  const faults: Record<string, number> = {};
  const notTaken = new Set<string>();
  for (let isBusy = false; !isBusy && !stop(); ) {
    const pending = firstRows(await toLand(lookAhead), notTaken);
    if (pending.length === 0) break;
    const written = await ports.lists.write(pending);
    const done = written.filter((each) => each.fault === null).map((each) => each.sequence);
    await journalWhatStood(ports, pending, written);
    await ports.outbox.landed(done);
    landed += done.length;
    const rows = new Map(pending.map((each) => [each.sequence, rowOf(each)]));
    for (const { fault, sequence } of written) {
      if (fault === null) continue;
      faults[fault] = (faults[fault] ?? 0) + 1;
      notTaken.add(rows.get(sequence) ?? '');
      isBusy ||= fault === 'throttled' || fault === 'unreachable';
    }
  }
  if (landed > 0) ports.log.info('changes landed', { landed });
  return { landed, faults };
};

const rowOf = ({ register, key }: Pending): string => `${register} ${key}`;

/** Every pending change of the rows longest waiting, in order, leaving out those just not taken. */
const firstRows = (
  pending: readonly Pending[],
  notTaken: ReadonlySet<string>,
): readonly Pending[] => {
  const rows = new Set<string>();
  return pending.filter((each) => {
    const row = rowOf(each);
    if (notTaken.has(row)) return false;
    if (rows.size < rowsATurn) rows.add(row);
    return rows.has(row);
  });
};
