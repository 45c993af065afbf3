// One person's chat with Golden Thread: header, conversation, and the place to type or to install.
import {
  Avatar,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from './announcer.tsx';
import { messageInWords } from './card-words.ts';
import { ChatFoot } from './chat-foot.tsx';
import { ChatMenu } from './chat-menu.tsx';
import { Conversation } from './conversation.tsx';
import type { Asked } from './draw-card.ts';
import { type AppChange, type Chat, localTeams, type Message, type Person } from './local-teams.ts';
import { ThreadMark } from './thread-mark.tsx';
import { usePresses } from './use-presses.ts';

type ChatPaneProps = {
  /** Kept but not seen, so that what is half typed in a card outlives a look at the tab. */
  hidden: boolean;
  person: Person;
  chat: Chat | undefined;
  refresh: (personId: string) => Promise<void>;
  reloadPeople: () => Promise<unknown>;
  /** Opens a link; answers why it was not opened, or null. */
  open: (url: string) => string | null;
};

const done: Record<AppChange, string> = {
  install: 'Golden Thread is installed for this person.',
  uninstall: 'Golden Thread is no longer installed for this person.',
  block: 'This person has blocked Golden Thread.',
  unblock: 'This person has unblocked Golden Thread.',
};

export function ChatPane({ hidden, person, chat, refresh, reloadPeople, open }: ChatPaneProps) {
  const announce = useAnnounce();
  const presses = usePresses(person.id, refresh);
  const [fault, setFault] = useState<string | null>(null);

  useAnnouncedMessages(chat);

  const change = async (to: AppChange) => {
    setFault(null);
    try {
      await localTeams.change(person.id, to);
      await Promise.all([reloadPeople(), refresh(person.id)]);
      announce(done[to]);
    } catch (error) {
      setFault((error as Error).message);
    }
  };

  const ask = (message: Message, asked: Asked) => {
    if (asked.kind === 'press') return void presses.press(message.id, asked.press, asked.label);
    const refusal = asked.kind === 'open' ? open(asked.url) : cannot(asked.what);
    presses.tell(message.id, refusal === null ? null : { intent: 'error', words: refusal });
  };

  return (
    <section className="pane chat" aria-label="Chat with Golden Thread" hidden={hidden}>
      <header className="pane-head">
        <Avatar
          aria-hidden="true"
          size={32}
          shape="square"
          color="brand"
          icon={<ThreadMark gold />}
        />
        <div className="pane-title">
          <h2>Golden Thread</h2>
          <p>Seen by {person.displayName}</p>
        </div>
        <ChatMenu person={person} onChange={(to) => void change(to)} />
      </header>
      {!chat && <Waiting />}
      {chat && chat.messages.length > 0 && (
        <Conversation
          messages={chat.messages}
          personName={person.displayName}
          presses={presses}
          onAsk={ask}
        />
      )}
      {chat?.messages.length === 0 && <NothingYet installed={person.installed} />}
      {fault !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{fault}</MessageBarBody>
        </MessageBar>
      )}
      <ChatFoot person={person} change={(to) => void change(to)} refresh={refresh} />
    </section>
  );
}

/** Says what the bot has newly written; what was there when the chat was opened is not read out. */
function useAnnouncedMessages(chat: Chat | undefined): void {
  const announce = useAnnounce();
  const heard = useRef<number | null>(null);
  useEffect(() => {
    if (!chat) return;
    const fresh = heard.current === null ? [] : chat.messages.slice(heard.current);
    heard.current = chat.messages.length;
    const words = fresh.filter((each) => each.from === 'bot').map(messageInWords);
    if (words.length > 0) announce(words.join('. '));
  }, [chat, announce]);
}

const cannot = (what: string) =>
  `This button is an ${what}, which the stand-in for Teams does not carry. Nothing was sent.`;

function Waiting() {
  return (
    <Skeleton className="messages waiting" aria-label="Reading this chat">
      <SkeletonItem style={{ width: '40%' }} />
      <SkeletonItem style={{ height: '180px' }} />
    </Skeleton>
  );
}

function NothingYet({ installed }: { installed: boolean }) {
  return (
    <p className="messages nothing-yet">
      {installed
        ? "Nothing here yet. Move the council's clock, or type a message to the bot."
        : 'Nothing can reach this person until the app is installed for them, below.'}
    </p>
  );
}
