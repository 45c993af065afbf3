// Reads what is promised where a figure is off target: an action with its owner and date, or why there
// is to be none. Which row of Actions it becomes is decided in promised-action.ts.
import type { Return } from '../registers/returns.ts';
import type { Doubt } from '../rules/doubt.ts';
import type { Asked, ValueAnswer } from './read-answer.ts';
import { readDate } from './read-date.ts';
import { type Refused, refused } from './refused.ts';

export type NewPromise = {
  readonly what: string;
  /** A person's key. */
  readonly owner: string;
  readonly by: Temporal.PlainDate;
};

/** `as before`: what was promised for this figure stands, and nothing new was typed. Null: nothing is. */
export type Promised = NewPromise | 'as before' | null;

export type Pledge = {
  readonly promised: Promised;
  readonly noActionBecause: Return['noActionBecause'];
};

export const noPledge: Pledge = { promised: null, noActionBecause: null };

/** An action is read as one line of a list, by its name. */
const longestAction = 255;
const longestReason = 500;

type Pledging = Pick<Asked, 'today' | 'by' | 'personNamed' | 'before'> & {
  readonly value: number;
  readonly doubts: readonly Doubt[];
};

/** One of the two is required, and both are refused; nobody named is the person who answers. */
export const readPledge = (
  { action, actionOwner, actionBy, noAction }: ValueAnswer,
  asked: Pledging,
): Pledge | Refused => {
  const what = action.replace(/\s+/g, ' ').trim();
  const because = noAction.trim();
  if (what !== '' && because !== '') return refused({ reason: 'action and no action' });
  if (because !== '') return readNoAction(because);
  if (what === '') return standing(asked);
  if (what.length > longestAction)
    return refused({
      reason: 'reason too long',
      length: what.length,
      most: longestAction,
      field: 'action',
    });
  const owner = asked.personNamed(actionOwner.trim() || asked.by);
  if (owner === null) return refused({ reason: 'nobody for the action' });
  const by = readDayAhead(actionBy, asked.today);
  return 'outcome' in by ? by : { promised: { what, owner, by }, noActionBecause: null };
};

const readNoAction = (because: string): Pledge | Refused =>
  because.length > longestReason
    ? refused({
        reason: 'reason too long',
        length: because.length,
        most: longestReason,
        field: 'noAction',
      })
    : { promised: null, noActionBecause: because };

/** What was said of this figure before stands until something else is typed. */
const standing = ({ before, value, doubts }: Pledging): Pledge | Refused => {
  if (before.action !== null) return { promised: 'as before', noActionBecause: null };
  if (before.noActionBecause !== null)
    return { promised: null, noActionBecause: before.noActionBecause };
  return refused({ reason: 'action required', value, doubts });
};

const readDayAhead = (typed: string, today: Temporal.PlainDate): Temporal.PlainDate | Refused => {
  if (typed.trim() === '') return refused({ reason: 'no date for the action' });
  const day = readDate(typed);
  if (day === null) return refused({ reason: 'not a date', typed, field: 'actionBy' });
  return Temporal.PlainDate.compare(day, today) > 0
    ? day
    : refused({ reason: 'date not ahead', date: day, field: 'actionBy' });
};
