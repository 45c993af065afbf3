// Whether the lists take what is written to them just now, so that a person can be told the truth of
// where their answer is. It is known from the last write alone: nobody is asked for it.
import type { Lists } from '../use-cases/ports.ts';

/** Milliseconds a write may be under way before the lists count as away. */
const longEnough = 10_000;

type WatchedLists = {
  readonly lists: Lists;
  /** The last write did not reach them, or one is long under way. */
  readonly areAway: () => boolean;
};

export const watchLists = (lists: Lists): WatchedLists => {
  let missed = false;
  let since: number | null = null;
  const write: Lists['write'] = async (changes) => {
    since ??= performance.now();
    try {
      const written = await lists.write(changes);
      missed = written.some(({ fault }) => fault === 'unreachable' || fault === 'throttled');
      return written;
    } catch (error) {
      missed = true;
      throw error;
    } finally {
      since = null;
    }
  };
  return {
    lists: { ...lists, write },
    areAway: () => missed || (since !== null && performance.now() - since > longEnough),
  };
};
