// The returns of a measure by their period, read once for as long as none of them moves: a roll-up asks for
// three of each measure, and an index of keys would be asked with a key put together each time.
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { sameKey } from '../registers/same-key.ts';
import { lastMonth, type Period, parsePeriod, periodText } from './period.ts';
import { targetReturnKey } from './target-keys.ts';

type ByPeriod = ReadonlyMap<number, Return>;
type Read = { readonly figures: ByPeriod; readonly targets: ByPeriod };

/** The row known as 'measure|period', whatever it holds; null where there is none. */
export const returnsByPeriod = (
  registers: Pick<Registers, 'returns'>,
  measure: string,
): ((period: Period) => Return | null) => {
  const { figures } = readOnce(registers, measure);
  return (period) =>
    figures.get(numberOf(period)) ??
    // Of a row whose Measure was changed by hand the key still says whose it is.
    registers.returns.get(`${measure}|${periodText(period)}`) ??
    null;
};

/** The row a measure's target for a year was asked for by; null where it was not asked. */
export const targetAsked = (
  registers: Pick<Registers, 'returns'>,
  measure: string,
  year: Period,
): Return | null => readOnce(registers, measure).targets.get(numberOf(year)) ?? null;

/** A table answers with the same rows until one of them moves: what was read of them stays so till then. */
const read = new WeakMap<readonly Return[], Read>();

const readOnce = (registers: Pick<Registers, 'returns'>, measure: string): Read => {
  const rows = registers.returns.where('measure', measure);
  const known = read.get(rows);
  if (known !== undefined) return known;
  const figures = new Map<number, Return>();
  const targets = new Map<number, Return>();
  for (const row of rows) {
    const period = parsePeriod(row.period);
    if (period === null) continue;
    if (sameKey(row.key, `${measure}|${row.period}`)) figures.set(numberOf(period), row);
    else if (sameKey(row.key, targetReturnKey(measure, row.period)))
      targets.set(numberOf(period), row);
  }
  const found = { figures, targets };
  read.set(rows, found);
  return found;
};

const kinds: { readonly [K in Period['kind']]: number } = {
  quarter: 0,
  month: 1,
  'financial year': 2,
  'calendar year': 3,
  'academic year': 4,
};

/** One number a period. */
const numberOf = (period: Period): number => lastMonth(period) * 8 + kinds[period.kind];
