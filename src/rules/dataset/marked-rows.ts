// Which returns and targets of a measure fewer may read than the measure itself, as a dataset holds them. One
// that nobody has marked follows its measure. What a paper leaves out for it is papers/kept-apart.ts's.
import type { Measure } from '../../registers/measures.ts';
import type { Access } from '../../registers/register.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Return } from '../../registers/returns.ts';
import { sameKey } from '../../registers/same-key.ts';
import { accessOf, fewerMayRead } from '../access.ts';
import { type HistoryPoint, lineage, returnsAt, rowWith } from '../history.ts';
import { type Period, parsePeriod } from '../period.ts';
import { ratedAt } from '../rated-at.ts';
import type { FigureFact, MarkedRow, MeasureFact } from './dataset.ts';

type Row = {
  readonly key: string;
  readonly access: Access | null;
  readonly exemptUnder: string | null;
};

/** What a measure has in a period, marked or not; `row` null: nothing. */
type Found = Pick<MarkedRow, 'register' | 'period'> & { readonly row: Row | null };

/** Of the periods of these points and of these years; nothing where there is none. */
export const markedRows = (
  registers: Registers,
  measure: Measure,
  told: { readonly points: readonly HistoryPoint[] } & Pick<MeasureFact, 'years'>,
): Pick<MeasureFact, 'marked'> => {
  const marked = markedAmong(measure, [
    ...told.points.flatMap(({ period, return: row, aim }): readonly Found[] => [
      { register: 'returns', period, row },
      { register: 'targets', period, row: aim },
    ]),
    ...inYears(registers, measure, told),
  ]);
  return marked.length === 0 ? {} : { marked };
};

/** Seldom is one marked by itself: where none is, no measure need be looked at. */
export const isAnyMarked = ({ returns, targets }: Registers): boolean =>
  [...returns.values()].some(isMarked) || [...targets.values()].some(isMarked);

/** The same of a measure that was frozen, as its rows are marked today. One that left the register says nothing. */
export const markedNow = (registers: Registers, fact: MeasureFact): readonly MarkedRow[] => {
  const measure = registers.measures.get(fact.key);
  return measure === undefined ? [] : markedAmong(measure, rowsNow(registers, measure, fact));
};

/** The row in a period of a measure that was frozen, as it is today, marked or not. */
export const rowIn = (
  registers: Registers,
  { key }: Pick<MeasureFact, 'key'>,
  { register, period }: Pick<MarkedRow, 'register' | 'period'>,
): Row | null => {
  const measure = registers.measures.get(key);
  const [point] = measure === undefined ? [] : pointsIn(registers, measure, [{ period }]);
  if (point === undefined) return null;
  return register === 'returns' ? point.row : ratedAt(registers, point.of, point).aim;
};

const rowsNow = (registers: Registers, measure: Measure, fact: MeasureFact): readonly Found[] => {
  const { before, now, yearEnd } = fact;
  const points = pointsIn(registers, measure, [...before, now]);
  const returns = points.map(
    ({ text, row }): Found => ({ register: 'returns', period: text, row }),
  );
  // What is in force is asked anew for each period: seldom is a target marked at all.
  const aimed = isAnyTargetMarked(registers, measure)
    ? [...points, ...pointsIn(registers, measure, yearEnd === undefined ? [] : [yearEnd])]
    : [];
  const targets = aimed.map((point): Found => {
    const { aim } = ratedAt(registers, point.of, point);
    return { register: 'targets', period: point.text, row: aim };
  });
  return [...returns, ...targets, ...inYears(registers, measure, fact)];
};

type Point = {
  readonly text: string;
  readonly period: Period;
  readonly of: Measure;
  readonly row: Return | null;
};

/** Periods of another kind are an earlier plan's. */
const pointsIn = (
  registers: Registers,
  measure: Measure,
  figures: readonly Pick<FigureFact, 'period'>[],
): readonly Point[] => {
  const periods = figures.flatMap(({ period: text }) => {
    const period = parsePeriod(text);
    return period === null ? [] : [{ text, period }];
  });
  return [...Map.groupBy(periods, ({ period }) => period.kind).values()].flatMap((some) => {
    const [{ period } = { period: null }] = some;
    if (period === null) return [];
    const of = rowWith(registers, measure, period);
    const rowAt = returnsAt(registers, of);
    return some.map((each) => ({ ...each, of, row: rowAt(each.period) }));
  });
};

const isAnyTargetMarked = (registers: Registers, measure: Measure): boolean =>
  lineage(registers, measure).some((key) => registers.targets.where('measure', key).some(isMarked));

const inYears = (
  registers: Registers,
  measure: Measure,
  { years }: Pick<MeasureFact, 'years'>,
): readonly Found[] => {
  const rowAt = returnsAt(registers, measure);
  return (years ?? [])
    .flatMap(({ of }) => of)
    .flatMap((text): readonly Found[] => {
      const period = parsePeriod(text);
      return period === null ? [] : [{ register: 'returns', period: text, row: rowAt(period) }];
    });
};

const markedAmong = (measure: Measure, rows: readonly Found[]): readonly MarkedRow[] => {
  const marked: MarkedRow[] = [];
  for (const { register, period, row } of rows) {
    if (row === null || !isKeptFrom(measure, row)) continue;
    const isKnown = marked.some(
      (each) => each.register === register && each.period === period && sameKey(each.key, row.key),
    );
    if (isKnown) continue;
    const { key, exemptUnder } = row;
    marked.push({ register, key, period, access: accessOf(row), exemptUnder });
  }
  return marked;
};

/** Marked so itself, and to be read by fewer than its measure. */
const isKeptFrom = (measure: Measure, row: Row): boolean =>
  isMarked(row) && fewerMayRead(accessOf(row), accessOf(measure));

const isMarked = ({ access }: Pick<Row, 'access'>): boolean =>
  access !== null && access !== 'public';
