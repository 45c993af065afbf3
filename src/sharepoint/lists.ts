// Takes accepted changes into the lists: the changes of one row as one write, twenty rows a batch,
// in the order given. How one batch of rows is written, and what is tried again, is in row-writes.ts.
import { isAppendOnly, type RegisterName } from '../registers/registers.ts';
import type { ListFault, Lists, Pending, Written } from '../use-cases/ports.ts';
import { inBatches } from './batch.ts';
import type { MachineClock } from './machine-clock.ts';
import { type ListWriting, openRowWrites, placeOf, type RowWrite } from './row-writes.ts';

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
    const faults = new Map<number, ListFault | null>();
    const tell = (row: RowWrite, fault: ListFault | null): void => {
      for (const sequence of row.sequences) faults.set(sequence, fault);
    };
    const isThere = ({ register }: Pending) => writing.places.has(register);
    const isKept = ({ register }: Pending) => kept.includes(register);
    const rows = oneWriteARow(changes.filter((each) => isKept(each) && isThere(each)));
    for (const each of changes) {
      if (!isKept(each)) faults.set(each.sequence, 'forbidden');
      else if (!isThere(each)) faults.set(each.sequence, 'notFound');
    }
    for (const row of rows) tell(row, refused.before(row) ?? 'unreachable');
    for (const some of inBatches(rows.filter((row) => refused.before(row) === null))) {
      const ends = await writeRows(some);
      for (const [row, fault] of ends) {
        tell(row, fault);
        refused.note(row, fault);
      }
      if ([...ends.values()].includes('unreachable')) break;
    }
    return changes.map(({ sequence }) => ({ sequence, fault: faults.get(sequence) ?? null }));
  };

  return {
    write: (changes) => {
      const mine = turn.then(() => writeAll(changes));
      turn = mine.catch(() => undefined);
      return mine;
    },
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
  for (const { register, key, set, sequence } of changes) {
    const own = isAppendOnly(register) ? ` ${sequence}` : '';
    const place = placeOf({ register, key }) + own;
    const before = rows.get(place);
    rows.set(place, {
      register,
      key: before?.key ?? key,
      sequences: [...(before?.sequences ?? []), sequence],
      set: { ...before?.set, ...set },
    });
  }
  return [...rows.values()];
};
