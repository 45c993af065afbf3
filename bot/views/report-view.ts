// What the Report card shows of one line of work, money, a risk or a service that is reported on.
import type { Registers } from '../../src/registers/registers.ts';
import type { Return } from '../../src/registers/returns.ts';
import type { About } from '../../src/rules/about.ts';
import type { Reported } from '../cards/question.ts';
import type { ReportView } from '../cards/report-card.ts';
import type { InCycle } from './in-cycle.ts';

type Reporting = InCycle & { readonly return: Return; readonly about: About };

export const reportView = ({ return: asked, about }: Reporting): ReportView => ({
  return: asked.key,
  name: about.title,
});

/** What a receipt says of a line that has been reported on. */
export const reportedResult = (_registers: Registers, given: Return, _about: About): Reported => ({
  reported: given.status ?? 'Reported',
});
