// The sections of the team plan, each a press away: its measures alone can fill several screens.
import { Link, makeStyles } from '@fluentui/react-components';
import { usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '24px',
    minHeight: '20px',
    [narrow]: { columnGap: '20px' },
  },
  link: { [narrow]: { minHeight: '44px', minWidth: '44px', textAlign: 'left' } },
});

export type Part = { readonly id: string; readonly words: string; readonly count: number | null };

export const OnThisPage = ({ parts }: { readonly parts: readonly Part[] }) => {
  const page = usePageStyles();
  const styles = useStyles();
  if (parts.length < 2) return null;
  return (
    <nav aria-label="On this page" className={`${styles.nav} ${page.figures} not-printed`}>
      {parts.map(({ id, words, count }) => (
        <Link as="button" className={styles.link} key={id} onClick={() => goTo(id)}>
          {words}
          {count !== null && ` ${count.toLocaleString('en-GB')}`}
        </Link>
      ))}
    </nav>
  );
};

const goTo = (id: string): void => {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
};
