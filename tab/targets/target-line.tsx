// One target: what is proposed beside last year's and the last figure, how far it has come, what may be
// done with it alone.
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { TargetLine as Line } from '../../src/web/api-targets.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow, tooNarrowForGrid } from '../pieces/use-narrow.ts';
import { mayChoose } from './stages.ts';

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 5fr) minmax(0, 3fr) minmax(0, 3fr) minmax(0, 3fr) auto',
    columnGap: '12px',
    alignItems: 'start',
    padding: '10px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    [tooNarrowForGrid]: { gridTemplateColumns: '44px minmax(0, 1fr)', rowGap: '4px' },
  },
  heads: {
    padding: '4px 0',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [tooNarrowForGrid]: { display: 'none' },
  },
  choice: {
    marginTop: '-6px',
    marginLeft: '-8px',
    [narrow]: { minWidth: '44px', minHeight: '44px', alignItems: 'center' },
  },
  figure: { textAlign: 'right', [tooNarrowForGrid]: { gridColumn: 2, textAlign: 'left' } },
  label: { display: 'none', [tooNarrowForGrid]: { display: 'inline' } },
  proposed: { fontWeight: tokens.fontWeightSemibold },
  buttons: {
    display: 'flex',
    columnGap: '8px',
    justifyContent: 'end',
    minWidth: '104px',
    [tooNarrowForGrid]: { gridColumn: 2, justifyContent: 'start' },
  },
  button: { whiteSpace: 'nowrap', [narrow]: { minHeight: '44px' } },
});

export const TargetHeads = () => {
  const styles = useStyles();
  return (
    <div aria-hidden="true" className={`${styles.line} ${styles.heads}`}>
      <span />
      <span>Measure</span>
      <span className={styles.figure}>Last figure</span>
      <span className={styles.figure}>Last year</span>
      <span className={styles.figure}>Proposed</span>
      <span className={styles.buttons} />
    </div>
  );
};

type Props = {
  readonly line: Line;
  readonly chosen: boolean;
  readonly choose: (on: boolean) => void;
  readonly open: (what: 'send back' | 'propose') => void;
};

export const TargetLine = ({ line, chosen, choose, open }: Props) => {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      <span>
        {mayChoose(line) && (
          <Checkbox
            aria-label={`Choose ${line.name}, ${line.year}`}
            checked={chosen}
            className={styles.choice}
            onChange={(_event, { checked }) => choose(checked === true)}
          />
        )}
      </span>
      <Told line={line} />
      <Figure label="Last figure" words={line.lastFigure} />
      <Figure label="Last year" words={line.lastYear} />
      <Figure label="Proposed" strong words={line.proposed} />
      <span className={styles.buttons}>
        {line.may.sendBack && (
          <Button
            aria-label={`Send back ${line.name}`}
            className={styles.button}
            onClick={() => open('send back')}
            size="small"
          >
            Send back
          </Button>
        )}
        {line.may.propose && (
          <Button
            aria-label={`Propose for ${line.name}`}
            className={styles.button}
            onClick={() => open('propose')}
            size="small"
          >
            Propose
          </Button>
        )}
      </span>
    </li>
  );
};

const Told = ({ line }: { readonly line: Line }) => {
  const page = usePageStyles();
  return (
    <div>
      <div>
        {line.name}, {line.year}
      </div>
      <div className={page.quiet}>
        {line.code} · {line.team}. {line.told}
      </div>
      {line.because && <div className={page.quiet}>Because: {line.because}</div>}
      {line.sentBackBecause && <div className={page.quiet}>Sent back: {line.sentBackBecause}</div>}
    </div>
  );
};

const Figure = (props: {
  readonly label: string;
  readonly words: string | null;
  readonly strong?: boolean;
}) => {
  const styles = useStyles();
  const page = usePageStyles();
  const none = props.label === 'Proposed' ? 'nothing yet' : 'none';
  return (
    <span className={`${styles.figure} ${props.strong ? styles.proposed : ''}`}>
      <span className={`${styles.label} ${page.quiet}`}>{props.label}: </span>
      {props.words ?? <span className={page.quiet}>{none}</span>}
    </span>
  );
};
