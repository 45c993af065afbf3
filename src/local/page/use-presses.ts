// Pressing a card's button as the person whose seat it is: one press at a time for a card, and plain
// words when it comes to nothing.
import { useCallback, useRef, useState } from 'react';
import { useAnnounce } from './announcer.tsx';
import { cardIn, type Notice, noticeOf, noticeOfFault } from './bot-answer.ts';
import { cardInWords } from './card-words.ts';
import { localTeams, type Press } from './local-teams.ts';

export type Presses = {
  /** What is being done for each message's card, in words. */
  underway: ReadonlyMap<string, string>;
  notices: ReadonlyMap<string, Notice>;
  press: (messageId: string, press: Press, label: string) => Promise<void>;
  tell: (messageId: string, notice: Notice | null) => void;
};

export function usePresses(personId: string, refresh: (id: string) => Promise<void>): Presses {
  const announce = useAnnounce();
  const [underway, setUnderway] = useState<ReadonlyMap<string, string>>(new Map());
  const [notices, setNotices] = useState<ReadonlyMap<string, Notice>>(new Map());
  const pressed = useRef(new Set<string>());

  const tell: Presses['tell'] = useCallback(
    (messageId, notice) => {
      setNotices((before) => changed(before, messageId, notice));
      if (notice) announce(notice.words);
    },
    [announce],
  );

  const press: Presses['press'] = useCallback(
    async (messageId, action, label) => {
      if (pressed.current.has(messageId)) return;
      pressed.current.add(messageId);
      setUnderway((before) => changed(before, messageId, label));
      tell(messageId, null);
      try {
        const answer = await localTeams.press(personId, messageId, action);
        await refresh(personId).catch(() => undefined);
        tell(messageId, noticeOf(answer));
        const card = cardIn(answer);
        if (card) announce(cardInWords(card));
      } catch (error) {
        tell(messageId, noticeOfFault(error));
      } finally {
        pressed.current.delete(messageId);
        setUnderway((before) => changed(before, messageId, null));
      }
    },
    [personId, refresh, tell, announce],
  );

  return { underway, notices, press, tell };
}

function changed<T>(map: ReadonlyMap<string, T>, key: string, value: T | null): Map<string, T> {
  const after = new Map(map);
  if (value === null) after.delete(key);
  else after.set(key, value);
  return after;
}
