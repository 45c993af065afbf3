// A quarter's cycle, planned, with the calendar and ladder both sample councils keep: the framework's
// ten working days, and steps of our own. Where it asks about more than measures, what managers look over
// is due two days before the rest and the money five after.
import type { CycleAsks } from '../registers/cycles.ts';
import { newRow } from '../registers/new-row.ts';
import type { Row } from '../registers/registers.ts';

type Planned = {
  readonly plan: string;
  /** '2020-21' */
  readonly year: string;
  readonly number: 1 | 2 | 3 | 4;
  readonly opensOn: string;
  /** What it asks about; left out, measures alone. */
  readonly asks?: readonly CycleAsks[];
};

export const plannedQuarter = ({
  plan,
  year,
  number,
  opensOn,
  asks = [],
}: Planned): Row<'cycles'> =>
  newRow('cycles', {
    key: `${plan}|${year} Q${number}`,
    title: `Quarter ${number} ${year}`,
    plan,
    period: `${year} Q${number}`,
    state: 'Planned',
    opensOn: Temporal.PlainDate.from(opensOn),
    asks,
    ...(asks.length > 0 && { lowerFirst: 2, financeDueDay: 15 }),
    sendAt: '09:30',
    dueWorkingDay: 10,
    remindBefore: 3,
    managerAfter: 1,
    smtAfter: 3,
    closeAfter: 10,
    revision: 0,
  });
