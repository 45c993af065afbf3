// A row's history, asked for once when it is opened, and further back when older steps are wanted.
// What was heard stays where asking for more fails.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryStep, HistoryView } from '../../src/web/api-history.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { troubleWords } from '../words.ts';

export type RowAsked = { readonly register: string; readonly key: string };

export type HistoryHeard = {
  /** The newest answer; null until the first. */
  readonly heard: HistoryView | null;
  /** All steps heard, newest first. */
  readonly steps: readonly HistoryStep[];
  readonly trouble: Unanswered | null;
  readonly asking: boolean;
  /** Asks again what could not be had; or, where all could, for what is older. */
  readonly more: () => void;
  /** Asks anew, from the newest. */
  readonly anew: () => void;
};

export const useHistory = (asker: Asker, { register, key }: RowAsked): HistoryHeard => {
  const [heard, setHeard] = useState<HistoryView | null>(null);
  const [steps, setSteps] = useState<readonly HistoryStep[]>([]);
  const [trouble, setTrouble] = useState<Unanswered | null>(null);
  const [asking, setAsking] = useState(false);
  const isOpen = useRef(true);
  const ask = useCallback(
    (oldest: number | null) => {
      setAsking(true);
      setTrouble(null);
      asker
        .get<HistoryView>(paths.history(register, key, oldest))
        .then(
          (said) => {
            if (!isOpen.current) return;
            setHeard(said);
            setSteps((before) => (oldest === null ? said.steps : withOlder(before, said.steps)));
          },
          (error: unknown) => isOpen.current && setTrouble(asUnanswered(error)),
        )
        .finally(() => isOpen.current && setAsking(false));
    },
    [asker, register, key],
  );
  useEffect(() => {
    isOpen.current = true;
    ask(null);
    return () => {
      isOpen.current = false;
    };
  }, [ask]);
  const more = useCallback(() => ask(heard === null ? null : heard.older), [ask, heard]);
  const anew = useCallback(() => ask(null), [ask]);
  return { heard, steps, trouble, asking, more, anew };
};

const withOlder = (
  before: readonly HistoryStep[],
  older: readonly HistoryStep[],
): readonly HistoryStep[] => {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...older.filter(({ id }) => !known.has(id))];
};

const asUnanswered = (error: unknown): Unanswered =>
  error instanceof Unanswered ? error : new Unanswered(troubleWords.unreadable, null);
