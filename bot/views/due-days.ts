// By when a person's returns of a cycle are due. Not all of them are by the same day: what a manager looks
// over comes before what the manager answers.
import type { Cycle } from '../../src/registers/cycles.ts';
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import type { Owed } from '../../src/rules/owed.ts';
import { calendarOf } from './cycle-words.ts';

type Owing = { readonly registers: Registers; readonly cycle: Cycle };

/** The earliest day, and how many of them are due by then. */
export const firstDue = (
  owing: Owing,
  owed: readonly Owed[],
): { readonly on: Temporal.PlainDate; readonly count: number } => {
  const days = owed.map((each) => dueDay(owing, each.return));
  const on =
    days.toSorted(Temporal.PlainDate.compare)[0] ?? calendarOf(owing.registers, owing.cycle).dueOn;
  return { on, count: days.filter((day) => day.equals(on)).length };
};

/** One that came back from an earlier cycle is due with this one. */
const dueDay = ({ registers, cycle }: Owing, { dueOn }: Return): Temporal.PlainDate =>
  dueOn !== null && Temporal.PlainDate.compare(dueOn, cycle.opensOn) >= 0
    ? dueOn
    : calendarOf(registers, cycle).dueOn;
