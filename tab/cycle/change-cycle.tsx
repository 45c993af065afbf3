// Open, close, withdraw: each says what will happen and is asked about once before it does.
import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { CycleChanged, CycleView } from '../../src/web/api.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';
import { type Change, ConfirmChange } from './confirm-change.tsx';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    rowGap: '8px',
    marginTop: '16px',
  },
  button: { [narrow]: { minHeight: '44px' } },
  said: { ':focus': { outlineStyle: 'none' } },
  done: { marginTop: '16px' },
});

type Props = { readonly view: CycleView; readonly asker: Asker; readonly again: () => void };

const doneWords = {
  opened: 'Opened. The cards go out at the time this cycle sets.',
  closed: 'Closed. Returns can no longer be answered or corrected.',
  withdrawn: 'Nothing more is asked, and cards already sent no longer work.',
} as const;

export const ChangeCycle = ({ view, asker, again }: Props) => {
  const styles = useStyles();
  const [asking, setAsking] = useState<Change | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const said = useRef<HTMLDivElement>(null);
  // The button that was pressed may have gone, so reading goes on at what was done.
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);
  /** Null once done; otherwise the words of the refusal. */
  const change = async (what: Change, because: string): Promise<string | null> => {
    try {
      const body = what === 'withdraw' ? { because } : {};
      const { outcome } = await asker.post<CycleChanged>(paths.change(view.key, what), body);
      setAsking(null);
      setDone(doneWords[outcome]);
      again();
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  return (
    <>
      <div className={`${styles.buttons} not-printed`}>
        {offered(view).map(({ what, words, primary }) => (
          <Button
            appearance={primary ? 'primary' : 'secondary'}
            className={styles.button}
            key={what}
            onClick={() => setAsking(what)}
          >
            {words}
          </Button>
        ))}
      </div>
      <div className={styles.said} ref={said} role="status" tabIndex={-1}>
        {done && (
          <MessageBar className={styles.done} intent="success" layout="multiline">
            <MessageBarBody>{done}</MessageBarBody>
          </MessageBar>
        )}
      </div>
      {asking && (
        <ConfirmChange change={change} leave={() => setAsking(null)} view={view} what={asking} />
      )}
    </>
  );
};

const offered = ({ may }: CycleView) => [
  ...(may.open ? [{ what: 'open', words: 'Open this cycle', primary: true } as const] : []),
  ...(may.close ? [{ what: 'close', words: 'Close this cycle', primary: false } as const] : []),
  ...(may.withdraw ? [{ what: 'withdraw', words: 'Withdraw it', primary: false } as const] : []),
];
