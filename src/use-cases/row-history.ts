// A row's past, for whoever opens it: its versions asked of its list, with what the Journal and the
// Outbox know. Who may see it is decided where it is asked for (src/web).
import type { JournalEntry } from '../registers/journal.ts';
import { type Line, lineName } from '../registers/line-name.ts';
import { registers as declared, type Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { isOfSeveral } from '../rules/journal-told.ts';
import type { RowStep } from '../rules/row-step.ts';
import { rowSteps } from '../rules/row-versions.ts';
import type { ListFault, Ports, RowVersion } from './ports.ts';

export type RowHistory = {
  /** Newest first. */
  readonly steps: readonly RowStep[];
  /** Oldest first: a step's `version` is its place here. Empty where the list did not answer. */
  readonly versions: readonly RowVersion[];
  /** Why the list did not answer: the steps are what the Journal alone knows. Null: it did. */
  readonly fault: ListFault | null;
};

/** One asking of the list; everything else is in memory. */
export const rowHistory = async (
  { outbox, replica, lists }: Pick<Ports, 'outbox' | 'replica' | 'lists'>,
  line: Line,
): Promise<RowHistory> => {
  // Before the list is asked: what lands meanwhile is then known twice, never not at all.
  const pending = await outbox.pending(Number.MAX_SAFE_INTEGER);
  const answer = await lists.history(line.register, line.key);
  const fault = 'fault' in answer ? answer.fault : null;
  const versions = 'fault' in answer ? [] : answer;
  const steps = rowSteps({
    register: line.register,
    versions: fault === null ? versions : null,
    journal: toldOf(replica.registers(), line),
    waiting: pending.filter(
      ({ register, key }) => register === line.register && sameKey(key, line.key),
    ),
  });
  return { steps, versions: versions.toReversed(), fault };
};

/** What the Journal tells of a row, and of rows it was begun together with. */
const toldOf = (registers: Registers, line: Line): readonly JournalEntry[] => {
  const own = registers.journal.where('row', lineName(line).slice(0, 255));
  const { list } = declared[line.register];
  const together = [...registers.journal.values()].filter(
    (entry) =>
      sameKey(entry.register, list) &&
      isOfSeveral(entry) &&
      (entry.to ?? '').split('\n').some((key) => sameKey(key, line.key)),
  );
  return [...own.filter((entry) => !isOfSeveral(entry)), ...together];
};
