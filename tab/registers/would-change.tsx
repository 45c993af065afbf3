// Step 3: what has to be put right first, what is doubtful, and each change as it was and as it becomes.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ImportDoubt, ImportView } from '../../src/web/api-registers.ts';
import { Clamped } from '../pieces/clamped.tsx';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  doubts: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  heading: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  stops: { color: tokens.colorPaletteRedForeground1, fontSize: '20px', flexShrink: 0 },
  doubtful: { color: tokens.colorPaletteMarigoldForeground2, fontSize: '20px', flexShrink: 0 },
  doubt: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 180px) minmax(0, 1fr)',
    columnGap: '24px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  where: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  counts: { borderCollapse: 'collapse', alignSelf: 'start', minWidth: 'min(420px, 100%)' },
  cell: {
    padding: '6px 16px 6px 0',
    textAlign: 'left',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', padding: '6px 0 6px 16px' },
  change: {
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  more: { [narrow]: { minHeight: '44px' } },
  cells: { margin: '4px 0 0' },
  altered: {
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, 200px) minmax(0, 1fr)',
    columnGap: '24px',
    padding: '2px 0',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { color: tokens.colorNeutralForeground2 },
  becomes: { margin: 0 },
  was: { color: tokens.colorNeutralForeground2 },
  now: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'none' },
});

export const WouldChange = ({ view }: { readonly view: ImportView }) => {
  const stopping = view.doubts.filter(({ stops }) => stops);
  const passing = view.doubts.filter(({ stops }) => !stops);
  return (
    <Section heading="3. What would change">
      <Doubts
        doubts={stopping}
        heading={`${counted(view.stops, 'thing')} to put right in the file, then choose it again`}
        inAll={view.stops}
        stops
      />
      <Doubts
        doubts={passing}
        heading={`${counted(view.doubtsInAll - view.stops, 'doubt')} to look at, which stop nothing`}
        inAll={view.doubtsInAll - view.stops}
        stops={false}
      />
      <Counts view={view} />
      <Changes view={view} />
    </Section>
  );
};

type DoubtsProps = {
  readonly doubts: readonly ImportDoubt[];
  readonly inAll: number;
  readonly heading: string;
  readonly stops: boolean;
};

const Doubts = ({ doubts, inAll, heading, stops }: DoubtsProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  if (inAll === 0) return null;
  return (
    <div className={styles.doubts}>
      <h3 className={styles.heading}>
        {stops ? (
          <ErrorCircleRegular className={styles.stops} />
        ) : (
          <WarningRegular className={styles.doubtful} />
        )}
        {heading}
      </h3>
      <ul className={styles.list}>
        {doubts.map(({ sheet, cell, words }, at) => (
          // Two cells may be doubted in the same words.
          <li className={styles.doubt} key={`${sheet} ${cell} ${at}`}>
            <span className={styles.where}>{cell ? `${sheet}, ${cell}` : sheet}</span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {inAll > doubts.length && (
        <div className={page.quiet}>
          And {(inAll - doubts.length).toLocaleString('en-GB')} more.
        </div>
      )}
    </div>
  );
};

const Counts = ({ view }: { readonly view: ImportView }) => {
  const styles = useStyles();
  if (view.counts.length === 0) return null;
  const number = `${styles.cell} ${styles.number}`;
  return (
    <table aria-label="Rows in each register" className={styles.counts}>
      <thead>
        <tr>
          <th className={styles.cell} scope="col">
            Register
          </th>
          <th className={number} scope="col">
            New
          </th>
          <th className={number} scope="col">
            Changed
          </th>
          <th className={number} scope="col">
            The same
          </th>
        </tr>
      </thead>
      <tbody>
        {view.counts.map((each) => (
          <tr key={each.register}>
            <th className={styles.cell} scope="row">
              {each.list}
            </th>
            <td className={number}>{each.new.toLocaleString('en-GB')}</td>
            <td className={number}>{each.changed.toLocaleString('en-GB')}</td>
            <td className={number}>{each.same.toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

type Change = ImportView['changes'][number];

const Changes = ({ view }: { readonly view: ImportView }) => {
  const page = usePageStyles();
  const lists = [...new Set(view.changes.map(({ list }) => list))];
  const more = view.changesInAll - view.changes.length;
  return (
    <>
      {lists.map((list) => (
        <ChangesOf
          changes={view.changes.filter((change) => change.list === list)}
          // Of another file, or the same mended, the first few again.
          key={`${list} ${view.fingerprint}`}
          list={list}
        />
      ))}
      {more > 0 && (
        <div className={page.quiet}>
          And {counted(more, 'row')} more, of the same registers; all of them are taken in together.
        </div>
      )}
    </>
  );
};

/** Enough to see what is being done; agreeing stays within reach beneath. */
const few = 5;

type ChangesOfProps = { readonly list: string; readonly changes: readonly Change[] };

const ChangesOf = ({ list, changes }: ChangesOfProps) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, few);
  return (
    <div>
      <h3 className={styles.heading}>{list}</h3>
      <ul className={styles.list}>
        {shown.map((change) => (
          <OneChange change={change} key={change.key} />
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button className={styles.more} onClick={() => setAll(true)}>
          Show all {changes.length} in {list}
        </Button>
      )}
    </div>
  );
};

const OneChange = ({ change }: { readonly change: Change }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const said = change.cells.filter(({ was, becomes }) => was !== becomes);
  return (
    <li className={styles.change}>
      <span className={styles.title}>{change.title}</span>{' '}
      <span className={page.quiet}>
        {change.state === 'new' ? 'New' : 'Changed'} · {change.key}
      </span>
      <dl className={styles.cells}>
        {said.map(({ words, was, becomes }) => (
          <div className={styles.altered} key={words}>
            <dt className={styles.label}>{words}</dt>
            <dd className={styles.becomes}>
              {change.state === 'changed' && (
                <>
                  <span className={page.hidden}>was </span>
                  <span className={styles.was}>{was || '–'}</span>
                  <span aria-hidden="true"> → </span>
                  <span className={page.hidden}> becomes </span>
                </>
              )}
              <span className={change.state === 'changed' ? styles.now : undefined}>
                <Clamped of={`${words} of ${change.title}`} text={becomes || '–'} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
};
