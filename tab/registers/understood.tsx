// Step 2: what each sheet was understood to be and what its columns are taken to mean. Hidden sheets are
// offered, never assumed.
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportView } from '../../src/web/api-registers.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import type { ImportDraft } from './import-draft.ts';

const useStyles = makeStyles({
  sheets: { listStyleType: 'none', margin: 0, padding: 0 },
  sheet: {
    padding: '8px 0 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    overflowWrap: 'anywhere',
  },
  tick: { [narrow]: { minHeight: '44px', alignItems: 'center' } },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(320px, 100%), 1fr))',
    columnGap: '32px',
    listStyleType: 'none',
    margin: 0,
    padding: '0 0 0 32px',
    [narrow]: { paddingLeft: 0 },
  },
  column: {
    display: 'grid',
    gridTemplateColumns: '36px minmax(0, 1fr) 16px minmax(0, 1fr)',
    columnGap: '8px',
    padding: '3px 0',
  },
  indented: { paddingLeft: '32px', [narrow]: { paddingLeft: 0 } },
  heading: { fontWeight: tokens.fontWeightSemibold },
  button: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
});

type Sheet = ImportView['sheets'][number];

type Props = {
  readonly view: ImportView;
  /** The sheets asked for; null where it was left to the app. */
  readonly sheets: readonly string[] | null;
  readonly busy: boolean;
  readonly read: (change: Partial<ImportDraft>) => Promise<void>;
};

export const Understood = ({ view, busy, read }: Props) => {
  const styles = useStyles();
  const taken = view.sheets.filter((sheet) => sheet.taken).map(({ name }) => name);
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  const wanted = ticked ?? taken;
  const differs = wanted.length !== taken.length || wanted.some((name) => !taken.includes(name));
  const turn = (name: string) =>
    setTicked(wanted.includes(name) ? wanted.filter((each) => each !== name) : [...wanted, name]);
  const again = async () => {
    await read({ sheets: wanted });
    setTicked(null);
  };
  return (
    <Section heading="2. What it was understood to say">
      <ul className={styles.sheets}>
        {view.sheets.map((sheet) => (
          <li className={styles.sheet} key={sheet.name}>
            <OneSheet
              only={view.sheets.length === 1}
              sheet={sheet}
              ticked={wanted.includes(sheet.name)}
              turn={() => turn(sheet.name)}
            />
          </li>
        ))}
      </ul>
      {differs && (
        <Button
          appearance="primary"
          className={styles.button}
          disabledFocusable={busy || wanted.length === 0}
          onClick={() => void again()}
        >
          {wanted.length === 0
            ? 'Tick a sheet to read'
            : `Read it again with ${counted(wanted.length, 'sheet')}`}
        </Button>
      )}
    </Section>
  );
};

type SheetProps = {
  readonly sheet: Sheet;
  /** Of a file with one sheet there is nothing to choose. */
  readonly only: boolean;
  readonly ticked: boolean;
  readonly turn: () => void;
};

const OneSheet = ({ sheet, only, ticked, turn }: SheetProps) => {
  const page = usePageStyles();
  const styles = useStyles();
  const name = `${sheet.name}${sheet.hidden ? ' (hidden)' : ''}, ${counted(sheet.rows, 'row')}`;
  const used = sheet.columns.filter(({ means }) => means !== null);
  const unused = sheet.columns.filter(({ means }) => means === null);
  return (
    <>
      {only && sheet.taken ? (
        <div className={styles.heading}>{name}</div>
      ) : (
        <Checkbox checked={ticked} className={styles.tick} label={name} onChange={turn} />
      )}
      <div className={only ? undefined : styles.indented}>
        {sheet.hidden && !sheet.taken
          ? 'Hidden in the file: it is read only where you tick it.'
          : (sheet.understood ?? 'No register was recognised in it.')}
      </div>
      {used.length > 0 && (
        <ul
          aria-label={`Columns of ${sheet.name}`}
          className={styles.columns}
          style={only ? { paddingLeft: 0 } : undefined}
        >
          {used.map(({ at, heading, means }) => (
            <li className={styles.column} key={at}>
              <span className={page.quiet}>{at}</span>
              <span>{heading}</span>
              <span aria-label="means">→</span>
              <span>{means}</span>
            </li>
          ))}
        </ul>
      )}
      {unused.length > 0 && (
        <div className={`${page.quiet} ${only ? '' : styles.indented}`}>
          Not used:{' '}
          {unused.map(({ at, heading }) => `${heading || 'no heading'} (${at})`).join(', ')}.
        </div>
      )}
    </>
  );
};
