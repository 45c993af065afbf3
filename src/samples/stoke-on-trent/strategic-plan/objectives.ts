// The Strategic Plan's 29 objectives under short titles of our own, each under the priority it is
// printed beside. No codes are printed: 1.1 is the first of priority 1.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import { strategicKeyed, strategicPlan } from './plan.ts';

const byPriority: readonly (readonly string[])[] = [
  [
    'A good school for every child',
    'Job skills at 18 to 24',
    'Better mental and physical health',
    'More people moving into work',
    'Training that fits local business',
    'More sport and physical activity',
  ],
  [
    'Enterprise and new local firms',
    'Investment that keeps and creates jobs',
    'New homes, brownfield first',
    'Promotion of the city to visitors',
    'Transport with less congestion',
    'Many more apprenticeships',
  ],
  [
    'Clean streets and good parks',
    'Heritage kept and enhanced',
    'Better housing quality',
    'Less crime and less fear of it',
    'Communities shaping their neighbourhoods',
    'Affordable, secure energy',
  ],
  [
    'Efficient services in new models',
    'Value and local trade from spending',
    'Customers first, services easier to reach',
    'Improvement and investment in teams',
    'Investment that earns a return',
  ],
  [
    'Less harm and neglect',
    'Independent and safe living',
    'Choice and independence for adults',
    'Care leavers set up to live independently',
    'Healthier vulnerable groups',
    'Money managed, benefits taken up',
  ],
];

export const strategicObjectives: readonly Row<'objectives'>[] = byPriority
  .flatMap((titles, priority) =>
    titles.map((title, index) => ({ title, priority: priority + 1, number: index + 1 })),
  )
  .map(({ title, priority, number }, index) => {
    const code = `${priority}.${number}`;
    return newRow('objectives', {
      key: strategicKeyed(code),
      title,
      plan: strategicPlan,
      code,
      kind: 'objective',
      serves: [`Priorities: ${strategicKeyed(String(priority))}`],
      position: index + 1,
    });
  });
