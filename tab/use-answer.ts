// One answer of the app, kept fresh while the tab is looked at. What was last heard stays on screen
// when asking again fails.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Asker, Unanswered } from './ask.ts';
import { troubleWords } from './words.ts';

export type Answer<T> = {
  /** Null until first heard. */
  readonly heard: T | null;
  readonly trouble: Unanswered | null;
  /** What is on screen answers an earlier question; the new one is on its way. */
  readonly asking: boolean;
  readonly again: () => void;
};

/** Milliseconds: somebody who has just answered a card looks here next. */
const askAgainAfter = 5_000;

export const useAnswer = <T>(asker: Asker, path: string): Answer<T> => {
  const [heard, setHeard] = useState<{ readonly path: string; readonly said: T } | null>(null);
  const [trouble, setTrouble] = useState<Unanswered | null>(null);
  const latest = useRef(path);
  latest.current = path;
  const asked = useRef<Asked>({ began: 0, took: 0 });
  const again = useCallback(() => {
    const still = () => latest.current === path;
    const began = performance.now();
    asked.current = { began, took: 0 };
    asker.get<T>(path).then(
      (said) => {
        if (!still()) return;
        asked.current = { began, took: performance.now() - began };
        setHeard({ path, said });
        setTrouble(null);
      },
      (error: unknown) => still() && setTrouble(asUnanswered(error)),
    );
  }, [asker, path]);
  useEffect(() => {
    setTrouble(null);
    again();
    return whileLookedAt((wait) => isTime(asked.current, wait) && again());
  }, [again]);
  const answers = heard?.path === path;
  return { heard: heard?.said ?? null, trouble, asking: !answers && trouble === null, again };
};

/** When the last question was put, and how long its answer took: milliseconds. */
type Asked = { readonly began: number; readonly took: number };

/** The longer an answer takes the less often it is asked for, so that asking never fills the app. */
const isTime = ({ began, took }: Asked, wait: number): boolean =>
  performance.now() - began >= Math.max(wait, took * 100);

const whileLookedAt = (again: (wait: number) => unknown): (() => void) => {
  const look = (wait: number) => document.visibilityState === 'visible' && again(wait);
  const timer = setInterval(look, askAgainAfter, askAgainAfter / 2);
  const returned = () => look(1000);
  document.addEventListener('visibilitychange', returned);
  window.addEventListener('focus', returned);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', returned);
    window.removeEventListener('focus', returned);
  };
};

const asUnanswered = (error: unknown): Unanswered =>
  error instanceof Unanswered ? error : new Unanswered(troubleWords.unreadable, null);
