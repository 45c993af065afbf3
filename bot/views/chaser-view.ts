// What a chaser says: how many are still missing of how many, and when they are or were due.

import type { Cycle } from '../../src/registers/cycles.ts';
import { askedName } from '../../src/rules/asked-name.ts';
import { cycleNameWithin } from '../../src/rules/cycle-name.ts';
import type { ChaserView } from '../cards/chaser-card.ts';
import { besidesOf } from './away-view.ts';
import { dayWords, seenBy } from './cycle-words.ts';
import { firstDue } from './due-days.ts';
import { answeredIn, type InCycle, owedIn } from './in-cycle.ts';

/** Null when nothing is missing any more. */
export const chaserView = (at: InCycle): ChaserView | null => {
  const owed = owedIn(at);
  if (owed.length === 0) return null;
  const { registers, cycle, today } = at;
  const done = answeredIn(at).length;
  const due = firstDue({ registers, cycle }, owed);
  return {
    cycle: cycle.key,
    sentence: `${missingWords(cycle, owed.length, done)} ${dueWords({ ...due, today, left: owed.length })}`,
    missing: owed.map((each) => askedName(each.return, each.about)),
    begun: done > 0,
    seenBy,
    besides: besidesOf(at),
  };
};

const missingWords = (cycle: Cycle, left: number, done: number): string => {
  const quarter = cycleNameWithin(cycle);
  const are = left === 1 ? 'is' : 'are';
  if (done > 0) return `${left} of your ${left + done} ${quarter} returns ${are} still missing.`;
  return left === 1
    ? `Your ${quarter} return is still missing.`
    : `Your ${left} ${quarter} returns are still missing.`;
};

type Due = {
  /** The earliest day, and how many are due by it. */
  readonly on: Temporal.PlainDate;
  readonly count: number;
  readonly today: Temporal.PlainDate;
  readonly left: number;
};

/** "They are due by Wed 14 October."; where not all are: "The first 3 are due by Mon 12 October." */
const dueWords = ({ on, count, today, left }: Due): string => {
  const order = Temporal.PlainDate.compare(today, on);
  const day = dayWords(on, today);
  const are = order > 0 ? (count === 1 ? 'was' : 'were') : count === 1 ? 'is' : 'are';
  const due = order === 0 ? `due today, ${day}` : `due ${order < 0 ? 'by' : 'on'} ${day}`;
  return `${theyAll(count, left)} ${are} ${due}.`;
};

const theyAll = (count: number, left: number): string => {
  if (count < left) return count === 1 ? 'The first' : `The first ${count}`;
  return left === 1 ? 'It' : 'They';
};
