// The council's clock as local Microsoft 365 tells it, and moving it; a move is never sent twice.
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Clock, localTeams, Unanswered } from './local-teams.ts';

export type ClockState = {
  clock: Clock | null;
  /** Why the clock cannot be told just now; it is asked again by itself. */
  waitingFor: string | null;
  /** What is being done, in words, while a move is under way. */
  moving: string | null;
  /** What the last move did, or why it was not done; null until the first. */
  outcome: { done: boolean; lines: string[]; words: string } | null;
  move: (to: { move: string } | { to: string }, words: string) => Promise<void>;
  forgetOutcome: () => void;
  look: () => void;
};

const secondsBetweenTries = 2;

export function useClock(): ClockState {
  const [clock, setClock] = useState<Clock | null>(null);
  const [waitingFor, setWaitingFor] = useState<string | null>(null);
  const [moving, setMoving] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<ClockState['outcome']>(null);
  const again = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const busy = useRef(false);

  const look = useCallback(() => {
    clearTimeout(again.current);
    const tell = async () => {
      try {
        const told = await localTeams.clock();
        if (!busy.current) setClock(told);
        setWaitingFor(null);
      } catch (error) {
        setWaitingFor(whyWaiting(error));
        again.current = setTimeout(tell, secondsBetweenTries * 1000);
      }
    };
    again.current = setTimeout(tell, 150);
  }, []);

  useEffect(() => {
    look();
    return () => clearTimeout(again.current);
  }, [look]);

  const move: ClockState['move'] = useCallback(
    async (to, words) => {
      if (busy.current) return;
      busy.current = true;
      setMoving(words);
      setOutcome(null);
      try {
        const told = await localTeams.moveClock(to);
        setClock(told);
        setOutcome({ done: true, lines: told.happened ?? [], words: told.words });
      } catch (error) {
        setOutcome({ done: false, lines: [(error as Error).message], words });
        look();
      } finally {
        busy.current = false;
        setMoving(null);
      }
    },
    [look],
  );

  return { clock, waitingFor, moving, outcome, move, forgetOutcome: () => setOutcome(null), look };
}

function whyWaiting(error: unknown): string {
  if (error instanceof Unanswered && error.status !== null && error.status >= 500)
    return 'Golden Thread is starting. Its clock will show here as soon as it answers.';
  return (error as Error).message;
}
