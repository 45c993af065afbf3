// Priority 5, a cleaner city. It prints no supporting data, and its two indicators are those of other
// priorities: volunteering (2.I4) and clean neighbourhoods (4.I7).
import type { Theme } from './theme.ts';

export const cleaner: Theme = {
  code: '5',
  name: 'A Cleaner City',
  challenges: [
    'Dumped waste that spoils communities and the name of the city',
    'Too little money to keep all public land well',
    'Recycling short of what the law asks',
    "Environmental problems seen as the council's to mend, not everyone's",
  ],
  objectives: [
    ['5.1', 'Healthy places that last'],
    ['5.2', 'Communities as stewards of their areas'],
    ['5.3', 'Local assets owned by communities'],
    ['5.4', 'Better public spaces across the city'],
    ['5.5', 'An end to environmental crime'],
  ],
  outcomes: [
    ['5.1.1', 'Residents happier where they live', '5.2 5.3'],
    ['5.4.1', 'More visitors to a better-looking city'],
    ['5.5.1', 'Less dumping in towns and greenspaces'],
    ['5.5.2', 'Enforcement that deters'],
  ],
  actions: [
    ['Other public bodies playing their part', '5.1.1'],
    ['Financial Strategy that aims resources better', '5.2 5.1.1'],
    ['Community ownership built up for neighbourhood stewardship', '5.3 5.1.1'],
    ['Capital strategy for quality public spaces', '5.4.1'],
    ['Intensive work on fly-tipping', '5.5.1'],
    ['Private landowners held to account', '5.5.2'],
    ['Environmental crime within the disorder approach', '5.5.2'],
    ['More community payback', '5.5.2'],
  ],
  indicators: [],
  supporting: [],
};
