// Which measures a search and a filter leave, and in which order they stand.
import type { MeasureRow } from '../../src/web/api.ts';
import type { Sort, SortColumn } from '../address.ts';
import { type StatusFilter, standingRank } from '../words.ts';

/** Every word typed must be found in the name, code, owner or team. */
export const findMeasures = (
  rows: readonly MeasureRow[],
  asked: { readonly find: string; readonly status: StatusFilter | null },
): readonly MeasureRow[] => {
  const words = asked.find.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) => hasStatus(row, asked.status) && words.every((word) => searchable(row).includes(word)),
  );
};

/** On target takes in better than target, as the strip above does. */
const hasStatus = (row: MeasureRow, status: StatusFilter | null): boolean => {
  if (status === null) return true;
  if (status === 'late')
    return row.return.state === 'late' || row.return.state === 'never answered';
  if (status === 'on target' && row.standing === 'better than target') return true;
  return row.standing === status;
};

const searchable = (row: MeasureRow): string =>
  `${row.code} ${row.name} ${row.owner ?? 'no owner'} ${row.team}`.toLowerCase();

/** Rows equal by the chosen column keep the plan's order; a missing value stands last either way. */
export const sortMeasures = (
  rows: readonly MeasureRow[],
  { by, descending }: Sort,
): readonly MeasureRow[] => {
  if (by === 'plan order') return rows;
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => missingLast(by, a, b) || sign * compare[by](a, b));
};

const compare: {
  readonly [C in Exclude<SortColumn, 'plan order'>]: (a: MeasureRow, b: MeasureRow) => number;
} = {
  status: (a, b) => standingRank(a.standing) - standingRank(b.standing),
  name: (a, b) => a.name.localeCompare(b.name),
  value: (a, b) => (a.figure?.value ?? 0) - (b.figure?.value ?? 0),
  owner: (a, b) => (a.owner ?? '').localeCompare(b.owner ?? ''),
  return: (a, b) => returnRank(a) - returnRank(b),
};

const missingLast = (by: SortColumn, a: MeasureRow, b: MeasureRow): number => {
  if (by === 'value') return Number(a.figure === null) - Number(b.figure === null);
  return by === 'owner' ? Number(a.owner === null) - Number(b.owner === null) : 0;
};

const returnOrder: readonly MeasureRow['return']['state'][] = [
  'late',
  'never answered',
  'due',
  'no data until',
  'returned',
  'not asked',
];

const returnRank = (row: MeasureRow): number =>
  returnOrder.indexOf(row.return.state) - row.return.daysLate / 1000;
