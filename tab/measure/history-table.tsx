// A measure's history as a table: what the chart shows, figure by figure, newest first.
import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { HistoryRow, MeasureView } from '../../src/web/api.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';

const useStyles = makeStyles({
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', width: '22%' },
  numberHead: { width: '22%', '& > *': { justifyContent: 'flex-end' } },
  cell: { overflowWrap: 'anywhere', verticalAlign: 'top', padding: '10px 8px', height: 'auto' },
});

export const HistoryTable = ({ view }: { readonly view: MeasureView }) => {
  const styles = useStyles();
  return (
    <Table aria-label={`History of ${view.name}, in ${view.unit}`}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell>Period</TableHeaderCell>
          <TableHeaderCell className={styles.numberHead}>Value</TableHeaderCell>
          <TableHeaderCell className={styles.numberHead}>Target</TableHeaderCell>
          <TableHeaderCell>Status</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {view.history.toReversed().map((row) => (
          <TableRow key={row.period}>
            <TableCell className={styles.cell}>{row.words}</TableCell>
            <TableCell className={`${styles.cell} ${styles.number}`}>
              <Value row={row} />
            </TableCell>
            <TableCell className={`${styles.cell} ${styles.number}`}>{row.targetText}</TableCell>
            <TableCell className={styles.cell}>
              <Status standing={row.standing} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};

const Value = ({ row }: { readonly row: HistoryRow }) => {
  const page = usePageStyles();
  return (
    <>
      {row.text}
      {row.provisional && <abbr title="provisional"> p</abbr>}
      {row.illustrative && <div className={page.quiet}>illustrative</div>}
    </>
  );
};
