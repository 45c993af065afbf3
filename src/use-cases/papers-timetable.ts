// The meetings that hear of a cycle, each with the days by which its papers must be ready. How those are
// worked out is decided in rules/committee-timetable.ts.
import type { Board } from '../registers/boards.ts';
import type { Cycle } from '../registers/cycles.ts';
import type { Meeting } from '../registers/meetings.ts';
import type { Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import {
  committeeTimetable,
  type TimetableLine,
  wordsFreezeOn,
} from '../rules/committee-timetable.ts';
import { closedDates } from '../rules/working-days.ts';

export type MeetingTimetable = {
  readonly meeting: Meeting;
  /** Null where its board is not in the register. */
  readonly board: Board | null;
  readonly lines: readonly TimetableLine[];
  /** From this day on the words of its papers are not changed. */
  readonly wordsFreezeOn: Temporal.PlainDate;
};

type Reading = Pick<Registers, 'meetings' | 'boards' | 'closedDays'>;

/** By the day they meet. One that was cancelled needs no papers; a blank state is planned. */
export const papersTimetable = (
  registers: Reading,
  { key }: Pick<Cycle, 'key'>,
): readonly MeetingTimetable[] =>
  registers.meetings
    .where('cycle', key)
    .filter(({ state }) => state !== 'cancelled')
    .toSorted(
      (one, other) =>
        Temporal.PlainDate.compare(one.meetsOn, other.meetsOn) || (one.key < other.key ? -1 : 1),
    )
    .map((meeting) => timetableOf(registers, meeting));

/** The next meeting of a board that hears of a cycle; null where none is planned. */
export const meetingFor = (
  registers: Reading,
  cycle: Pick<Cycle, 'key'>,
  board: string,
): MeetingTimetable | null =>
  papersTimetable(registers, cycle).find(({ meeting }) => sameKey(meeting.board, board)) ?? null;

/** A board that is not known is taken to meet in public: that leaves more time, not less. */
const timetableOf = (registers: Reading, meeting: Meeting): MeetingTimetable => {
  const board = registers.boards.get(meeting.board) ?? null;
  const closed = closedDates(registers);
  const kind = { inPublic: board?.inPublic ?? true };
  return {
    meeting,
    board,
    lines: committeeTimetable(meeting, closed, kind),
    wordsFreezeOn: wordsFreezeOn(meeting, closed, kind),
  };
};
