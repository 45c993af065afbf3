// Open, close, suspend, go on, withdraw: each says what will happen and is asked about once before it
// does; opening shows each card that would go.
import { Button, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { CycleChanged, CycleView } from '../../src/web/api-cycle.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';
import { type Change, ConfirmChange } from './confirm-change.tsx';
import { OpeningPreview, openedWords } from './opening-preview.tsx';

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    rowGap: '8px',
    marginTop: '16px',
  },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly view: CycleView;
  readonly asker: Asker;
  readonly done: (words: string) => void;
  /** What comes before these buttons. */
  readonly children: ReactNode;
};

const doneWords = ({ outcome, closesAtOnce }: CycleChanged): string => {
  switch (outcome) {
    case 'opened':
      return openedWords;
    case 'closed':
      return 'Closed. Returns can no longer be answered or corrected.';
    case 'withdrawn':
      return 'Nothing more is asked, and cards already sent no longer work.';
    case 'suspended':
      return 'Suspended. Nothing is asked, chased or taken until it goes on.';
    case 'resumed':
      return closesAtOnce
        ? 'It goes on. Its closing day came while it was suspended, so it closes now.'
        : 'It goes on. Of what fell due meanwhile, each person gets the latest alone.';
  }
};

export const ChangeCycle = ({ view, asker, done, children }: Props) => {
  const styles = useStyles();
  const [asking, setAsking] = useState<Change | 'open' | null>(null);
  /** Null once done; otherwise the words of the refusal. */
  const change = async (what: Change, typed: string): Promise<string | null> => {
    try {
      const path = paths.ofCycle(view.key, what);
      const changed = await asker.post<CycleChanged>(path, bodyOf(what, typed));
      setAsking(null);
      done(doneWords(changed));
      return null;
    } catch (error) {
      return error instanceof Unanswered ? error.message : troubleWords.unreadable;
    }
  };
  return (
    <>
      <div className={`${styles.buttons} not-printed`}>
        {children}
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
      {asking === 'open' && (
        <OpeningPreview
          asker={asker}
          cycle={view.key}
          done={(words) => {
            setAsking(null);
            done(words);
          }}
          leave={() => setAsking(null)}
          name={view.name}
        />
      )}
      {asking && asking !== 'open' && (
        <ConfirmChange change={change} leave={() => setAsking(null)} view={view} what={asking} />
      )}
    </>
  );
};

const bodyOf = (what: Change, typed: string): object => {
  if (what === 'withdraw') return { because: typed };
  return what === 'suspend' ? { decision: typed } : {};
};

const offered = ({ may }: CycleView) => [
  ...(may.open ? [{ what: 'open', words: 'Open this cycle', primary: true } as const] : []),
  ...(may.resume ? [{ what: 'resume', words: 'Let it go on', primary: true } as const] : []),
  ...(may.close ? [{ what: 'close', words: 'Close this cycle', primary: false } as const] : []),
  ...(may.suspend ? [{ what: 'suspend', words: 'Suspend it', primary: false } as const] : []),
  ...(may.withdraw ? [{ what: 'withdraw', words: 'Withdraw it', primary: false } as const] : []),
];
