// A register's rows on a phone: the name, its marks, the first few things said of it; a press reads all.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { usePageStyles } from '../pieces/page.tsx';
import type { ListProps } from './register-grid.tsx';
import { AccessMark, WaysOn } from './row-marks.tsx';
import { filledCells } from './shown-columns.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: { padding: '8px 0 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: {
    display: 'block',
    width: '100%',
    minHeight: '44px',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    overflowWrap: 'anywhere',
  },
  cells: { margin: '4px 0 0' },
  cell: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 2fr) minmax(0, 5fr)',
    columnGap: '12px',
    padding: '2px 0',
  },
  label: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: {
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflowX: 'hidden',
    overflowY: 'hidden',
  },
});

/** As many as fit under a name with the next card still in sight. */
const told = 4;
/** The key has told the code and the plan; a place in the printed order tells nobody anything. */
const untold: readonly string[] = ['code', 'plan', 'position'];

export const RowCards = ({ view, columns, address, open }: ListProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const tellable = columns.filter(({ column }) => !untold.includes(column.name));
  return (
    <ul aria-label={view.list} className={styles.list}>
      {view.rows.map((row) => (
        <li className={styles.card} key={row.key}>
          <Link as="button" className={styles.name} onClick={() => open(row)}>
            {row.title || row.key}
          </Link>
          <div className={`${page.quiet} ${styles.marks}`}>
            <span>{row.key}</span>
            <AccessMark access={row.access} />
            <WaysOn address={address} register={view.name} row={row} />
          </div>
          <dl className={`${styles.cells} ${page.figures}`}>
            {filledCells(tellable, row, told).map(({ column, text }) => (
              <div className={styles.cell} key={column.name}>
                <dt className={styles.label}>{column.words}</dt>
                <dd className={styles.text}>{text}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
};
