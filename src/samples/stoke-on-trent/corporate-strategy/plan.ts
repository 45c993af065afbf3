// The Corporate Strategy 2024-28 as a whole, and the ways it says it will be delivered. Its sections,
// named strategies and elements are rows of Plans under it; codes beginning with D are ours.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';

export const plan = 'corporate-strategy-2024-28';
/** Any row of this plan that is known by a code. */
export const keyed = (code: string): string => `${plan}|${code}`;

const whole = newRow('plans', {
  key: plan,
  title: 'Corporate Strategy 2024-28: Our City, Our Wellbeing',
  plan,
  code: plan,
  kind: 'strategic',
  vision:
    'People and institutions working together, so that everyone has what a decent life takes: health, money, time, good places and prospects, with those who come after in mind.',
  // Only '2024-28' is printed: financial years, as the plans before it had.
  startsOn: Temporal.PlainDate.from('2024-04-01'),
  endsOn: Temporal.PlainDate.from('2028-03-31'),
});

type Part = readonly [code: string, name: string, said?: Partial<Row<'plans'>>];
const policy = { kind: 'policy framework' } as const;
const thematic = { kind: 'thematic' } as const;

const parts: readonly Part[] = [
  ['D1', 'Supporting strategies and plans'],
  ['D1.1', 'Budget and policy framework', policy],
  ['D1.2', 'Delivery strategies'],
  ['D1.2.1', 'Energy and Carbon Reduction Strategy', thematic],
  ['D1.2.2', 'Cultural Strategy', thematic],
  ['D1.2.3', 'Economic Strategy', thematic],
  ['D1.2.4', 'Cost of Living Plan', thematic],
  ['D1.3', 'Operational strategies'],
  ['D1.3.1', 'Customer Services Strategy', thematic],
  ['D1.3.2', 'Digital Strategy', thematic],
  ['D1.3.3', 'Library Strategy', thematic],
  ['D1.3.4', 'Green Space Strategy', thematic],
  // Named in the introduction as core policies, in none of the three groups.
  ['D1.4', 'Medium-Term Financial Strategy', policy],
  ['D1.5', 'Children & Families Strategy', policy],
  ['D1.6', 'Housing Strategy', policy],
  [
    'D2',
    'The Operating Framework',
    { query: 'It is named the Operating Framework and the Operational Framework.' },
  ],
  ['D2.1', 'Operating Plans', { kind: 'operating' }],
  ['D2.2', 'Performance management'],
  ['D2.3', 'Assurance model'],
  ['D2.4', 'Governance for delivery'],
  ['D2.5', 'Organisational development'],
  ['D3', 'Developing our organisation to deliver'],
  ['D3.1', 'Training and development'],
  ['D3.2', 'Recruitment and retention'],
  ['D3.3', 'Digital opportunity'],
  ['D3.4', 'Use of our property'],
];

/** 'D1.2.1' is part of 'D1.2'; 'D1' is part of the strategy itself. */
const parentOf = (code: string): string => {
  const at = code.lastIndexOf('.');
  return at === -1 ? plan : keyed(code.slice(0, at));
};

export const plans: readonly Row<'plans'>[] = [
  whole,
  ...parts.map(([code, title, said]) =>
    newRow('plans', { key: keyed(code), title, plan, parent: parentOf(code), code, ...said }),
  ),
];
