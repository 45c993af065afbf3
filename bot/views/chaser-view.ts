// What a chaser says: how many are still missing of how many, and when they are or were due.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { ChaserView } from '../cards/chaser-card.ts';
import { besidesOf } from './away-view.ts';
import { askedName, calendarOf, dayWords, quarterName, seenBy } from './cycle-words.ts';
import { answeredIn, type InCycle, owedIn } from './in-cycle.ts';

/** Null when nothing is missing any more. */
export const chaserView = (at: InCycle): ChaserView | null => {
  const owed = owedIn(at);
  if (owed.length === 0) return null;
  const { registers, cycle, today } = at;
  const done = answeredIn(at).length;
  const { dueOn } = calendarOf(registers, cycle);
  return {
    cycle: cycle.key,
    sentence: `${missingWords(cycle, owed.length, done)} ${dueWords(dueOn, today, owed.length)}`,
    missing: owed.map((each) => askedName(each.return, each.about)),
    begun: done > 0,
    seenBy,
    besides: besidesOf(at),
  };
};

const missingWords = (cycle: Cycle, left: number, done: number): string => {
  const quarter = quarterName(cycle).toLowerCase();
  const are = left === 1 ? 'is' : 'are';
  if (done > 0) return `${left} of your ${left + done} ${quarter} returns ${are} still missing.`;
  return left === 1
    ? `Your ${quarter} return is still missing.`
    : `Your ${left} ${quarter} returns are still missing.`;
};

const dueWords = (dueOn: Temporal.PlainDate, today: Temporal.PlainDate, left: number): string => {
  const they = left === 1 ? 'It' : 'They';
  const order = Temporal.PlainDate.compare(today, dueOn);
  const day = dayWords(dueOn, today);
  if (order === 0) return `${they} ${left === 1 ? 'is' : 'are'} due today, ${day}.`;
  return order < 0
    ? `${they} ${left === 1 ? 'is' : 'are'} due by ${day}.`
    : `${they} ${left === 1 ? 'was' : 'were'} due on ${day}.`;
};
