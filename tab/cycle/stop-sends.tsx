// The question before queued messages are stopped. A refusal is shown in place, with what was typed kept.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CycleView, MessagesChanged } from '../../src/web/api-cycle.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { troubleWords } from '../words.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  button: { whiteSpace: 'nowrap', [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly view: CycleView;
  readonly asker: Asker;
  readonly leave: () => void;
  readonly done: (words: string) => void;
};

const useStop = ({ view, asker, leave, done }: Props) => {
  const [because, setBecause] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const stop = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    try {
      const path = paths.ofCycle(view.key, 'cancel-sends');
      const { words } = await asker.post<MessagesChanged>(path, { because });
      leave();
      return done(words);
    } catch (error) {
      setRefusal(error instanceof Unanswered ? error.message : troubleWords.unreadable);
    }
    setSending(false);
  };
  return { because, setBecause, refusal, sending, stop };
};

export const StopSends = (props: Props) => {
  const styles = useStyles();
  const { because, setBecause, refusal, sending, stop } = useStop(props);
  const { leave } = props;
  return (
    <Dialog onOpenChange={leave} open>
      <DialogSurface>
        <form onSubmit={(event) => void stop(event)}>
          <DialogBody>
            <DialogTitle>Stop what is queued?</DialogTitle>
            <DialogContent className={styles.content}>
              <span>
                Messages that have not gone are withdrawn and the reason is kept with each. Nobody
                gets that step again; the next one comes on its day. What has gone stays.
              </span>
              <Field label="Reason" required>
                <Textarea
                  maxLength={200}
                  onChange={(_event, { value }) => setBecause(value)}
                  value={because}
                />
              </Field>
              {refusal && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{refusal}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button className={styles.button} onClick={leave}>
                Leave them to go
              </Button>
              <Button
                appearance="primary"
                className={styles.button}
                disabled={sending}
                type="submit"
              >
                Stop them
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};
