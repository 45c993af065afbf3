// What somebody has chosen to take in and how far they have come: kept while they look elsewhere in the
// tab, so that coming back finds it as it was.
import { useCallback, useState } from 'react';
import type { ImportTaken, ImportView } from '../../src/web/api-registers.ts';

export type ImportDraft = {
  readonly file: File | null;
  readonly plan: string;
  /** Names of sheets chosen; null leaves it to what the file was understood to be. */
  readonly sheets: readonly string[] | null;
  readonly why: string;
  readonly view: ImportView | null;
  readonly taken: ImportTaken | null;
  /** Why it was not done, in the app's own words. */
  readonly trouble: string | null;
  readonly busy: Busy | null;
};

export type Busy = {
  readonly what: 'reading' | 'taking';
  /** How much of the file has gone, from 0 to 1. */
  readonly sent: number;
};

const empty: ImportDraft = {
  file: null,
  plan: '',
  sheets: null,
  why: '',
  view: null,
  taken: null,
  trouble: null,
  busy: null,
};

let kept: ImportDraft = empty;

export type Alter = (change: Partial<ImportDraft>) => void;

export const useImportDraft = (): readonly [ImportDraft, Alter] => {
  const [draft, setDraft] = useState(kept);
  const alter = useCallback<Alter>((change) => {
    kept = { ...kept, ...change };
    setDraft(kept);
  }, []);
  return [draft, alter];
};

/** Sheets as the app is told of them: one to a line, nothing where it is left to the app. */
export const sheetsText = ({ sheets }: ImportDraft): string => (sheets ?? []).join('\n');
