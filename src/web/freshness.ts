// How fresh an answer is: when the list heard from longest ago was heard from, on the machine's clock.
import { zone } from '../rules/calendar.ts';
import type { Replica } from '../use-cases/ports.ts';
import type { Freshness } from './api.ts';

/** Every list is asked within fifty seconds: past a minute SharePoint is slow to answer, or away. */
const staleAfterSeconds = 60;

export const freshness = (replica: Replica): Freshness => {
  const heard = replica.heardAt();
  if (!heard) return { heardAt: null, stale: true };
  const age = heard.until(Temporal.Now.instant()).total('seconds');
  const time = heard.toZonedDateTimeISO(zone).toPlainTime();
  return { heardAt: time.toString().slice(0, 5), stale: age > staleAfterSeconds };
};
