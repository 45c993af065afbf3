// Sections 5 and 6 of the Operating Plan, under short titles of our own.
import { section } from './section-lines.ts';

export const communities = section('5', {
  team: 'communities',
  activities: [
    ['Safer City and cohesion strategies refreshed', { serves: '5.1 5.2' }],
    ['County strategy on serious violence delivered', { serves: '5.1' }],
    'Complex safeguarding, child exploitation included',
    ['Shared framework for community work locally', { serves: '5.2 5.3' }],
    ['Community Investment Fund on local priorities', { serves: '5.2' }],
    ['Purpose of Community Plans reviewed', { serves: '5.2' }],
    ['Prevent plans brought up to date', { serves: '5.1' }],
    'Gating orders looked at again',
    ['Public protection kept up under Covid', { serves: '5.4', team: 'environment' }],
  ],
  projects: [
    ['Community development offer reviewed', { serves: '5.2' }],
    ['One IT platform for community activity', { serves: '5.2' }],
    ['Zero tolerance of environmental crime', { serves: '5.4', team: 'environment' }],
  ],
  commitments: [
    [
      'Locality working and a stronger voluntary sector',
      { serves: '5.3', category: 'voluntary sector delivery' },
    ],
  ],
  risks: [
    ['Voluntary groups short of money', { serves: '5.3' }],
    ['Prevent posts funded only short term', { serves: '5.A7' }],
    ['Hardship drives crime up', { serves: '5.1' }],
    'Data protection law limits sharing',
    ['Too little commitment to locality working', { serves: '5.A4' }],
    'Better engagement brings no more involvement',
    ['Older resident groups unable to meet', { serves: '5.2' }],
    'Community worries over Covid rules',
  ],
});

export const customers = section('6', {
  team: 'customers',
  activities: [
    ['Customer Service Strategy written', { serves: '6.1' }],
    'Local centres rationalised in citywide review',
    'Lessons drawn from every contact',
    ['Digital offer with chatbot and social media', { serves: '6.2' }],
    ['From cash to direct debit', { serves: '6.2' }],
    ['Quality framework for every channel', { serves: '6.1' }],
    ['Channel shift in contact and payment', { serves: '6.2' }],
    ['Friendlier call menu on 234234', { serves: '6.1' }],
    'Business support across the council',
  ],
  projects: [
    ['Webchat and social media joined up', { serves: '6.2' }],
    ['Staff trained to be versatile', { serves: '6.1' }],
    ['Quality framework around the customer journey', { serves: '6.1' }],
    ['Restorative practice in customer disputes', { serves: '6.3' }],
    'Casework system reviewed for quality',
    ['Lessons from complaints acted on', { serves: '6.3' }],
  ],
  commitments: [
    'Local centre provision made efficient',
    ['Less cash taken at council centres', { serves: '6.2', category: 'digital' }],
    'Cheaper post and hybrid mail',
  ],
  risks: [
    'Too few resources for projects',
    'Public or political support changes',
    ['IT faults make service unreliable', { serves: '6.1' }],
    ['Phone and digital demand outgrows capacity', { serves: '6.1' }],
  ],
});
