// Who still owes returns, or never answered, most first, so that a person can be spoken to.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CycleView } from '../../src/web/api-cycle.ts';
import { Section } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';
import { peopleIn, wholeCouncil } from './board-shape.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    columns: '320px 3',
    columnGap: '32px',
  },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: '16px',
    breakInside: 'avoid',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  count: { whiteSpace: 'nowrap', color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
});

const few = 12;

export const Waiting = ({ view }: { readonly view: CycleView }) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const waiting = peopleIn(view, { area: wholeCouncil, column: 'owed' });
  const shown = all ? waiting : waiting.slice(0, few);
  return (
    <Section heading={view.state === 'Closed' ? 'Never answered' : 'Not answered yet'}>
      <ul className={styles.list}>
        {shown.map(({ id, key, name, of, owed }) => (
          <li className={styles.line} key={id}>
            <span>{key === null ? `${name}, ${of.join(', ')}` : name}</span>
            <span className={styles.count}>{counted(owed, 'return')}</span>
          </li>
        ))}
      </ul>
      {shown.length < waiting.length && (
        <Button className={styles.more} onClick={() => setAll(true)}>
          Show all {waiting.length}
        </Button>
      )}
    </Section>
  );
};
