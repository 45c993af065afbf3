// What became of every message of a cycle: each is in exactly one state. Those that did not arrive are named
// and can be delivered again; what is queued can be stopped.
import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { stepWords } from '../../src/registers/words.ts';
import type { CycleView, MessagesChanged } from '../../src/web/api-cycle.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { Section, usePageStyles } from '../pieces/page.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { counted, troubleWords } from '../words.ts';
import { AllMessages } from './all-messages.tsx';
import { StopSends } from './stop-sends.tsx';

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
  buttons: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '8px' },
  button: { [narrow]: { minHeight: '44px' } },
  list: { listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { flexDirection: 'column', alignItems: 'start', rowGap: '4px' },
  },
  show: { alignSelf: 'start', [narrow]: { minHeight: '44px' } },
  again: { flexShrink: 0, [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly view: CycleView;
  readonly asker: Asker;
  readonly done: (words: string, did: boolean) => void;
};

const few = 12;

export const Messages = ({ view, asker, done }: Props) => {
  const page = usePageStyles();
  const styles = useStyles();
  const [open, setOpen] = useState<'all' | 'stop' | null>(null);
  const { undelivered, may } = view;
  const { refusal, again } = useDeliverAgain({ view, asker, done });
  const keys = undelivered.map(({ key }) => key);
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
      {refusal && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{refusal}</MessageBarBody>
        </MessageBar>
      )}
      {undelivered.length > 0 && <Undelivered again={again} view={view} />}
      <div className={`${styles.buttons} not-printed`}>
        <Button className={styles.button} onClick={() => setOpen('all')}>
          See every message
        </Button>
        {may.deliverAgain && keys.length > 1 && (
          <Button className={styles.button} onClick={() => void again(keys)}>
            {`Deliver all ${keys.length} again`}
          </Button>
        )}
        {may.cancel && (
          <Button className={styles.button} onClick={() => setOpen('stop')}>
            {`Stop ${counted(queuedIn(view), 'queued message')}`}
          </Button>
        )}
      </div>
      {open === 'all' && <AllMessages asker={asker} leave={() => setOpen(null)} view={view} />}
      {open === 'stop' && (
        <StopSends asker={asker} done={done} leave={() => setOpen(null)} view={view} />
      )}
    </Section>
  );
};

type UndeliveredProps = {
  readonly view: CycleView;
  readonly again: (messages: readonly string[]) => Promise<void>;
};

const Undelivered = ({ view, again }: UndeliveredProps) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { undelivered, may } = view;
  const shown = all ? undelivered : undelivered.slice(0, few);
  return (
    <>
      <ul aria-label="Did not arrive" className={styles.list}>
        {shown.map(({ key, person, step, state, because, before }) => (
          <li className={styles.line} key={key}>
            <span>
              {person}, {stepWords[step]}: {because ?? state}
              {before > 0 && `; ${before} before it did not arrive either`}
            </span>
            {may.deliverAgain && (
              <Button
                aria-label={`Deliver again: ${stepWords[step]} to ${person}`}
                className={styles.again}
                onClick={() => void again([key])}
                size="small"
              >
                Deliver again
              </Button>
            )}
          </li>
        ))}
      </ul>
      {shown.length < undelivered.length && (
        <Button className={styles.show} onClick={() => setAll(true)}>
          {`Show all ${undelivered.length} that did not arrive`}
        </Button>
      )}
    </>
  );
};

const queuedIn = ({ messages }: CycleView): number =>
  messages.find(({ state }) => state === 'Queued')?.count ?? 0;

/** A second press while one is under way does nothing. */
const useDeliverAgain = ({ view, asker, done }: Props) => {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const again = async (messages: readonly string[]) => {
    if (sending) return;
    setSending(true);
    setRefusal(null);
    try {
      const path = paths.ofCycle(view.key, 'deliver-again');
      const { words, did } = await asker.post<MessagesChanged>(path, { messages });
      done(words, did);
    } catch (error) {
      setRefusal(error instanceof Unanswered ? error.message : troubleWords.unreadable);
    }
    setSending(false);
  };
  return { refusal, again };
};
