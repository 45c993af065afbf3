// Which columns of a register are worth their room on this page.
import type { RegisterColumn, RegisterRow, RegisterView } from '../../src/web/api-registers.ts';

/** A column and where its cells are in a row. */
export type ShownColumn = { readonly column: RegisterColumn; readonly at: number };

type Shown = { readonly columns: readonly ShownColumn[]; readonly blank: number };

/** `all`: blank ones too. The plan needs no column where one plan is chosen, nor does a repeated code. */
export const shownColumns = (
  view: Pick<RegisterView, 'columns' | 'rows' | 'plan'>,
  all: boolean,
): Shown => {
  const columns = view.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => view.plan === '' || column.name !== 'plan');
  const filled = columns.filter(({ at }) => view.rows.some((row) => row.cells[at] !== ''));
  return { columns: all ? columns : filled, blank: columns.length - filled.length };
};

/** What is filled in, with its words: as much of a row as `most` allows. */
export const filledCells = (
  columns: readonly ShownColumn[],
  row: RegisterRow,
  most = Infinity,
): readonly { readonly column: RegisterColumn; readonly text: string }[] =>
  columns
    .flatMap(({ column, at }) => {
      const text = row.cells[at] ?? '';
      return text === '' ? [] : [{ column, text }];
    })
    .slice(0, most);
