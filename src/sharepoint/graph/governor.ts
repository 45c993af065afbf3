// Keeps our calls under the tenant's resource units, for the minute and for the day, and honours what
// Graph says about waiting. It decides when a call may go, never whether it goes again.
import { type DayUnits, openDayUnits } from './day-units.ts';
import { calledOff, type HeadersRead, secondsToWait } from './graph-fault.ts';
import type { MachineClock } from './machine-clock.ts';

export type Purpose = 'read' | 'write';

/** Units spent in the last minute and the last 24 hours, and what may be. */
export type UnitsSpent = {
  readonly minute: number;
  readonly day: number;
  readonly ofMinute: number;
  readonly ofDay: number;
};

export type Governor = {
  /**
   * Resolves when these units may be spent; with none, as soon as Graph has called no pause. Reads do not
   * queue behind writes. Rejects, with a GraphFault, where the app stops meanwhile.
   */
  take(units: number, purpose: Purpose): Promise<void>;
  /** Takes to heart the throttling headers of an answer, of a batch or within one. */
  heard(status: number, headers: HeadersRead): void;
  /** Units spent in the last minute. */
  spent(): number;
  /** Units spent since it was opened. */
  spentInAll(): number;
  units(): UnitsSpent;
  /** Writing has used its share of the day, and waits. */
  writingWaits(): boolean;
};

export type GovernorSettings = {
  /** Units the tenant allows a day; left out, the share of a minute that Microsoft's table gives. */
  readonly unitsPerDay?: number;
  readonly day?: DayUnits;
  /** The app is stopping: nothing waits any longer, and nothing more goes. */
  readonly signal?: AbortSignal;
  /** Hears of a wait of a minute and more: nobody would know otherwise why nothing moves. */
  readonly waits?: (seconds: number, purpose: Purpose) => void;
};

/** Microsoft's table allows 1.2 million a day with 1,250 a minute, and so on up. */
export const minutesInADay = 960;

/** A minute, and a second for calls that arrive closer together than they left. */
const windowMilliseconds = 61_000;
/** Writing behind leaves this share of the minute to reading, so that no page waits for a burst. */
const keptForReading = 0.05;
/** And this of the day: a day of hearing from the lists every ten seconds takes some 8 % of it. */
const dayKeptForReading = 0.1;
/** Milliseconds after which a wait looks again: the day's clock, or the file, may say otherwise by then. */
const lookAgainAfter = 60_000;

type State = {
  readonly unitsPerMinute: number;
  readonly unitsPerDay: number;
  readonly clock: MachineClock;
  readonly day: DayUnits;
  readonly settings: GovernorSettings;
  /** What was spent in the last minute, oldest first, and its sum. */
  readonly spends: { readonly at: number; readonly units: number }[];
  total: number;
  inAll: number;
  /** No call goes before this. */
  closedUntil: number;
  /** What Graph said remains of its minute, less what we spent since. */
  told: { remaining: number; readonly until: number } | null;
};

const unkept = () => openDayUnits({ file: null, log: { info: () => {}, fault: () => {} } });

export const openGovernor = (
  unitsPerMinute: number,
  clock: MachineClock,
  settings: GovernorSettings = {},
): Governor => {
  const state: State = {
    unitsPerMinute,
    unitsPerDay: settings.unitsPerDay ?? unitsPerMinute * minutesInADay,
    clock,
    day: settings.day ?? unkept(),
    settings,
    spends: [],
    total: 0,
    inAll: 0,
    closedUntil: 0,
    told: null,
  };
  const queues: Record<Purpose, Promise<void>> = {
    read: Promise.resolve(),
    write: Promise.resolve(),
  };
  const spent = (): number => {
    forgetOld(state, clock.now());
    return state.total;
  };
  return {
    take: (units, purpose) => {
      // Another service's, which waits for none of SharePoint's units.
      if (units === 0) return spend(state, units, purpose);
      const mine = queues[purpose].then(() => spend(state, units, purpose));
      queues[purpose] = mine.catch(() => undefined);
      return mine;
    },
    heard: (status, headers) => hear(state, status, headers),
    spent,
    spentInAll: () => state.inAll,
    units: () => ({
      minute: spent(),
      day: state.day.spent(),
      ofMinute: unitsPerMinute,
      ofDay: state.unitsPerDay,
    }),
    writingWaits: () => dayDelay(state, 1, 'write') > 0,
  };
};

const spend = async (state: State, units: number, purpose: Purpose): Promise<void> => {
  const { clock, settings } = state;
  let isTold = false;
  for (;;) {
    if (settings.signal?.aborted) throw calledOff();
    const wait = delay(state, units, purpose);
    if (wait <= 0) break;
    if (!isTold && wait >= lookAgainAfter) settings.waits?.(Math.ceil(wait / 1000), purpose);
    isTold ||= wait >= lookAgainAfter;
    await clock.wait(Math.min(wait, lookAgainAfter), settings.signal).catch(() => undefined);
  }
  if (units === 0) return;
  state.spends.push({ at: clock.now(), units });
  state.total += units;
  state.inAll += units;
  state.day.add(units);
  if (state.told) state.told.remaining -= units;
};

/** Milliseconds until these units may be spent; 0 is now. */
const delay = (state: State, units: number, purpose: Purpose): number => {
  const now = state.clock.now();
  forgetOld(state, now);
  if (state.closedUntil > now) return state.closedUntil - now;
  if (units === 0) return 0;
  if (state.told && state.told.remaining < units) return state.told.until - now;
  return Math.max(minuteDelay(state, units, purpose), dayDelay(state, units, purpose));
};

const ceiling = (allowed: number, share: number, purpose: Purpose): number =>
  Math.floor(allowed * (purpose === 'read' ? 1 : 1 - share));

const minuteDelay = (state: State, units: number, purpose: Purpose): number => {
  const most = ceiling(state.unitsPerMinute, keptForReading, purpose);
  let over = state.total + Math.min(units, most) - most;
  for (const spent of state.spends) {
    if (over <= 0) break;
    over -= spent.units;
    if (over <= 0) return Math.max(1, spent.at + windowMilliseconds - state.clock.now());
  }
  return 0;
};

const dayDelay = (state: State, units: number, purpose: Purpose): number => {
  const most = ceiling(state.unitsPerDay, dayKeptForReading, purpose);
  const over = state.day.spent() + Math.min(units, most) - most;
  return over > 0 ? state.day.until(over) : 0;
};

const forgetOld = (state: State, now: number): void => {
  const { spends } = state;
  while (spends[0] && spends[0].at <= now - windowMilliseconds) {
    state.total -= spends.shift()?.units ?? 0;
  }
  if (state.told && state.told.until <= now) state.told = null;
};

/** Of Retry-After and RateLimit-Reset the longer counts, whole; 503 carries no news of the minute. */
const hear = (state: State, status: number, headers: HeadersRead): void => {
  const now = state.clock.now();
  const reset = seconds(headers, 'ratelimit-reset');
  const remaining = seconds(headers, 'ratelimit-remaining');
  if (remaining !== null && reset !== null) state.told = { remaining, until: now + reset * 1000 };
  if (status !== 429 && status !== 503) return;
  const retryAfter = secondsToWait(headers) ?? (status === 429 ? 1 : 0);
  const wait = Math.max(retryAfter, status === 429 ? (reset ?? 0) : 0);
  state.closedUntil = Math.max(state.closedUntil, now + wait * 1000);
};

const seconds = (headers: HeadersRead, name: string): number | null => {
  const text = headers.get(name);
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};
