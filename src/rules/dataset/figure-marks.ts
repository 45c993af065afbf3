// Returns and targets that were marked after a dataset was frozen, as marks that are kept with a paper: 'exempt
// returns plan|1|2020-21 Q2', or of one period after another 'exempt targets plan|1|2019-20 Q1 to 2020-21 Q2'.
// They go by their measure and the periods they are told in: a row may be replaced, what was frozen stays.
import type { Registers } from '../../registers/registers.ts';
import { lastMonth, type Period, parsePeriod, periodText, previousPeriod } from '../period.ts';
import type { Dataset, MarkedRow, MeasureFact } from './dataset.ts';
import { isAnyMarked, markedNow, rowIn } from './marked-rows.ts';

/** Of what is marked today and was not when the dataset was frozen; none where nothing is. */
export const figureMarksSince = (
  { measures }: Dataset,
  registers: Registers,
): readonly string[] => {
  if (!isAnyMarked(registers)) return [];
  return measures.flatMap((measure) => {
    const late = markedNow(registers, measure).filter((row) => !isMarkedThen(measure, row));
    const alike = Map.groupBy(late, (row) => beginning(row, measure));
    return [...alike].flatMap(([begins, rows]) =>
      runsOf(rows.flatMap(({ period }) => parsePeriod(period) ?? [])).map(
        (run) => `${begins}${runWords(run)}`,
      ),
    );
  });
};

/** The returns and targets of a measure that these marks are of, beyond those that were marked at the close. */
export const markedSince = (
  measure: MeasureFact,
  marks: readonly string[],
  registers: Registers,
): readonly MarkedRow[] => {
  const own = marks.filter((mark) => mark.includes(` ${measure.key}|`));
  if (own.length === 0) return [];
  return periodsOf(measure).flatMap((period) =>
    (['returns', 'targets'] as const).flatMap((register): readonly MarkedRow[] => {
      const of = { register, period };
      const access = (['exempt', 'internal'] as const).find((each) =>
        own.some((mark) => isOf(mark, beginning({ register, access: each }, measure), period)),
      );
      if (access === undefined || isMarkedThen(measure, { ...of, access })) return [];
      const row = rowIn(registers, measure, of);
      const key = row?.key ?? `${measure.key}|${period}`;
      return [{ ...of, key, access, exemptUnder: row?.exemptUnder ?? null }];
    }),
  );
};

/** Each by itself, for whoever tells two tellings of one dataset apart. */
export const figuresKeptBack = (measure: MeasureFact): readonly string[] =>
  (measure.marked ?? []).map((row) => `${beginning(row, measure)}${row.period}`);

const beginning = (
  { access, register }: Pick<MarkedRow, 'access' | 'register'>,
  { key }: Pick<MeasureFact, 'key'>,
): string => `${access} ${register} ${key}|`;

/** A dataset of before returns and targets could be marked says of none that they were. */
const isMarkedThen = (
  { marked }: MeasureFact,
  { register, period, access }: Pick<MarkedRow, 'register' | 'period' | 'access'>,
): boolean =>
  (marked ?? []).some(
    (each) =>
      each.register === register &&
      each.period === period &&
      (each.access === access || each.access === 'exempt'),
  );

const periodsOf = ({ before, now, yearEnd, years }: MeasureFact): readonly string[] => [
  ...new Set([
    ...[...before, now, ...(yearEnd ? [yearEnd] : [])].map(({ period }) => period),
    ...(years ?? []).flatMap(({ of }) => of),
  ]),
];

/** A target is in force for many periods: each by itself, those of a large plan would not fit a list's cell. */
type Run = { readonly from: Period; readonly to: Period };

const runsOf = (periods: readonly Period[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const period of periods.toSorted((one, other) => lastMonth(one) - lastMonth(other))) {
    // A period that is there twice is once in its run.
    const ends = [period, previousPeriod(period)];
    const at = runs.findIndex(({ to }) => ends.some((each) => isSame(each, to)));
    const run = runs[at];
    if (run === undefined) runs.push({ from: period, to: period });
    else runs[at] = { ...run, to: period };
  }
  return runs;
};

const isSame = (one: Period, other: Period): boolean => periodText(one) === periodText(other);

const runWords = ({ from, to }: Run): string =>
  isSame(from, to) ? periodText(from) : `${periodText(from)} to ${periodText(to)}`;

const isOf = (mark: string, begins: string, text: string): boolean => {
  const period = mark.startsWith(begins) ? parsePeriod(text) : null;
  if (period === null) return false;
  const [first = '', last = first] = mark.slice(begins.length).split(' to ');
  const [from, to] = [parsePeriod(first), parsePeriod(last)];
  return (
    from?.kind === period.kind &&
    to !== null &&
    lastMonth(from) <= lastMonth(period) &&
    lastMonth(period) <= lastMonth(to)
  );
};
