// The edit in the list that replaced what somebody had answered, as the Journal tells of it.
import type { JournalEntry } from '../registers/journal.ts';
import { lineName } from '../registers/line-name.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { isSameText, rowText, type ToldColumn, toldIn } from './journal-told.ts';

export type Edit = {
  /** The Journal row that tells of it. */
  readonly told: string;
  /** Null: the list does not say, or it is nobody on People. */
  readonly by: string | null;
  readonly at: Temporal.Instant;
  /** What of the answer it set, and still stands so. */
  readonly columns: readonly ToldColumn[];
};

const answer: ReadonlySet<string> = new Set([
  'state',
  'value',
  'numerator',
  'denominator',
  'finality',
  'commentary',
  'forecast',
  'limits',
  'noDataUntil',
  'noDataReason',
]);

/** The newest such edit made since the return was answered; null where the answer stands. */
export const editThatStands = (registers: Registers, asked: Return): Edit | null => {
  const row = lineName({ register: 'returns', key: asked.key }).slice(0, 255);
  const byHand = registers.journal
    .where('row', row)
    .filter((told) => told.source === 'list edited by hand' && isSince(told, asked.returnedAt))
    .toSorted((one, other) => Temporal.Instant.compare(other.at, one.at));
  if (byHand.length === 0) return null;
  const now = rowText('returns', asked);
  for (const told of byHand) {
    const columns = toldIn('returns', told).filter(
      ({ column, to }) => answer.has(column) && isSameText(now.get(column) ?? '', to),
    );
    if (columns.length > 0) return { told: told.key, by: told.by, at: told.at, columns };
  }
  return null;
};

const isSince = (told: JournalEntry, answeredAt: Temporal.Instant | null): boolean =>
  answeredAt === null || Temporal.Instant.compare(told.at, answeredAt) >= 0;
