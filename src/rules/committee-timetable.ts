// By when a meeting's papers must be drafted, cleared and sent out, worked back from the day it meets. Who
// clears a paper, and how far one has come, is decided elsewhere.
import type { Meeting } from '../registers/meetings.ts';
import { type Closed, workingDayAfter } from './working-days.ts';

/** In the order they are done. Dispatch: the agenda is sent out and open to inspection. */
export const timetableSteps = [
  'draft',
  'finance',
  'legal',
  'portfolio holder',
  'dispatch',
  'meeting',
] as const;
export type TimetableStep = (typeof timetableSteps)[number];

export const timetableStepWords: { readonly [S in TimetableStep]: string } = {
  draft: 'Draft written',
  finance: 'Cleared by finance',
  legal: 'Cleared by legal',
  'portfolio holder': 'Cleared by the portfolio holder',
  dispatch: 'Agenda sent out',
  meeting: 'Meets',
};

/**
 * Working days that lie wholly between the agenda's dispatch and a meeting that is open to the public.
 * Local Government Act 1972, s.100B(3) as amended by SI 2002/715: papers are open to inspection at least
 * five clear days before; of a cabinet SI 2012/2089, reg. 6(2) says the same. A clear day is a weekday,
 * neither that of dispatch nor that of the meeting (R v Swansea City Council, ex parte Elitestone, 1993),
 * and bank holidays are left out, as council constitutions do.
 */
export const clearDays = 5;

/** A meeting in private has no such rule; papers that come the day before are not read. */
const clearDaysInPrivate = 2;

/** Working days from each step to the one after it, where Meetings does not give its day: custom, not law. */
const daysBefore = { clearedToDispatch: 2, legalToHolder: 1, financeToLegal: 2, draftToFinance: 3 };

export type TimetableLine = {
  readonly step: TimetableStep;
  readonly words: string;
  /** The last day on which it can be done. */
  readonly on: Temporal.PlainDate;
  /** The day given for it in Meetings leaves too little time for what follows; `latest` would not. */
  readonly isTooLate: boolean;
  readonly latest: Temporal.PlainDate;
};

type Timed = Pick<Meeting, 'meetsOn' | 'dispatchOn' | 'clearanceOn'>;
type Kind = { readonly inPublic: boolean };

/**
 * Each step with its day, first to last. Days that Meetings gives stand, also where they are too late: that
 * is said of them, and what comes before is worked back from the day that would do.
 */
export const committeeTimetable = (
  meeting: Timed,
  closed: Closed,
  { inPublic }: Kind = { inPublic: true },
): readonly TimetableLine[] => {
  const before = (day: Temporal.PlainDate, days: number) => workingDayAfter(day, -days, closed);
  const clear = inPublic ? clearDays : clearDaysInPrivate;
  const lastDispatch = before(meeting.meetsOn, clear + 1);
  const dispatch = given(meeting.dispatchOn, lastDispatch);
  const lastCleared = before(earlier(dispatch.on, lastDispatch), daysBefore.clearedToDispatch);
  const holder = given(meeting.clearanceOn, lastCleared);
  const legal = before(earlier(holder.on, lastCleared), daysBefore.legalToHolder);
  const finance = before(legal, daysBefore.financeToLegal);
  const days: { readonly [S in TimetableStep]: Given } = {
    draft: given(null, before(finance, daysBefore.draftToFinance)),
    finance: given(null, finance),
    legal: given(null, legal),
    'portfolio holder': holder,
    dispatch,
    meeting: given(null, meeting.meetsOn),
  };
  return timetableSteps.map((step) => ({ step, words: timetableStepWords[step], ...days[step] }));
};

type Given = Pick<TimetableLine, 'on' | 'isTooLate' | 'latest'>;

const given = (day: Temporal.PlainDate | null, latest: Temporal.PlainDate): Given => ({
  on: day ?? latest,
  latest,
  isTooLate: day !== null && Temporal.PlainDate.compare(day, latest) > 0,
});

const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) <= 0 ? one : other;

/** The first day on which the words of a meeting's papers are as they were sent: that of its dispatch. */
export const wordsFreezeOn = (meeting: Timed, closed: Closed, kind?: Kind): Temporal.PlainDate => {
  const dispatch = committeeTimetable(meeting, closed, kind).find(
    ({ step }) => step === 'dispatch',
  );
  return dispatch?.on ?? meeting.meetsOn;
};

/** Whether a step's day has passed. What is done in time is for whoever asks to know. */
export const isPast = ({ on }: Pick<TimetableLine, 'on'>, today: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(on, today) < 0;
