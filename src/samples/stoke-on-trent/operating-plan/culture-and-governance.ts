// Sections 9 and 10 of the Operating Plan, under short titles of our own.
import { section } from './section-lines.ts';

export const culture = section('9', {
  team: 'communities',
  activities: [
    ['Reading events for adults', { serves: '9.3' }],
    [
      'Adventures with Words, second year',
      { serves: '9.3', says: 'October 2020. Only the month is printed.' },
    ],
    'Volunteer programme begun',
    ['Class visits to encourage reading', { serves: '9.3' }],
    ['Summer Reading Challenge 2020 run', { serves: '9.3' }],
    ['Bookstart gifts over three years', { serves: '9.3' }],
    ['Lego Clubs in more libraries', { serves: '9.1' }],
    'City Central Library moved',
    ['Workshops for Heritage Schools', { serves: '9.3' }],
    ['Spitfire restored and gallery built', { serves: '9.1' }],
    ['Culture and tourism helped to recover', { serves: '9.4 9.5' }],
    ["Middleport Pottery's Harper Street extension", { serves: '9.4' }],
    ["University's digital and film production", { team: 'economy' }],
    ["Diaspora network, 'Made in Stoke-on-Trent'", { team: 'economy' }],
    'Joint Archive Service duties met',
  ],
  projects: [
    ['Tunstall, Meir and Bentilee libraries improved', { serves: '9.1' }],
    'Museums made more commercial',
    'Staff skilled in commerce and marketing',
    ['Culture, venues and events reviewed together', { serves: '9.4' }],
  ],
  commitments: [
    'Town Hall home for Tunstall library',
    'More efficient library layout and staffing',
    ['Museum venue hire promoted', { category: 'trading' }],
    ['Better museum shops and products', { category: 'trading' }],
  ],
  risks: [
    [
      'Old library buildings strain budget',
      { serves: '9.P1', controls: 'Clear budgets and project management throughout' },
    ],
    ['Too few resources for every project', { controls: 'Projects ranked and phased' }],
    ['Culture and tourism providers lost', { serves: '9.4 9.5' }],
  ],
});

export const governance = section('10', {
  team: 'resources-leadership',
  activities: [
    ['Legal service reviewed with its clients', { serves: '10.1' }],
    ["Legal help for children's care reform", { serves: '10.1' }],
    'Information Governance Group set up',
    'Clearer steps for data breaches',
    'Ethical framework for council companies',
    ['Annual canvass simpler and online', { serves: '10.2' }],
    ['Boundary Commission reviews supported', { serves: '10.2' }],
    ['Electoral services as a national example', { serves: '10.2' }],
    ['Topic briefings for members', { serves: '10.2' }],
    ['Training on constitution and virtual meetings', { serves: '10.2' }],
    ['Scrutiny helped to plan its work', { serves: '10.2' }],
    ['Decision support through Modern.gov', { serves: '10.2' }],
    ['Members and mayoralty supported', { serves: '10.2' }],
    'Operation London Bridge plan signed off',
    ['Remuneration panel for members run', { serves: '10.2' }],
    ['Civic pride and local democracy', { serves: '10.3 10.4' }],
  ],
  projects: [
    'Governance for delivery with leaner boards',
    ['More democracy from the boundary review', { serves: '10.2', dependsOn: '10.A7' }],
    'Information governance plan carried out',
    ['Councillor learning strategy launched', { serves: '10.2' }],
  ],
  commitments: [
    ['Less spent on outside lawyers', { category: 'less third-party cost' }],
    'Locum and counsel spending down',
    ['Digital work in place of paper', { category: 'digital' }],
  ],
  risks: [
    ['Legal savings missed for want of lawyers', { serves: '10.S1' }],
    ['Elections service short of funds', { serves: '10.2' }],
    ['Electoral roll wrong or incomplete', { serves: '10.2' }],
    'Confidential data released in breach',
  ],
});
