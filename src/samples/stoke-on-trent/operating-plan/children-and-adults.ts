// Sections 1 and 2 of the Operating Plan, under short titles of our own.
import { section } from './section-lines.ts';

export const children = section('1', {
  team: 'childrens-care',
  activities: [
    ['City strategy for children and young people', { serves: '1.1' }],
    ['Early help offer renewed around THRIVE', { serves: '1.2', team: 'early-help' }],
    'Budget control and a medium-term plan',
    ["New front door for children's care", { serves: '1.2' }],
    ['Fewer children coming into care', { serves: '1.2' }],
    'City Safeguarding Partnership brought back',
    ['Better lives for children in care', { serves: '1.2' }],
    ['New inclusion strategy for special needs', { serves: '1.3', team: 'education' }],
    ['Pupil places and school improvement planned', { serves: '1.3', team: 'education' }],
    ['Adult skills plan moved forward', { team: 'economy' }],
  ],
  projects: [
    ['Social care improvement kept to milestones', { serves: '1.2' }],
    "Workforce package for children's care",
    ['Residential care nearer home, costing less', { serves: '1.2' }],
    ['Employment and adult skills service reviewed', { team: 'economy' }],
  ],
  commitments: [
    ['Lower total cost of care placements', { serves: '1.2', category: 'less third-party cost' }],
    [
      'Less agency spending through permanent staff',
      { category: 'workforce cost', project: '1.P2' },
    ],
    [
      'Smaller deficit on the high needs block',
      { serves: '1.3', team: 'education', category: 'less third-party cost' },
    ],
    ['Traded services reviewed', { team: 'education', category: 'trading' }],
    ['Special needs transport and personal budgets', { team: 'education' }],
  ],
  risks: [
    ['Too little progress for Commissioner and DfE', { serves: '1.2 1.P1' }],
    ['Children left unsafe during the pandemic', { serves: '1.4' }],
    'Good staff not found or kept',
    ['Budgets overspent against improvement targets', { serves: '1.A3' }],
  ],
});

export const adults = section('2', {
  team: 'adult-care',
  activities: [
    ["Practice built on people's strengths", { serves: '2.2' }],
    ['Local hubs for community and family support', { serves: '2.4' }],
    ['Care services seven days a week', { serves: '2.2' }],
    'Adult safeguarding strategy revised',
    ['Urgent care reshaped around Homefirst', { serves: '2.4' }],
    'Trading company for the care market considered',
    ['Specialist services for younger adults redesigned', { serves: '2.2' }],
    ['One dementia service for the city', { serves: '2.4' }],
    ['Mental health service brought into the council', { serves: '2.2' }],
    ['Transforming Care partnership begun', { serves: '2.4' }],
    ['Local Care Teams in four places', { serves: '2.4' }],
    ['CHC and S117 reviewed with the CCG', { serves: '2.4' }],
  ],
  projects: [
    ['One learning disability service citywide', { serves: '2.4' }],
    ['Better social work practice', { serves: '2.2' }],
    ['Business case for a care trading company', { serves: '2.3' }],
    ['Adult front door and MASH reviewed', { serves: '2.2' }],
  ],
  // Using resources more efficiently is an objective here (2.3), so these commitments serve it.
  commitments: [
    ['Mental health Section 75 services reviewed', { serves: '2.3' }],
    ['Supported living for learning disability', { serves: '2.3' }],
    ['Preparing 14 to 25s for adulthood', { serves: '2.3' }],
    ['Social prescribing with the NHS', { serves: '2.3' }],
    ['New model for day services', { serves: '2.3' }],
    ['Trading company put to the test', { serves: '2.3', category: 'trading', project: '2.P3' }],
  ],
  risks: [
    'Winter, flu and second wave together',
    'Fragile care providers go under',
    'No reserve for pressures in year',
  ],
});
