// One step of a row's history: when and by whom at one side, what it changed and why at the other.
import { Badge, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { HistoryStep } from '../../src/web/api-history.ts';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import { Change } from './change.tsx';

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 220px) minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '4px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '12px', padding: '16px 0' },
  },
  who: { fontWeight: tokens.fontWeightSemibold },
  what: { display: 'flex', flexDirection: 'column', rowGap: '6px', minWidth: 0 },
  changes: { display: 'flex', flexDirection: 'column', rowGap: '6px', margin: 0 },
  why: { whiteSpace: 'pre-line' },
  pill: { alignSelf: 'start' },
  fold: { alignSelf: 'start', minHeight: '24px', [narrow]: { minHeight: '44px' } },
});

/** As many as are read at a glance. */
const atOnce = 6;

export const Step = ({ step }: { readonly step: HistoryStep }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <li className={styles.step} tabIndex={-1}>
      <div>
        <div className={styles.who}>{step.who}</div>
        <div className={page.quiet}>{[step.team, step.how].filter(Boolean).join(', ')}</div>
        <div className={page.quiet}>{step.when}</div>
      </div>
      <div className={styles.what}>
        {step.isWaiting && (
          <Badge appearance="outline" className={styles.pill} color="informative">
            Waiting to reach the list
          </Badge>
        )}
        {step.notTaken && (
          <Badge appearance="outline" className={styles.pill} color="informative">
            Not taken
          </Badge>
        )}
        {step.kind === 'unreadable' && (
          <div>
            A version is kept here that cannot be read: a cell of it is not what its column holds.
          </div>
        )}
        {step.kind === 'begun' && <div>Created</div>}
        {step.kind === 'removed' && <div>Removed</div>}
        <Changes step={step} />
        {step.why && (
          <div className={styles.why}>
            <span className={page.quiet}>Why: </span>
            {step.why}
          </div>
        )}
      </div>
    </li>
  );
};

/** What a row was made with is there to be asked for; of many changes the first are shown. */
const Changes = ({ step }: { readonly step: HistoryStep }) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { changes, kind } = step;
  if (changes.length === 0) return null;
  const first = kind === 'begun' ? 0 : changes.length > atOnce + 1 ? atOnce : changes.length;
  const shown = all ? changes : changes.slice(0, first);
  return (
    <>
      {shown.length > 0 && (
        <dl className={styles.changes}>
          {shown.map((change) => (
            <Change
              change={kind === 'begun' ? { ...change, from: null } : change}
              key={change.words}
              notTaken={step.notTaken}
              of={`${change.words}, ${step.when}`}
            />
          ))}
        </dl>
      )}
      {first < changes.length && (
        <Link
          aria-expanded={all}
          as="button"
          className={`${styles.fold} not-printed`}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show less' : foldWords(kind, changes.length - first)}
        </Link>
      )}
    </>
  );
};

const foldWords = (kind: HistoryStep['kind'], left: number): string =>
  kind === 'begun'
    ? `Show what it was made with (${counted(left, 'column')})`
    : `Show ${counted(left, 'more column', 'more columns')}`;
