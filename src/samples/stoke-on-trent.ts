// Stoke-on-Trent as local mode opens it: the Operating Plan 2020-21, on the first morning of the
// quarter 2 cycle. What is the document's and what is made up is told in README.md beside this.
import { bankHolidays } from './bank-holidays.ts';
import type { SampleCouncil } from './sample-council.ts';
import { measures, returns, targets } from './stoke-on-trent/measures.ts';
import { objectives } from './stoke-on-trent/objectives.ts';
import { directory, people, teams } from './stoke-on-trent/people.ts';
import { cycles, plans, priorities } from './stoke-on-trent/plan.ts';

export const stokeOnTrent = (): SampleCouncil => ({
  site: 'stoke-on-trent',
  name: 'Stoke-on-Trent City Council (sample)',
  startsAt: '2020-10-01T09:00',
  rows: {
    plans,
    priorities,
    objectives,
    measures,
    targets,
    returns,
    teams,
    people,
    cycles,
    closedDays: bankHolidays(2018, 2027),
  },
  directory,
});
