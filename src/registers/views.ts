// The views of each register in its list: one of all rows, then those it declares. Which columns the
// view of all rows shows is decided here, for every register alike.
import type { Column, Columns, Register, View } from './register.ts';

/** A view with nothing left to be worked out. The first of a register's is its default. */
export type WholeView = View & { readonly columns: readonly string[]; readonly isDefault: boolean };

/** Columns the view of all rows may show: more than a screen is wide help nobody. */
const most = 12;

export const viewsOf = ({ columns, views = [] }: Register): readonly WholeView[] => {
  const usual = columnsOfAll(columns);
  return [
    { name: 'All', columns: usual, isDefault: true },
    ...views.map((view) => ({ ...view, columns: view.columns ?? usual, isDefault: false })),
  ];
};

/** The title, the code, what is required and what points at another register, as declared. */
const columnsOfAll = (columns: Columns): readonly string[] => {
  const named = Object.entries(columns);
  const isLeading = (name: string, { kind }: Column) => kind === 'title' || name === 'code';
  const leading = named.filter(([name, column]) => isLeading(name, column));
  const needed = named.filter(
    ([name, column]) => !isLeading(name, column) && (column.required || column.pointsAt),
  );
  return [...leading, ...needed].slice(0, most).map(([name]) => name);
};
