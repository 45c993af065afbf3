// Lays over the lists what waits in the Outbox although this process did not accept it, as when another
// instance or a command did; and takes off what another process has landed. Works with Graph away.
import type { Outbox, Pending } from './ports.ts';

/** The changes that lie over the lists. */
export type Laid = {
  lay(changes: readonly Pending[]): void;
  /** By sequence. */
  laid(): readonly number[];
  landedElsewhere(sequences: readonly number[]): void;
};

export type LayPending = {
  /**
   * Once a beat. Only what has not been read before is read, for as long as nothing shows that a change has
   * landed elsewhere; then, and now and then, the Outbox is read whole: while a long queue drains, doing so
   * at every beat would hold up answers.
   */
  atBeat(): Promise<void>;
  /** What has been accepted since it was last read, as before somebody is answered. */
  sinceLast(): Promise<void>;
};

/** How many beats may pass until the Outbox is read whole all the same. */
const beatsBetween = 15;

/** `except`: what the lists have gone past, which lies over nothing (take-up.ts). */
export const openLayPending = (
  outbox: Outbox,
  replica: Laid,
  except: ReadonlySet<number> = new Set(),
): LayPending => {
  let beats = 0;
  /** All that waited up to this sequence has been read once. */
  let readTo = 0;
  const read = async (above: number): Promise<readonly Pending[]> => {
    const pending = await outbox.pending(Number.MAX_SAFE_INTEGER, above);
    replica.lay(pending.filter(({ sequence }) => !except.has(sequence)));
    readTo = pending.at(-1)?.sequence ?? readTo;
    return pending;
  };
  /** `laid`: what lay over the lists before the Outbox is read. What is not in it then has landed. */
  const readWhole = async (laid: readonly number[]): Promise<void> => {
    const waiting = new Set((await read(0)).map(({ sequence }) => sequence));
    const landed = laid.filter((sequence) => !waiting.has(sequence));
    if (landed.length > 0) replica.landedElsewhere(landed);
  };
  return {
    atBeat: async () => {
      const laid = replica.laid();
      beats += 1;
      const { changes } = outbox.depth();
      if (changes < laid.length || beats % beatsBetween === 0) return readWhole(laid);
      const found = await read(readTo);
      // As many as before, and some of them new: so as many have landed.
      const before = changes === laid.length && found.length > 0 ? new Set(laid) : null;
      if (before && found.some(({ sequence }) => !before.has(sequence))) await readWhole(laid);
    },
    sinceLast: async () => void (await read(readTo)),
  };
};
