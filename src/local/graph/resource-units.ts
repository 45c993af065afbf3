// SharePoint's throttling: resource units a minute for each app, on the machine's clock.
// What a request costs is written beside its route in routes.ts.
import type { Faults } from '../faults/faults.ts';
import { GraphFault } from './graph-fault.ts';

const minute = 60_000;

type Window = { startedAt: number; used: number };

export class ResourceUnits {
  readonly #windows = new Map<string, Window>();
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /**
   * Counts the units, throttled requests included, and refuses with 429 once the minute's are gone.
   * Answers the RateLimit headers that SharePoint sends from 80 % of the minute on.
   */
  spend(clientId: string, units: number): Record<string, string> {
    const window = this.#windowOf(clientId);
    const limit = this.#faults.settings.unitsPerMinute;
    const counters = this.#faults.counters.graph;
    window.used += units;
    counters.units += units;
    const resetIn = Math.max(1, Math.ceil((window.startedAt + minute - Date.now()) / 1000));
    if (window.used > limit) {
      counters.throttled += 1;
      throw new GraphFault(
        { status: 429, code: 'activityLimitReached' },
        'The request has been throttled',
        {
          headers: { 'Retry-After': String(resetIn), ...rateLimit(limit, 0, resetIn) },
        },
      );
    }
    return window.used < limit * 0.8 ? {} : rateLimit(limit, limit - window.used, resetIn);
  }

  reset(): void {
    this.#windows.clear();
  }

  #windowOf(clientId: string): Window {
    const now = Date.now();
    const window = this.#windows.get(clientId);
    if (window && now - window.startedAt < minute) return window;
    const fresh = { startedAt: now, used: 0 };
    this.#windows.set(clientId, fresh);
    return fresh;
  }
}

function rateLimit(limit: number, remaining: number, reset: number): Record<string, string> {
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(reset),
  };
}
