// SharePoint's throttling: resource units a minute and a day for each app, on the machine's clock.
// What a request costs is written beside its route in routes.ts.
import type { Faults } from '../faults/faults.ts';
import { GraphFault } from './graph-fault.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

type Window = { startedAt: number; used: number };
type Spent = { minute: Window; day: Window };

export class ResourceUnits {
  readonly #spent = new Map<string, Spent>();
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /**
   * Counts the units, throttled requests included, and refuses with 429 once the minute's or the
   * day's are gone. Answers the RateLimit headers that SharePoint sends from 80 % of the minute on;
   * of the day they say nothing.
   */
  spend(clientId: string, units: number): Record<string, string> {
    const now = Date.now();
    const spent = this.#spentBy(clientId, now);
    const { unitsPerMinute, unitsPerDay } = this.#faults.settings;
    spent.minute.used += units;
    spent.day.used += units;
    this.#faults.counters.graph.units += units;
    const { used } = spent.minute;
    const reset = secondsLeft(spent.minute, minute, now);
    const isLate = used >= unitsPerMinute * 0.8;
    const told = isLate ? rateLimit(unitsPerMinute, Math.max(0, unitsPerMinute - used), reset) : {};
    if (spent.day.used > unitsPerDay) throw this.#throttled(secondsLeft(spent.day, day, now), told);
    if (used > unitsPerMinute) throw this.#throttled(reset, told);
    return told;
  }

  reset(): void {
    this.#spent.clear();
  }

  #throttled(retryAfter: number, told: Record<string, string>): GraphFault {
    this.#faults.counters.graph.throttled += 1;
    return new GraphFault(
      { status: 429, code: 'activityLimitReached' },
      'The request has been throttled',
      { innerCode: 'throttledRequest', headers: { 'Retry-After': String(retryAfter), ...told } },
    );
  }

  #spentBy(clientId: string, now: number): Spent {
    const known = this.#spent.get(clientId);
    const spent = {
      minute: windowAt(known?.minute, minute, now),
      day: windowAt(known?.day, day, now),
    };
    this.#spent.set(clientId, spent);
    return spent;
  }
}

function windowAt(window: Window | undefined, length: number, now: number): Window {
  return window && now - window.startedAt < length ? window : { startedAt: now, used: 0 };
}

function secondsLeft(window: Window, length: number, now: number): number {
  return Math.max(1, Math.ceil((window.startedAt + length - now) / 1000));
}

function rateLimit(limit: number, remaining: number, reset: number): Record<string, string> {
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(reset),
  };
}
