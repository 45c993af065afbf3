// What is asked before something is done that others will notice. A refusal is shown in place, with
// everything typed still there.
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
import { type FormEvent, type ReactNode, useState } from 'react';
import { narrow } from '../pieces/use-narrow.ts';

const useStyles = makeStyles({
  content: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '16px',
    overflowWrap: 'anywhere',
    // A choice as long as a measure's name is cut short, and does not run out of the dialog.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& select': { minWidth: 0, textOverflow: 'ellipsis' },
  },
  // Beneath a long form it keeps its height: its second line is as much a part of it.
  refusal: { flexShrink: 0 },
  button: { whiteSpace: 'nowrap', [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly title: string;
  readonly text: string;
  readonly doIt: string;
  readonly leaveIt: string;
  readonly leave: () => void;
  /** Null once done; otherwise why it was refused. */
  readonly send: () => Promise<string | null>;
  /** It cannot be done at all just now. */
  readonly barred?: boolean;
  readonly children?: ReactNode;
};

/** Below a long form it would be out of sight, and a press would seem to do nothing. */
const intoSight = (bar: HTMLElement | null): void => {
  // Once it is laid out: its words run over several lines.
  requestAnimationFrame(() => bar?.scrollIntoView({ block: 'nearest' }));
};

export const AskFirst = (props: Props) => {
  const { title, text, doIt, leaveIt, leave, send, barred = false, children } = props;
  const styles = useStyles();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setRefusal(null);
    setRefusal(await send());
    setSending(false);
  };
  return (
    <Dialog onOpenChange={leave} open>
      <DialogSurface>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              <span>{text}</span>
              {children}
              {refusal && (
                <MessageBar
                  className={styles.refusal}
                  intent="error"
                  layout="multiline"
                  ref={intoSight}
                  role="alert"
                >
                  <MessageBarBody>{refusal}</MessageBarBody>
                </MessageBar>
              )}
            </DialogContent>
            <DialogActions>
              <Button className={styles.button} onClick={leave}>
                {leaveIt}
              </Button>
              <Button
                appearance="primary"
                className={styles.button}
                disabled={barred}
                disabledFocusable={sending}
                type="submit"
              >
                {doIt}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
};

type ReasonProps = {
  readonly typed: string;
  readonly type: (reason: string) => void;
  readonly longest: number;
};

/** Left blank it is refused in words of ours, beside the button. */
export const Reason = ({ typed, type, longest }: ReasonProps) => (
  <Field label="Reason" required>
    <Textarea maxLength={longest} onChange={(_event, { value }) => type(value)} value={typed} />
  </Field>
);
