// Where a measure belongs: the golden thread from plan to measure, read downwards.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeasureView } from '../../src/web/api.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';

const useStyles = makeStyles({
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

export const Thread = ({ thread }: { readonly thread: MeasureView['thread'] }) => {
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
    </Section>
  );
};
