// The programme's milestones and activities. A day is a due date only where the report prints one, or
// the end of a month it must be done by; a month, a season or a year alone is told in the commentary.
import type { Row } from '../../registers/registers.ts';
import {
  inProgramme,
  mission,
  points,
  printed,
  programme,
  reviewLine,
  workstream,
} from './plan.ts';
import { type Told, townActions } from './towns.ts';

const monthOnly = 'Only the month is printed.';

const programmeActions: readonly Told[] = [
  {
    title: 'Cabinet agrees the programme framework',
    serves: [`Plans: ${programme}`],
    kind: 'milestone',
    done: true,
    says: `July 2023. ${monthOnly}`,
  },
  {
    title: 'Cabinet agrees mission statement and five missions',
    serves: [`Plans: ${programme}`],
    kind: 'milestone',
    done: true,
    says: `January 2024. ${monthOnly} The themes of the Workforce Strategy were agreed with them.`,
  },
  { title: 'Report regularly to Cabinet', serves: [`Plans: ${programme}`] },
];

const communities: readonly Told[] = [
  {
    title: 'Getting Ready exercise for community engagement',
    serves: [mission('COM')],
    done: true,
    says: `March 2024, with the National Development Team for Inclusion. ${monthOnly}`,
  },
  {
    title: 'Analyse the Residents Survey',
    serves: [workstream('COM 2')],
    says: 'Over 1600 replies; closed before Christmas. Analysis goes on.',
  },
  { title: 'Meet survey volunteers in smaller groups', serves: [workstream('COM 2')] },
  { title: 'Map work with partners and the voluntary sector', serves: [mission('COM')] },
  {
    title: 'Set up a Making it Real Board',
    serves: [workstream('COM 2')],
    done: true,
    says: 'Adult Social Care, with people who have used it.',
  },
  { title: 'Train staff to build on community strengths', serves: [workstream('COM 3')] },
];

const partnerships: readonly Told[] = [
  {
    title: 'Partnership Charter before Cabinet',
    serves: [workstream('PAR 1')],
    kind: 'milestone',
    dueOn: '2024-04-18',
  },
  {
    title: 'Build the charter into daily practice',
    serves: [workstream('PAR 1')],
    says: 'Once Cabinet has agreed it.',
  },
  {
    title: 'Options for shared services before Cabinet',
    serves: [workstream('PAR 3')],
    kind: 'milestone',
    says: 'A future meeting; no date printed. Takes the place of a review of Xentrall.',
  },
];

const transformation: readonly Told[] = [
  {
    title: 'Cabinet agrees focus of first reviews',
    serves: [workstream('TRA 1')],
    kind: 'milestone',
    done: true,
    says: `January 2024. ${monthOnly}`,
  },
  {
    title: 'Scopes of 14 reviews before Cabinet',
    serves: [workstream('TRA 1')],
    kind: 'milestone',
    dueOn: '2024-04-18',
  },
  {
    title: 'Update Cabinet on both phases of reviews',
    serves: [workstream('TRA 1'), workstream('TRA 2')],
    says: 'Future meetings; no date printed.',
  },
  {
    title: 'Weekly food waste collection begins',
    serves: [reviewLine('MT01')],
    kind: 'milestone',
    says: 'From April 2026, a year after the national date. No day is printed.',
  },
  {
    title: 'New Tees Valley waste disposal contract',
    serves: [reviewLine('MT01'), reviewLine('MT02')],
    kind: 'milestone',
    says: 'The present one ends in April 2026. No day is printed.',
  },
  {
    title: 'New care frameworks commissioned',
    serves: [reviewLine('MT03')],
    kind: 'milestone',
    dueOn: '2024-10-01',
    says: 'Older people residential, care at home, extra care. Home care runs 1 October 2024 to 30 September 2031.',
  },
  {
    title: 'Volunteer Driver pilot begins',
    serves: [reviewLine('MT07')],
    kind: 'milestone',
    says: `January 2024. ${monthOnly} Whether it began is not said.`,
  },
  {
    title: 'Education system replaced by Liquidlogic',
    serves: [reviewLine('MT08')],
    kind: 'milestone',
    says: `July 2024, from Capita One. ${monthOnly}`,
  },
  {
    title: 'Fees and charges recommendations approved',
    serves: [reviewLine('MT12')],
    kind: 'milestone',
    dueOn: '2024-10-31',
    says: 'Printed as before November 2024, for the financial plan.',
  },
];

const colleagues: readonly Told[] = [
  {
    title: 'Workforce Strategy before Cabinet',
    serves: [mission('COL')],
    kind: 'milestone',
    dueOn: '2024-04-18',
  },
];

const regeneration: readonly Told[] = [
  ...townActions,
  {
    title: 'Final draft innovation zone masterplan before Cabinet',
    serves: [workstream('REG 2')],
    kind: 'milestone',
    says: 'The coming months; no date printed. A 60 hectare brownfield site: Teesdale Business Park and Tees Marshalling Yards.',
  },
  {
    title: 'Review the Inclusive Growth Strategy periodically',
    serves: [workstream('REG 3')],
    says: 'So that it stays in line with the vision.',
  },
];

/** Rows of one group, coded by it and numbered in the order told. */
const coded = (group: string, told: readonly Told[]): readonly Row<'actions'>[] =>
  told.map((each, index) => {
    const code = `${group}-${index + 1}`;
    return printed('actions', {
      key: inProgramme(code),
      title: each.title,
      plan: programme,
      code,
      kind: each.kind ?? 'activity',
      serves: each.serves,
      dueOn: each.dueOn ? Temporal.PlainDate.from(each.dueOn) : null,
      status: each.done ? 'complete' : null,
      commentary: points(...(each.says ? [each.says] : [])),
      position: index + 1,
    });
  });

export const programmeMilestones: readonly Row<'actions'>[] = [
  ...coded('POF', programmeActions),
  ...coded('COM', communities),
  ...coded('PAR', partnerships),
  ...coded('TRA', transformation),
  ...coded('COL', colleagues),
  ...coded('REG', regeneration),
].map((row, index) => ({ ...row, position: index + 1 }));
