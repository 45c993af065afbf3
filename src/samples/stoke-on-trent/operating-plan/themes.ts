// The ten strategic themes of the Operating Plan, sections 1 to 10: their activities, projects,
// commitments and risks. The enabling functions, A to H, are elsewhere.
import { adults, children } from './children-and-adults.ts';
import { communities, customers } from './communities-and-customers.ts';
import { culture, governance } from './culture-and-governance.ts';
import { environment, growth } from './environment-and-growth.ts';
import { health, housing } from './health-and-housing.ts';
import { joined, type SectionRows } from './section-lines.ts';

export const operatingPlanThemes: SectionRows = joined([
  children,
  adults,
  health,
  housing,
  communities,
  customers,
  environment,
  growth,
  culture,
  governance,
]);
