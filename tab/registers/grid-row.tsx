// One row of a register's grid: its name, which opens the whole of it, its key and marks beneath, and
// its cells, long ones cut short with a way to read on.
import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { RegisterRow } from '../../src/web/api-registers.ts';
import type { Address } from '../address.ts';
import { Clamped, isLong } from '../pieces/clamped.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { AccessMark, WaysOn } from './row-marks.tsx';
import type { ShownColumn } from './shown-columns.ts';

const useStyles = makeStyles({
  cell: {
    verticalAlign: 'top',
    padding: '10px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: '88px',
    maxWidth: '220px',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  name: {
    position: 'sticky',
    left: 0,
    minWidth: '260px',
    maxWidth: '320px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'normal',
  },
  title: {
    textAlign: 'left',
    minHeight: '24px',
    fontSize: tokens.fontSizeBase300,
    overflowWrap: 'anywhere',
  },
  text: { minWidth: '120px' },
  rows: { minWidth: '180px', maxWidth: '260px' },
  long: { minWidth: '260px', maxWidth: '340px' },
  number: { textAlign: 'right', whiteSpace: 'nowrap', overflowWrap: 'normal' },
  date: { whiteSpace: 'nowrap', overflowWrap: 'normal', maxWidth: 'none' },
  none: { color: tokens.colorNeutralForeground3 },
  marks: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px' },
});

export type GridStyles = ReturnType<typeof useStyles> & { readonly quiet: string };

/** Worked out once for the grid, not for each of its rows. */
export const useGridStyles = (): GridStyles => {
  const { quiet } = usePageStyles();
  return { ...useStyles(), quiet };
};

type Props = {
  readonly row: RegisterRow;
  readonly register: string;
  readonly columns: readonly ShownColumn[];
  readonly styles: GridStyles;
  readonly address: Address;
  readonly open: (row: RegisterRow) => void;
};

const RowDrawn = ({ row, register, columns, styles, address, open }: Props) => (
  <tr>
    <th className={mergeClasses(styles.cell, styles.name)} scope="row">
      <Link as="button" className={styles.title} onClick={() => open(row)}>
        {row.title || row.key}
      </Link>
      <div className={mergeClasses(styles.quiet, styles.marks)}>
        {row.key !== row.title && <span>{row.key}</span>}
        <AccessMark access={row.access} />
        <WaysOn address={address} register={register} row={row} />
      </div>
    </th>
    {columns.map(({ column, at }) => {
      const text = row.cells[at] ?? '';
      return (
        <td
          className={mergeClasses(
            styles.cell,
            column.kind !== 'number' && styles.text,
            column.kind === 'rows' && styles.rows,
            (column.kind === 'long' || isLong(text)) && styles.long,
            column.kind === 'number' && styles.number,
            column.kind === 'date' && styles.date,
          )}
          key={column.name}
        >
          {text === '' ? (
            <span className={styles.none}>–</span>
          ) : (
            <Clamped of={`${column.words} of ${row.title}`} text={text} />
          )}
        </td>
      );
    })}
  </tr>
);

/** A row is drawn again only when what it says has changed. */
export const GridRow = memo(
  RowDrawn,
  (before, now) =>
    before.columns === now.columns &&
    before.register === now.register &&
    before.row.key === now.row.key &&
    before.row.title === now.row.title &&
    before.row.access === now.row.access &&
    before.row.cells.every((cell, at) => cell === now.row.cells[at]),
);
