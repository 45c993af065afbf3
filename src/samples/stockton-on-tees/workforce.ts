// The draft Workforce Strategy: seven priorities, what each sets out to do, and what success looks like.
import type { Row } from '../../registers/registers.ts';
import {
  inStrategy,
  mission,
  points,
  printed,
  strategy,
  workforcePriority,
  workstream,
} from './plan.ts';

type Told = {
  readonly title: string;
  readonly challenges?: readonly string[];
  readonly does: readonly string[];
  readonly query?: string;
};

const told: readonly Told[] = [
  {
    title: 'A strong organisation culture',
    challenges: [
      'Politics, law and society change; staff must be resilient',
      'Councils cannot go on with more of the same while money is short',
    ],
    does: [
      'Refresh culture, values and behaviours',
      'Equip staff to lead and welcome change',
      'Carry culture into recruitment and management development',
    ],
  },
  {
    title: 'Effective employee communication and engagement',
    challenges: ['Staff are asked to understand why things change'],
    does: [
      'Put the programme first in internal messages',
      'Give staff networks and ideas more room',
      'Hold engagement events, from wellbeing to sport',
      'Keep regular, open talks with trade unions',
      'Celebrate success: Star Awards, Customer Service Excellence',
      'Make everyday praise a habit',
      'Ask staff: surveys, exit interviews, networks, focus groups',
      'Keep accreditations, the Better Health at Work Award included',
      'Tell staff of progress by internal channels',
    ],
  },
  {
    title: 'Smart working',
    challenges: ['The pandemic changed how people work; collaboration must not suffer'],
    does: [
      'Work with communities and partners on improvement',
      'Challenge practice and cut red tape',
      'Provide technology, workplaces and flexibility',
    ],
  },
  {
    title: 'Attract and retain a diverse and talented workforce',
    challenges: [
      'Hard to fill key roles, here as in the region and nation',
      'Young people are few in local government, and here',
    ],
    does: [
      'Promote the borough as a place',
      'Review how we recruit',
      'Improve employee benefits',
      'Open new routes into careers and promotion',
      'Support inclusion, to mirror our communities',
    ],
  },
  {
    title: 'A happy and healthy workforce',
    does: [
      'Provide resources to keep staff well',
      'Carry out the Employee Health and Wellbeing Strategy',
    ],
  },
  {
    title: 'Effective workforce planning',
    challenges: [
      'Workforce down by over 20% in 12 years',
      'An ageing workforce, with gaps in skill and knowledge',
      'Demand for services has grown',
    ],
    does: [
      'Know the workforce profile and its gaps',
      'Plan ahead, succession included',
      'Make workforce data reliable and part of performance management',
    ],
    query: 'The fall is printed as 20% in the foreword, and as over 20% in the context.',
  },
  {
    title: 'Development opportunities for our workforce',
    challenges: ['Little investment in developing staff in 12 years'],
    does: ['Train managers and leaders', 'Build skills for the programme'],
    query: 'The lack of investment is printed as of 12 years, and as of the last 10.',
  },
];

export const workforcePriorities: readonly Row<'priorities'>[] = told.map((each, index) => {
  const code = String(index + 1);
  return printed('priorities', {
    key: inStrategy(code),
    title: each.title,
    plan: strategy,
    code,
    kind: 'workforce priority',
    serves: [mission('COL'), workstream(`COL ${code}`)],
    challenges: points(...(each.challenges ?? [])),
    position: index + 1,
    query: each.query ?? null,
  });
});

const doing = [
  ...told.flatMap(({ does }, index) =>
    does.map((title, n) => ({
      title,
      code: `${index + 1}.${n + 1}`,
      serves: workforcePriority(String(index + 1)),
    })),
  ),
  { title: 'Review the strategy every year', code: 'Review', serves: `Plans: ${strategy}` },
];

export const workforceActions: readonly Row<'actions'>[] = doing.map(
  ({ title, code, serves }, index) =>
    printed('actions', {
      key: inStrategy(code),
      title,
      plan: strategy,
      code,
      kind: 'activity',
      serves: [serves],
      position: index + 1,
    }),
);

/** What the Employee Health and Wellbeing Strategy is for. */
export const wellbeingAims: readonly Row<'objectives'>[] = [
  'Staff who are well and motivated',
  'A workplace safe and healthy',
  'Support when times are hard',
].map((title, index) => {
  const code = `5.${index + 1}`;
  return printed('objectives', {
    key: inStrategy(code),
    title,
    plan: strategy,
    code,
    kind: 'objective',
    serves: [workforcePriority('5')],
    position: index + 1,
  });
});

export const outcomes: readonly Row<'outcomes'>[] = [
  'A Great Place to Work',
  'An Employer of Choice',
  'A Workforce Fit for the Future',
].map((title, index) => {
  const code = `S${index + 1}`;
  return printed('outcomes', {
    key: inStrategy(code),
    title,
    plan: strategy,
    code,
    serves: [mission('COL')],
    position: index + 1,
  });
});
