// The whole of one row: everything that is filled in, as long as it is, and by name what is not; and,
// when asked for, its history in the same place.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, HistoryRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { RegisterRow, RegisterView } from '../../src/web/api-registers.ts';
import type { Address } from '../address.ts';
import type { Asker } from '../ask.ts';
import { History } from '../history/history.tsx';
import { HistoryTitle } from '../history/history-title.tsx';
import { OverScreen } from '../pieces/over-screen.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { AccessMark, WaysOn } from './row-marks.tsx';
import { filledCells } from './shown-columns.ts';

const useStyles = makeStyles({
  marks: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px' },
  cells: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 200px) minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '10px',
    margin: '16px 0',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: 0 },
  },
  label: { color: tokens.colorNeutralForeground2, [narrow]: { marginTop: '10px' } },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly asker: Asker;
  readonly view: RegisterView;
  readonly row: RegisterRow;
  readonly address: Address;
  readonly leave: () => void;
};

export const RowWhole = ({ asker, view, row, address, leave }: Props) => {
  const styles = useStyles();
  const [shown, setShown] = useState<'row' | 'history'>('row');
  const turn = useRef<HTMLSpanElement>(null);
  const turned = useRef(false);
  // The button that was pressed has become the other one, in the same place.
  useEffect(() => {
    if (turned.current) turn.current?.querySelector('button')?.focus();
  }, [shown]);
  const turnTo = (to: 'row' | 'history') => () => {
    turned.current = true;
    setShown(to);
  };
  const name = row.title || row.key;
  return (
    <OverScreen
      actions={
        <span ref={turn}>
          <Button
            className={styles.button}
            icon={shown === 'row' ? <HistoryRegular /> : <ArrowLeftRegular />}
            onClick={turnTo(shown === 'row' ? 'history' : 'row')}
          >
            {shown === 'row' ? 'Change history' : 'Back to the row'}
          </Button>
        </span>
      }
      leave={leave}
      title={shown === 'row' ? name : <HistoryTitle of={name} />}
    >
      {shown === 'row' ? (
        <WholeRow address={address} leave={leave} row={row} view={view} />
      ) : (
        <History asker={asker} row={{ register: view.name, key: row.key }} />
      )}
    </OverScreen>
  );
};

const WholeRow = ({ view, row, address, leave }: Omit<Props, 'asker'>) => {
  const page = usePageStyles();
  const styles = useStyles();
  const columns = view.columns.map((column, at) => ({ column, at }));
  const blank = columns.filter(({ at }) => row.cells[at] === '');
  return (
    <>
      {/* A way on leads away from here, so this closes behind it. */}
      <div className={`${page.quiet} ${styles.marks}`} onClick={leave} role="presentation">
        <span>{row.key}</span>
        <AccessMark access={row.access} />
        <WaysOn address={address} register={view.name} row={row} />
      </div>
      <dl className={styles.cells}>
        {filledCells(columns, row).map(({ column, text }) => [
          <dt className={styles.label} key={`${column.name} label`}>
            {column.words}
          </dt>,
          <dd className={styles.text} key={column.name}>
            {text}
          </dd>,
        ])}
      </dl>
      {blank.length > 0 && (
        <div className={page.quiet}>
          Blank: {blank.map(({ column }) => column.words).join(', ')}.
        </div>
      )}
    </>
  );
};
