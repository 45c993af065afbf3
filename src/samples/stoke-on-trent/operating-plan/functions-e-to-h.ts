// Enabling functions E to H of the Operating Plan: performance, commissioning, commercial,
// communications. They print no priority codes; which objectives a line serves is our reading.
import { type SectionRows, section } from './section-lines.ts';

const performance = section('E', {
  team: 'performance',
  activities: [
    ['Operating Framework and Plan supported', { serves: 'E.3' }],
    ['New business planning supported', { serves: 'E.2' }],
    ['Performance Framework completed', { serves: 'E.3' }],
    ["Analysis for children's improvement", { serves: 'E.3 1.2' }],
    ['Predictive models for social care', { serves: 'E.1' }],
    ['Better data with directorates', { serves: 'E.1 E.3' }],
    ['Analysis for Covid recovery', { serves: 'E.3' }],
    ['Help with policy and strategy', { serves: 'E.3' }],
  ],
  projects: [
    ['Business intelligence software', { serves: 'E.1 E.3' }],
    ['Scenario models for services', { serves: 'E.1' }],
    ['Picture of local health needs', { serves: 'E.1' }],
  ],
  risks: [
    ['Covid spoils performance figures', { serves: 'E.3' }],
    ['Too little money for analytics', { serves: 'E.1' }],
    'Demand outgrows the analytics team',
    ['Data quality stays too poor', { serves: 'E.1' }],
  ],
});

const commissioning = section('F', {
  team: 'adult-care',
  activities: [
    ['All-age commissioning with the NHS', { serves: 'F.1' }],
    ['Integrated hospital discharge pathway', { serves: 'F.1 2.4' }],
    ['Quality of commissioned services watched', { serves: 'F.1' }],
    ['Commissioning and Contracts Board', { serves: 'F.1 F.2' }],
    ['Autism and learning disability plans', { serves: 'F.1' }],
    ['Health and early help, 0-19', { serves: 'F.1 3.3', team: 'public-health' }],
    ['Carers strategy and carers hub', { serves: 'F.1' }],
    ['Flexible homes with care', { serves: 'F.1' }],
    ['Surge plans with the NHS', { serves: 'F.1' }],
    ['Procurement strategy and processes', { serves: 'F.3', team: 'finance' }],
    ['Suppliers help young people in care', { serves: 'F.4', team: 'finance' }],
    ['Greener purchasing, less plastic', { serves: 'F.4', team: 'finance' }],
    ['Contracts register kept current', { serves: 'F.2', team: 'finance' }],
    ['Local store of protective materials', { serves: 'F.1', team: 'finance' }],
  ],
  projects: [
    ['Technology for independent lives', { serves: 'F.1' }],
    ['Community strengths in each locality', { serves: 'F.1' }],
    ['Purchasing frameworks that earn income', { serves: 'F.1', team: 'finance' }],
  ],
  risks: [
    ['Care market fails', { serves: 'F.1' }],
    ['Procurement challenged, money lost', { serves: 'F.3', team: 'finance' }],
    ['Tenders fall short of the law', { serves: 'F.3', team: 'finance' }],
    ['Social value left out of contracts', { serves: 'F.4', team: 'finance' }],
  ],
});

const commercial = section('G', {
  team: 'finance',
  activities: [
    ['Services trading better', { serves: 'G.1' }],
    ['Key assets put to commercial use', { serves: 'G.2' }],
    ["Schools' traded services reviewed", { serves: 'G.3' }],
    ['District heating on a commercial footing', { serves: 'G.3' }],
    ['Income side of the efficiency programme', { serves: 'G.1 A.4' }],
    ['Professional services as traders', { serves: 'G.2 G.3' }],
  ],
  projects: [
    ["Business cases for directorates' income", { serves: 'G.1' }],
    ['Other delivery models weighed up', { serves: 'G.3' }],
    ['Adult care market and trading company', { serves: 'G.3' }],
    ['Best model for culture and venues', { serves: 'G.3 9.4' }],
  ],
  risks: [
    ['Covid cuts earned income', { serves: 'G.1 G.2' }],
    ['A traded service fails', { serves: 'G.3' }],
  ],
});

const communications = section('H', {
  team: 'customers',
  activities: [
    ['More services and residents online', { serves: 'H.4 6.2' }],
    ['Council website improved further', { serves: 'H.4' }],
    ['Social media strategy revived', { serves: 'H.3 H.4' }],
    ['Digital news for staff', { serves: 'H.3' }],
    ['A wider voice for the council', { serves: 'H.1' }],
    ["Children's improvement made known", { serves: 'H.2 1.2' }],
  ],
  projects: [
    ['Demand met with partners', { serves: 'H.2' }],
    ['Listening to communities', { serves: 'H.4' }],
    ['Digital routes to each audience', { serves: 'H.4' }],
  ],
  risks: [
    ['Covid delays communications work', { serves: 'H.2 H.4' }],
    'Demand outgrows the communications team',
    ['Reputation hurt by the unforeseen', { serves: 'H.1' }],
    ['Too little money for communications', { serves: 'H.4' }],
  ],
});

export const functionsEToH: readonly SectionRows[] = [
  performance,
  commissioning,
  commercial,
  communications,
];
