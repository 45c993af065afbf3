// The one way anything comes in: durable in the Outbox first, then over what everyone reads.
import type { Acceptance, Entry, Ports } from './ports.ts';

/** Accepts each entry once, by its key; what was accepted is in every read from now on. */
export const accept = async (
  ports: Pick<Ports, 'outbox' | 'replica'>,
  entries: readonly Entry[],
): Promise<readonly Acceptance[]> => {
  if (entries.length === 0) return [];
  const acceptances = await ports.outbox.accept(entries);
  const accepted = acceptances.flatMap((each) => (each.outcome === 'accepted' ? each.pending : []));
  ports.replica.lay(accepted);
  return acceptances;
};
