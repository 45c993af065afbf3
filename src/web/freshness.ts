// How fresh an answer is: when the lists were last heard from, on the machine's clock.
import { zone } from '../rules/calendar.ts';
import type { Replica } from '../use-cases/ports.ts';
import type { Freshness } from './api.ts';

const staleAfterSeconds = 180;

export const freshness = (replica: Replica): Freshness => {
  const heard = replica.heardAt();
  if (!heard) return { heardAt: null, stale: true };
  const age = heard.until(Temporal.Now.instant()).total('seconds');
  const time = heard.toZonedDateTimeISO(zone).toPlainTime();
  return { heardAt: time.toString().slice(0, 5), stale: age > staleAfterSeconds };
};
