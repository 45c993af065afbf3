// The page's one polite live region: what a screen reader is told when something changes by itself.
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const Announce = createContext<(words: string) => void>(() => undefined);

export const useAnnounce = () => useContext(Announce);

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const announce = useCallback(
    (words: string) => setSaid((before) => ({ words, turn: before.turn + 1 })),
    [],
  );
  return (
    <Announce.Provider value={announce}>
      {children}
      <div className="only-heard" role="status" aria-live="polite" aria-label="Announcements">
        <span key={said.turn}>{said.words}</span>
      </div>
    </Announce.Provider>
  );
}
