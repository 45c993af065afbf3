// Sections 7 and 8 of the Operating Plan, under short titles of our own.
import { section } from './section-lines.ts';

export const environment = section('7', {
  team: 'environment',
  activities: [
    'Business case for central waste hub',
    ['Highway capital works on time', { serves: '7.1' }],
    'Services adapted to Covid rules',
    ['Green spaces services reviewed', { serves: '7.1' }],
    ['Covid response and Brexit continuity', { serves: '7.3' }],
    'Services moved for locality working',
    ['Fly tipping deterred with cameras', { serves: '7.2' }],
    'High risk waste sites made safer',
    'Taxi and licensing policies reviewed',
    ['Taking part in the triennial emergency exercise', { serves: '7.3' }],
  ],
  projects: [
    'Highway work planned with new IT',
    'Local markets reviewed for more custom',
    ['Green space and cleansing services remodelled', { serves: '7.1' }],
    'Waste hub business case and infrastructure',
    'Pay and display machines modernised',
    'Street works brought under permits',
    'Parking services review carried through',
  ],
  commitments: [
    'Shopmobility that pays its way',
    ['Savings found by the parking review', { project: '7.P7' }],
    'Unused vehicles and plant disposed of',
    ['CX Licensing system put to use', { category: 'digital' }],
  ],
  risks: [
    'Public expects more than is affordable',
    'Income budgets missed for low demand',
    'Assets wear out before repair',
    'Extreme weather delays programmes',
    ['Waste hub delay threatens waste service', { serves: '7.A1 7.P4' }],
  ],
});

export const growth = section('8', {
  team: 'planning',
  activities: [
    ['800 new private homes', { serves: '8.2' }],
    ['250,000 sq ft for employers', { serves: '8.2' }],
    'Draft Joint Local Plan consulted on',
    'SHLAA and SHMA published',
    ["'Powering up the City' through recovery", { team: 'economy' }],
    ['City Centre plan and Transforming Cities', { serves: '8.2' }],
    ['Smithfield car park and offices begun', { serves: '8.2' }],
    ['Clayworks and Smithfield completions put to use', { serves: '8.2' }],
    'Potteries Museum extension begun',
    ['Tunstall Town Hall renovation begun', { serves: '8.5' }],
    ['Etruria Valley and City East roads', { serves: '8.4' }],
    'Etruria Valley and Innovation Way units',
    ['Full-fibre network and its commercial use', { serves: '8.4' }],
    'Covid Accelerated Delivery work begun',
    'Longton South Health Centre begun',
    ['LEP helped with industrial strategy', { serves: '8.1', team: 'economy' }],
    ['Stronger management of the project portfolio', { serves: '8.4' }],
  ],
  projects: [
    ['Portfolio Management Board for capital', { serves: '8.4' }],
    ['Energy programme better governed', { serves: '8.4' }],
    'Business case for planning software',
  ],
  commitments: [
    ['Value from bought-in project support', { category: 'commissioning and contracts' }],
    ['Professional services company explored', { category: 'trading' }],
  ],
  risks: [
    ['Developers and builders hit by Covid', { serves: '8.2' }],
    ['Covid raises project costs', { serves: '8.4' }],
    'More planned than staff can do',
  ],
});
