// The two questions an import puts to the app, each carrying the same file: what it would be understood
// to say, and to take in exactly what was shown.
import type { ImportTaken, ImportView } from '../../src/web/api-registers.ts';
import { type Asker, paths, Unanswered } from '../ask.ts';
import { troubleWords } from '../words.ts';
import { type Alter, type ImportDraft, sheetsText } from './import-draft.ts';

type Importing = {
  /** Reads the file again, of what is chosen now with this changed. */
  readonly read: (change: Partial<ImportDraft>) => Promise<void>;
  readonly take: () => Promise<void>;
};

export const importing = (asker: Asker, draft: ImportDraft, alter: Alter): Importing => {
  const read = async (change: Partial<ImportDraft>) => {
    const asked = { ...draft, ...change };
    const { file, plan } = asked;
    if (!file || plan === '') return alter({ ...change, trouble: null });
    const busy = (sent: number) => alter({ busy: { what: 'reading', sent } });
    alter({ ...change, plan, trouble: null, taken: null, busy: { what: 'reading', sent: 0 } });
    const path = paths.importPreview({ file: file.name, plan, sheets: sheetsText(asked) });
    try {
      alter({ view: await asker.send<ImportView>(path, file, busy), busy: null });
    } catch (error) {
      alter({ view: null, trouble: wordsOf(error), busy: null });
    }
  };
  const take = async () => {
    const { file, plan, view, why } = draft;
    if (!file || !view) return;
    const { fingerprint } = view;
    const busy = (sent: number) => alter({ busy: { what: 'taking', sent } });
    alter({ trouble: null, busy: { what: 'taking', sent: 0 } });
    const sheets = sheetsText(draft);
    const path = paths.importTake({ file: file.name, plan, sheets, fingerprint, why });
    try {
      alter({ taken: await asker.send<ImportTaken>(path, file, busy), busy: null });
    } catch (error) {
      alter({ trouble: wordsOf(error), busy: null });
    }
  };
  return { read, take };
};

const wordsOf = (error: unknown): string => {
  if (!(error instanceof Unanswered)) return troubleWords.unreadable;
  return error.status === null ? `${error.message} The file is still chosen here.` : error.message;
};
