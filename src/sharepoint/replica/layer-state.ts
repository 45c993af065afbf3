// What is kept of one register: what its list last said, and the changes that lie over it. Every row
// readers see is put before them here.
import { isAppendOnly, type RegisterName, type Row } from '../../registers/registers.ts';
import type { HandEdit, Pending } from '../../use-cases/ports.ts';
import type { RowFault } from '../rows/rows.ts';
import { withChange } from '../rows/written-fields.ts';
import type { RowTable } from './table.ts';

type AnyRow = Row<RegisterName>;

/** What is known of a row in its list. */
export type Held = {
  /** Null where it is gone from the list. */
  readonly item: string | null;
  readonly etag: string | null;
  /** The row as the list last said it; null where it could not be read. */
  readonly row: AnyRow | null;
  /** When this version was made, by the list's clock, to the second; null where it did not say. */
  readonly modifiedAt: Temporal.Instant | null;
  /** The version is the one a write of this process was answered with. */
  readonly ours: boolean;
};

/** The same, as twenty thousand of them are kept. */
export type Base = Omit<Held, 'modifiedAt'> & { readonly modified: number | null };

export type LayerState = {
  readonly name: RegisterName;
  readonly table: RowTable;
  readonly tell: (edit: HandEdit) => void;
  /** What the list last said, by key. */
  readonly base: Map<string, Base>;
  /** The key of each item of the list. */
  readonly keys: Map<string, string>;
  readonly pending: Map<string, Pending[]>;
  /** The last changes to land: a copy of one read before it landed must not be laid after. */
  readonly hasLanded: Set<number>;
  /** When, in the order of landings, a row last landed or was asked for by itself. */
  readonly landedAt: Map<string, number>;
  readonly faults: Map<string, RowFault>;
  readonly doubts: Set<string>;
  /** Keys of rows that went, or went back, while a write of them may be on its way: its answer is checked. */
  readonly shaken: Set<string>;
  landings: number;
  wentBack: number;
};

/** Puts before readers what the two layers come to. */
export const show = ({ name, table, base, pending }: LayerState, folded: string): void => {
  const held = base.get(folded);
  const over = isAppendOnly(name)
    ? (pending.get(folded) ?? []).slice(0, held?.item ? 0 : 1)
    : (pending.get(folded) ?? []);
  let row = held?.row ?? null;
  for (const change of over) row = withChange(name, row, change);
  if (row && (over.length > 0 || held?.item)) table.put(folded, row);
  else table.drop(folded);
};

export const put = (
  state: LayerState,
  folded: string,
  held: Base & { readonly item: string },
): void => {
  const before = state.base.get(folded);
  if (before?.item && before.item !== held.item) state.keys.delete(before.item);
  const other = state.keys.get(held.item);
  if (other !== undefined && other !== folded) forget(state, held.item);
  state.base.set(folded, held);
  state.keys.set(held.item, folded);
  show(state, folded);
};

/** The item is not known by its key any more. An item known by another key is told of by that. */
export const forget = (
  state: LayerState,
  item: string,
  why: 'gone' | 'known by another key' = 'gone',
): void => {
  const { name, base, keys, faults, pending, shaken, doubts } = state;
  const folded = keys.get(item);
  keys.delete(item);
  doubts.delete(item);
  faults.delete(item);
  const held = folded === undefined ? undefined : base.get(folded);
  if (folded === undefined || held?.item !== item) return;
  // While a change waits to land, what the row held is kept: it is written again with it.
  if (pending.has(folded)) {
    base.set(folded, { ...held, item: null, etag: null, modified: null, ours: false });
    shaken.add(folded);
  } else base.delete(folded);
  show(state, folded);
  if (held.row && why === 'gone') {
    const { row: before } = held;
    state.tell({ register: name, key: before.key, item, etag: null, before, after: null });
  }
};

export const landedSince = ({ landedAt }: LayerState, folded: string, since: number): boolean =>
  (landedAt.get(folded) ?? -1) >= since;

const mostRemembered = 20_000;

/** This process wrote the row, or read it by itself, just now. */
export const touch = (state: LayerState, folded: string): void => {
  const { landedAt } = state;
  state.landings += 1;
  // Put last: the oldest are first, and go.
  landedAt.delete(folded);
  landedAt.set(folded, state.landings);
  if (landedAt.size > mostRemembered) dropFirst(landedAt.keys(), (key) => landedAt.delete(key));
};

/** A copy of a change read before it landed must not be laid after. */
export const noteLanded = ({ hasLanded }: LayerState, sequences: readonly number[]): void => {
  for (const sequence of sequences) {
    hasLanded.add(sequence);
    if (hasLanded.size > mostRemembered) dropFirst(hasLanded, (each) => hasLanded.delete(each));
  }
};

const dropFirst = <One>(all: Iterable<One>, drop: (one: One) => void): void => {
  for (const first of all) {
    drop(first);
    return;
  }
};
