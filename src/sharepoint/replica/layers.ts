// One register in two layers: what its list last said, and over it the changes not yet landed.
// What becomes of changes is decided here; of news from the list, in hear-row.ts.
//
// A row with a cell that cannot be read keeps the last good version this process has seen; where
// there is none it is left out. Either way the fault is listed until the cell is put right, and the
// row's place in the list stays known, so that it is never written twice.
import type { Change, RegisterName } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import type { HandEdit, Pending } from '../../use-cases/ports.ts';
import { isOlder } from '../rows/etag.ts';
import type { ListItem } from '../rows/list-items.ts';
import { type RowFault, readRow } from '../rows/rows.ts';
import { withChange } from '../rows/written-fields.ts';
import type { Source } from './believed.ts';
import { hearRow } from './hear-row.ts';
import {
  type Base,
  forget,
  type Held,
  type LayerState,
  landedSince,
  noteLanded,
  put,
  show,
  touch,
} from './layer-state.ts';
import { openTable, type RowTable } from './table.ts';

export type { Held } from './layer-state.ts';

export type Landed = {
  readonly key: string;
  /** The changes that are now in the list, and what they set. */
  readonly sequences: readonly number[];
  readonly set: Change['set'];
  /** The item as the list answered the write. */
  readonly item: ListItem;
  /** It was found to say so already: whose version it is, is not known. */
  readonly wasThere?: true;
};

export type Layers = {
  readonly table: RowTable;
  held(key: string): Held | undefined;
  /** What the list said of a row, when asked how. `since`: the mark taken before it was asked. */
  hear(item: ListItem, since: number, from?: Source): void;
  /** The list no longer has this item. */
  gone(item: string): void;
  /** The list was read whole and has only these items. */
  keepOnly(items: ReadonlySet<string>, since: number): void;
  lay(changes: readonly Pending[]): void;
  /** Those of these changes are not waiting any more: another process landed them. */
  unlay(sequences: ReadonlySet<number>): void;
  /** The changes that lie over the list, by sequence. */
  laid(): Iterable<number>;
  land(landed: Landed): void;
  /** Whether news of a row is older than what is held, and nothing this process did explains it. */
  isPuzzling(item: ListItem, since: number): boolean;
  /** Items of which it cannot be told what the list last says: until they are read by themselves. */
  doubts(): readonly string[];
  /** Rows that were found to be as they had been before, since last asked. */
  wentBack(): number;
  faults(): readonly RowFault[];
  /** A mark in the order of landings, to be taken before asking the list for anything. */
  mark(): number;
};

export const openLayers = (
  name: RegisterName,
  tell: (edit: HandEdit) => void = () => undefined,
): Layers => {
  const state: LayerState = {
    name,
    table: openTable(name),
    tell,
    base: new Map(),
    keys: new Map(),
    pending: new Map(),
    hasLanded: new Set(),
    landedAt: new Map(),
    faults: new Map(),
    doubts: new Set(),
    shaken: new Set(),
    landings: 0,
    wentBack: 0,
  };
  return {
    table: state.table,
    held: (key) => heldOf(state.base.get(fold(key))),
    hear: (item, since, from = 'news') => hearRow(state, item, { since, from }),
    gone: (item) => forget(state, item),
    keepOnly: (items, since) => keepOnly(state, items, since),
    lay: (changes) => {
      for (const change of changes) layOne(state, change);
    },
    unlay: (sequences) => {
      for (const [folded, over] of state.pending) {
        if (!over.some(({ sequence }) => sequences.has(sequence))) continue;
        unlay(state, folded, sequences);
        show(state, folded);
      }
    },
    laid: () => [...state.pending.values()].flat().map(({ sequence }) => sequence),
    land: (landed) => land(state, landed),
    isPuzzling: (item, since) => {
      const folded = state.keys.get(item.id);
      if (folded === undefined || landedSince(state, folded, since)) return false;
      return isOlder(item.etag, state.base.get(folded)?.etag ?? null) === true;
    },
    doubts: () => [...state.doubts],
    wentBack: () => {
      const rows = state.wentBack;
      state.wentBack = 0;
      return rows;
    },
    faults: () => [...state.faults.values()],
    mark: () => state.landings + 1,
  };
};

const heldOf = (base: Base | undefined): Held | undefined => {
  if (!base) return undefined;
  const { modified, ...held } = base;
  const at = modified === null ? null : Temporal.Instant.fromEpochMilliseconds(modified * 1000);
  return { ...held, modifiedAt: at };
};

const keepOnly = (state: LayerState, items: ReadonlySet<string>, since: number): void => {
  for (const [item, folded] of state.keys) {
    if (items.has(item)) continue;
    // Made since the list was read, or taken from it again: the row itself will say.
    if (landedSince(state, folded, since)) state.doubts.add(item);
    else forget(state, item);
  }
  for (const item of state.doubts) if (!state.keys.has(item)) state.doubts.delete(item);
};

const layOne = (state: LayerState, change: Pending): void => {
  const folded = fold(change.key);
  const over = state.pending.get(folded) ?? [];
  if (over.some(({ sequence }) => sequence === change.sequence)) return;
  if (state.hasLanded.has(change.sequence)) return;
  const inOrder = [...over, change].sort((a, b) => a.sequence - b.sequence);
  state.pending.set(folded, inOrder);
  show(state, folded);
};

const unlay = (
  { pending, shaken }: LayerState,
  folded: string,
  sequences: ReadonlySet<number>,
): void => {
  const over = pending.get(folded) ?? [];
  const left = over.filter(({ sequence }) => !sequences.has(sequence));
  if (left.length > 0) pending.set(folded, left);
  else {
    pending.delete(folded);
    shaken.delete(folded);
  }
};

/** The landed row becomes what the list says, unless something newer was heard already. */
const land = (state: LayerState, { key, sequences, set, item, wasThere }: Landed): void => {
  const folded = fold(key);
  // It went, or went back, while the write was on its way: which came last, the row itself says.
  if (state.shaken.has(folded) && !wasThere) state.doubts.add(item.id);
  noteLanded(state, sequences);
  unlay(state, folded, new Set(sequences));
  touch(state, folded);
  const held = state.base.get(folded);
  const older = held?.item === item.id ? isOlder(item.etag, held.etag) : false;
  if (older === true) return show(state, folded);
  if (older === null && held?.etag) state.doubts.add(item.id);
  const read = item.fields && readRow(state.name, item.id, item.fields);
  const told = read && 'row' in read ? read.row : null;
  const row = told ?? withChange(state.name, held?.row ?? null, { key, set });
  const modified = item.modified ?? (wasThere ? (held?.modified ?? null) : null);
  const ours = wasThere ? held?.ours === true : true;
  put(state, folded, { item: item.id, etag: item.etag, row, modified, ours });
};
