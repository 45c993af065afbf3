// What is done with papers: sent, and what became of it said where reading goes on.
import { useState } from 'react';
import type { PaperDone } from '../../src/web/api-papers.ts';
import { type Asker, type PaperPath, paths, Unanswered } from '../ask.ts';
import type { Done } from '../cycle/said.tsx';
import { troubleWords } from '../words.ts';

/** Null once done; otherwise why it was refused. */
export type Send = (what: PaperPath, body: object) => Promise<string | null>;

export const usePress = (asker: Asker, again: () => void) => {
  const [done, setDone] = useState<Done | null>(null);
  const say = ({ words, did }: PaperDone) => {
    setDone((before) => ({ words, did, nth: (before?.nth ?? 0) + 1 }));
    again();
  };
  const send: Send = async (what, body) => {
    try {
      say(await asker.post<PaperDone>(paths.ofPapers(what), body));
      return null;
    } catch (error) {
      return faultWords(error);
    }
  };
  return { done, say, send };
};

export const faultWords = (error: unknown): string =>
  error instanceof Unanswered ? error.message : troubleWords.unreadable;
