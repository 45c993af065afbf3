// Takes in what a list said of a row: finds where it belongs, and tells of what was not done by this
// process. Whether it is believed is decided in believed.ts.
import type { RegisterName, Row } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { areOfTwoRows, isOlder } from '../rows/etag.ts';
import type { ListItem } from '../rows/list-items.ts';
import { readRow } from '../rows/rows.ts';
import { isBelieved, type Source } from './believed.ts';
import { sameRow } from './hand-edits.ts';
import { type Base, forget, type LayerState, landedSince, put, touch } from './layer-state.ts';

type Asking = { readonly since: number; readonly from: Source };

export const hearRow = (state: LayerState, item: ListItem, { since, from }: Asking): void => {
  const { name, base, keys, faults, doubts } = state;
  const read = readRow(name, item.id, item.fields ?? {});
  if (areOfTwoRows(item.etag, base.get(keys.get(item.id) ?? '')?.etag ?? null)) {
    if (landedSince(state, keys.get(item.id) ?? '', since)) return void doubts.add(item.id);
    forget(state, item.id);
  }
  const known = keys.get(item.id);
  const folded = read.key === null ? known : fold(read.key);
  const before = base.get(known ?? folded ?? '') ?? null;
  if (from !== 'news') doubts.delete(item.id);
  if (known !== undefined && before) {
    const landed = landedSince(state, known, since);
    if (!isBelieved({ one: item.etag, held: before.etag, landed, from })) {
      doubts.add(item.id);
      return;
    }
  }
  if (known !== folded) forget(state, item.id, 'known by another key');
  if ('fault' in read) faults.set(item.id, read.fault);
  else faults.delete(item.id);
  if (folded === undefined) return;
  if (from === 'itself') touch(state, folded);
  const row = 'row' in read ? read.row : (base.get(folded)?.row ?? null);
  const isSame = compare(state, before, { item, row });
  const modified = item.modified ?? (isSame ? (before?.modified ?? null) : null);
  const ours = isSame && before?.ours === true;
  put(state, folded, { item: item.id, etag: item.etag, row, modified, ours });
};

type Heard = { readonly item: ListItem; readonly row: Row<RegisterName> | null };

/** Whether it is the version held. Where it says something else, that is told: an edit, or going back. */
const compare = (state: LayerState, before: Base | null, { item, row }: Heard): boolean => {
  const { name } = state;
  const isSameTag = item.etag !== null && before?.etag === item.etag;
  if (before?.row && row && sameRow(name, before.row, row)) return isSameTag;
  const isOld = isOlder(item.etag, before?.etag ?? null) === true;
  if (before?.row && before.item === item.id && (isSameTag || isOld)) {
    state.wentBack += 1;
    const folded = fold(before.row.key);
    if (state.pending.has(folded)) state.shaken.add(folded);
    // An older version was told of when it was made; one under a number given out again was not.
    if (isOld) return false;
  }
  if (row) {
    const { id, etag, madeBy } = item;
    const edit = { key: row.key, before: before?.row ?? null, after: row };
    // How many versions lie between, and who made the last, tells who is behind it (who-edited.ts).
    const versions = { etag, beforeEtag: before?.etag ?? null, ...(madeBy && { madeBy }) };
    state.tell({ register: name, item: id, ...versions, ...edit });
  }
  return false;
};
