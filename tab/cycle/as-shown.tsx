// Something that is shown before it is done, and done only as it was shown: where things have changed
// meanwhile nothing is done, and what they are now is shown in its place.
import { MessageBar, MessageBarBody, makeStyles, Spinner } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { Unanswered } from '../ask.ts';
import { troubleWords } from '../words.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

type Came<Preview> =
  | { readonly done: string }
  | { readonly words: string; readonly preview: Preview };

/** `ask` is called once, as this opens: keep it the same. */
export const useAsShown = <Preview,>(
  ask: () => Promise<Preview>,
  {
    doIt,
    done,
  }: {
    readonly doIt: (shown: Preview) => Promise<Came<Preview>>;
    readonly done: (words: string) => void;
  },
) => {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [changed, setChanged] = useState<string | null>(null);
  const [doing, setDoing] = useState(false);
  const failed = (error: unknown) =>
    setTrouble(error instanceof Unanswered ? error.message : troubleWords.unreadable);
  useEffect(() => {
    ask().then(setPreview).catch(failed);
  }, [ask]);
  const go = async () => {
    if (!preview || doing) return;
    setDoing(true);
    setTrouble(null);
    try {
      const came = await doIt(preview);
      if ('done' in came) return done(came.done);
      setChanged(came.words);
      setPreview(came.preview);
    } catch (error) {
      failed(error);
    }
    setDoing(false);
  };
  return { preview, trouble, changed, doing, go };
};

type Props = {
  readonly changed: string | null;
  readonly trouble: string | null;
  /** Null while it is worked out. */
  readonly children: ReactNode;
};

export const AsShown = ({ changed, trouble, children }: Props) => {
  const styles = useStyles();
  return (
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
      {!children && !trouble && <Spinner label="Working out who would get what" />}
      {children}
    </div>
  );
};
