// Keeps our calls under the tenant's resource units a minute and honours what Graph says about
// waiting. It decides when a call may go, never whether it goes again.
import type { HeadersRead } from './graph-fault.ts';
import type { MachineClock } from './machine-clock.ts';

export type Purpose = 'read' | 'write';

export type Governor = {
  /** Resolves when these units may be spent. Reads do not queue behind writes. */
  take(units: number, purpose: Purpose): Promise<void>;
  /** Takes to heart the throttling headers of an answer, of a batch or within one. */
  heard(status: number, headers: HeadersRead): void;
  /** Units spent in the last minute. */
  spent(): number;
  /** Units spent since it was opened. */
  spentInAll(): number;
};

/** A minute, and a second for calls that arrive closer together than they left. */
const windowMilliseconds = 61_000;
/** Writing behind leaves this share of the minute to reading, so that no page waits for a burst. */
const keptForReading = 0.05;

type State = {
  readonly unitsPerMinute: number;
  readonly clock: MachineClock;
  /** What was spent in the last minute, oldest first, and its sum. */
  readonly spends: { readonly at: number; readonly units: number }[];
  total: number;
  inAll: number;
  /** No call goes before this. */
  closedUntil: number;
  /** What Graph said remains of its minute, less what we spent since. */
  told: { remaining: number; readonly until: number } | null;
};

export const openGovernor = (unitsPerMinute: number, clock: MachineClock): Governor => {
  const state: State = {
    unitsPerMinute,
    clock,
    spends: [],
    total: 0,
    inAll: 0,
    closedUntil: 0,
    told: null,
  };
  const queues = { read: Promise.resolve(), write: Promise.resolve() };
  return {
    take: (units, purpose) => {
      queues[purpose] = queues[purpose].then(() => spend(state, units, purpose));
      return queues[purpose];
    },
    heard: (status, headers) => hear(state, status, headers),
    spent: () => {
      forgetOld(state, clock.now());
      return state.total;
    },
    spentInAll: () => state.inAll,
  };
};

const spend = async (state: State, units: number, purpose: Purpose): Promise<void> => {
  const share = purpose === 'read' ? 1 : 1 - keptForReading;
  const ceiling = Math.floor(state.unitsPerMinute * share);
  for (let wait = delay(state, units, ceiling); wait > 0; wait = delay(state, units, ceiling)) {
    await state.clock.wait(wait);
  }
  state.spends.push({ at: state.clock.now(), units });
  state.total += units;
  state.inAll += units;
  if (state.told) state.told.remaining -= units;
};

/** Milliseconds until these units may be spent; 0 is now. */
const delay = (state: State, units: number, ceiling: number): number => {
  const now = state.clock.now();
  forgetOld(state, now);
  if (state.closedUntil > now) return state.closedUntil - now;
  if (state.told && state.told.remaining < units) return state.told.until - now;
  let over = state.total + Math.min(units, ceiling) - ceiling;
  for (const spent of state.spends) {
    if (over <= 0) break;
    over -= spent.units;
    if (over <= 0) return Math.max(1, spent.at + windowMilliseconds - now);
  }
  return 0;
};

const forgetOld = (state: State, now: number): void => {
  const { spends } = state;
  while (spends[0] && spends[0].at <= now - windowMilliseconds) {
    state.total -= spends.shift()?.units ?? 0;
  }
  if (state.told && state.told.until <= now) state.told = null;
};

/** Of Retry-After and RateLimit-Reset the longer counts; 503 carries no news of the minute. */
const hear = (state: State, status: number, headers: HeadersRead): void => {
  const now = state.clock.now();
  const reset = seconds(headers, 'ratelimit-reset');
  const remaining = seconds(headers, 'ratelimit-remaining');
  if (remaining !== null && reset !== null) state.told = { remaining, until: now + reset * 1000 };
  if (status !== 429 && status !== 503) return;
  const retryAfter = seconds(headers, 'retry-after') ?? (status === 429 ? 1 : 0);
  const wait = Math.max(retryAfter, status === 429 ? (reset ?? 0) : 0);
  state.closedUntil = Math.max(state.closedUntil, now + wait * 1000);
};

const seconds = (headers: HeadersRead, name: string): number | null => {
  const value = Number(headers.get(name) ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};
