// What became of every message of a cycle: each is in exactly one state. Those not delivered are named.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { CycleView } from '../../src/web/api.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  states: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '40px',
    rowGap: '12px',
    margin: 0,
    [narrow]: { display: 'grid', gridTemplateColumns: '1fr 1fr' },
  },
  state: { display: 'flex', flexDirection: 'column-reverse' },
  count: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
});

export const Messages = ({ view }: { readonly view: CycleView }) => {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <Section heading="Messages">
      <dl className={`${styles.states} ${page.figures}`}>
        {view.messages.map(({ state, count }) => (
          <div className={styles.state} key={state}>
            <dt>{state}</dt>
            <dd className={styles.count}>{count.toLocaleString('en-GB')}</dd>
          </div>
        ))}
      </dl>
      {view.unreached.length > 0 && (
        <ul className={styles.list}>
          {view.unreached.map(({ person, step, words }) => (
            <li key={`${person} ${step}`}>
              {person}, {step.toLowerCase()}: {words}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
