// What each version of a row set, beside the one before it, and whose it may be.
import type { RegisterName } from '../registers/registers.ts';
import { type CellText, isSameText, rowText } from './journal-told.ts';
import type { ColumnChange, VersionKept } from './row-step.ts';

export type Cells = ReadonlyMap<string, CellText>;

/** A version with what it set: its place, oldest 0. */
export type Made = {
  readonly at: number;
  /** The place of the version it is read beside, the last before it that can be read; null: none. */
  readonly since: number | null;
  readonly version: VersionKept;
  readonly was: Cells;
  readonly now: Cells;
  /** Whether an earlier version said so. */
  readonly wasOnce: (column: string, text: CellText) => boolean;
  /** Whether a later version was the one to say so. */
  readonly comesLater: (column: string, text: CellText) => boolean;
  readonly set: readonly (ColumnChange & { readonly from: CellText })[];
  /** The row began with it; false where earlier versions are no longer kept. */
  readonly isFirst: boolean;
};

/** Where the list does not say who made a version, it may be anyone's. */
export const isByHand = ({ version: { editor } }: Made): boolean => !editor.isThisApp;
export const mayBeApps = ({ version: { editor }, isFirst }: Made): boolean =>
  editor.isThisApp || isFirst || (editor.objectId === null && editor.name === null);

/** The place of the last version before this one that can be read; null where there is none. */
export const readBefore = (versions: readonly VersionKept[], at: number): number | null => {
  const found = versions.findLastIndex(({ row }, place) => place < at && row !== null);
  return found === -1 ? null : found;
};

/** What each version set, or the place of one that cannot be read. */
export const madeOf = (
  register: RegisterName,
  versions: readonly VersionKept[],
): readonly (Made | number)[] => {
  const earlier: Cells[] = [];
  const mades = versions.map((version, at): Made | number => {
    if (!version.row) return at;
    const since = readBefore(versions, at);
    const isFirst = at === 0 && /^1(\.0)?$/.test(version.id);
    const now = rowText(register, version.row);
    const was: Cells = earlier.at(-1) ?? (isFirst ? rowText(register, null) : now);
    const past = earlier.length;
    const wasOnce = (column: string, text: CellText): boolean =>
      earlier.slice(0, past).some((cells) => isSameText(cells.get(column) ?? '', text));
    earlier.push(now);
    const set = [...now].flatMap(([column, to]) => {
      const from = was.get(column) ?? '';
      return isSameText(from, to) ? [] : [{ column, from, to }];
    });
    const comesLater = (column: string, text: CellText): boolean =>
      mades
        .slice(at + 1)
        .some((each) => typeof each !== 'number' && isSetTo(each.set, column, text));
    return { at, since, version, was, now, wasOnce, comesLater, set, isFirst };
  });
  return mades;
};

const isSetTo = (set: Made['set'], column: string, text: CellText): boolean =>
  set.some((each) => each.column === column && isSameText(each.to, text));
