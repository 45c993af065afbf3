// Risks as a table: what the five by five shows, risk by risk, the highest score first.
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
import type { RiskLine, RiskScore } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { LineName } from './work-line.tsx';

const useStyles = makeStyles({
  table: { tableLayout: 'auto' },
  cell: {
    verticalAlign: 'top',
    padding: '10px 8px',
    height: 'auto',
    overflowWrap: 'anywhere',
    [narrow]: { padding: '10px 4px' },
  },
  head: { [narrow]: { padding: '0 4px' } },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'normal' },
  numberHead: { '& > *': { justifyContent: 'flex-end' } },
  wide: { [narrow]: { display: 'none' } },
  beneath: { display: 'none', [narrow]: { display: 'block' } },
});

type Props = {
  readonly lines: readonly RiskLine[];
  readonly address: Address;
  readonly manyTeams: boolean;
};

const scores = [
  { name: 'gross', words: 'Gross' },
  { name: 'residual', words: 'Residual' },
  { name: 'target', words: 'Target' },
] as const;

export const RiskTable = ({ lines, address, manyTeams }: Props) => {
  const styles = useStyles();
  const numberHead = mergeClasses(styles.head, styles.numberHead);
  return (
    <Table aria-label="Risks scored" className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.head}>Risk</TableHeaderCell>
          {scores.map(({ name, words }) => (
            <TableHeaderCell className={numberHead} key={name}>
              {words}
            </TableHeaderCell>
          ))}
          <TableHeaderCell className={mergeClasses(numberHead, styles.wide)}>
            Appetite
          </TableHeaderCell>
          <TableHeaderCell className={mergeClasses(styles.head, styles.wide)}>
            Movement
          </TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {lines.map((line) => (
          <Row address={address} key={line.key} line={line} manyTeams={manyTeams} />
        ))}
      </TableBody>
    </Table>
  );
};

const Row = ({ line, address, manyTeams }: Omit<Props, 'lines'> & { readonly line: RiskLine }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        <LineName address={address} line={line} />
        <div className={page.quiet}>
          {[line.code, manyTeams ? line.team : null, line.owner ?? 'No owner']
            .filter(Boolean)
            .join(' · ')}
        </div>
        <div className={mergeClasses(styles.beneath, page.quiet)}>
          {line.movement}
          {line.aboveAppetite && `; ▲ above appetite of ${line.appetite}`}
        </div>
      </TableCell>
      {scores.map(({ name }) => (
        <TableCell className={number} key={name}>
          <ScoreShown score={line[name]} />
        </TableCell>
      ))}
      <TableCell className={mergeClasses(number, styles.wide)}>
        {line.appetite ?? '–'}
        {line.aboveAppetite && <div className={page.quiet}>▲ above</div>}
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.wide)}>{line.movement}</TableCell>
    </TableRow>
  );
};

const ScoreShown = ({ score }: { readonly score: RiskScore | null }) => {
  const page = usePageStyles();
  if (!score) return <span title="Not scored">–</span>;
  return (
    <>
      {score.score}
      <div className={page.quiet}>
        {score.likelihood} x {score.impact}
      </div>
    </>
  );
};
