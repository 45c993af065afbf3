// What was done to rows by other hands than this process's, kept until somebody asks: the newest
// 2,000. Whose hands they were is not known here, only that no answer to a write of ours told of it.
import { toPlain } from '../../registers/register.ts';
import { isAppendOnly, type RegisterName, type Row } from '../../registers/registers.ts';
import type { HandEdit, Log } from '../../use-cases/ports.ts';
import { placedColumns } from '../rows/columns.ts';

type AnyRow = Row<RegisterName>;

const mostWaiting = 2_000;

export type HandEdits = {
  tell(edit: HandEdit): void;
  /** Nothing is an edit before this: until then everything heard is new to us. */
  begin(): void;
  /** While a list is taken as it stands, as when it was made again, nothing in it counts as an edit. */
  unheard(work: () => void): void;
  take(): readonly HandEdit[];
};

export const openHandEdits = (log: Log): HandEdits => {
  let waiting: HandEdit[] = [];
  let dropped = 0;
  let isListening = false;
  return {
    tell: (edit) => {
      if (!isListening || isAppendOnly(edit.register)) return;
      waiting.push(edit);
      if (waiting.length < 2 * mostWaiting) return;
      dropped += waiting.length - mostWaiting;
      waiting = waiting.slice(-mostWaiting);
    },
    begin: () => {
      isListening = true;
    },
    unheard: (work) => {
      const was = isListening;
      isListening = false;
      try {
        work();
      } finally {
        isListening = was;
      }
    },
    take: () => {
      const taken = waiting.slice(-mostWaiting);
      dropped += waiting.length - taken.length;
      waiting = [];
      if (dropped > 0) log.info('edits made in the lists were too many to keep', { dropped });
      dropped = 0;
      return taken;
    },
  };
};

/** Whether two versions of a row say the same, the key's case included. */
export const sameRow = (name: RegisterName, one: AnyRow, other: AnyRow): boolean =>
  one === other ||
  (one.key === other.key &&
    placedColumns(name).every(({ property }) => cell(one, property) === cell(other, property)));

const cell = (row: AnyRow, property: string): string =>
  String(toPlain((row as unknown as Record<string, unknown>)[property]) ?? '');
