// What is said at the head of a copy that is read inside: that it has not gone out, or may not yet. A copy for
// publication says none of it.
import type { Hold } from '../registers/holds.ts';
import type { Paper } from '../registers/papers.ts';
import { zone } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { holdWords } from './holds.ts';
import { isIssued } from './paper-stages.ts';

type Copy = {
  readonly row: Pick<Paper, 'issuedAt'> | null;
  readonly isFrozen: boolean;
  readonly freezesAt: Temporal.Instant | null;
  readonly hold: Hold | null;
  readonly now: Temporal.Instant;
};

/** Of figures that are a draft the paper itself says so. */
export const readingNotices = ({
  row,
  isFrozen,
  freezesAt,
  hold,
  now,
}: Copy): readonly string[] => [
  ...(hold === null ? [] : [`${holdWords(hold)} To be read inside the council, not published.`]),
  ...(isFrozen && !isIssued(row) ? [notIssued(freezesAt, now)] : []),
];

const notIssued = (freezesAt: Temporal.Instant | null, now: Temporal.Instant): string => {
  const not = 'Not issued yet. Its figures are final for the quarter';
  if (freezesAt === null) return `${not}; its words may still change.`;
  if (Temporal.Instant.compare(freezesAt, now) <= 0) return `${not}, and so are its words.`;
  return `${not}; its words may change until ${dateWords(freezesAt.toZonedDateTimeISO(zone).toPlainDate())}.`;
};
