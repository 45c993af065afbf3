// The returns of a measure by their period, read once for as long as none of them moves: a roll-up asks for
// three of each measure, and an index of keys would be asked with a key put together each time.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import { type Period, type PeriodKind, parsePeriod, periodText } from './period.ts';
import { targetReturnKey } from './target-keys.ts';

type Read = { readonly figures: Shelf; readonly targets: Shelf };

/** The row known as 'measure|period', whatever it holds; null where there is none. */
export const returnsByPeriod = (
  registers: Pick<Registers, 'returns'>,
  measure: string,
): ((period: Period) => Return | null) => {
  const { figures } = readOnce(registers, measure);
  return (period) =>
    rowAt(figures, period) ??
    // Of a row whose Measure was changed by hand the key still says whose it is.
    registers.returns.get(`${measure}|${periodText(period)}`) ??
    null;
};

/** The row a measure's target for a year was asked for by; null where it was not asked. */
export const targetAsked = (
  registers: Pick<Registers, 'returns'>,
  measure: string,
  year: Period,
): Return | null => rowAt(readOnce(registers, measure).targets, year) ?? null;

/** A table answers with the same rows until one of them moves: what was read of them stays so till then. */
const read = new WeakMap<readonly Return[], Read>();
/** One question of a measure's returns follows another. */
let last: { readonly rows: readonly Return[]; readonly found: Read } | null = null;

const readOnce = (registers: Pick<Registers, 'returns'>, measure: string): Read => {
  const rows = registers.returns.where('measure', measure);
  if (last?.rows === rows) return last.found;
  const found = read.get(rows) ?? readNow(rows, measure);
  last = { rows, found };
  return found;
};

const readNow = (rows: readonly Return[], measure: string): Read => {
  const found: Read = { figures: emptyShelf(), targets: emptyShelf() };
  for (const row of rows) {
    const period = parsePeriod(row.period);
    if (period === null) continue;
    if (sameKey(row.key, `${measure}|${row.period}`)) put(found.figures, period, row);
    else if (sameKey(row.key, targetReturnKey(measure, row.period)))
      put(found.targets, period, row);
  }
  read.set(rows, found);
  return found;
};

/**
 * Rows side by side in the order of their periods, for each kind of period: `from` is the place of the first.
 * Found by counting, not by a key: a roll-up finds tens of thousands.
 */
type Run = { from: number; rows: (Return | undefined)[] };
type Shelf = { readonly [K in PeriodKind]: Run };

const emptyShelf = (): Shelf => ({
  quarter: { from: 0, rows: [] },
  month: { from: 0, rows: [] },
  'financial year': { from: 0, rows: [] },
  'calendar year': { from: 0, rows: [] },
  'academic year': { from: 0, rows: [] },
});

/** Periods of a kind are numbered one after another. */
const placeOf = (period: Period): number => {
  if (period.kind === 'quarter') return period.year * 4 + period.number;
  return period.kind === 'month' ? period.year * 12 + period.number : period.year;
};

const rowAt = (shelf: Shelf, period: Period): Return | undefined => {
  const { from, rows } = shelf[period.kind];
  const place = placeOf(period) - from;
  return place < 0 ? undefined : rows[place];
};

/** Periods are of three centuries (period.ts), so that the longest run of months is 3,600. */
const put = (shelf: Shelf, period: Period, row: Return): void => {
  const run = shelf[period.kind];
  const place = placeOf(period);
  if (run.rows.length === 0) run.from = place;
  if (place < run.from) {
    run.rows.unshift(...Array.from({ length: run.from - place }, () => undefined));
    run.from = place;
  }
  while (run.rows.length < place - run.from) run.rows.push(undefined);
  run.rows[place - run.from] = row;
};
