// A paper's way to its meeting, worked back from the day the agenda is sent out.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PaperStep } from '../../src/web/api-papers.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingLeft: '20px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
  },
  state: { whiteSpace: 'nowrap' },
  late: { color: tokens.colorStatusDangerForeground1 },
});

const stateWords: { readonly [S in PaperStep['state']]: string } = {
  done: '● done',
  late: '■ its day has passed',
  ahead: '○ ahead',
};

export const Timetable = ({ steps }: { readonly steps: readonly PaperStep[] }) => {
  const styles = useStyles();
  const page = usePageStyles();
  if (steps.length === 0) return null;
  return (
    <Section heading="Its way to the meeting">
      <ol className={styles.steps}>
        {steps.map(({ words, on, state, trouble }) => (
          <li key={words}>
            {`${words}: ${on} · `}
            <span className={mergeClasses(styles.state, state === 'late' && styles.late)}>
              {stateWords[state]}
            </span>
            {trouble && <div className={page.quiet}>{trouble}</div>}
          </li>
        ))}
      </ol>
    </Section>
  );
};
