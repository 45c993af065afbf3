// Opens a cycle: works out who owes what, and puts each return in the register as due.
// The cards that ask for them are the ladder's business.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import { cycleCalendar } from '../rules/calendar.ts';
import { mayRunCycle } from '../rules/roles.ts';
import { returnsDue } from '../rules/what-is-due.ts';
import { closedDates } from '../rules/working-days.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';

export type Opened = { readonly outcome: 'opened'; readonly owed: number };

/**
 * Opens a planned cycle, by hand (`by`, of the performance team) or by the clock (`by` null).
 * A measure with nobody to answer is put down as due all the same: its manager is asked.
 */
export const openCycle = async (
  ports: Ports,
  { by, cycle: key }: { by: string | null; cycle: string },
): Promise<Opened | Refused> => {
  const registers = ports.replica.registers();
  const cycle = registers.cycles.get(key);
  if (cycle === undefined) return refused({ reason: 'unknown cycle' });
  const person = by === null ? null : registers.people.get(by);
  if (by !== null && !(person && mayRunCycle(person))) return refused({ reason: 'not allowed' });
  if (cycle.state !== 'Planned') return refused({ reason: 'wrong state', state: cycle.state });

  const at = ports.clock.now().toInstant();
  const owed = owedEntries(registers, cycle, { by, at });
  // The cycle turns Open last: an opening cut short is simply done again, and finds its rows.
  await accept(ports, [
    ...owed,
    {
      key: `open|${cycle.key}`,
      by,
      at,
      changes: [change('cycles', cycle.key, { state: 'Open', openedAt: at, changedBy: by })],
      message: null,
    },
  ]);
  return { outcome: 'opened', owed: owed.length };
};

const owedEntries = (
  registers: Registers,
  cycle: Cycle,
  opened: Pick<Entry, 'by' | 'at'>,
): Entry[] => {
  const { dueOn } = cycleCalendar(cycle, closedDates(registers));
  return returnsDue(registers, cycle).map(({ measure, period, owner }) => {
    const key = `${measure.key}|${period}`;
    return {
      key: `open|${cycle.key}|${key}`,
      ...opened,
      changes: [
        change('returns', key, {
          title: `${measure.code}, ${period}`,
          plan: cycle.plan,
          measure: measure.key,
          period,
          cycle: cycle.key,
          state: 'Due',
          owner,
          dueOn,
          revision: 0,
        }),
      ],
      message: null,
    };
  });
};
