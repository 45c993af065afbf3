// Skeletons in the shape of what is coming.
import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { usePageStyles } from './page.tsx';

const useStyles = makeStyles({
  strip: { display: 'flex', columnGap: '32px' },
  figure: { width: '96px' },
  side: { width: 'min(200px, 40%)' },
  title: { width: 'min(420px, 80%)' },
  rows: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
});

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** A title, five figures and rows: the team plan before it is heard. */
export const PlanLoading = () => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading the plan" className={page.page}>
      <SkeletonItem className={styles.title} size={36} />
      <div className={styles.strip}>
        {places(5).map((at) => (
          <SkeletonItem className={styles.figure} key={at} size={48} />
        ))}
      </div>
      <Rows count={3} />
      <Rows count={8} />
    </Skeleton>
  );
};

/** A title, a sentence and a chart: a measure, or a cycle, before it is heard. */
export const ScreenLoading = ({ name }: { readonly name: string }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Skeleton aria-label={`Loading the ${name}`} className={page.page}>
      <SkeletonItem className={styles.title} size={36} />
      <Rows count={2} />
      <SkeletonItem style={{ height: 240 }} />
      <Rows count={4} />
    </Skeleton>
  );
};

/** Sections further down, before they are heard. */
export const SectionsLoading = () => {
  const page = usePageStyles();
  return (
    <Skeleton aria-label="Loading the work of the plan" className={page.section}>
      <Rows count={6} />
    </Skeleton>
  );
};

/** Who and when at one side, what at the other: a history before it is heard. */
export const StepsLoading = () => {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading the changes" className={styles.rows}>
      {places(4).map((at) => (
        <div className={styles.strip} key={at}>
          <SkeletonItem className={styles.side} size={48} />
          <SkeletonItem size={48} />
        </div>
      ))}
    </Skeleton>
  );
};

const Rows = ({ count }: { readonly count: number }) => {
  const styles = useStyles();
  return (
    <div className={styles.rows}>
      {places(count).map((at) => (
        <SkeletonItem key={at} size={24} />
      ))}
    </div>
  );
};
