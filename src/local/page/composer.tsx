// Where a person types to the bot. What was typed stays until local Teams has taken it.
import { Button, Spinner, Textarea } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useState } from 'react';

type ComposerProps = {
  personId: string;
  /** Sends; answers what went wrong after it was taken, or null. Throws when it was not taken. */
  onSay: (text: string) => Promise<string | null>;
};

/** What each seat had begun to type, so that looking at another seat loses nothing. */
const drafts = new Map<string, string>();

export function Composer({ personId, onSay }: ComposerProps) {
  const [text, setText] = useState(drafts.get(personId) ?? '');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const write = (words: string) => {
    drafts.set(personId, words);
    setText(words);
  };

  const send = async () => {
    const words = text.trim();
    if (words === '' || sending) return;
    setSending(true);
    setFault(null);
    try {
      const afterwards = await onSay(words);
      write('');
      setFault(afterwards);
    } catch (error) {
      setFault(`Not sent, and kept here: ${(error as Error).message}`);
    } finally {
      setSending(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };

  return (
    <form
      className="composer"
      aria-label="Write to Golden Thread"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Textarea
        className="composer-field"
        textarea={{ 'aria-label': 'Type a message to Golden Thread', rows: 1 }}
        placeholder="Type a message"
        value={text}
        readOnly={sending}
        onChange={(_event, field) => write(field.value)}
        onKeyDown={onKeyDown}
      />
      <SendButton sending={sending} disabled={text.trim() === ''} />
      {fault !== null && (
        <p className="composer-fault" role="alert">
          {fault}
        </p>
      )}
    </form>
  );
}

const SendButton = ({ sending, disabled }: { sending: boolean; disabled: boolean }) => (
  <Button
    type="submit"
    appearance="transparent"
    aria-label="Send"
    title="Send (Enter)"
    disabledFocusable={sending || disabled}
    icon={sending ? <Spinner size="tiny" /> : <SendRegular />}
  />
);
