// The tables of measures: how each stands, in columns that a portrait page holds.

import { directionCell, figureCell, measureCell, none, standingCell, targetCell } from './cells.ts';
import type { ToldMeasure } from './facts.ts';
import { leftOutNote, listed } from './measure-words.ts';
import type { Block, Cell, Column, Table } from './paper.ts';

export const text = (heading: string): Column => ({ heading, kind: 'text' });
export const number = (heading: string): Column => ({ heading, kind: 'number' });
export const status = (heading: string): Column => ({ heading, kind: 'status' });

/** A block for the table, or nothing where it has no rows. */
export const tableBlock = (table: Omit<Table, 'notes'> & Partial<Table>): readonly Block[] =>
  table.rows.length === 0 ? [] : [{ kind: 'table', table: { notes: [], ...table } }];

type Filled = Omit<Table, 'notes'> & Partial<Table> & { readonly dash?: string };

/**
 * The same without the columns that no row has anything in: a note names them, so that they are not missed.
 * `dash`: what a dash among the rest means, said where there is one.
 */
export const filledTableBlock = ({ dash = 'not known', ...table }: Filled): readonly Block[] => {
  const isFilled = table.columns.map(
    (_, at) => at === 0 || table.rows.some((row) => row[at]?.text !== none.text),
  );
  const empty = table.columns.filter((_, at) => !isFilled[at]).map(({ heading }) => heading);
  const rows = table.rows.map((row) => row.filter((_, at) => isFilled[at]));
  const isDashed = rows.some((row) => row.some((cell) => cell.text === none.text));
  return tableBlock({
    ...table,
    columns: table.columns.filter((_, at) => isFilled[at]),
    rows,
    notes: [
      ...(table.notes ?? []),
      ...(isDashed ? [`–: ${dash}.`] : []),
      ...(empty.length === 0 ? [] : [`${listed(empty)}: not known for any of them.`]),
    ],
  });
};

/** `periodWords`: the paper's own. */
type Asked = Pick<Table, 'id' | 'caption'> & { readonly periodWords: string };

/** Each measure's figure, target, standing and direction of travel, short and long. */
export const measuresTable = (
  measures: readonly ToldMeasure[],
  { id, caption, periodWords }: Asked,
): readonly Block[] =>
  tableBlock({
    id,
    caption,
    columns: [
      text('Measure'),
      // Beside its name: what a phone shows before anything is scrolled.
      status('Status'),
      number('Figure'),
      number('Target'),
      text('On last period'),
      text('On last year'),
    ],
    rows: measures.map((measure) => [
      periodIn(measure, periodWords),
      standingCell(measure),
      figureCell(measure, measure.now),
      targetCell(measure, measure.now),
      directionCell(measure.short),
      directionCell(measure.long),
    ]),
    notes: notesFor(measures),
  });

/** A figure of another period than the paper's, due or not: its row says which. */
export const periodIn = (measure: ToldMeasure, periodWords: string): Cell =>
  measure.now.words === periodWords || measure.now.value === null
    ? measureCell(measure)
    : { text: `${measureCell(measure).text}, ${measure.now.words}` };

export const notesFor = (measures: readonly ToldMeasure[]): readonly string[] => [
  ...(measures.some(({ now }) => now.leftOut) ? [leftOutNote] : []),
  ...(measures.some(({ now }) => !now.leftOut && now.value === null)
    ? ['–: there is no figure yet. It is not nought, and it is left out of every percentage.']
    : []),
];
