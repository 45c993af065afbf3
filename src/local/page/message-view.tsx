// One message in the conversation: the bot's card or words on the left, the person's words on the right.
import { Avatar, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { Notice } from './bot-answer.ts';
import { CardView } from './card-view.tsx';
import type { Asked } from './draw-card.ts';
import type { Message } from './local-teams.ts';
import { renderMarkdown } from './markdown.ts';
import { cameAt, changedInWords, timeInWords } from './moments.ts';
import { ThreadMark } from './thread-mark.tsx';

type MessageViewProps = {
  message: Message;
  personName: string;
  underway: string | undefined;
  notice: Notice | undefined;
  onAsk: (asked: Asked) => void;
};

export function MessageView({ message, personName, underway, notice, onAsk }: MessageViewProps) {
  const isBot = message.from === 'bot';
  const came = cameAt(message);
  const changed = changedInWords(message);
  return (
    <li className={isBot ? 'message from-bot' : 'message from-person'}>
      {isBot && (
        <Avatar
          aria-hidden="true"
          size={32}
          shape="square"
          icon={<ThreadMark gold />}
          color="brand"
        />
      )}
      <div className="said">
        <p className="said-by">
          <span className={isBot ? '' : 'only-heard'}>{isBot ? 'Golden Thread' : personName}</span>{' '}
          <time dateTime={came}>{timeInWords(came)}</time>
          {changed !== null && <span>, {changed}</span>}
        </p>
        {message.text ? <Words text={message.text} isBot={isBot} onAsk={onAsk} /> : null}
        {message.card ? (
          <div className="bubble with-card">
            <CardView card={message.card} busy={underway !== undefined} onAsk={onAsk} />
          </div>
        ) : null}
        {underway !== undefined && <Spinner className="sending" size="tiny" label="Sending" />}
        {notice && (
          <MessageBar intent={notice.intent} layout="multiline" politeness="polite">
            <MessageBarBody>{notice.words}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </li>
  );
}

type WordsProps = { text: string; isBot: boolean; onAsk: (asked: Asked) => void };

function Words({ text, isBot, onAsk }: WordsProps) {
  if (!isBot) return <p className="bubble typed">{text}</p>;
  return (
    // The links inside are the controls; this only decides where they lead.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className="bubble"
      onClick={(event) => {
        const link = (event.target as HTMLElement).closest('a');
        if (!link) return;
        event.preventDefault();
        onAsk({ kind: 'open', url: link.href });
      }}
      // markdown-it with html off escapes all HTML
      dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }}
    />
  );
}
