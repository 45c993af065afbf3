// Lays over the lists what waits in the Outbox although this process did not accept it, as when a
// command did; and takes off what another process has landed. Works with Graph away.
import type { Outbox, Pending } from './ports.ts';

/** The changes that lie over the lists. */
export type Laid = {
  lay(changes: readonly Pending[]): void;
  /** By sequence. */
  laid(): readonly number[];
  landedElsewhere(sequences: readonly number[]): void;
};

/** How many beats may pass, where the counts agree, before the Outbox is read whole all the same. */
const beatsBetween = 15;

/**
 * Once a beat. The Outbox is read only where it holds another number of changes than lie over the
 * lists, and now and then: while a long queue drains, reading it every beat would cost more than that.
 */
export const openLayPending = (outbox: Outbox, replica: Laid): (() => Promise<void>) => {
  let beats = 0;
  return async () => {
    // Before the Outbox is asked: what was laid then, and is not pending now, has landed meanwhile.
    const laid = replica.laid();
    beats += 1;
    if (outbox.depth().changes === laid.length && beats % beatsBetween !== 0) return;
    const pending = await outbox.pending(Number.MAX_SAFE_INTEGER);
    replica.lay(pending);
    const waiting = new Set(pending.map(({ sequence }) => sequence));
    const landed = laid.filter((sequence) => !waiting.has(sequence));
    if (landed.length > 0) replica.landedElsewhere(landed);
  };
};
