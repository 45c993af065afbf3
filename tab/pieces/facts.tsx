// Facts under a heading, label by label: what a measure is, when a cycle's steps fall.
import { makeStyles, tokens } from '@fluentui/react-components';
import { Section } from './page.tsx';
import { narrow } from './use-narrow.ts';

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

type FactsProps = {
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly words: string }[];
};

export const Facts = ({ heading, facts }: FactsProps) => {
  const styles = useStyles();
  return (
    <Section heading={heading}>
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
