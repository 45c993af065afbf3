// What was promised of a measure where it was off target, what became of it, and whether the figure got
// better after it was done. What a promise is, and how it goes forward, is decided in promise.ts.
import type { Action } from '../../registers/actions.ts';
import { readLine } from '../../registers/line-name.ts';
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { markedAs } from '../access.ts';
import { directionOfTravel } from '../direction.ts';
import { lineage } from '../history.ts';
import {
  lastMonth,
  monthOf,
  type Period,
  parsePeriod,
  periodEnd,
  periodText,
  periodWords,
  quarterOf,
} from '../period.ts';
import type { Aim } from '../rating.ts';
import type { PromiseFact } from './dataset.ts';

const most = 4;

/** The newest figure there is, what it is held against, and those before it by their period. */
export type Figures = {
  readonly newest: { readonly period: Period; readonly value: number } | null;
  readonly aim: Aim | null;
  readonly valueIn: (period: string) => number | null;
};

/** Looked through once for all measures of a plan: what serves each, by its key without case. */
export type Serving = ReadonlyMap<string, readonly Action[]>;

/** Recovery plans and corrective actions, by each measure they say they serve. */
export const promisesServing = (registers: Registers, plan: string): Serving => {
  const serving = new Map<string, Action[]>();
  for (const action of registers.actions.where('plan', plan)) {
    if (action.kind !== 'recovery plan' && action.kind !== 'corrective action') continue;
    for (const text of action.serves) {
      const line = readLine(text);
      if (line?.register !== 'measures') continue;
      const key = fold(line.key);
      serving.set(key, [...(serving.get(key) ?? []), action]);
    }
  }
  return serving;
};

type Promised = { readonly action: Action; readonly in: Period | null; readonly month: number };

type Asked = { readonly upTo: Period; readonly serving: Serving; readonly figures: Figures };

/**
 * Newest first, each once: those promised with a figure of a period that had ended by another's end, and
 * the plans required besides. What is exempt is left out of a measure that is not: it would be given away.
 */
export const promisesOf = (
  registers: Registers,
  measure: Measure,
  { upTo, serving, figures }: Asked,
): readonly PromiseFact[] => {
  const found = new Map<string, Promised>();
  const byFigures = byReturns(registers, measure).filter(({ month }) => month <= lastMonth(upTo));
  for (const each of [...byFigures, ...byServing(serving, measure)]) {
    const key = fold(each.action.key);
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()]
    .filter(({ action }) => measure.access === 'exempt' || !isKeptApart(registers, action))
    .toSorted(
      (one, other) => other.month - one.month || (one.action.key < other.action.key ? -1 : 1),
    )
    .slice(0, most)
    .map((each) => promiseFact(measure, each, figures));
};

/** What it serves besides may be exempt. */
const isKeptApart = (registers: Registers, row: Action): boolean =>
  markedAs(registers, { register: 'actions', row }).access === 'exempt';

const byReturns = (registers: Registers, measure: Measure): readonly Promised[] =>
  lineage(registers, measure)
    .flatMap((key) => registers.returns.where('measure', key))
    .flatMap((row) => {
      const action = row.action === null ? undefined : registers.actions.get(row.action);
      const period = parsePeriod(row.period);
      return action && period ? [{ action, in: period, month: lastMonth(period) }] : [];
    });

/** Promised in the quarter it begins in; of one without a day that is not known. */
const byServing = (serving: Serving, { key }: Measure): readonly Promised[] =>
  (serving.get(fold(key)) ?? []).map((action) => {
    const { startsOn } = action;
    return startsOn === null
      ? { action, in: null, month: 0 }
      : { action, in: quarterOf(startsOn), month: monthOf(startsOn) };
  });

const promiseFact = (
  measure: Measure,
  { action, in: period }: Promised,
  figures: Figures,
): PromiseFact => ({
  title: action.title,
  promisedIn: period === null ? '' : periodWords(period, measure),
  dueOn: action.dueOn?.toString() ?? null,
  status: action.status,
  completedOn: action.completedOn?.toString() ?? null,
  worked: period === null ? null : hasWorked(measure, { action, period }, figures),
  access: action.access,
});

type Done = { readonly action: Action; readonly period: Period };

/**
 * The newest figure, of a period that ended on the day it was done or later, against the one it was
 * promised at: better, or not. Null while it is not done, or where one of the two is not known.
 */
const hasWorked = (
  measure: Measure,
  { action, period }: Done,
  { newest, aim, valueIn }: Figures,
): boolean | null => {
  const { status, completedOn } = action;
  if (status !== 'complete' || completedOn === null || newest === null) return null;
  if (Temporal.PlainDate.compare(periodEnd(newest.period), completedOn) < 0) return null;
  const was = valueIn(periodText(period));
  const { polarity, decimals } = measure;
  const direction = directionOfTravel({ polarity, decimals, range: aim }, newest.value, was);
  if (direction === null || direction === 'higher' || direction === 'lower') return null;
  return direction === 'better';
};
