// How far each directorate has got: a bar that fills, with its counts in words.
import { makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { CycleView } from '../../src/web/api.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: '16px' },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr) 272px',
    columnGap: '24px',
    alignItems: 'center',
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) auto', rowGap: '4px' },
  },
  /** The edge shows a bar at nothing in high contrast, where the track has the page's own colour. */
  bar: {
    boxShadow: `0 0 0 1px ${tokens.colorTransparentStroke}`,
    [narrow]: { gridColumn: '1 / -1', gridRow: '2' },
  },

  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

export const Directorates = ({ view }: { readonly view: CycleView }) => {
  const page = usePageStyles();
  const styles = useStyles();
  const lateWords = view.state === 'Closed' ? 'never answered' : 'late';
  return (
    <Section heading="By directorate">
      <ul className={styles.list}>
        {view.directorates.map(({ name, owed, answered, late }) => (
          <li className={styles.line} key={name}>
            <span>{name}</span>
            <ProgressBar
              aria-label={`${name}, answered`}
              className={styles.bar}
              max={owed}
              thickness="large"
              value={answered}
            />
            <span className={page.figures}>
              {answered} of {owed} answered{late > 0 && ', '}
              {late > 0 && (
                <span className={styles.late}>
                  {late} {lateWords}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
