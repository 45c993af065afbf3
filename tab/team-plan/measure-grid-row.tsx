// One measure in the grid. The name is the way in for a keyboard; a press anywhere on the row does the same.
import {
  Link,
  makeStyles,
  mergeClasses,
  TableCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { memo } from 'react';
import type { MeasureRow } from '../../src/web/api.ts';
import { DirectionOfTravel } from '../pieces/direction.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { Sparkline } from '../pieces/sparkline.tsx';
import { useColumnStyles } from './column-styles.ts';
import { FigureShown, MeasureStatus, TargetShown } from './figure-shown.tsx';
import { ReturnShown } from './return-shown.tsx';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  cell: { verticalAlign: 'top', padding: '10px 8px', height: 'auto' },
  name: { textAlign: 'left', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300 },
  numeric: { fontVariantNumeric: 'tabular-nums' },
  owner: { overflowWrap: 'anywhere' },
});

type Props = { readonly row: MeasureRow; readonly open: () => void };

const RowDrawn = ({ row, open }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const column = useColumnStyles();
  const cell = (id: keyof ReturnType<typeof useColumnStyles>) =>
    mergeClasses(styles.cell, column[id]);
  return (
    <TableRow className={styles.row} onClick={open}>
      <TableCell className={cell('status')}>
        <MeasureStatus row={row} />
      </TableCell>
      <TableCell className={cell('name')}>
        <Link as="button" className={styles.name} id={`measure-${row.key}`}>
          {row.name}
        </Link>
        <div className={page.quiet}>
          {row.code} · {row.unit}
          <span className={column.ownerBeneath}> · {row.owner ?? 'No owner'}</span>
        </div>
      </TableCell>
      <TableCell className={mergeClasses(cell('value'), styles.numeric)}>
        <FigureShown row={row} />
      </TableCell>
      <TableCell className={mergeClasses(cell('target'), styles.numeric)}>
        <TargetShown row={row} />
      </TableCell>
      <TableCell className={cell('direction')}>
        <DirectionOfTravel
          long={row.figure?.long ?? null}
          short={row.figure?.short ?? null}
          within={row.figure?.sameWithin}
        />
      </TableCell>
      <TableCell className={cell('trend')}>
        <Sparkline trend={row.trend} />
      </TableCell>
      <TableCell className={mergeClasses(cell('owner'), styles.owner)}>
        {row.owner ?? 'No owner'}
      </TableCell>
      <TableCell className={cell('return')}>
        <ReturnShown asked={row.return} stacked />
      </TableCell>
    </TableRow>
  );
};

/** A row is drawn again only when what it says has changed; opening it means the same either way. */
export const GridRow = memo(RowDrawn, (before, now) => before.row === now.row);
