// What somebody set in the list after a change was accepted stays as they set it, column by column.
// Only where a row was last changed by another hand, later than what is about to be written, are its
// versions read, once, to see which columns that hand set.
import { holdsMany, type Plain } from '../../registers/register.ts';
import { isAppendOnly } from '../../registers/registers.ts';
import type { Pending, Stood } from '../../use-cases/ports.ts';
import { type ItemVersion, isFirst } from '../past/item-versions.ts';
import type { Held } from '../replica/layers.ts';
import { type PlacedColumn, placedColumns } from '../rows/columns.ts';
import { sameCell } from '../rows/written-fields.ts';
import type { RowWrite } from './row-write.ts';

/** What of each change stands otherwise in the list, by the change's sequence. */
export type Standing = ReadonlyMap<number, readonly Stood[]>;

/**
 * Whether an edit counts as later than a change: in a later second of the list's own clock. The list
 * keeps whole seconds, and in the same one the change counts as the later. `skew`: milliseconds the
 * list's clock is ahead of ours.
 */
export const isLater = (
  edited: Temporal.Instant,
  { acceptedAt }: Pick<Pending, 'acceptedAt'>,
  skew: number,
): boolean =>
  Math.floor(edited.epochMilliseconds / 1000) >
  Math.floor((acceptedAt.epochMilliseconds + skew) / 1000);

/** Whether the row's versions have to be read before it is written. */
export const mayStand = (
  { register, origins }: RowWrite,
  held: Held | undefined,
  skew: number,
): boolean => {
  if (!held?.item || held.ours || isAppendOnly(register)) return false;
  const { modifiedAt } = held;
  // A list that does not say when: its versions do.
  return [...origins.values()].some((each) => !modifiedAt || isLater(modifiedAt, each, skew));
};

/**
 * The columns of the write that stand. Each goes by the newest version that changed it: made by
 * another hand, and later, it stands. Where the versions do not go back to before it was set, as with
 * versions switched off, nothing tells what that hand did, and the write goes ahead.
 */
export const standing = (
  { register, origins, set }: Pick<RowWrite, 'register' | 'origins' | 'set'>,
  versions: readonly ItemVersion[],
  skew: number,
): Standing => {
  const stood = new Map<number, Stood[]>();
  for (const [column, origin] of origins) {
    const placed = placedColumns(register).find(({ property }) => property === column);
    const by = placed && lastSetIn(versions, placed);
    if (!by || by.editor.isThisApp || !isLater(by.at, origin, skew)) continue;
    const ours = set[column] ?? null;
    const theirs = plainIn(placed, versions[0]?.fields[placed.field]);
    if (sameCell(register, column, { ours, theirs })) continue;
    stood.set(origin.sequence, [...(stood.get(origin.sequence) ?? []), { column, ours, theirs }]);
  }
  return stood;
};

/** The newest version that holds another value than the one before it. */
const lastSetIn = (
  versions: readonly ItemVersion[],
  { field }: PlacedColumn,
): ItemVersion | undefined =>
  versions.find((version, at) => {
    const before = versions[at + 1];
    if (before) return textIn(before, field) !== textIn(version, field);
    return isFirst(version) && textIn(version, field) !== '';
  });

const textIn = ({ fields }: ItemVersion, field: string): string => {
  const cell = fields[field];
  return cell === false ? '' : String(cell ?? '').replaceAll('\r\n', '\n');
};

const plainIn = ({ column }: PlacedColumn, cell: unknown): Plain => {
  if (cell === undefined || cell === null || cell === '') return null;
  if (holdsMany(column)) return String(cell).split(/\r?\n/);
  return typeof cell === 'object' ? JSON.stringify(cell) : (cell as Plain);
};

/** Which change last set each column. */
export const originsOf = (changes: readonly Pending[]): ReadonlyMap<string, Pending> =>
  new Map(
    changes.flatMap((each) => Object.keys(each.set).map((column) => [column, each] as const)),
  );

/** Both, column by column: what was found again counts as it was found last. */
export const together = (before: Standing, now: Standing): Standing =>
  new Map([
    ...before,
    ...[...now].map(([sequence, found]) => {
      const columns = [...(before.get(sequence) ?? []), ...found];
      const each = new Map(columns.map((stood) => [stood.column, stood]));
      return [sequence, [...each.values()]] as const;
    }),
  ]);

/**
 * The write without what stands. A column is left out for the change it stands against alone: one
 * accepted after the edit, and waiting with it, is weighed by itself.
 */
export const without = (
  { origins, set }: Pick<RowWrite, 'origins' | 'set'>,
  standing: Standing,
): RowWrite['set'] => {
  const stands = (column: string): boolean => {
    const against = standing.get(origins.get(column)?.sequence ?? -1) ?? [];
    return against.some((stood) => stood.column === column);
  };
  return Object.fromEntries(Object.entries(set).filter(([column]) => !stands(column)));
};

/** For a log, which names columns and never what they hold. */
export const columnsIn = (standing: Standing): readonly string[] =>
  [...standing.values()].flat().map(({ column }) => column);
