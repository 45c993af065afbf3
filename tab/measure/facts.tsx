// What a measure is: definition, owner, source and the rest, label by label.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { MeasureView } from '../../src/web/api.ts';
import { Section } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '8px',
    margin: 0,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '0' },
  },
  label: { color: tokens.colorNeutralForeground2, [narrow]: { marginTop: '8px' } },
  words: { margin: 0, overflowWrap: 'anywhere', maxWidth: '60ch' },
});

export const Facts = ({ facts }: { readonly facts: MeasureView['facts'] }) => {
  const styles = useStyles();
  return (
    <Section heading="What it is">
      <dl className={styles.facts}>
        {facts.map(({ label, words }) => [
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
