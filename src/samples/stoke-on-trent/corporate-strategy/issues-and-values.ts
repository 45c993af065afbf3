// The five critical issues that cut across the priorities, and the six values: their names are as
// printed, and what is said of each is in words of our own.
// Which priorities an issue touches is our reading: the strategy says only that there are several.
import { newRow } from '../../../registers/new-row.ts';
import type { Row } from '../../../registers/registers.ts';
import { keyed, plan } from './plan.ts';
import { linesNamed } from './theme-rows.ts';

const issues: readonly (readonly [title: string, about: string, priorities: string])[] = [
  [
    'Supporting Family Life',
    'Homes, schooling, income and early help close to where families live; play, life skills and money sense for the young.',
    '1 2 6 7',
  ],
  [
    'Reclaiming our Streets',
    'Residents take charge of streets, alleys and parks; no tolerance of disorder; the City Centre and towns kept from decline.',
    '2 3 4 5',
  ],
  [
    'Addressing Hardship and Poverty',
    'Help now for those with least, and better jobs, pay, benefits advice, housing and transport for the longer run.',
    '2 6 7',
  ],
  [
    'Ensuring Decent Homes for All',
    'Homes people can afford, keep warm and be well in: council stock improved and private landlords held to the standard.',
    '1 2 4',
  ],
  [
    'Supporting People to Live Independently',
    'Fewer people in institutions: more choice of supported homes, and support that fits the person.',
    '1 6',
  ],
];

export const crossCuttingIssues: readonly Row<'crossCuttingIssues'>[] = issues.map(
  ([title, about, priorities], index) => {
    const code = String(index + 1);
    return newRow('crossCuttingIssues', {
      key: keyed(code),
      title,
      plan,
      code,
      serves: linesNamed(priorities),
      about,
      position: index + 1,
    });
  },
);

const sixValues: readonly (readonly [title: string, about: string])[] = [
  ['Empowerment', 'Put power and money where communities can decide, and keep wealth in the city.'],
  ['Openness', 'Say plainly what is hard and how it is going, and stay ready for better ideas.'],
  ['Empathy', 'Help without judging, ask people what they think and look for strengths.'],
  ['Partnership', 'Be a dependable partner: share knowledge, resources and aims.'],
  ['Stewardship', 'Own commitments, spend with care and show honestly what has been done.'],
  ['Representation', 'Speak up for the city and win it resources, without hiding its troubles.'],
];

export const values: readonly Row<'values'>[] = sixValues.map(([title, about], index) => {
  const code = String(index + 1);
  return newRow('values', { key: keyed(code), title, plan, code, about, position: index + 1 });
});
