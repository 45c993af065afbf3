// How a measure's figure stands beside others': who with, when, and what theirs was. Never coloured: a
// comparison is not a target. Nothing at all where there is none.
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
import type { BenchmarkLine, BenchmarksView } from '../../src/web/api-work.ts';
import type { Address } from '../address.ts';
import { type Asker, paths } from '../ask.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { Query } from '../pieces/query.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { useAnswer } from '../use-answer.ts';

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
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  numberHead: { '& > *': { justifyContent: 'flex-end' } },
});

type Props = { readonly asker: Asker; readonly address: Address };

export const Benchmarks = ({ asker, address }: Props) => {
  const { heard } = useAnswer<BenchmarksView>(asker, paths.benchmarks(address));
  if (!heard || heard.benchmarks.length === 0) return null;
  return (
    <Section heading="Benchmarks">
      <BenchmarkTable lines={heard.benchmarks} />
    </Section>
  );
};

const BenchmarkTable = ({ lines }: { readonly lines: readonly BenchmarkLine[] }) => {
  const styles = useStyles();
  const numberHead = mergeClasses(styles.head, styles.numberHead);
  return (
    <Table aria-label="Benchmarks" className={styles.table}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.head}>Beside</TableHeaderCell>
          <TableHeaderCell className={numberHead}>Theirs</TableHeaderCell>
          <TableHeaderCell className={numberHead}>Ours</TableHeaderCell>
          <TableHeaderCell className={styles.head}>Period</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {lines.map((line) => (
          <Row key={line.key} line={line} />
        ))}
      </TableBody>
    </Table>
  );
};

const Row = ({ line }: { readonly line: BenchmarkLine }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const number = mergeClasses(styles.cell, styles.number);
  const gap = line.gap ? `Gap: ${line.gap}` : null;
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        {line.comparator ?? line.title}
        {[line.comparator && line.title, gap, line.quartile, line.source]
          .filter((words) => words !== null && words !== '')
          .map((words) => (
            <div className={page.quiet} key={words}>
              {words}
            </div>
          ))}
        {line.query && <Query words={line.query} />}
      </TableCell>
      <TableCell className={number}>{line.value ?? <NotPublished />}</TableCell>
      <TableCell className={number}>{line.localValue ?? '–'}</TableCell>
      <TableCell className={styles.cell}>{line.period ?? '–'}</TableCell>
    </TableRow>
  );
};

const NotPublished = () => <span className={usePageStyles().quiet}>none published</span>;
