// Every message of a cycle, newest first, found by person and by state.
import { Button, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { stepWords } from '../../src/registers/words.ts';
import type { CycleView, MessageLine, MessagesView } from '../../src/web/api-cycle.ts';
import { type Asker, paths } from '../ask.ts';
import { StepsLoading } from '../pieces/loading.tsx';
import { OverScreen } from '../pieces/over-screen.tsx';
import { usePageStyles } from '../pieces/page.tsx';
import { TroubleBar } from '../pieces/trouble.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { useAnswer } from '../use-answer.ts';
import { counted } from '../words.ts';

const useStyles = makeStyles({
  finding: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '8px' },
  field: { minWidth: '200px', [narrow]: { width: '100%', maxWidth: 'none', minHeight: '44px' } },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexDirection: 'column',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  more: { [narrow]: { minHeight: '44px' } },
  content: { display: 'flex', flexDirection: 'column', rowGap: '12px', alignItems: 'stretch' },
});

const atOnce = 100;

type Props = { readonly view: CycleView; readonly asker: Asker; readonly leave: () => void };

export const AllMessages = ({ view, asker, leave }: Props) => {
  const styles = useStyles();
  const page = usePageStyles();
  const path = paths.ofCycle(view.key, 'messages');
  const { heard, trouble, again } = useAnswer<MessagesView>(asker, path);
  const [find, setFind] = useState('');
  const [state, setState] = useState('');
  const [most, setMost] = useState(atOnce);
  const found = (heard?.messages ?? []).filter(
    (each) =>
      (state === '' || each.state === state) &&
      each.person.toLowerCase().includes(find.trim().toLowerCase()),
  );
  return (
    <OverScreen leave={leave} title={`Messages of ${view.name}`}>
      <div className={styles.content}>
        <div className={styles.finding}>
          <SearchBox
            aria-label="Find a person"
            className={styles.field}
            onChange={(_event, { value }) => setFind(value)}
            placeholder="Find a person"
            value={find}
          />
          <Select
            aria-label="State"
            className={styles.field}
            onChange={(_event, { value }) => setState(value)}
            value={state}
          >
            <option value="">Every state</option>
            {view.messages.map((each) => (
              <option key={each.state}>{each.state}</option>
            ))}
          </Select>
        </div>
        {trouble && <TroubleBar again={again} kept={heard !== null} trouble={trouble} />}
        {!heard && !trouble && <StepsLoading />}
        {heard && (
          <div className={page.quiet} role="status">
            {found.length === 0 ? 'No message is like that.' : counted(found.length, 'message')}
          </div>
        )}
        <ul className={styles.list}>
          {found.slice(0, most).map((each) => (
            <Line key={each.key} message={each} />
          ))}
        </ul>
        {found.length > most && (
          <Button className={styles.more} onClick={() => setMost(most + atOnce)}>
            {`Show ${Math.min(atOnce, found.length - most)} more of ${found.length}`}
          </Button>
        )}
      </div>
    </OverScreen>
  );
};

const Line = ({ message }: { readonly message: MessageLine }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { person, step, about, state, at, because, possiblyRepeated } = message;
  return (
    <li className={styles.line}>
      <span>
        <span className={styles.name}>{person}</span>
        {`, ${stepWords[step]}${about ? ` about ${about}` : ''}: ${state.toLowerCase()}`}
      </span>
      <span className={page.quiet}>
        {[at, because, possiblyRepeated ? 'may have been sent twice' : null]
          .filter((each) => each !== null)
          .join(' · ')}
      </span>
    </li>
  );
};
