// A measure's history as a table: what the chart shows, figure by figure, newest first.
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
} from '@fluentui/react-components';
import type { HistoryRow, MeasureView } from '../../src/web/api.ts';
import type { Asker } from '../ask.ts';
import { HistoryButton } from '../history/history-button.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  table: { tableLayout: 'auto' },
  head: { [narrow]: { padding: '0 4px' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', width: '22%' },
  numberHead: { width: '22%', '& > *': { justifyContent: 'flex-end' } },
  cell: {
    verticalAlign: 'top',
    padding: '10px 8px',
    height: 'auto',
    [narrow]: { padding: '10px 4px' },
  },
  unbroken: { whiteSpace: 'nowrap' },
});

/** 'Q2 2020-21' stays whole; 'Apr 2019 to Mar 2020' may turn onto a second line on a phone. */
const longestUnbroken = 14;

type Props = { readonly asker: Asker; readonly view: MeasureView };

export const HistoryTable = ({ asker, view }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  const numberHead = mergeClasses(styles.head, styles.numberHead);
  return (
    <Table aria-label={`History of ${view.name}, in ${view.unit}`} className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.head}>Period</TableHeaderCell>
          <TableHeaderCell className={numberHead}>Value</TableHeaderCell>
          <TableHeaderCell className={numberHead}>Target</TableHeaderCell>
          <TableHeaderCell className={styles.head}>Status</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {view.history.toReversed().map((row) => (
          <TableRow key={row.period}>
            <TableCell
              className={mergeClasses(
                styles.cell,
                row.words.length <= longestUnbroken && styles.unbroken,
              )}
            >
              {row.words}
              {row.chart.rebased !== null && <div className={page.quiet}>Limits begin again</div>}
              {row.return !== null && (
                <div className={page.quiet}>
                  <HistoryButton
                    asker={asker}
                    isSmall
                    of={`the return for ${row.words}`}
                    row={{ register: 'returns', key: row.return }}
                  />
                </div>
              )}
            </TableCell>
            <TableCell className={number}>
              <Value row={row} />
            </TableCell>
            <TableCell className={number}>
              {row.targetText}
              {row.targetIllustrative && <div className={page.quiet}>illustrative</div>}
            </TableCell>
            <TableCell className={styles.cell}>
              <Status against={row.against} standing={row.standing} />
              {row.chart.cause && <div className={page.quiet}>{row.chart.cause.words}</div>}
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
