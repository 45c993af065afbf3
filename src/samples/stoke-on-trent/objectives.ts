// What each section sets out to do: 72 objectives under short titles of our own, with the
// priorities the document prints beside each. Enabling functions (A to H) print none.
import { newRow } from '../../registers/new-row.ts';
import type { Row } from '../../registers/registers.ts';
import { keyed, plan } from './plan.ts';

/** A title, then the codes in brackets after it: 'Title (1 2)'. */
const bySection: { readonly [section: string]: readonly string[] } = {
  '1': [
    'One city plan for children (1 2 4)',
    "Better children's social care (1 2)",
    'Schools partnership and special needs (2 3)',
    'Children safe during the pandemic (1)',
  ],
  '2': [
    'Adult care strategy with partners (1 2)',
    'Care needs met better (1 4)',
    'Adult care resources go further (5)',
    'Joined-up health and care (1 4 5)',
    'Benefits take-up and advice (1 2)',
  ],
  '3': [
    'City strategy for health (1 2 4)',
    'Leisure offer renewed (2 5)',
    'Early years and infant health (1 2 4)',
    'Outbreak control (1 3 4)',
  ],
  '4': [
    'More homes people can afford (1 2 3 4)',
    'Better homes and landlords (1 4)',
    'Living well at home (1 2)',
    'National housing schemes used well (4 5)',
  ],
  '5': [
    'Community safety partnership (1 3 4)',
    'Cohesive communities (4)',
    'Voluntary and faith partners (1 4)',
    'Protection from nuisance and environmental crime (3 4)',
  ],
  '6': [
    'Easier contact for customers (4 5)',
    'Digital contact first (4 5)',
    'Restorative complaints handling (4 5)',
  ],
  '7': [
    'A clean and safe city (3 4)',
    'Environmental enforcement (3 4)',
    'Emergency planning and continuity (1 4)',
  ],
  '8': [
    'Recovery and devolution with neighbours (2 3 4)',
    'City regeneration and jobs (2 3 4)',
    'Business growth and investment (2 3)',
    'Infrastructure projects on track (3 4)',
    'Town centres through heritage (3 4)',
    'Assets put to work (4 5)',
  ],
  '9': [
    'Libraries and museums well used (2 3 4)',
    'Libraries as community hubs (2 4)',
    'Culture and skills for all ages (2)',
    'Stronger cultural institutions (2 3 4)',
    'Visitors to the city (3 4)',
  ],
  '10': [
    'Sound legal advice (5)',
    'Support for members (4 5)',
    'Armed Forces Covenant (4)',
    'Residents engaged in democracy (2 4 5)',
  ],
  A: ['Stable finances', 'Audit and assurance', 'Risk in every decision', 'Efficiency programme'],
  B: [
    'Organisational development approach',
    'Recruiting good people',
    'Keeping and growing skills',
    'Leadership skills',
  ],
  C: [
    'Learning and improving',
    'Better decisions from technology',
    'One technology platform',
    'Software for digital services',
  ],
  D: [
    'Asset value for regeneration',
    'Assets in the recovery',
    'Buildings for flexible working',
    'City profile for growth',
  ],
  E: ['Data analytics', 'Culture of improvement', 'Management information'],
  F: [
    'Value from commissioned services',
    'Sound spending decisions',
    'Lawful procurement',
    'Social value from spending',
  ],
  G: ['Support for trading services', 'New commercial openings', 'Trading models reviewed'],
  H: [
    "Telling the city's story",
    'Campaigns behind priorities',
    'One council voice',
    'Wider channels',
  ],
};

// JavaScript puts '10' after '9' only because whole-number keys are sorted; letters follow as written.
export const objectives: readonly Row<'objectives'>[] = Object.entries(bySection)
  .flatMap(([section, lines]) => lines.map((line, index) => ({ section, line, number: index + 1 })))
  .map(({ section, line, number }, index) => {
    const [, title = line, served = ''] = /^(.*) \(([\d ]+)\)$/.exec(line) ?? [];
    const code = `${section}.${number}`;
    return newRow('objectives', {
      key: keyed(code),
      title,
      plan,
      section: keyed(section),
      code,
      serves: served
        .split(' ')
        .filter(Boolean)
        .map((number) => `Priorities: ${keyed(number)}`),
      position: index + 1,
    });
  });
