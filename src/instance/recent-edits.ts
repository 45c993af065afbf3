// What was done by hand in the lists while another instance holds the lease: that one tells the Journal.
// This one keeps the last minutes of what it heard, in case the other dies before it has. An edit told by
// both is told once (journal-hand-edits.ts).
import type { HandEdit, Replica } from '../use-cases/ports.ts';

/** Milliseconds: a list is asked at least each minute, and Graph may be busy for some. */
const keptFor = 5 * 60_000;

type RecentEdits = Pick<Replica, 'takeEdits'> & {
  /** Once a beat while another holds the lease. */
  standBy(): void;
};

/** `now`: milliseconds of the machine’s own clock. */
export const openRecentEdits = (
  replica: Pick<Replica, 'takeEdits'>,
  now: () => number = () => performance.now(),
): RecentEdits => {
  let kept: readonly { readonly at: number; readonly edits: readonly HandEdit[] }[] = [];
  return {
    standBy: () => {
      const edits = replica.takeEdits();
      const at = now();
      kept = [...kept, ...(edits.length > 0 ? [{ at, edits }] : [])].filter(
        (each) => at - each.at < keptFor,
      );
    },
    takeEdits: () => {
      const before = kept.flatMap(({ edits }) => edits);
      kept = [];
      return [...before, ...replica.takeEdits()];
    },
  };
};
