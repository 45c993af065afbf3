// Exactly who gets a first card when a cycle opens, with what, and what is asked of nobody. It opens only as
// it was shown; where things have changed meanwhile it stays shut, and what they are now is shown instead.
import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { OpenAnswer, OpeningShown } from '../../src/web/api-cycle.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { OverScreen } from '../pieces/over-screen.tsx';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';
import { Shown } from './nudge-preview.tsx';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  button: { [narrow]: { minHeight: '44px' } },
});

export const openedWords = 'Opened. The cards go out at the time this cycle sets.';

type Props = {
  readonly asker: Asker;
  readonly cycle: string;
  readonly name: string;
  readonly leave: () => void;
  readonly done: (words: string) => void;
};

const useOpening = ({ asker, cycle, done }: Props) => {
  const [preview, setPreview] = useState<OpeningShown | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [changed, setChanged] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const failed = (error: unknown) =>
    setTrouble(error instanceof Unanswered ? error.message : troubleWords.unreadable);
  useEffect(() => {
    asker.get<OpeningShown>(paths.ofCycle(cycle, 'opening')).then(setPreview).catch(failed);
    // Asked once: what is opened is held against what was shown first.
  }, [asker, cycle]);
  const open = async () => {
    if (!preview || opening) return;
    setOpening(true);
    setTrouble(null);
    try {
      const { known } = preview;
      const answer = await asker.post<OpenAnswer>(paths.ofCycle(cycle, 'open'), { known });
      if (answer.outcome === 'opened') return done(openedWords);
      setChanged(answer.words);
      setPreview(answer.preview);
    } catch (error) {
      failed(error);
    }
    setOpening(false);
  };
  return { preview, trouble, changed, opening, open };
};

export const OpeningPreview = (props: Props) => {
  const styles = useStyles();
  const { preview, trouble, changed, opening, open } = useOpening(props);
  const shared = preview && saidOnce(preview);
  return (
    <OverScreen
      actions={
        preview && (
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={opening}
            icon={opening ? <Spinner size="tiny" /> : null}
            onClick={() => void open()}
          >
            Open the cycle
          </Button>
        )
      }
      leave={props.leave}
      title={`Open ${props.name}?`}
    >
      <div className={styles.content}>
        {changed && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{changed}</MessageBarBody>
          </MessageBar>
        )}
        {trouble && (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{trouble}</MessageBarBody>
          </MessageBar>
        )}
        {!preview && !trouble && <Spinner label="Working out who would get what" />}
        {preview && shared && (
          <>
            <span>{[preview.words, ...shared.words].join(' ')}</span>
            <Shown exceptionsFirst heading="Their first card" preview={shared.preview} />
          </>
        )}
      </div>
    </OverScreen>
  );
};

/** A time that all cards share, or a remark, is said once above and not again on each of 200. */
const saidOnce = (preview: OpeningShown) => {
  const { will } = preview;
  const one = (of: 'goesAt' | 'note'): string | null => {
    const [all, ...others] = new Set(will.map((each) => each[of] ?? ''));
    return will.length > 1 && others.length === 0 && all ? all : null;
  };
  const goesAt = one('goesAt');
  const note = one('note');
  return {
    words: [
      ...(goesAt ? [`They go ${goesAt}.`] : []),
      ...(note ? [`For all of them: ${note}.`] : []),
    ],
    preview: {
      ...preview,
      will: will.map(({ goesAt: at, note: said, ...each }) => ({
        ...each,
        goesAt: goesAt ? null : at,
        ...(said && !note && { note: said }),
      })),
    },
  };
};
