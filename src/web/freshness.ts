// How fresh an answer is: when the list heard from longest ago was heard from, on the machine's clock.
import { zone } from '../rules/calendar.ts';
import { momentWords } from '../rules/date-words.ts';
import type { Replica } from '../use-cases/ports.ts';
import type { Freshness } from './api.ts';

/** Every list is asked within fifty seconds: past a minute SharePoint is slow to answer, or away. */
const staleAfterSeconds = 60;

export const freshness = (replica: Replica): Freshness => {
  const heard = replica.heardAt();
  if (!heard) return { heardAt: null, stale: true };
  const now = Temporal.Now.instant();
  const age = heard.until(now).total('seconds');
  return { heardAt: heardWords(heard, now), stale: age > staleAfterSeconds };
};

/** '11:12'; with its day where that is not today: 'Thu 1 October 2020, 11:12'. */
export const heardWords = (heard: Temporal.Instant, now: Temporal.Instant): string => {
  const at = heard.toZonedDateTimeISO(zone);
  return at.toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate())
    ? at.toPlainTime().toString({ smallestUnit: 'minute' })
    : momentWords(at);
};
