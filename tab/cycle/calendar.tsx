// When each step of a cycle falls.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { CycleView } from '../../src/web/api.ts';
import { Section } from '../pieces/page.tsx';

const useStyles = makeStyles({
  dates: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '8px',
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  words: { margin: 0 },
});

export const Calendar = ({ calendar }: { readonly calendar: CycleView['calendar'] }) => {
  const styles = useStyles();
  return (
    <Section heading="Calendar">
      <dl className={styles.dates}>
        {calendar.map(({ label, words }) => [
          <dt className={styles.label} key={`${label} label`}>
            {label}
          </dt>,
          <dd className={styles.words} key={label}>
            {words}
          </dd>,
        ])}
      </dl>
    </Section>
  );
};
