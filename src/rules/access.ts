// Who may read a row: public, internal or exempt. Blank is internal.
import type { Person } from '../registers/people.ts';
import type { Access } from '../registers/register.ts';
import type { RegisterName, Registers } from '../registers/registers.ts';
import { sameKey } from '../registers/same-key.ts';
import { type OfRegister, rowsBehind } from './hangs-on.ts';
import { roleGiven } from './rights-given.ts';
import { type Relation, rights } from './rights-table.ts';
import { isManagerOf } from './roles.ts';

export const accessOf = (row: { readonly access: Access | null }): Access =>
  row.access ?? 'internal';

/** The higher, the fewer may read it. */
const reserve: { readonly [A in Access]: number } = { public: 0, internal: 1, exempt: 2 };

/** Whether fewer people may read what is marked as the one than what is marked as the other. */
export const fewerMayRead = (one: Access, other: Access): boolean => reserve[one] > reserve[other];

/**
 * Public and internal rows are read by everyone in People, exempt ones by whom the table of rights names:
 * besides those who clear papers that hold them, the row's owner and the owner's manager. A personal
 * objective is read by its person and their manager, and a draft by whoever typed it, however they are
 * marked. What hangs on an exempt row, as a figure on its measure, is as exempt. Null: nobody is signed in.
 */
export const mayRead = (
  registers: Registers,
  person: Person | null,
  { register, row }: OfRegister,
): boolean => {
  const reader = person && registers.people.get(person.key);
  if (!reader) return false;
  const behind = byItselfAlone.has(register) ? [] : rowsBehind(registers, { register, row });
  const marked = [row, ...behind.filter((each) => each !== row && isExempt(each))];
  const holds = (relation: Relation): boolean => {
    if (relation === 'what is public or internal') return !marked.some(isExempt);
    return marked.some((each) => isTheirs(registers, { reader, relation }, each));
  };
  return roleGiven(rights[readingOf(register)], { registers, person: reader, holds }) !== null;
};

const readingOf = (register: RegisterName) => {
  if (register === 'personalObjectives') return 'read a personal objective';
  return register === 'drafts' ? 'read a draft' : 'read a row';
};

/** A draft is nobody's but whoever typed it; what the Journal tells of is asked for beside (shown-rows.ts). */
const byItselfAlone: ReadonlySet<RegisterName> = new Set([
  'personalObjectives',
  'drafts',
  'journal',
]);

export const isExempt = (row: { readonly access: Access | null }): boolean =>
  accessOf(row) === 'exempt';

/**
 * How a row is marked with all that it hangs on: exempt where any of that is, under the paragraph of the
 * nearest that says so, whatever the row says of itself.
 */
export const markedAs = (
  registers: Registers,
  of: OfRegister,
): { readonly access: Access; readonly exemptUnder: string | null } => {
  const { access, exemptUnder } = rowsBehind(registers, of).find(isExempt) ?? of.row;
  return { access: access ?? 'internal', exemptUnder };
};

type Reading = { readonly reader: Person; readonly relation: Relation };

const isTheirs = (registers: Registers, { reader, relation }: Reading, row: object): boolean => {
  const owner = ownerOf(registers, row);
  if (owner === undefined) return false;
  if (relation === 'their own') return sameKey(owner.key, reader.key);
  return relation === 'that of whoever they manage' && isManagerOf(registers, reader, owner);
};

/** Who answers for a row, under the names its register calls them by. */
const ownerOf = (registers: Registers, row: object): Person | undefined => {
  const { owner, lead, person } = row as { readonly [column: string]: unknown };
  const key = [owner, lead, person].find((each) => typeof each === 'string');
  return key === undefined ? undefined : registers.people.get(key as string);
};
