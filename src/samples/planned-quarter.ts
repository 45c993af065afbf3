// A quarter's cycle, planned, with the calendar and ladder both sample councils keep: the framework's
// ten working days, and steps of our own.
import { newRow } from '../registers/new-row.ts';
import type { Row } from '../registers/registers.ts';

type Planned = {
  readonly plan: string;
  /** '2020-21' */
  readonly year: string;
  readonly number: 1 | 2 | 3 | 4;
  readonly opensOn: string;
};

export const plannedQuarter = ({ plan, year, number, opensOn }: Planned): Row<'cycles'> =>
  newRow('cycles', {
    key: `${plan}|${year} Q${number}`,
    title: `Quarter ${number} ${year}`,
    plan,
    period: `${year} Q${number}`,
    state: 'Planned',
    opensOn: Temporal.PlainDate.from(opensOn),
    sendAt: '09:30',
    dueWorkingDay: 10,
    remindBefore: 3,
    managerAfter: 1,
    smtAfter: 3,
    closeAfter: 10,
    revision: 0,
  });
