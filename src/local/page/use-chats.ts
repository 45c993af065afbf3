// Every seat's chat, read at the start and again whenever local Teams says that it changed.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Chat, localTeams, type Person } from './local-teams.ts';

type Chats = {
  chats: ReadonlyMap<string, Chat>;
  /** Reads one chat again; resolves when what came back is on the page. */
  refresh: (personId: string) => Promise<void>;
  /** False while the stream of changes is broken. */
  listening: boolean;
};

const atOnce = 6;

export function useChats(people: Person[] | null, changed: (isNewStart: boolean) => void): Chats {
  const [chats, setChats] = useState<ReadonlyMap<string, Chat>>(new Map());
  const refresh = useRefresh(setChats);
  const listening = useChanges(people, refresh, changed);
  const ids = people?.map((person) => person.id).join(' ') ?? '';

  useEffect(() => {
    const waiting = ids.split(' ').filter((id) => id !== '');
    const readOn = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
        await refresh(id).catch(() => undefined);
    };
    for (let line = 0; line < atOnce; line += 1) void readOn();
    return () => {
      waiting.length = 0;
    };
  }, [ids, refresh]);

  return { chats, refresh, listening };
}

/** One reading at a time for a chat: a change heard meanwhile causes exactly one more. */
function useRefresh(
  setChats: (change: (b: ReadonlyMap<string, Chat>) => Map<string, Chat>) => void,
) {
  const reading = useRef(new Map<string, { again: boolean; done: Promise<void> }>());
  return useCallback(
    (id: string): Promise<void> => {
      const underway = reading.current.get(id);
      if (underway) {
        underway.again = true;
        return underway.done;
      }
      const state = { again: true, done: Promise.resolve() };
      const read = async () => {
        while (state.again) {
          state.again = false;
          const chat = await localTeams.chat(id);
          setChats((before) => new Map(before).set(id, chat));
        }
      };
      state.done = read().finally(() => reading.current.delete(id));
      reading.current.set(id, state);
      return state.done;
    },
    [setChats],
  );
}

function useChanges(
  people: Person[] | null,
  refresh: (id: string) => Promise<void>,
  changed: (isNewStart: boolean) => void,
): boolean {
  const [listening, setListening] = useState(true);
  const everyone = useRef(people);
  everyone.current = people;
  useEffect(() => {
    const events = new EventSource('/local/events');
    let broken = false;
    events.onmessage = (event) => {
      const { kind, personId } = JSON.parse(String(event.data)) as {
        kind?: string;
        personId?: string;
      };
      if (personId) void refresh(personId).catch(() => undefined);
      changed(kind === 'reset');
    };
    events.onerror = () => {
      broken = true;
      setListening(false);
    };
    events.onopen = () => {
      setListening(true);
      if (!broken) return;
      broken = false;
      changed(true);
      for (const person of everyone.current ?? []) void refresh(person.id).catch(() => undefined);
    };
    return () => events.close();
  }, [refresh, changed]);
  return listening;
}
