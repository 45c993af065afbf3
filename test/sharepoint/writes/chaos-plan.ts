// What happens in a run of chaos, drawn from a seed alone, so that any part of it can be played again:
// what the app is told, what somebody does in the list by hand, and what goes wrong with Graph meanwhile.
import type { FaultRequest } from '../../../src/local/faults/fault-settings.ts';

/** Columns by who sets them; what both set is what they may disagree about. */
export const columns = {
  app: ['value', 'numerator'],
  hand: ['commentary', 'owner'],
  both: ['denominator', 'noDataReason'],
} as const;
export type ColumnName = (typeof columns)[keyof typeof columns][number];

export const list = 'Returns';
export const keyOf = (row: number): string => `chaos|${row}|2020-21 Q2`;
export const rowOf = (key: string): number => Number(key.split('|')[1]);

export type Operation = {
  readonly does:
    | 'answer'
    | 'several answers'
    | 'edit by hand'
    | 'delete by hand'
    | 'add by hand'
    | 'write behind'
    | 'begin to write behind'
    | 'refresh'
    | 'restart'
    /** An answer, and over two seconds later an edit by hand of the same cell. */
    | 'disagree, seconds apart';
  readonly row: number;
  readonly column: ColumnName;
  /** Every value of a run is another: none is right by chance. */
  readonly value: number;
  readonly trouble: Trouble;
};

/** What to ask of local Microsoft 365 while the operation runs; 'none' for what hands do. */
export type Trouble = { readonly named: string; readonly faults: FaultRequest };

export type Chance = { below(limit: number): number; one<T>(of: readonly T[]): T };

/** The same draws for the same seed, on every machine (mulberry32). */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, one: <T>(of: readonly T[]) => of[below(of.length)] as T };
};

/** In a hundred. */
const often: readonly (readonly [Operation['does'], number])[] = [
  ['answer', 26],
  ['several answers', 8],
  ['edit by hand', 22],
  ['delete by hand', 4],
  ['add by hand', 5],
  ['write behind', 12],
  ['begin to write behind', 8],
  ['refresh', 9],
  ['restart', 4],
  ['disagree, seconds apart', 2],
];

export const planFrom = (seed: number, operations: number): readonly Operation[] => {
  const chance = chanceFrom(seed);
  // Few, so that much happens to each before it is settled.
  const rows = Math.max(4, Math.min(12, Math.floor(operations / 10)));
  return Array.from({ length: operations }, (_, n): Operation => {
    const does = drawn(chance);
    const byHand = does.endsWith('by hand');
    const disagree = does === 'disagree, seconds apart';
    const mine = byHand ? columns.hand : columns.app;
    return {
      does,
      row: chance.below(rows),
      column: chance.below(3) === 0 || disagree ? chance.one(columns.both) : chance.one(mine),
      value: n + 1,
      trouble: troubleFrom(chance, byHand || disagree || chance.below(10) < 4),
    };
  });
};

const drawn = (chance: Chance): Operation['does'] => {
  let left = chance.below(100);
  for (const [does, share] of often) {
    if (left < share) return does;
    left -= share;
  }
  return 'refresh';
};

type Script = NonNullable<FaultRequest['script']>[number];

/** Milliseconds a call may take in a run of chaos; delays go past it. */
export const timeLimit = 400;

/** Of a batch as a whole, of a call within it, of reading. */
const where: readonly Omit<Script, 'on' | 'times'>[] = [
  { path: 'batch$' },
  { method: 'POST', path: '/items$' },
  { method: 'PATCH', path: '/items/' },
  { method: 'GET' },
  {},
];

const what: readonly (readonly [string, Omit<Script, 'on' | 'times'>])[] = [
  ['429 with Retry-After', { status: 429, retryAfter: 3 }],
  ['429 without Retry-After', { status: 429 }],
  ['503 with Retry-After', { status: 503, retryAfter: 2 }],
  ['503 without Retry-After', { status: 503 }],
  ['500', { status: 500 }],
  ['dropped before it was done', { dropBefore: true }],
  ['dropped after it was done', { dropAfterCommit: true }],
  ['done, and answered too late', { delayMs: timeLimit + 150 }],
  ['token expired', { status: 401 }],
];

const refusedChanges: readonly (readonly [string, Omit<Script, 'on' | 'times'>])[] = [
  ['412', { status: 412, method: 'PATCH', path: '/items/' }],
  ['409', { status: 409, method: 'PATCH', path: '/items/' }],
];

/** Where sources disagree how Graph answers, it answers now one way, now the other, calm or not. */
const mannerFrom = (chance: Chance): FaultRequest => ({
  duplicateStatus: chance.one([400, 409, 500] as const),
  staleStatus: chance.one([412, 409] as const),
  deltaRepeats: chance.one([true, false]),
  deltaSaysWho: chance.one([true, false]),
});

const troubleFrom = (chance: Chance, isCalm: boolean): Trouble => {
  const manner = mannerFrom(chance);
  if (isCalm) return { named: 'none', faults: manner };
  if (chance.below(8) === 0)
    return { named: 'delta expired', faults: { ...manner, expireDeltaTokens: true } };
  const script: Script[] = [];
  const named: string[] = [];
  for (let n = chance.below(3); n >= 0; n -= 1) {
    const isRefused = chance.below(6) === 0;
    const [name, does] = chance.one(isRefused ? refusedChanges : what);
    const at = isRefused ? {} : chance.one(where);
    const times = 1 + chance.below(4);
    const fault: Script = { on: 'graph', times, ...at, ...does };
    script.push(fault);
    const calls = [fault.method, fault.path].filter((each) => each !== undefined);
    named.push(`${name}, ${times} x at ${calls.join(' ') || 'any call'}`);
  }
  return { named: named.join('; '), faults: { ...manner, script } };
};

/** As it is told when a run comes out wrong. */
export const inWords = ({ does, row, column, value, trouble }: Operation): string =>
  [does, `row ${row}`, `${column} ${value}`, trouble.named].join(' | ');
