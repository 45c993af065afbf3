// Takes accepted changes into the lists: the changes of one row as one write, twenty rows a batch,
// in the order given. How one batch of rows is written, and what is tried again, is in row-writes.ts.
import { isAppendOnly, type RegisterName } from '../../registers/registers.ts';
import type { ListFault, Lists, Pending, Written } from '../../use-cases/ports.ts';
import { inBatches } from '../graph/batch.ts';
import type { MachineClock } from '../graph/machine-clock.ts';
import { openRowHistory } from '../past/row-history.ts';
import { whoEdited } from '../past/who-edited.ts';
import { originsOf } from './later-edits.ts';
import { removeRows } from './remove-rows.ts';
import { type ListWriting, placeOf, type RowEnd, type RowWrite } from './row-write.ts';
import { openRowWrites } from './row-writes.ts';

/** Milliseconds until a row the list refused is tried again, where nothing new waits for it. */
const patience = 2 * 60_000;

/**
 * A change to a register that is not kept has no list to go to, and is forbidden; one whose list has
 * been deleted waits until it is made again.
 */
export const openLists = (writing: ListWriting, kept: readonly RegisterName[]): Lists => {
  const writeRows = openRowWrites(writing);
  const refused = openRefusals(writing.graph.clock);
  let turn: Promise<unknown> = Promise.resolve();

  /** Once Graph is away the rest is not tried: it waits in the Outbox. */
  const writeAll = async (changes: readonly Pending[]): Promise<readonly Written[]> => {
    const faults = new Map<number, Omit<Written, 'sequence'>>();
    const tell = (row: RowWrite, fault: ListFault | null, end?: RowEnd): void => {
      for (const sequence of row.sequences) {
        const stood = end?.stood.get(sequence);
        const again = end?.again && sequence === row.sequences.at(-1);
        faults.set(sequence, { fault, ...(stood && { stood }), ...(again && { again }) });
      }
    };
    const isThere = ({ register }: Pending) => writing.places.has(register);
    const isKept = ({ register }: Pending) => kept.includes(register);
    const rows = oneWriteARow(changes.filter((each) => isKept(each) && isThere(each)));
    for (const each of changes) {
      if (!isKept(each)) faults.set(each.sequence, { fault: 'forbidden' });
      else if (!isThere(each)) faults.set(each.sequence, { fault: 'notFound' });
    }
    for (const row of rows) tell(row, refused.before(row) ?? 'unreachable');
    for (const some of inBatches(rows.filter((row) => refused.before(row) === null))) {
      const ends = await writeRows(some);
      for (const [row, end] of ends) {
        tell(row, end.fault, end);
        refused.note(row, end.fault);
      }
      if ([...ends.values()].some(({ fault }) => fault === 'unreachable')) break;
    }
    return changes.map(({ sequence }) => ({ sequence, fault: null, ...faults.get(sequence) }));
  };

  return {
    history: openRowHistory(writing),
    write: (changes) => {
      const mine = turn.then(() => writeAll(changes));
      turn = mine.catch(() => undefined);
      return mine;
    },
    whoEdited: (edits) => whoEdited(writing, edits),
    remove: removeRows(writing),
  };
};

/** What the lists refused outright, so that it is not asked of them, and paid for, at every turn. */
const openRefusals = (clock: MachineClock) => {
  const refusals = new Map<string, { fault: ListFault; sequences: string; until: number }>();
  return {
    before: (row: RowWrite): ListFault | null => {
      const held = refusals.get(placeOf(row));
      const stands = held?.sequences === String(row.sequences) && clock.now() < held.until;
      return held && stands ? held.fault : null;
    },
    note: (row: RowWrite, fault: ListFault | null): void => {
      if (fault !== 'conflict') refusals.delete(placeOf(row));
      else {
        const until = clock.now() + patience;
        refusals.set(placeOf(row), { fault, sequences: String(row.sequences), until });
      }
    },
  };
};

/**
 * One write for each row, in the order of its first change; a later change of a column wins. What is
 * only ever added to is written as it came: a second change of a row is for the list to refuse.
 */
const oneWriteARow = (changes: readonly Pending[]): readonly RowWrite[] => {
  const rows = new Map<string, RowWrite>();
  for (const change of changes) {
    const { register, key, set, sequence } = change;
    const own = isAppendOnly(register) ? ` ${sequence}` : '';
    const place = placeOf({ register, key }) + own;
    const before = rows.get(place);
    rows.set(place, {
      register,
      key: before?.key ?? key,
      sequences: [...(before?.sequences ?? []), sequence],
      set: { ...before?.set, ...set },
      origins: new Map([...(before?.origins ?? []), ...originsOf([change])]),
    });
  }
  return [...rows.values()];
};
