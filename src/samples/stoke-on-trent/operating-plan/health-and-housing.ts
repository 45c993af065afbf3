// Sections 3 and 4 of the Operating Plan, under short titles of our own.
import { section } from './section-lines.ts';

export const health = section('3', {
  team: 'public-health',
  activities: [
    'Coroner service transformed, mortuary included',
    'Registration and public protection moved',
    ['Better Start in Life refreshed', { serves: '3.3' }],
    ['Outbreak control plan delivered with partners', { serves: '3.4' }],
    'Help with the air quality plan',
    'Interim look at Health Protection Plan',
    'Start on cardiovascular harm reduction',
    ['0-19 and drug services remodelled', { serves: '3.3' }],
    ['Winter plan against Covid and flu', { serves: '3.4' }],
  ],
  projects: [
    'Bereavement care fitted to changing needs',
    ["Early help reformed with children's services", { dependsOn: '1.A2' }],
    ['Prevention strand on serious violence', { dependsOn: '5.A2' }],
  ],
  commitments: [
    ['0-19 services remodelled', { serves: '3.3' }],
    'Stop smoking service remodelled',
    'Community drug and alcohol service remodelled',
    ['Leisure services redesigned', { serves: '3.2' }],
  ],
  risks: [
    'Income lost, demand up, no reserve',
    ['Outbreak duties crowd out daily work', { serves: '3.4 3.A4' }],
    'Mental ill health and substance misuse rise',
  ],
});

export const housing = section('4', {
  team: 'housing-needs',
  activities: [
    ['Quality framework for HRA services', { team: 'council-housing' }],
    ['HRA policies and business plan renewed', { team: 'council-housing' }],
    ["Tenants' service charges reviewed", { team: 'council-housing' }],
    ['Leaseholder service and private renting improved', { serves: '4.2' }],
    ['Homelessness strategy, with move-on homes', { serves: '4.3' }],
    ['Waiting list checked against allocations', { team: 'council-housing' }],
    ['Affordable homes finished, next programme shaped', { serves: '4.1' }],
    ['Right homes through Housing Zone funding', { serves: '4.1 4.4', team: 'planning' }],
    ['Fortior Homes steered as shareholder', { serves: '4.1' }],
    ['Supported housing made better', { serves: '4.3' }],
    ['Online portal for rent accounts', { team: 'council-housing' }],
    ['New tenants helped to be ready', { team: 'council-housing' }],
    ['Resident engagement after the landlord review', { team: 'council-housing' }],
    ['Fewer homes empty for a long time', { serves: '4.2' }],
    'First homes through Help to Buy',
  ],
  projects: [
    ['Rough sleepers helped to stay housed', { serves: '4.3' }],
    ['Unitas made more commercial', { team: 'council-housing' }],
    'Locality working led across the council',
  ],
  commitments: [
    'Housing support and advice grants cut',
    ['More from Unitas and Fortior', { team: 'council-housing' }],
    ['HRA services run efficiently', { team: 'council-housing' }],
  ],
  risks: [
    ['Contractors fail under Covid', { team: 'council-housing' }],
    ['Landowners ask too much', { serves: '4.1', controls: 'Red book valuations' }],
    'No budget for smartphones or HMO website',
    'HMO website late for want of IT',
    'Abortive visits and cases not reduced',
  ],
});
