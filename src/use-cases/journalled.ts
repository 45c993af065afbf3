// What the Journal is told of an entry: a row for each row changed, from what and to what; rows begun
// by one entry are told together, register by register. Written in the same entry as the change, so
// that neither is ever there without the other. How a change is worded is in journal-rows.ts.
import type { Change, RegisterName, Registers } from '../registers/registers.ts';
import { type Before, begunRows, changedRow, journalRow } from './journal-rows.ts';
import type { Entry } from './ports.ts';

/**
 * The Journal's rows for an entry that asks for them; none where it changes nothing. What somebody has
 * typed and not said, a draft, is nobody's business: it is left out.
 */
export const journalled = (registers: Registers, entry: Entry): readonly Change[] => {
  const { journal, by, at } = entry;
  if (!journal) return [];
  const told = entry.changes
    .filter(({ register }) => register !== 'drafts')
    .map((each) => ({ each, before: rowBefore(registers, each) }));
  const begun = Map.groupBy(
    told.filter(({ before }) => !before),
    ({ each }) => each.register as RegisterName,
  );
  const changed = told.flatMap(({ each, before }) => (before ? changedRow(each, before) : []));
  const rows = [
    ...changed,
    ...[...begun].flatMap(([name, some]) =>
      begunRows(
        name,
        some.map(({ each }) => each),
      ),
    ),
  ];
  return rows.map((row, index) => journalRow(entry.key, index + 1, { ...row, ...journal, by, at }));
};

const rowBefore = (registers: Registers, { register, key }: Change): Before | undefined =>
  registers[register].get(key) as Before | undefined;
