// Opens a cycle: works out who owes what, and puts each return in the register as due.
// The cards that ask for them are the ladder's business.
import type { Cycle } from '../registers/cycles.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { cycleCalendar } from '../rules/calendar.ts';
import { targetReturnKey, targetsDue } from '../rules/targets-due.ts';
import { returnsDue } from '../rules/what-is-due.ts';
import { closedDates } from '../rules/working-days.ts';
import { change } from './change.ts';
import { acceptChange, type CycleAsked, cycleEntry, cycleIn } from './change-cycle.ts';
import type { Entry, Ports } from './ports.ts';
import type { Refused } from './refused.ts';

export type Opened = { readonly outcome: 'opened'; readonly owed: number };

/**
 * Opens a planned cycle, by hand or by the clock. A measure with nobody to answer is put down as due
 * all the same: its manager is asked.
 */
export const openCycle = async (ports: Ports, asked: CycleAsked): Promise<Opened | Refused> => {
  const may = cycleIn(ports, asked, 'Planned');
  if (may.outcome === 'refused') return may;
  const { cycle } = may;
  const { by } = asked;
  const at = ports.clock.now().toInstant();
  const owed = owedEntries(ports.replica.registers(), cycle, { by, at });
  // The cycle turns Open last: an opening cut short is simply done again, and finds its rows.
  const opened = cycleEntry(cycle, { by, at, to: 'Open', set: { openedAt: at } });
  const changed = await acceptChange(ports, [...owed, opened]);
  return changed.outcome === 'refused' ? changed : { outcome: 'opened', owed: owed.length };
};

type Owed = Pick<Return, 'key' | 'title' | 'measure' | 'period' | 'owner' | 'kind'>;

/** The figures a cycle asks for, and the year's targets in the quarter they are set in. */
const owedIn = (registers: Registers, cycle: Cycle): readonly Owed[] => [
  ...returnsDue(registers, cycle).map(({ measure, period, owner }) => ({
    key: `${measure.key}|${period}`,
    title: `${measure.code}, ${period}`,
    measure: measure.key,
    period,
    owner,
    kind: null,
  })),
  ...targetsDue(registers, cycle).map(({ measure, year, owner }) => ({
    key: targetReturnKey(measure.key, year),
    title: `${measure.code}, target for ${year}`,
    measure: measure.key,
    period: year,
    owner,
    kind: 'target' as const,
  })),
];

const owedEntries = (
  registers: Registers,
  cycle: Cycle,
  opened: Pick<Entry, 'by' | 'at'>,
): Entry[] => {
  const { dueOn } = cycleCalendar(cycle, closedDates(registers));
  return owedIn(registers, cycle).map(({ key, ...asked }) => ({
    key: `open|${cycle.key}|${cycle.revision ?? 0}|${key}`,
    ...opened,
    changes: [
      change('returns', key, {
        ...asked,
        plan: cycle.plan,
        cycle: cycle.key,
        state: 'Due',
        dueOn,
        // Kept from an opening that was withdrawn, or an answer would claim a key already claimed.
        revision: registers.returns.get(key)?.revision ?? 0,
      }),
    ],
    message: null,
  }));
};
