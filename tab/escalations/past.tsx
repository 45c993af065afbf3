// What was said and done about one escalation, in order: folded until it is asked for, or a link came for it.
import { Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { EscalationLine } from '../../src/web/api-escalations.ts';
import { Clamped } from '../pieces/clamped.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  opens: { textAlign: 'left', [narrow]: { minHeight: '44px' } },
  steps: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '6px',
    maxWidth: '80ch',
  },
  folded: { display: 'none', '@media print': { display: 'flex' } },
});

type Props = { readonly line: EscalationLine; readonly startsOpen: boolean };

export const Past = ({ line, startsOpen }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const [isOpen, setOpen] = useState(startsOpen);
  useEffect(() => {
    if (startsOpen) setOpen(true);
  }, [startsOpen]);
  const list = useId();
  if (line.history.length === 0) return null;
  return (
    <>
      <div className="not-printed">
        <Link
          aria-controls={list}
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Hide what' : 'What'} was said and done (${line.history.length}): ${line.name}`}
          as="button"
          className={styles.opens}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen
            ? 'Hide what was said and done'
            : `What was said and done (${line.history.length})`}
        </Link>
      </div>
      <ol className={mergeClasses(styles.steps, !isOpen && styles.folded)} id={list}>
        {line.history.map(({ key, words, at, said }) => (
          <li key={key}>
            {words}
            <span className={page.quiet}>{` · ${at}`}</span>
            {said && (
              <div>
                <Clamped longest={280} of={`${words}, ${line.name}`} text={said} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
