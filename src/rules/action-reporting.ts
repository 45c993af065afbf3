// In which quarters the actions of a plan are reported.
import type { Plan } from '../registers/plans.ts';
import type { Period } from './period.ts';

/**
 * A delivery plan reports its actions half-yearly, at quarters 2 and 4; any other plan every quarter
 * (the performance framework's reporting matrix). A period that is no quarter reports none.
 */
export const reportsActionsIn = (plan: Pick<Plan, 'kind'>, period: Period): boolean =>
  period.kind === 'quarter' &&
  (plan.kind !== 'delivery' || period.number === 2 || period.number === 4);
