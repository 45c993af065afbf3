// The order in which a plan prints its measures; those without a position come last, by code.
import type { Measure } from '../registers/measures.ts';

type Placed = Pick<Measure, 'position' | 'code' | 'key'>;

/** Compares two measures by the plan's printed order, then by code as people count: 2 before 10. */
export const inPlanOrder = (one: Placed, other: Placed): number =>
  (one.position ?? last) - (other.position ?? last) ||
  byCode.compare(one.code, other.code) ||
  byCode.compare(one.key, other.key);

const last = Number.MAX_SAFE_INTEGER;
const byCode = new Intl.Collator('en-GB', { numeric: true });
