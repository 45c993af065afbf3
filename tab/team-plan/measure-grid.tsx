// The measures as a grid: sortable by heading, each row a way to its measure.
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { MeasureRow } from '../../src/web/api.ts';
import type { Sort, SortColumn } from '../address.ts';
import type { Go } from '../use-address.ts';
import { useColumnStyles } from './column-styles.ts';
import { GridRow } from './measure-grid-row.tsx';

const columns = [
  { id: 'status', words: 'Status', sort: 'status' },
  { id: 'name', words: 'Measure', sort: 'name' },
  { id: 'value', words: 'Value', sort: 'value' },
  { id: 'target', words: 'Target', sort: null },
  { id: 'direction', words: 'On last period', sort: null },
  { id: 'trend', words: 'Trend', sort: null },
  { id: 'owner', words: 'Owner', sort: 'owner' },
  { id: 'return', words: 'Return', sort: 'return' },
] as const;

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: '53px',
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `0 1px 0 ${tokens.colorNeutralStroke2}`,
  },
});

type Props = { readonly rows: readonly MeasureRow[]; readonly sort: Sort; readonly go: Go };

export const MeasureGrid = ({ rows, sort, go }: Props) => {
  const styles = useStyles();
  const column = useColumnStyles();
  return (
    <Table aria-label="Measures" sortable>
      <TableHeader>
        <TableRow>
          {columns.map(({ id, words, sort: by }) => (
            <TableHeaderCell
              className={mergeClasses(styles.head, column[id])}
              key={id}
              sortable={by !== null}
              {...(by && { onClick: () => go({ sort: nextSort(sort, by) }, 'replace') })}
              {...(by === sort.by && {
                sortDirection: sort.descending ? ('descending' as const) : ('ascending' as const),
              })}
            >
              {words}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <GridRow key={row.key} open={() => go({ screen: 'measure', open: row.key })} row={row} />
        ))}
      </TableBody>
    </Table>
  );
};

/** Ascending, descending, then the plan's own order again. */
const nextSort = (now: Sort, by: SortColumn): Sort => {
  if (now.by !== by) return { by, descending: false };
  return now.descending ? { by: 'plan order', descending: false } : { by, descending: true };
};
