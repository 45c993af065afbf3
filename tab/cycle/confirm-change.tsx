// The question before a cycle changes. A refusal is shown in place, with everything typed still there.
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
import type { CycleView } from '../../src/web/api.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';

export type Change = 'open' | 'close' | 'withdraw';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  button: { [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly what: Change;
  readonly view: CycleView;
  readonly leave: () => void;
  /** Null once done; otherwise why it was refused. */
  readonly change: (what: Change, because: string) => Promise<string | null>;
};

export const ConfirmChange = ({ what, view, leave, change }: Props) => {
  const styles = useStyles();
  const [because, setBecause] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setRefusal(await change(what, because));
    setSending(false);
  };
  const { title, text, button } = questions[what];
  return (
    <Dialog onOpenChange={leave} open>
      <DialogSurface>
        <form onSubmit={(event) => void send(event)}>
          <DialogBody>
            <DialogTitle>{title(view)}</DialogTitle>
            <DialogContent className={styles.content}>
              <span>{text(view)}</span>
              {what === 'withdraw' && (
                <Field label="Reason" required>
                  <Textarea
                    maxLength={500}
                    onChange={(_event, { value }) => setBecause(value)}
                    value={because}
                  />
                </Field>
              )}
              {refusal && (
                <MessageBar intent="error" layout="multiline" role="alert">
                  <MessageBarBody>{refusal}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button className={styles.button} onClick={leave}>
                Leave it as it is
              </Button>
              <Button
                appearance="primary"
                className={styles.button}
                disabled={sending}
                type="submit"
              >
                {button}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};

const questions = {
  open: {
    title: ({ name }: CycleView) => `Open ${name}?`,
    text: () =>
      'Every return due this quarter is put in the register. Its owner is sent a card at the time this cycle sets, or at once where that has passed.',
    button: 'Open the cycle',
  },
  close: {
    title: ({ name }: CycleView) => `Close ${name}?`,
    text: ({ owed, answered }: CycleView) =>
      `${counted(owed - answered, 'return is', 'returns are')} not answered and will stay so. Nothing can be answered or corrected afterwards.`,
    button: 'Close the cycle',
  },
  withdraw: {
    title: ({ name }: CycleView) => `Withdraw ${name}?`,
    text: () =>
      'For a cycle opened by mistake. Nothing more is asked, cards already sent stop working, and the reason is kept and shown. Answers already given stay in the register.',
    button: 'Withdraw the cycle',
  },
} as const;
