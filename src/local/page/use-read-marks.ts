// How far each seat's chat has been read, kept in this browser, so that unread markers survive a reload.
import { useCallback, useState } from 'react';
import type { Chat, Message } from './local-teams.ts';

const shelf = 'golden-thread.read';

/** The bot's latest word in a chat, a replaced card counting from when it was replaced. */
function latestFromBot(chat: Chat | undefined): Message | undefined {
  const stamp = (message: Message) => message.updatedAt ?? message.at;
  return chat?.messages
    .filter((message) => message.from === 'bot')
    .reduce<Message | undefined>(
      (latest, message) => (latest && stamp(latest) > stamp(message) ? latest : message),
      undefined,
    );
}

function markOf(chat: Chat | undefined): string {
  const latest = latestFromBot(chat);
  return latest ? `${latest.id} ${latest.updatedAt ?? latest.at}` : '';
}

function kept(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(shelf) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

type ReadMarks = {
  isUnread: (personId: string, chat: Chat | undefined) => boolean;
  markRead: (personId: string, chat: Chat | undefined) => void;
};

export function useReadMarks(): ReadMarks {
  const [marks, setMarks] = useState(kept);
  const markRead = useCallback((personId: string, chat: Chat | undefined) => {
    const mark = markOf(chat);
    setMarks((before) => {
      if (before[personId] === mark || mark === '') return before;
      const after = { ...before, [personId]: mark };
      try {
        localStorage.setItem(shelf, JSON.stringify(after));
      } catch {
        // A browser that keeps nothing still shows the markers until it is reloaded.
      }
      return after;
    });
  }, []);
  const isUnread = (personId: string, chat: Chat | undefined) =>
    markOf(chat) !== '' && marks[personId] !== markOf(chat);
  return { isUnread, markRead };
}
