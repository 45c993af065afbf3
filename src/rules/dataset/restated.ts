// Which frozen figures have been corrected since, and what is said of each correction. The dataset stays as
// it was; when it is looked, and what is written, is use-cases/restate.ts's.
import type { FrozenDataset } from '../../registers/datasets.ts';
import { lineName } from '../../registers/line-name.ts';
import type { Measure } from '../../registers/measures.ts';
import type { Registers } from '../../registers/registers.ts';
import type { Restatement } from '../../registers/restatements.ts';
import type { Return } from '../../registers/returns.ts';
import { sameKey } from '../../registers/same-key.ts';
import { zone } from '../calendar.ts';
import { returnFor, valueOf } from '../history.ts';
import { parsePeriod } from '../period.ts';
import type { Dataset, FigureFact, MeasureFact, YearFact } from './dataset.ts';

/** What a year is made of is a figure's parts too: another denominator is a correction of the same share. */
type Held = Pick<FigureFact, 'value' | 'numerator' | 'denominator'>;

/** A figure as a dataset has it. */
export type FrozenFigure = Held & { readonly measure: string; readonly period: string };

/**
 * What the cycle shows of each measure, then each period that a year printed of it is made of, once. Of months
 * further back than its figures go nothing is frozen that a correction could be told from.
 */
export const frozenFigures = ({ measures }: Dataset): readonly FrozenFigure[] =>
  measures.flatMap((measure) => {
    const figures = new Map([[measure.now.period, heldIn(measure.now)]]);
    for (const year of measure.years ?? [])
      for (const [period, held] of madeOf(measure, year))
        if (!figures.has(period)) figures.set(period, held);
    return [...figures].map(([period, held]) => ({ measure: measure.key, period, ...held }));
  });

const heldIn = ({ value, numerator, denominator }: FigureFact): Held => ({
  value,
  numerator,
  denominator,
});

const nothing: Held = { value: null, numerator: null, denominator: null };

/**
 * The figures of a year, by period. None of a year of which nothing was known: what comes of it later is history
 * being loaded, and corrects nothing. A period that is not among the measure's figures, such as one before its
 * first, had none where the year counts it as missing; else what it had was not frozen here.
 */
const madeOf = (
  { before, now }: MeasureFact,
  { of, missing }: YearFact,
): readonly (readonly [period: string, held: Held])[] => {
  if (missing.length >= of.length) return [];
  const found = of.map((period) => ({
    period,
    figure: [...before, now].find((each) => each.period === period),
  }));
  const lacking = found.filter(({ figure }) => figure === undefined || figure.value === null);
  return found.flatMap(({ period, figure }) => {
    if (figure !== undefined) return [[period, heldIn(figure)] as const];
    // As many lack a figure here as the year says are missing: then they are the same.
    return lacking.length === missing.length ? [[period, nothing] as const] : [];
  });
};

/** Corrections of a cycle's frozen figures, in the order they were made. */
export const restatementsOf = (
  registers: Pick<Registers, 'restatements'>,
  { key }: { readonly key: string },
): readonly Restatement[] => inOrder(registers.restatements.where('dataset', key));

const inOrder = (rows: readonly Restatement[]): readonly Restatement[] =>
  rows.toSorted(
    (one, other) =>
      Temporal.PlainDate.compare(one.on, other.on) || byNumber.compare(one.key, other.key),
  );

/** The tenth revision comes after the ninth. */
const byNumber = new Intl.Collator('en-GB', { numeric: true });

type Reading = Pick<Registers, 'measures' | 'returns' | 'restatements'>;

/** The row that holds a figure now, in whichever plan; null where there is none. */
export const rowHolding = (
  registers: Registers,
  { measure, period }: FrozenFigure,
): Return | null => {
  const of = registers.measures.get(measure);
  const asked = parsePeriod(period);
  return of && asked ? returnFor(registers, of, asked) : null;
};

export type Correction = Pick<
  Restatement,
  | 'key'
  | 'title'
  | 'line'
  | 'period'
  | 'was'
  | 'is'
  | 'numerator'
  | 'denominator'
  | 'by'
  | 'because'
> & { readonly about: readonly (Measure | Return)[] };

/**
 * What has to be said of a figure beside its dataset: null where it reads as it was frozen, or as it was
 * last restated. A measure that has left the register corrects nothing. Provisional made final without
 * another figure is no correction; another numerator or denominator of the same figure is one.
 */
