// The plan's money, as printed: small tables with totals in step, and what is queried said beneath.
import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { MoneyTable } from '../../src/web/api-work.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Query } from '../pieces/query.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { useWorkStyles } from './work-styles.ts';

const useStyles = makeStyles({
  tables: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 480px), 1fr))',
    columnGap: '48px',
    rowGap: '16px',
    alignItems: 'start',
  },
  table: { tableLayout: 'auto', breakInside: 'avoid' },
  cell: {
    verticalAlign: 'top',
    padding: '8px',
    height: 'auto',
    overflowWrap: 'anywhere',
    [narrow]: { padding: '8px 2px', fontSize: tokens.fontSizeBase200 },
  },
  head: {
    verticalAlign: 'bottom',
    height: 'auto',
    padding: '8px',
    [narrow]: { padding: '8px 2px', fontSize: tokens.fontSizeBase200 },
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  numberHead: { '& > *': { justifyContent: 'flex-end', textAlign: 'right' } },
  unbroken: { whiteSpace: 'nowrap' },
  total: { fontWeight: tokens.fontWeightSemibold },
});

/** '2020-21' stays whole on a phone. */
const longestUnbroken = 8;

type Props = { readonly money: readonly MoneyTable[]; readonly wholePlan: boolean };

/** `wholePlan`: the whole plan is looked at, so that need not be said. */
export const Money = ({ money, wholePlan }: Props) => (
  <Section heading="Money" id="money">
    <div>
      {wholePlan
        ? 'As the plan prints it.'
        : 'Of the whole plan, as it prints it: money is not held by team.'}
    </div>
    <div className={useStyles().tables}>
      {money.map((table) => (
        <OneTable key={table.heading} table={table} />
      ))}
    </div>
  </Section>
);

const OneTable = ({ table }: { readonly table: MoneyTable }) => {
  const work = useWorkStyles();
  const styles = useStyles();
  const { heading, rowsAre, columns, rows, queries } = table;
  return (
    <div className={work.group}>
      <h3 className={work.heading}>{heading}</h3>
      <Table aria-label={heading} className={styles.table} size="small">
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.head}>{rowsAre}</TableHeaderCell>
            {columns.map((column) => (
              <TableHeaderCell
                className={mergeClasses(styles.head, styles.numberHead)}
                key={column}
              >
                {column}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <TableRow className={row.total ? styles.total : undefined} key={row.label}>
              <TableCell
                className={mergeClasses(
                  styles.cell,
                  row.label.length <= longestUnbroken && styles.unbroken,
                )}
              >
                {row.label}
              </TableCell>
              {row.cells.map((cell, at) => (
                <TableCell className={mergeClasses(styles.cell, styles.number)} key={columns[at]}>
                  {cell ?? <Blank />}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {queries.map(({ about, words }) => (
        <Query about={about} key={about} words={words} />
      ))}
    </div>
  );
};

const Blank = () => (
  <>
    <span aria-hidden="true">–</span>
    <span className={usePageStyles().hidden}>not given</span>
  </>
);
