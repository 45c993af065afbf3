// A register as a grid: the name of each row stays in sight at the left and the headings at the top.
// Columns with nothing in them on this page stay away until asked for. On a phone: cards.
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import type { RegisterRow, RegisterView } from '../../src/web/api-registers.ts';
import type { Address } from '../address.ts';
import type { Asker } from '../ask.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow, useTooNarrowForGrid } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import { useSame } from '../use-same.ts';
import { counted } from '../words.ts';
import { GridRow, useGridStyles } from './grid-row.tsx';
import { NoRows } from './no-rows.tsx';
import { RowCards } from './row-cards.tsx';
import { RowWhole } from './row-whole.tsx';
import { type ShownColumn, shownColumns } from './shown-columns.ts';

const useStyles = makeStyles({
  region: {
    overflowX: 'auto',
    overflowY: 'auto',
    maxHeight: 'max(360px, calc(100vh - 120px))',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media print': { maxHeight: 'none', overflowX: 'visible', overflowY: 'visible' },
  },
  table: { borderCollapse: 'separate', borderSpacing: 0, minWidth: '100%' },
  heading: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    textAlign: 'left',
    verticalAlign: 'bottom',
    padding: '8px 12px',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: { left: 0, zIndex: 2 },
  number: { textAlign: 'right' },
  blank: { alignSelf: 'start', [narrow]: { minHeight: '44px', alignItems: 'center' } },
});

type Props = {
  readonly asker: Asker;
  readonly view: RegisterView;
  readonly address: Address;
  readonly go: Go;
  /** Leaves off what was searched for. */
  readonly clear: () => void;
};

export const RegisterGrid = ({ asker, view, address, go, clear }: Props) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const [whole, setWhole] = useState<RegisterRow | null>(null);
  const { columns, blank } = useSame(useMemo(() => shownColumns(view, all), [view, all]));
  const isNarrow = useTooNarrowForGrid();
  if (view.rows.length === 0) return <NoRows clear={clear} go={go} view={view} />;
  const List = isNarrow ? RowCards : Grid;
  return (
    <>
      {blank > 0 && !isNarrow && (
        <Checkbox
          checked={all}
          className={styles.blank}
          label={`Show ${counted(blank, 'blank column')}`}
          onChange={(_event, { checked }) => setAll(checked === true)}
        />
      )}
      <List address={address} columns={columns} open={setWhole} view={view} />
      {whole && (
        <RowWhole
          address={address}
          asker={asker}
          leave={() => setWhole(null)}
          row={whole}
          view={view}
        />
      )}
    </>
  );
};

export type ListProps = {
  readonly view: RegisterView;
  readonly columns: readonly ShownColumn[];
  readonly address: Address;
  readonly open: (row: RegisterRow) => void;
};

const Grid = ({ view, columns, address, open }: ListProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const drawn = useGridStyles();
  const show = useCallback((row: RegisterRow) => open(row), [open]);
  const from = (view.page - 1) * 100 + 1;
  const name = `${view.list}, rows ${from} to ${from + view.rows.length - 1} of ${view.total}`;
  return (
    // Wider than the page: whoever has no mouse moves it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls takes the focus.
    <div aria-label={name} className={styles.region} role="region" tabIndex={0}>
      <table className={mergeClasses(styles.table, page.figures)}>
        <thead>
          <tr>
            <th className={mergeClasses(styles.heading, styles.corner)} scope="col">
              Name and key
            </th>
            {columns.map(({ column }) => (
              <th
                className={mergeClasses(styles.heading, column.kind === 'number' && styles.number)}
                key={column.name}
                scope="col"
                title={column.note ?? undefined}
              >
                {column.words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <GridRow
              address={address}
              columns={columns}
              key={row.key}
              open={show}
              register={view.name}
              row={row}
              styles={drawn}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
};
