// One answer that waits: its figure and how it stands; opened, all that was said of it and what to do.
import { Button, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { WaitingLine as Line } from '../../src/web/api-sign-off.ts';
import { addressText, start } from '../address.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { Status } from '../pieces/status.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';
import type { Acts } from './waiting.tsx';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 6fr) minmax(0, 3fr) minmax(0, 3fr) auto',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    [tooNarrowForGrid]: { gridTemplateColumns: '44px minmax(0, 1fr)', rowGap: '4px' },
  },
  choice: {
    marginTop: '-6px',
    marginLeft: '-8px',
    [narrow]: { minWidth: '44px', minHeight: '44px', alignItems: 'center' },
  },
  figure: {
    textAlign: 'right',
    [tooNarrowForGrid]: { gridColumn: 2, textAlign: 'left' },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  second: { [tooNarrowForGrid]: { gridColumn: 2 } },
  opened: { gridColumn: '2 / -1', paddingTop: '8px', maxWidth: '80ch' },
  said: { margin: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  words: { margin: 0, whiteSpace: 'pre-line' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '12px' },
  button: { whiteSpace: 'nowrap', [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly line: Line;
  readonly chosen: boolean;
  readonly choose: (on: boolean) => void;
  readonly acts: Acts;
};

export const WaitingLine = ({ line, chosen, choose, acts }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li className={styles.line}>
      <span>
        {line.plain && line.may && (
          <Checkbox
            aria-label={`Choose ${line.name}`}
            checked={chosen}
            className={styles.choice}
            onChange={(_event, { checked }) => choose(checked === true)}
          />
        )}
      </span>
      <div>
        <Link href={addressText({ ...start, screen: 'measure', open: line.measure })}>
          {line.name}
        </Link>
        <div className={page.quiet}>
          {[line.team, line.given].filter((each) => each !== '').join(' · ')}
        </div>
        {!line.mine && <div className={page.quiet}>With {line.with}</div>}
        {line.why.map((each) => (
          <div className={page.quiet} key={each}>
            {each.charAt(0).toUpperCase() + each.slice(1)}
          </div>
        ))}
      </div>
      <div className={styles.figure}>
        <span className={styles.strong}>{line.figure ?? 'No figure yet'}</span>
        {line.target && <div className={page.quiet}>against {line.target}</div>}
      </div>
      <div className={styles.second}>{line.standing && <Status standing={line.standing} />}</div>
      <div className={styles.second}>
        <Button
          aria-controls={id}
          aria-expanded={open}
          aria-label={`${open ? 'Close' : 'Open'} ${line.name}`}
          className={styles.button}
          onClick={() => setOpen(!open)}
          size="small"
        >
          {open ? 'Close' : 'Open'}
        </Button>
      </div>
      <div className={styles.opened} hidden={!open} id={id}>
        {open && <Opened acts={acts} line={line} />}
      </div>
    </li>
  );
};

const Opened = ({ line, acts }: Pick<Props, 'line' | 'acts'>) => {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <>
      {line.said.length === 0 ? (
        <div className={page.quiet}>Nothing was said besides the figure.</div>
      ) : (
        <dl className={styles.said}>
          {line.said.map(({ label, words }) => (
            <div key={label}>
              <dt className={page.quiet}>{label}</dt>
              <dd className={styles.words}>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {line.may && (
        <div className={`${styles.buttons} not-printed`}>
          <Button
            appearance="primary"
            aria-label={`Approve ${line.name}`}
            className={styles.button}
            onClick={() => void acts.approve([line])}
          >
            Approve
          </Button>
          <Button
            aria-label={`Send back ${line.name}`}
            className={styles.button}
            onClick={() => acts.open({ what: 'send back', line })}
          >
            Send back
          </Button>
        </div>
      )}
    </>
  );
};
