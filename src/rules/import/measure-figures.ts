// The figures one row tells, each with the period of the measure's own that it is of.
// A period that cannot be told is a doubt, said once where the heading leaves it open.
import type { Measure } from '../../registers/measures.ts';
import { type Period, periodText } from '../period.ts';
import { periodKindOf } from '../period-kind.ts';
import { type Cell, cellName, type Sheet, valueOfCell } from '../workbook.ts';
import { isBlankCell, longestText, quoted, textOfCell } from './cell-text.ts';
import type { Doubts, Place } from './doubts.ts';
import type { FigureTold } from './draft-returns.ts';
import { readFigureCell } from './figure-cell.ts';
import type { PerPeriod } from './heading-meaning.ts';
import type { MeasureHeadings } from './measure-headings.ts';
import type { MeasureRow } from './measure-rows.ts';
import { type PeriodSaid, periodMeant, periodSaidWords, readPeriodWords } from './period-words.ts';
import { disagreement, workedOut } from './worked-out.ts';

type InSheet = {
  readonly sheet: Sheet;
  readonly headings: MeasureHeadings;
  readonly row: MeasureRow;
  readonly said: Set<string>;
};

export type RowRead = InSheet & {
  readonly measure: Measure;
  readonly doubts: Doubts;
  readonly known: (column: number) => number | null;
};

export type Told = {
  readonly what: PerPeriod;
  readonly cell: Cell;
  readonly said: PeriodSaid | null;
  readonly annual: boolean;
  readonly column: number;
};

/** Every filled cell that is of a period, with what is said of that period. */
export const periodsOf = ({
  headings,
  row,
}: Pick<InSheet, 'headings' | 'row'>): readonly Told[] => {
  const own = rowPeriod(row, headings);
  return headings.columns.flatMap(({ meaning }, column): readonly Told[] => {
    if (meaning?.is !== 'per period') return [];
    const cell = row.cells[column] ?? null;
    if (isBlankCell(cell)) return [];
    const { what, annual } = meaning;
    const year = headings.year && ({ kind: 'year', year: headings.year, academic: false } as const);
    const saidHere = annual
      ? (meaning.period ?? yearOf(own) ?? year)
      : (meaning.period ?? own ?? headings.period ?? year);
    return [{ what, cell, column, annual, said: saidHere }];
  });
};

const yearOf = (said: PeriodSaid | null): PeriodSaid | null =>
  said?.year ? { kind: 'year', year: said.year, academic: false } : null;

/** A long sheet's row says its period in a column of its own, and its year perhaps in another. */
const rowPeriod = (
  { cells, facts }: MeasureRow,
  { columns }: MeasureHeadings,
): PeriodSaid | null => {
  const year = facts.year ? readPeriodWords(facts.year).said : null;
  if (facts.period === undefined || facts.period === '') return year;
  const at = columns.findIndex(
    ({ meaning }) => meaning?.is === 'fact' && meaning.fact === 'period',
  );
  const day = valueOfCell(cells[at]);
  if (day instanceof Temporal.PlainDate)
    return { kind: 'month', number: day.month, year: { kind: 'single', year: day.year } };
  const bare = /^[1-4]$/.test(facts.period.trim()) ? `Q${facts.period.trim()}` : facts.period;
  const said = readPeriodWords(bare).said;
  if (said === null || said.kind === 'year') return said;
  return { ...said, year: said.year ?? year?.year ?? null };
};

export const placeAt = ({ sheet, row }: InSheet, column: number): Place => ({
  sheet: sheet.name,
  row: row.row,
  column,
});

/** The measure's own period, or null with the doubt said. */
export const periodFor = (read: RowRead, told: Told): Period | null => {
  const { measure, headings, doubts } = read;
  const heading = headings.columns[told.column]?.heading ?? '';
  const above = { sheet: read.sheet.name, row: headings.bottom, column: told.column };
  const once = (words: string, where = above) => {
    const at = `${cellName(where.row, where.column)} ${words}`;
    if (!read.said.has(at)) doubts.stop(where, words);
    read.said.add(at);
    return null;
  };
  const asWritten = read.row.facts.period;
  if (told.said === null)
    return once(
      asWritten
        ? `${quoted(asWritten)} is no period we know: write it as Q1 2020/21.`
        : `No year is named for ${quoted(heading)}: name it in the heading, the sheet's name or the file's, as 2020/21.`,
      asWritten ? placeAt(read, read.row.at('period')) : above,
    );
  const kind = periodKindOf(measure);
  const meant = periodMeant(kind, told.said, headings.year);
  if (typeof meant === 'object') return meant;
  if (meant === 'no year')
    return once(
      `No year is named for ${quoted(asWritten || heading)}: name it in the heading, the sheet's name or the file's, as 2020/21.`,
    );
  const words = periodSaidWords(told.said, headings.year);
  if (meant === 'which year')
    return once(
      `${measure.code} is asked for ${askedFor[kind]}, and ${words} may be of either of two: write it as ${kind === 'calendar year' ? '2020' : '2020/21'}.`,
      placeAt(read, told.column),
    );
  if (/\d/.test(textOfCell(told.cell)))
    doubts.note(
      placeAt(read, told.column),
      `${measure.code} is asked for ${askedFor[kind]}, and ${words} is none: not taken.`,
    );
  return null;
};

