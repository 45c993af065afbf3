// Enabling functions A to D of the Operating Plan: finance, workforce, digital, assets. They print no
// priority codes and no commitments; which of its section's objectives a line serves is our reading.
import { type SectionRows, section } from './section-lines.ts';

const finance = section('A', {
  team: 'finance',
  activities: [
    ['Medium-term finances planned afresh', { serves: 'A.1' }],
    ['Covid cost pressures kept in hand', { serves: 'A.1' }],
    ['Financial Review Group at work', { serves: 'A.1' }],
    ['Pipeline of efficiency projects', { serves: 'A.4' }],
    ['Capital strategy and capital receipts', { serves: 'A.1' }],
    ['A good annual audit', { serves: 'A.2' }],
    ['Counter-fraud work across Staffordshire', { serves: 'A.2' }],
    ['Income collected in spite of Covid', { serves: 'A.1' }],
    ['Covid grants paid under their terms', { serves: 'A.1' }],
    ['Training for budget holders', { serves: 'A.1' }],
  ],
  projects: [
    ['Change through the efficiency programme', { serves: 'A.4' }],
    ['Budget assurance made ready', { serves: 'A.1 A.2' }],
    ['Ways to pay reviewed', { serves: 'A.1' }],
  ],
  risks: [
    ['Covid strains council finances', { serves: 'A.1' }],
    ['Weaker economy, heavier demand', { serves: 'A.1' }],
    ['Too little money for finance work', { serves: 'A.4' }],
    'Demand outgrows the finance service',
  ],
});

const workforce = section('B', {
  team: 'workforce',
  activities: [
    ['New workforce strategy', { serves: 'B.1' }],
    ['Establishment Board set up', { serves: 'B.1' }],
    ['Recruitment that draws strong candidates', { serves: 'B.2' }],
    ['More apprentice roles', { serves: 'B.2 B.3' }],
    ['Staff supported through the pandemic', { serves: 'B.3' }],
    ['Induction for staff renewed', { serves: 'B.2 B.3' }],
    ['ADAPT rolled out with Business Change', { serves: 'B.1' }],
    ['PLAN for personal development', { serves: 'B.3' }],
    ["Workforce help for children's services", { serves: 'B.2 B.3 1.2' }],
    ['Restorative practice council-wide', { serves: 'B.1' }],
    ['Blended learning on a new platform', { serves: 'B.3' }],
    ['Good relations with trade unions', { serves: 'B.1' }],
    ['Equality group begins with race', { serves: 'B.1' }],
    ['Member development plans supported', { serves: 'B.4 10.2' }],
    ['Workforce services sold to others', { serves: 'B.3' }],
  ],
  projects: [
    ['Skills matrices for every role', { serves: 'B.3' }],
    ['Staff costs under tighter control', { serves: 'B.1' }],
  ],
  risks: [
    ['Teams do not take part', { serves: 'B.1' }],
    ['Too few resources for improvement', { serves: 'B.1' }],
    ['Covid delays workforce projects', { serves: 'B.1 B.3' }],
  ],
});

const digital = section('C', {
  team: 'customers',
  activities: [
    ['Digital Plan renewed', { serves: 'C.4' }],
    ['Software checked for fitness', { serves: 'C.4' }],
    ['Microsoft 365 bought and begun', { serves: 'C.3 C.4' }],
    ['Help for people left out of digital', { serves: 'C.4 6.2' }],
    ['Move to the cloud prepared', { serves: 'C.3' }],
    ['Tools for flexible and home working', { serves: 'C.3 D.3' }],
    ['Stronger information security', { serves: 'C.3' }],
    ['Analytics and learning software deployed', { serves: 'C.2 E.P1 B.A11' }],
    ['Fewer systems, more automation', { serves: 'C.4' }],
    ['Use of full fibre planned', { serves: 'C.3' }],
  ],
  projects: [
    ['Data warehouse and predictive tools', { serves: 'C.2 E.1' }],
    ['Automation for the customer journey', { serves: 'C.4' }],
    ['Technical help for the fibre network', { serves: 'C.3' }],
  ],
  risks: [
    ['Covid delays digital projects', { serves: 'C.3 C.4' }],
    ['Daily work crowds out change', { serves: 'C.3 C.4' }],
    ['Cyber attack on council systems', { serves: 'C.3' }],
    ['Staff wary of digital ways', { serves: 'C.1' }],
  ],
});

const assets = section('D', {
  team: 'planning',
  activities: [
    ['Asset management plan renewed', { serves: 'D.1 D.2' }],
    ['Accommodation for flexible working', { serves: 'D.3' }],
    ["The year's asset maximisation", { serves: 'D.1 D.2' }],
    ['Asset register reviewed, strategy set', { serves: 'D.1' }],
    ['Main asset disposals', { serves: 'D.1' }],
    ['Right buildings for locality working', { serves: 'D.1' }],
    ['Community use of council buildings', { serves: 'D.2' }],
    ['Assets behind the cultural programme', { serves: 'D.2' }],
  ],
  projects: [
    ['Procurement and the tie with Unitas', { serves: 'D.1' }],
    ['Accommodation after the pandemic', { serves: 'D.3 D.A2' }],
    ['Asset maximisation carried through', { serves: 'D.1 D.A3' }],
  ],
  risks: [
    ['Covid weakens the property market', { serves: 'D.1' }],
    ['Covid pushes costs up', { serves: 'D.1' }],
    'Staff lost or stretched',
    ['Covid holds builders up', { serves: 'D.1' }],
    ['Distancing slows the accommodation plan', { serves: 'D.3 D.A2' }],
  ],
});

export const functionsAToD: readonly SectionRows[] = [finance, workforce, digital, assets];
