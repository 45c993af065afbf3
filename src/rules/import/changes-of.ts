// What a file's rows change: as they were, as they become, and how many of each register.
import { toPlain } from '../../registers/register.ts';
import { type Change, type RegisterName, registerNames } from '../../registers/registers.ts';
import { type AnyRow, columnsOf, type Draft, type Reading, rowIn, shown } from './draft.ts';
import type { ChangeShown, Count } from './preview.ts';

export type Changes = {
  readonly changes: readonly ChangeShown[];
  readonly counts: readonly Count[];
  readonly changesToTake: readonly Change[];
};

/** Register by register in their own order, rows as the file has them. */
export const changesOf = (
  reading: Reading,
  drafts: readonly Draft[],
  same: ReadonlyMap<RegisterName, number>,
): Changes => {
  const byRegister = Map.groupBy(drafts, ({ register }) => register);
  const ordered = registerNames.flatMap((name) => byRegister.get(name) ?? []);
  const both = ordered.map((draft) => ({
    draft,
    row: rowIn(reading.registers, draft.register, draft.key),
  }));
  const counts = registerNames.flatMap((register): readonly Count[] => {
    const of = both.filter(({ draft }) => draft.register === register);
    const begun = of.filter(({ row }) => !row).length;
    const kept = same.get(register) ?? 0;
    if (of.length + kept === 0) return [];
    return [{ register, new: begun, changed: of.length - begun, same: kept }];
  });
  return {
    changes: both.map(({ draft, row }) => shownOf(draft, row)),
    counts,
    changesToTake: ordered.map(({ register, key, set }) => ({ register, key, set })),
  };
};

const shownOf = ({ register, key, set }: Draft, row: AnyRow | undefined): ChangeShown => {
  const columns = columnsOf(register);
  const was: Record<string, string> = {};
  const becomes: Record<string, string> = {};
  for (const [name, value] of Object.entries(set)) {
    const column = columns[name];
    if (!column) continue;
    was[column.words] = row ? shown(column, toPlain(row[name])) : '–';
    becomes[column.words] = shown(column, value);
  }
  const title = set['title'] ?? row?.['title'];
  return {
    register,
    key,
    title: typeof title === 'string' && title !== '' ? title : key,
    state: row ? 'changed' : 'new',
    was: row ? was : {},
    becomes,
  };
};
