// One register in two layers: what its list last said, and over it the changes not yet landed.
// Decides which of two versions of a row counts, and what readers see while one is on its way.
//
// A row with a cell that cannot be read keeps the last good version this process has seen; where
// there is none it is left out. Either way the fault is listed until the cell is put right, and the
// row's place in the list stays known, so that it is never written twice.
import { type Change, isAppendOnly, type RegisterName, type Row } from '../registers/registers.ts';
import { fold } from '../registers/same-key.ts';
import type { Pending } from '../use-cases/ports.ts';
import { isOlder } from './etag.ts';
import type { ListItem } from './list-items.ts';
import { type RowFault, readRow } from './rows.ts';
import { openTable, type RowTable } from './table.ts';
import { withChange } from './written-fields.ts';

type AnyRow = Row<RegisterName>;

/** What is known of a row in its list. */
export type Held = {
  /** Null where it is gone from the list. */
  readonly item: string | null;
  readonly etag: string | null;
  /** The row as the list last said it; null where it could not be read. */
  readonly row: AnyRow | null;
};

export type Landed = {
  readonly key: string;
  /** The changes that are now in the list, and what they set. */
  readonly sequences: readonly number[];
  readonly set: Change['set'];
  /** The item as the list answered the write. */
  readonly item: ListItem;
};

export type Layers = {
  readonly table: RowTable;
  held(key: string): Held | undefined;
  /** What the list said of a row. `since`: the mark taken before it was asked for. */
  hear(item: ListItem, since: number): void;
  /** The list no longer has this item. */
  gone(item: string): void;
  /** The list was read whole and has only these items. */
  keepOnly(items: ReadonlySet<string>, since: number): void;
  lay(changes: readonly Pending[]): void;
  land(landed: Landed): void;
  /** Items heard of in two versions, where it cannot be told which is newer. Asked once each. */
  doubts(): readonly string[];
  faults(): readonly RowFault[];
  /** A mark in the order of landings, to be taken before asking the list for anything. */
  mark(): number;
};

type State = {
  readonly name: RegisterName;
  readonly table: RowTable;
  /** What the list last said, by key. */
  readonly base: Map<string, Held>;
  /** The key of each item of the list. */
  readonly keys: Map<string, string>;
  readonly pending: Map<string, Pending[]>;
  /** When, in the order of landings, a row last landed. */
  readonly landedAt: Map<string, number>;
  readonly faults: Map<string, RowFault>;
  readonly doubts: Set<string>;
  landings: number;
};

export const openLayers = (name: RegisterName): Layers => {
  const state: State = {
    name,
    table: openTable(name),
    base: new Map(),
    keys: new Map(),
    pending: new Map(),
    landedAt: new Map(),
    faults: new Map(),
    doubts: new Set(),
    landings: 0,
  };
  return {
    table: state.table,
    held: (key) => state.base.get(fold(key)),
    hear: (item, since) => hear(state, item, since),
    gone: (item) => forget(state, item),
    keepOnly: (items, since) => keepOnly(state, items, since),
    lay: (changes) => {
      for (const change of changes) layOne(state, change);
    },
    land: (landed) => land(state, landed),
    doubts: () => {
      const items = [...state.doubts];
      state.doubts.clear();
      return items;
    },
    faults: () => [...state.faults.values()],
    mark: () => {
      state.landedAt.clear();
      return state.landings + 1;
    },
  };
};

/** Puts before readers what the two layers come to. */
const show = ({ name, table, base, pending }: State, folded: string): void => {
  const held = base.get(folded);
  const over = isAppendOnly(name)
    ? (pending.get(folded) ?? []).slice(0, held?.item ? 0 : 1)
    : (pending.get(folded) ?? []);
  let row = held?.row ?? null;
  for (const change of over) row = withChange(name, row, change);
  if (row && (over.length > 0 || held?.item)) table.put(folded, row);
  else table.drop(folded);
};

const put = (state: State, folded: string, held: Held & { readonly item: string }): void => {
  const before = state.base.get(folded);
  if (before?.item && before.item !== held.item) state.keys.delete(before.item);
  state.base.set(folded, held);
  state.keys.set(held.item, folded);
  show(state, folded);
};

const forget = (state: State, item: string): void => {
  const { base, keys, faults, pending } = state;
  const folded = keys.get(item);
  keys.delete(item);
  faults.delete(item);
  const held = folded === undefined ? undefined : base.get(folded);
  if (folded === undefined || held?.item !== item) return;
  // While a change waits to land, what the row held is kept: it is written again with it.
  if (pending.has(folded)) base.set(folded, { ...held, item: null, etag: null });
  else base.delete(folded);
  show(state, folded);
};

const landedSince = ({ landedAt }: State, folded: string, since: number): boolean =>
  (landedAt.get(folded) ?? -1) >= since;

const keepOnly = (state: State, items: ReadonlySet<string>, since: number): void => {
  for (const [item, folded] of state.keys) {
    if (!items.has(item) && !landedSince(state, folded, since)) forget(state, item);
  }
};

const hear = (state: State, item: ListItem, since: number): void => {
  const { name, base, keys, faults, doubts } = state;
  const read = readRow(name, item.id, item.fields ?? {});
  const folded = read.key === null ? keys.get(item.id) : fold(read.key);
  if (folded !== undefined && keys.get(item.id) === folded) {
    const older = isOlder(item.etag, base.get(folded)?.etag ?? null);
    if (older === true) return;
    if (older === null && landedSince(state, folded, since)) {
      doubts.add(item.id);
      return;
    }
  } else forget(state, item.id);
  if ('fault' in read) faults.set(item.id, read.fault);
  else faults.delete(item.id);
  if (folded === undefined) return;
  const row = 'row' in read ? read.row : (base.get(folded)?.row ?? null);
  put(state, folded, { item: item.id, etag: item.etag, row });
};

const layOne = (state: State, change: Pending): void => {
  const folded = fold(change.key);
  const over = state.pending.get(folded) ?? [];
  if (over.some(({ sequence }) => sequence === change.sequence)) return;
  const inOrder = [...over, change].sort((a, b) => a.sequence - b.sequence);
  state.pending.set(folded, inOrder);
  show(state, folded);
};

const unlay = ({ pending }: State, folded: string, sequences: readonly number[]): void => {
  const over = pending.get(folded) ?? [];
  const left = over.filter(({ sequence }) => !sequences.includes(sequence));
  if (left.length > 0) pending.set(folded, left);
  else pending.delete(folded);
};

/** The landed row becomes what the list says, unless something newer was heard already. */
const land = (state: State, { key, sequences, set, item }: Landed): void => {
  const folded = fold(key);
  unlay(state, folded, sequences);
  state.landings += 1;
  state.landedAt.set(folded, state.landings);
  const held = state.base.get(folded);
  const older = held?.item === item.id ? isOlder(item.etag, held.etag) : false;
  if (older === true) return show(state, folded);
  if (older === null && held?.etag) state.doubts.add(item.id);
  const read = item.fields && readRow(state.name, item.id, item.fields);
  const told = read && 'row' in read ? read.row : null;
  const row = told ?? withChange(state.name, held?.row ?? null, { key, set });
  put(state, folded, { item: item.id, etag: item.etag, row });
};
