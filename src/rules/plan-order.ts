// The order in which a plan prints its lines; those without a position come last, by code.
import type { Measure } from '../registers/measures.ts';
import type { About, AboutOf } from './about.ts';

type Placed = Pick<Measure, 'position' | 'code' | 'key'>;

/** Compares two measures by the plan's printed order, then by code as people count: 2 before 10. */
export const inPlanOrder = (one: Placed, other: Placed): number =>
  (one.position ?? last) - (other.position ?? last) ||
  byCode.compare(one.code, other.code) ||
  byCode.compare(one.key, other.key);

const order: { readonly [O in AboutOf]: number } = {
  measure: 0,
  action: 1,
  project: 2,
  saving: 3,
  risk: 4,
  finance: 5,
  assurance: 6,
};

/** Measures, then work, money and last what a manager says of it all; each in the plan's order. */
export const linesInOrder = (one: About, other: About): number =>
  order[one.of] - order[other.of] || inPlanOrder(placed(one), placed(other));

const placed = ({ position, code, row }: About): Placed => ({
  position,
  code: code ?? '',
  key: row.key,
});

const last = Number.MAX_SAFE_INTEGER;
const byCode = new Intl.Collator('en-GB', { numeric: true });
