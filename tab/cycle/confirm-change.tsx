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
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CycleView } from '../../src/web/api-cycle.ts';
import { addressText, start } from '../address.ts';
import { narrow } from '../pieces/use-narrow.ts';
import { counted } from '../words.ts';

export type Change = 'open' | 'close' | 'withdraw' | 'suspend' | 'resume';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: '16px' },
  button: { whiteSpace: 'nowrap', [narrow]: { minHeight: '44px' } },
});

type Props = {
  readonly what: Change;
  readonly view: CycleView;
  readonly leave: () => void;
  /** Null once done; otherwise why it was refused. */
  readonly change: (what: Change, typed: string) => Promise<string | null>;
};

export const ConfirmChange = ({ what, view, leave, change }: Props) => {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    setRefusal(await change(what, typed));
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
                    onChange={(_event, { value }) => setTyped(value)}
                    value={typed}
                  />
                </Field>
              )}
              {what === 'suspend' && (
                <Decisions chosen={typed} choices={view.decisions} choose={setTyped} />
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
                disabled={sending || (what === 'suspend' && view.decisions.length === 0)}
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

type DecisionsProps = {
  readonly choices: CycleView['decisions'];
  readonly chosen: string;
  readonly choose: (decision: string) => void;
};

/** A cycle is suspended by a decision that is on record, never by a word alone. */
const Decisions = ({ choices, chosen, choose }: DecisionsProps) =>
  choices.length === 0 ? (
    <span>
      No decision is on record for this plan yet. Put it in the{' '}
      <Link href={addressText({ ...start, screen: 'registers', open: 'decisions' })} inline>
        Decisions register
      </Link>{' '}
      first.
    </span>
  ) : (
    <Field label="Decision it rests on" required>
      <Select onChange={(_event, { value }) => choose(value)} value={chosen}>
        <option value="">Choose a decision</option>
        {choices.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );

const questions = {
  open: {
    title: ({ name }: CycleView) => `Open ${name}?`,
    text: () =>
      'Every return due this quarter is put in the register. Its owner is sent a card at the time this cycle sets, or at once where that has passed.',
    button: 'Open the cycle',
  },
  close: {
    title: ({ name }: CycleView) => `Close ${name}?`,
    text: ({ counts }: CycleView) =>
      `${counted(counts.owed, 'return is', 'returns are')} not answered and will stay so. Nothing can be answered or corrected afterwards.`,
    button: 'Close the cycle',
  },
  suspend: {
    title: ({ name }: CycleView) => `Suspend ${name}?`,
    text: () =>
      'Nothing is asked, chased or escalated, and no answer is taken, until it goes on. Everything answered stays.',
    button: 'Suspend the cycle',
  },
  resume: {
    title: ({ name }: CycleView) => `Let ${name} go on?`,
    text: () =>
      'Its dates stay as they were. Of the messages that fell due meanwhile each person gets the latest alone; the others are put down as passed over.',
    button: 'Let it go on',
  },
  withdraw: {
    title: ({ name }: CycleView) => `Withdraw ${name}?`,
    text: () =>
      'For a cycle opened by mistake. Nothing more is asked, cards already sent stop working, and the reason is kept and shown. Answers already given stay in the register.',
    button: 'Withdraw the cycle',
  },
} as const;