export const correctionOf = (
  registers: Reading,
  { key: dataset, frozenAt }: Pick<FrozenDataset, 'key' | 'frozenAt'>,
  { figure, row }: { readonly figure: FrozenFigure; readonly row: Return | null },
): Correction | null => {
  const measure = registers.measures.get(figure.measure);
  if (measure === undefined) return null;
  const held = heldBy(row);
  const is = held.value;
  const all = registers.restatements.where('dataset', dataset);
  if (all.length === 0 && isSame(held, figure)) return null;
  const line = lineName({ register: 'measures', key: measure.key });
  const before = inOrder(
    all.filter((each) => sameKey(each.line, line) && each.period === figure.period),
  );
  const last = before.at(-1);
  if (last === undefined ? isSame(held, figure) : isAsTold(held, last)) return null;
  const isOfParts = is === (last === undefined ? figure.value : last.is);
  const since = { figure: `${dataset}|${measure.key}|${figure.period}`, frozenAt, before };
  const answer = answeredSince(row, since);
  const revision = row?.revision ?? 0;
  return {
    key: `${since.figure}|${revision}${answer === null ? ` by hand ${before.length + 1}` : ''}`,
    title: `${measure.code}, ${figure.period}: restated`,
    line,
    period: figure.period,
    was: figure.value,
    is,
    numerator: held.numerator,
    denominator: held.denominator,
    by: answer?.returnedBy ?? null,
    because: becauseOf(answer, { was: figure.value, is, isOfParts }),
    about: row === null ? [measure] : [measure, row],
  };
};

/** The parts of a figure that is not there are nobody's. */
const heldBy = (row: Return | null): Held => {
  const value = valueOf(row);
  if (row === null || value === null) return nothing;
  return { value, numerator: row.numerator, denominator: row.denominator };
};

const isSame = (one: Held, other: Held): boolean =>
  one.value === other.value &&
  one.numerator === other.numerator &&
  one.denominator === other.denominator;

/** A restatement that says no parts was written before they were kept, or of a figure without: its value says. */
const isAsTold = (held: Held, { is, numerator, denominator }: Restatement): boolean =>
  numerator === null && denominator === null
    ? held.value === is
    : isSame(held, { value: is, numerator, denominator });

type Since = Pick<FrozenDataset, 'frozenAt'> & {
  readonly figure: string;
  readonly before: readonly Restatement[];
};

/**
 * The return where it was answered since, and that answer has not been told of; null where what changed
 * was no answer: it was changed in the list, and by whom the Journal says.
 */
const answeredSince = (row: Return | null, { frozenAt, figure, before }: Since): Return | null => {
  if (row === null || row.returnedAt === null) return null;
  // The council's clock may stand still: what is answered in the moment of the freezing came after it.
  const isNew = Temporal.Instant.compare(row.returnedAt, frozenAt) >= 0;
  const isTold = before.some(({ key }) => sameKey(key, `${figure}|${row.revision ?? 0}`));
  return isNew && !isTold ? row : null;
};

type Figures = Pick<Restatement, 'was' | 'is'> & { readonly isOfParts: boolean };

const becauseOf = (answer: Return | null, { isOfParts, ...figures }: Figures): string | null => {
  if (!isOfParts) return whyOf(answer, figures);
  const why = whyOf(answer, figures);
  return why === null ? ofPartsWords : `${ofPartsWords} ${why}`;
};

const ofPartsWords = 'What it is worked out from was corrected; the figure is the same.';

const whyOf = (answer: Return | null, { was, is }: Omit<Figures, 'isOfParts'>): string | null => {
  if (answer !== null && isMadeFinal(answer)) return finalWords;
  if (answer !== null && answer.changedBecause !== null) return answer.changedBecause;
  if (is === null) return 'The figure was taken back.';
  if (was === null) return 'The figure came after the figures of its quarter were frozen.';
  return answer === null ? 'Changed in its list by hand.' : null;
};

const finalWords = 'The final figure, in place of a provisional one.';

/** By the answer it stands at, not by one before. */
const isMadeFinal = ({ finality, restatedOn, returnedAt }: Return): boolean =>
  finality === 'final' &&
  restatedOn !== null &&
  returnedAt?.toZonedDateTimeISO(zone).toPlainDate().equals(restatedOn) === true;
