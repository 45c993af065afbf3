// The measures on a phone: status, name, value and return, each a way to its measure.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { MeasureRow } from '../../src/web/api.ts';
import type { Sort } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import type { Go } from '../use-address.ts';
import { FigureShown, MeasureStatus } from './figure-shown.tsx';
import { ReturnShown } from './return-shown.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) fit-content(50%)',
    columnGap: '16px',
    rowGap: '8px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    display: 'block',
    minHeight: '44px',
    minWidth: '44px',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  figure: { textAlign: 'right', fontSize: tokens.fontSizeBase400 },
  across: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '4px',
  },
});

type Props = { readonly rows: readonly MeasureRow[]; readonly sort: Sort; readonly go: Go };

export const MeasureCards = ({ rows, go }: Props) => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <MeasureCard
          key={row.key}
          open={() => go({ screen: 'measure', open: row.key })}
          row={row}
        />
      ))}
    </ul>
  );
};

const MeasureCard = ({ row, open }: { readonly row: MeasureRow; readonly open: () => void }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <li className={styles.card}>
      <div>
        <Link as="button" className={styles.name} id={`measure-${row.key}`} onClick={open}>
          {row.name}
        </Link>
        <div className={page.quiet}>
          {row.code} · {row.unit} · {row.owner ?? 'No owner'}
        </div>
      </div>
      <div className={`${styles.figure} ${page.figures}`}>
        <FigureShown row={row} />
        <div className={page.quiet}>
          target {row.figure?.target ?? '–'}
          {row.figure?.targetIllustrative && ', illustrative'}
        </div>
      </div>
      <div className={styles.across}>
        <div>
          <MeasureStatus row={row} />
        </div>
        {row.return.state !== 'not asked' && <ReturnShown asked={row.return} />}
      </div>
    </li>
  );
};
