// The merged cells of a sheet that can be meant: of those that lie over one another, which no program
// writes, the first. Whatever a file lists, no cell is looked at twice.
import type { Merge, Sheet } from '../workbook.ts';

/** Columns further out are not looked at. */
const columnsWithin = 2_000;

/** Those that begin in the first rows. */
export const mergesAbove = ({ merges }: Pick<Sheet, 'merges'>, rows: number): readonly Merge[] => {
  const taken = new Set<number>();
  return merges.filter(({ top, left, bottom, right }) => {
    if (top >= rows || left > columnsWithin) return false;
    for (let row = top; row <= Math.min(bottom, rows - 1); row += 1)
      for (let column = left; column <= Math.min(right, columnsWithin); column += 1) {
        const cell = row * (columnsWithin + 1) + column;
        if (taken.has(cell)) return false;
        taken.add(cell);
      }
    return true;
  });
};

/** Those that run down some columns beneath a row, from the top. */
export const mergesDown = (
  { merges }: Pick<Sheet, 'merges'>,
  { below, columns }: { readonly below: number; readonly columns: ReadonlySet<number> },
): readonly Merge[] => {
  const reached = new Map<number, number>();
  return merges
    .filter(({ top, left, bottom }) => top > below && bottom > top && columns.has(left))
    .toSorted((one, other) => one.top - other.top)
    .filter(({ top, left, bottom }) => {
      if (top <= (reached.get(left) ?? -1)) return false;
      reached.set(left, bottom);
      return true;
    });
};
