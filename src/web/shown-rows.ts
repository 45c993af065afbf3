// Which rows of a register a person is shown in the tab, and in a file of it. Who may read a row is
// decided in rules/access.ts; what tells of another row is shown to those who may read that row.
import { readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import { registers as declared, type Registers, type Row } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { mayRead } from '../rules/access.ts';
import { type OfRegister, rowAt } from '../rules/hangs-on.ts';
import { may } from '../rules/rights.ts';

/** The Journal tells what a row said before and after: of an exempt row to its readers alone. */
export const isShownTo = (
  registers: Registers,
  person: Person,
  { register, row }: OfRegister,
): boolean => {
  if (!mayRead(registers, person, { register, row })) return false;
  return register !== 'journal' || isToldTo(registers, person, row as Row<'journal'>);
};

const isToldTo = (registers: Registers, person: Person, told: Row<'journal'>): boolean => {
  // Personal objectives are shown by no register, and by no trace of one.
  if (sameKey(told.register, declared.personalObjectives.list)) return false;
  const of = rowAt(registers, readLine(told.row));
  // Of a row that is not there, or not under that Key, nobody can say any more whether it was exempt.
  const asking = { registers, person, today: null };
  if (!of) return may(asking, 'read what was journalled of a row that is gone');
  return mayRead(registers, person, of);
};
