// Where a measure belongs: the golden thread from plan to measure, read downwards, and the way to all
// that hangs from it.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { MeasureView } from '../../src/web/api.ts';
import { addressText, start } from '../address.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  way: {
    alignSelf: 'start',
    [narrow]: { minHeight: '44px', display: 'inline-flex', alignItems: 'center' },
  },
  thread: { listStyleType: 'none', margin: 0, padding: 0 },
  bead: {
    position: 'relative',
    padding: '0 0 16px 24px',
    overflowWrap: 'anywhere',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '0',
      top: '5px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      border: `2px solid ${tokens.colorBrandStroke1}`,
    },
    '::after': {
      content: '""',
      position: 'absolute',
      left: '5px',
      top: '17px',
      bottom: '-5px',
      width: '2px',
      backgroundColor: tokens.colorBrandStroke1,
    },
    ':last-child::after': { display: 'none' },
    ':last-child::before': { backgroundColor: tokens.colorBrandStroke1 },
  },
});

type Props = {
  readonly thread: MeasureView['thread'];
  /** The measure's key. */
  readonly measure: string;
};

export const Thread = ({ thread, measure }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Section heading="Where it belongs">
      <ol className={styles.thread}>
        {thread.map(({ kind, words }) => (
          <li className={styles.bead} key={`${kind} ${words}`}>
            <div className={page.quiet}>{kind}</div>
            {words}
          </li>
        ))}
      </ol>
      <Link
        className={`${styles.way} not-printed`}
        href={addressText({ ...start, screen: 'thread', open: `Measures: ${measure}` })}
      >
        See all it serves and all that serves it
      </Link>
    </Section>
  );
};
