// Savings as a table: what the bars show, amount by amount.
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
import type { SavingLine } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { barKinds, barWords } from './savings-shape.ts';
import { LineName } from './work-line.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'auto' },
  cell: {
    verticalAlign: 'top',
    padding: '10px 8px',
    height: 'auto',
    [narrow]: { padding: '10px 4px' },
  },
  head: { [narrow]: { padding: '0 4px' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  numberHead: { '& > *': { justifyContent: 'flex-end' } },
  status: { [narrow]: { display: 'none' } },
});

type Props = {
  readonly lines: readonly SavingLine[];
  readonly address: Address;
  readonly manyTeams: boolean;
};

export const SavingsTable = ({ lines, address, manyTeams }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Table aria-label="Savings" className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.head}>Commitment</TableHeaderCell>
          {barKinds.map((kind) => (
            <TableHeaderCell className={mergeClasses(styles.head, styles.numberHead)} key={kind}>
              {barWords[kind]}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {lines.map((line) => (
          <TableRow key={line.key}>
            <TableCell className={styles.cell}>
              <LineName address={address} line={line} />
              <div className={page.quiet}>
                {[line.code, manyTeams ? line.team : null, line.category]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </TableCell>
            {barKinds.map((kind) => (
              <TableCell className={mergeClasses(styles.cell, styles.number)} key={kind}>
                {line[kind]?.words ?? <span className={page.quiet}>not yet given</span>}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