const askedFor = {
  quarter: 'each quarter',
  month: 'each month',
  'financial year': 'each financial year',
  'calendar year': 'each calendar year',
  'academic year': 'each academic year',
} as const;

/** The figures of a row; a comment goes with the figure of its period, else with the last. */
export const readFigures = (read: RowRead): readonly FigureTold[] => {
  const told = periodsOf(read);
  const beside = (what: PerPeriod, said: PeriodSaid | null) =>
    told.find((each) => each.what === what && sameSaid(each.said, said));
  const figures = told.flatMap((each): readonly FigureTold[] => {
    const leads =
      each.what === 'figure' || (each.what === 'numerator' && !beside('figure', each.said));
    if (!leads) return [];
    const period = periodFor(read, each);
    const number = period && readNumbers(read, each, beside);
    if (!period || !number) return [];
    const finality = textOfCell(beside('finality', each.said)?.cell).toLowerCase();
    const marked = finalityWords.find(([words]) => words.test(finality))?.[1] ?? null;
    return [
      {
        measure: read.measure,
        period: periodText(period),
        place: placeAt(read, each.column),
        ...number,
        finality: number.finality ?? marked,
        commentary: null,
      },
    ];
  });
  return withCommentary(read, told, figures);
};

/** Under 'Provisional' as under 'Provisional or final'. */
const finalityWords = [
  [/^(?:p|prov|provisional|yes|y)$/, 'provisional'],
  [/^(?:f|final|no|n)$/, 'final'],
] as const;

const sameSaid = (one: PeriodSaid | null, other: PeriodSaid | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

type Numbers = Pick<FigureTold, 'value' | 'numerator' | 'denominator' | 'finality' | 'farOff'>;

const readNumbers = (
  read: RowRead,
  told: Told,
  beside: (what: PerPeriod, said: PeriodSaid | null) => Told | undefined,
): Numbers | null => {
  const [over, under] = (['numerator', 'denominator'] as const).map((what) =>
    partOf(read, beside(what, told.said)),
  );
  const [numerator, denominator] = [over ?? null, under ?? null];
  const worked = workedOut(read.measure, { numerator, denominator });
  if (told.what === 'numerator')
    return worked === null
      ? null
      : { value: worked, numerator, denominator, finality: null, farOff: null };
  const place = placeAt(read, told.column);
  const cell = readFigureCell(told.cell, {
    measure: read.measure,
    known: () => read.known(told.column),
  });
  if ('stop' in cell) {
    read.doubts.stop(place, cell.stop, 'returns');
    return null;
  }
  if ('blank' in cell) {
    if (cell.blank !== null) read.doubts.note(place, cell.blank, 'returns');
    return null;
  }
  const other = disagreement(read.measure, cell.value, { numerator, denominator });
  if (other !== null) read.doubts.note(place, other, 'returns');
  return { value: cell.value, numerator, denominator, finality: cell.finality, farOff: cell.note };
};

const partOf = (read: RowRead, told: Told | undefined): number | null => {
  if (!told) return null;
  const cell = readFigureCell(told.cell, {
    measure: { unit: 'number', decimals: 0, per: null },
    known: () => null,
  });
  if ('stop' in cell) read.doubts.stop(placeAt(read, told.column), cell.stop, 'returns');
  return 'value' in cell ? cell.value : null;
};

const withCommentary = (
  read: RowRead,
  told: readonly Told[],
  figures: readonly FigureTold[],
): readonly FigureTold[] => {
  const comments = told.filter(({ what }) => what === 'commentary');
  let all = figures;
  for (const comment of comments) {
    const text = textOfCell(comment.cell);
    const own = read.headings.columns[comment.column]?.meaning;
    const named = own?.is === 'per period' && own.period !== null;
    const meant =
      comment.said && periodMeant(periodKindOf(read.measure), comment.said, read.headings.year);
    const period = meant && typeof meant === 'object' ? periodText(meant) : null;
    const ofPeriod = all.find((each) => each.period === period);
    const latest = named
      ? undefined
      : all.toSorted((one, other) => (one.period < other.period ? -1 : 1)).at(-1);
    const to = ofPeriod ?? latest;
    if (text.length > longestText)
      read.doubts.stop(
        placeAt(read, comment.column),
        `This comment has ${text.length} characters; a cell holds ${longestText}.`,
      );
    else if (to) all = all.map((each) => (each === to ? { ...each, commentary: text } : each));
  }
  return all;
};
