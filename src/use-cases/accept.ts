// The one way anything comes in: durable in the Outbox first, then over what everyone reads.
import { journalled } from './journalled.ts';
import type { Acceptance, Entry, Ports } from './ports.ts';

/**
 * Accepts each entry once, by its key; what was accepted is in every read from now on. An entry that
 * a person, a file or a command is behind carries its own rows of the Journal.
 */
export const accept = async (
  ports: Pick<Ports, 'outbox' | 'replica'>,
  entries: readonly Entry[],
): Promise<readonly Acceptance[]> => {
  if (entries.length === 0) return [];
  const registers = ports.replica.registers();
  const told = entries.map((entry) =>
    entry.journal
      ? { ...entry, changes: [...entry.changes, ...journalled(registers, entry)] }
      : entry,
  );
  const acceptances = await ports.outbox.accept(told);
  const accepted = acceptances.flatMap((each) => (each.outcome === 'accepted' ? each.pending : []));
  ports.replica.lay(accepted);
  return acceptances;
};

/** One entry alone: whether it came first. False: it, or another of its key, was there already. */
export const acceptedFirst = async (
  ports: Pick<Ports, 'outbox' | 'replica'>,
  entry: Entry,
): Promise<boolean> => {
  const [taken] = await accept(ports, [entry]);
  return taken?.outcome === 'accepted';
};
