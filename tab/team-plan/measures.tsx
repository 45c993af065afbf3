// Every measure, searched, filtered and sorted: a grid, or cards on a phone.
import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { MeasureRow } from '../../src/web/api.ts';
import type { Address } from '../address.ts';
import { Section } from '../pieces/page.tsx';
import { narrow, useTooNarrowForGrid } from '../pieces/use-narrow.ts';
import type { Go } from '../use-address.ts';
import { counted, filterWords, isStatusFilter, statusFilters } from '../words.ts';
import { findMeasures, sortMeasures } from './find-measures.ts';
import { MeasureCards } from './measure-cards.tsx';
import { MeasureGrid } from './measure-grid.tsx';
import { Picker } from './pickers.tsx';

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    marginRight: '-8px',
  },
  more: { alignSelf: 'start', [narrow]: { minHeight: '44px', alignSelf: 'stretch' } },
});

const atATime = 200;

type Props = {
  readonly rows: readonly MeasureRow[];
  readonly address: Address;
  readonly go: Go;
  readonly cameFrom: string | null;
};

export const Measures = ({ rows, address, go, cameFrom }: Props) => {
  const styles = useStyles();
  const { find, sort } = address;
  const status = isStatusFilter(address.status) ? address.status : null;
  const found = useMemo(
    () => sortMeasures(findMeasures(rows, { find, status }), sort),
    [rows, find, status, sort],
  );
  const [most, setMost] = useState(atATime);
  useEffect(() => {
    // Someone typing in the search keeps the focus there.
    if (document.activeElement === document.body)
      document.getElementById(`measure-${cameFrom}`)?.focus();
  }, [cameFrom]);
  const List = useTooNarrowForGrid() ? MeasureCards : MeasureGrid;
  return (
    <Section heading="Measures" id="measures">
      <div className={styles.tools}>
        <span role="status">{foundWords(found.length, rows.length)}</span>
        <StatusPicker chosen={status} choose={(chosen) => go({ status: chosen }, 'replace')} />
      </div>
      {found.length === 0 ? (
        <NoneFound
          clear={() => go({ find: '', status: null }, 'replace')}
          none={rows.length === 0}
        />
      ) : (
        <List go={go} rows={found.slice(0, most)} sort={sort} />
      )}
      {found.length > most && (
        <Button className={styles.more} onClick={() => setMost(most + atATime)}>
          Show {Math.min(atATime, found.length - most)} more of {found.length - most}
        </Button>
      )}
    </Section>
  );
};

const foundWords = (found: number, all: number): string =>
  found === all
    ? counted(all, 'measure')
    : `${found.toLocaleString('en-GB')} of ${counted(all, 'measure')}`;

const StatusPicker = (props: {
  readonly chosen: string | null;
  readonly choose: (status: string | null) => void;
}) => (
  <Picker
    choices={[
      { key: '', words: 'Every status', group: '' },
      ...statusFilters.map((each) => ({ key: each, words: filterWords(each), group: '' })),
    ]}
    chosen={props.chosen ?? ''}
    label="Filter by status"
    onChoose={(key) => props.choose(key || null)}
  />
);

const NoneFound = (props: { readonly none: boolean; readonly clear: () => void }) => {
  const styles = useStyles();
  if (props.none) return <div>No measures belong here. Choose another team above.</div>;
  return (
    <>
      <div>No measure matches. Try part of a name, a code or an owner.</div>
      <Button className={styles.more} onClick={props.clear}>
        Show every measure
      </Button>
    </>
  );
};
