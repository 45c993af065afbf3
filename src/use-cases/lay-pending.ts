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

/** How many beats may pass until the Outbox is read whole all the same. */
const beatsBetween = 15;

/**
 * Once a beat. What waits is read where the Outbox holds more changes than lie over the lists, and then
 * only what has not been read before; it is read whole where it holds fewer, since those have landed
 * elsewhere, and now and then: while a long queue drains, doing so at every beat would hold up answers.
 */
export const openLayPending = (outbox: Outbox, replica: Laid): (() => Promise<void>) => {
  let beats = 0;
  /** All that waited up to this sequence has been read once. */
  let readTo = 0;
  const read = async (above: number): Promise<readonly Pending[]> => {
    const pending = await outbox.pending(Number.MAX_SAFE_INTEGER, above);
    replica.lay(pending);
    readTo = pending.at(-1)?.sequence ?? readTo;
    return pending;
  };
  return async () => {
    // Before the Outbox is asked: what was laid then, and is not pending now, has landed meanwhile.
    const laid = replica.laid();
    beats += 1;
    const { changes } = outbox.depth();
    const isTurn = beats % beatsBetween === 0;
    if (changes === laid.length && !isTurn) return;
    if (changes > laid.length && !isTurn) return void (await read(readTo));
    const waiting = new Set((await read(0)).map(({ sequence }) => sequence));
    const landed = laid.filter((sequence) => !waiting.has(sequence));
    if (landed.length > 0) replica.landedElsewhere(landed);
  };
};
