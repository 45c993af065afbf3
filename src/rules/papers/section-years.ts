// What each measure came to in the year that a paper closes, beside the year before.
import { dateWords } from '../date-words.ts';
import { parsePeriod, periodWords } from '../period.ts';
import { none, numberCell, textCell } from './cells.ts';
import { correctionsOf } from './corrected.ts';
import type { ToldMeasure, ToldYear } from './facts.ts';
import { capital, leftOutNote, leftOutWords, listed, nameOf, unitOf } from './measure-words.ts';
import type { Ordered } from './ordered.ts';
import type { Cell, PaperSection } from './paper.ts';
import { number, tableBlock, text } from './tables.ts';
import type { Told } from './told.ts';

/** Null where the quarter ends no year, or no measure says what its year would be. */
export const yearsSection = ({ facts, ordered }: Told): PaperSection | null => {
  const rows = facts.measures.filter(({ years }) => years.length > 0);
  const [year, before] = yearsOf(rows);
  if (year === undefined) return null;
  const all = rows.flatMap(({ years }) => years);
  const since = rows.map((measure) => correctedSince(measure, ordered));
  return {
    id: 'years',
    heading: 'The year in figures',
    blocks: tableBlock({
      id: 'table years',
      caption: `What each measure came to in ${year}`,
      columns: [
        text('Measure'),
        number(year),
        ...(before === undefined ? [] : [number(before)]),
        text('How the year is made'),
      ],
      rows: rows.map((measure, at) => [
        nameCell(measure, since[at] ?? null),
        yearCell(measure, year),
        ...(before === undefined ? [] : [yearCell(measure, before)]),
        textCell(howMade(measure, year)),
      ]),
      notes: [
        ...(all.some(({ leftOut }) => leftOut) ? [leftOutNote] : []),
        ...(since.some((each) => each !== null) ? [correctedNote] : []),
        ...(all.some(({ value, leftOut }) => value === null && !leftOut)
          ? ['–: not known, since figures it needs have not come. It is not nought.']
          : []),
      ],
    }),
    sections: [],
  };
};

/** Newest first. */
const yearsOf = (measures: readonly ToldMeasure[]): readonly string[] =>
  [...new Set(measures.flatMap(({ years }) => years.map(({ year }) => year)))].sort().reverse();

const correctedNote =
  'Corrected since: the year is as it stood at the close. What was corrected is under “Figures corrected since”.';

/**
 * 'corrected since: Q2 2020-21 on Tue 1 June 2021', of each figure that either year is made of; null where none
 * was. To what is not said here: beside a year it would read as the year's.
 */
const correctedSince = (measure: ToldMeasure, ordered: Ordered): string | null => {
  const madeOf = new Set(measure.years.flatMap((year) => year.of));
  const newest = new Map(
    correctionsOf([measure], ordered)
      .filter(({ restated }) => madeOf.has(restated.period))
      .map(({ restated: { period, on } }) => [period, dateWords(on)] as const),
  );
  const said = [...newest.keys()].sort().map((period) => {
    const words = parsePeriod(period);
    return `${words === null ? period : periodWords(words)} on ${newest.get(period) ?? ''}`;
  });
  return said.length === 0 ? null : `corrected since: ${listed(said)}`;
};

/** With its unit and what a reader must know of either year. */
const nameCell = (measure: ToldMeasure, since: string | null): Cell => {
  const { years } = measure;
  const said = [
    unitOf(measure),
    years.some(({ provisional }) => provisional) ? 'provisional' : null,
    years.some(({ illustrative }) => illustrative) ? 'illustrative' : null,
    since,
  ].filter((each) => each !== null);
  return { text: said.length === 0 ? nameOf(measure) : `${nameOf(measure)} (${said.join(', ')})` };
};

const of = (measure: ToldMeasure, year: string): ToldYear | undefined =>
  measure.years.find((each) => each.year === year);

const yearCell = (measure: ToldMeasure, year: string): Cell => {
  const found = of(measure, year);
  if (found === undefined) return none;
  if (found.leftOut) return { text: leftOutWords };
  return numberCell(found.value, measure.unit, measure.decimals);
};

/** 'The sum of its figures, without Q2 2020-21'. */
const howMade = (measure: ToldMeasure, year: string): string | null => {
  const found = of(measure, year);
  if (found === undefined || found.leftOut) return null;
  const { from, missing } = found;
  return missing.length === 0 ? capital(from) : `${capital(from)}, without ${listed(missing)}`;
};
