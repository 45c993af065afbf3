// What a file was understood to say, as the page shows it: a title that answers, and the first of what
// is many. How a file is understood is decided in rules/import.
import { registers as declared, type Registers } from '../registers/registers.ts';
import type { ImportPreview } from '../rules/import/preview.ts';
import type { ImportRefused } from '../use-cases/take-import.ts';
import type { ImportView } from './api-registers.ts';
import { importNames } from './import-names.ts';
import { counted } from './words.ts';

/** As many as anyone will read before agreeing; the numbers beside them tell of the rest. */
const shown = 200;

export const importView = (registers: Registers, preview: ImportPreview): ImportView => {
  const named = importNames(registers, preview.changes);
  const changing = preview.counts.reduce((sum, each) => sum + each.new + each.changed, 0);
  return {
    file: preview.file,
    plan: preview.plan,
    title: titleOf(preview, changing),
    sheets: preview.sheets,
    counts: preview.counts.map(({ register, ...counts }) => ({
      ...counts,
      register,
      list: declared[register].list,
    })),
    doubts: stoppingFirst(preview.doubts)
      .slice(0, shown)
      .map(({ sheet, cell, words, stops: stop }) => ({
        sheet,
        cell,
        words,
        stops: stop,
      })),
    doubtsInAll: preview.doubts.length + preview.moreDoubts,
    stops: preview.stops,
    changes: preview.changes.slice(0, shown).map(({ register, was, becomes, ...change }) => ({
      list: declared[register].list,
      title: change.title,
      key: change.key,
      state: change.state,
      cells: Object.keys(becomes).map((words) => ({
        words,
        was: named(register, words, was[words] ?? ''),
        becomes: named(register, words, becomes[words] ?? ''),
      })),
    })),
    changesInAll: preview.changes.length,
    mayTake: preview.stops === 0 && changing > 0,
    fingerprint: preview.fingerprint,
  };
};

const stoppingFirst = (doubts: ImportPreview['doubts']): ImportPreview['doubts'] =>
  doubts.toSorted((one, other) => Number(other.stops) - Number(one.stops));

const titleOf = ({ stops, counts, sheets }: ImportPreview, changing: number): string => {
  if (!sheets.some(({ taken }) => taken)) return 'Nothing in this file was understood';
  if (stops > 0)
    return `${counted(stops, 'cell has', 'cells have')} to be put right in the file first`;
  if (changing === 0) return 'The registers say all of this already: nothing would change';
  const registers = counts.filter((each) => each.new + each.changed > 0).length;
  return `${counted(changing, 'row')} would change in ${counted(registers, 'register')}`;
};

export const importRefused = (
  refused: ImportRefused,
): { readonly status: number; readonly words: string } => refusals[refused.reason];

const refusals: {
  readonly [R in ImportRefused['reason']]: { readonly status: number; readonly words: string };
} = {
  'not allowed': {
    status: 403,
    words: 'Files are taken in by the performance team. Nothing was changed.',
  },
  'doubts stop it': {
    status: 422,
    words: 'Some cells have to be put right in the file first. Nothing was changed.',
  },
  'not what was shown': {
    status: 409,
    words:
      'The file or the registers have changed since you looked, so this is no longer what you agreed to. Look again; nothing was changed.',
  },
  'changed meanwhile': {
    status: 409,
    words:
      'Someone has changed one of these rows since you looked. Look again; nothing was changed.',
  },
};
