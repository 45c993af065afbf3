// Which registers a file may write to, and what a row's Key must be made of.
import { type RegisterName, registerNames, registers } from '../../registers/registers.ts';
import { fold, sameKey } from '../../registers/same-key.ts';

/** Why a register is not taken in from a file, in a sentence; null where it is. */
export const keptByTheProduct = (register: RegisterName): string | null => {
  const { list } = registers[register];
  if (register === 'journal')
    return `${list} is only ever added to by the product: nothing in it is taken in from a file.`;
  if (register === 'personalObjectives')
    return `${list} are between a person and their manager: they are not taken in from a file.`;
  if (ledgers.has(register))
    return `${list} is the product's own record of what it did: it is not taken in from a file.`;
  return null;
};

const ledgers = new Set<RegisterName>([
  'notifications',
  'escalations',
  'escalationHistory',
  'reports',
  'reportLines',
]);

const byList = new Map(registerNames.map((name) => [fold(registers[name].list), name]));

/** The register whose list has this display name; null where none has. */
export const registerOfList = (list: string): RegisterName | null =>
  byList.get(fold(list.trim())) ?? null;

/**
 * The columns a Key is made of, in order. A register that is not here gives its rows a code that
 * stands in no other column.
 */
const keyParts: { readonly [N in RegisterName]?: readonly string[] } = {
  ...Object.fromEntries(
    registerNames
      .filter((name) => registers[name].keyIs === 'plan|code')
      .map((name) => [name, ['plan', 'code']]),
  ),
  targets: ['measure', 'appliesFrom'],
  returns: ['measure', 'period'],
  assurance: ['plan', 'team', 'period'],
  cycles: ['plan', 'period'],
  meetings: ['board', 'meetsOn'],
  closedDays: ['date'],
};

type Cells = { readonly [column: string]: unknown };

export const keyPartsOf = (register: RegisterName): readonly string[] =>
  register === 'plans' ? ['plan', 'code'] : (keyParts[register] ?? []);

/** The Key a row's own columns make; null where the register does not make it of them. */
export const keyMadeOf = (register: RegisterName, row: Cells): string | null => {
  const parts = keyPartsOf(register).map((name) => row[name]);
  const text = (part: unknown) => (typeof part === 'string' ? part : '');
  if (parts.length === 0 || parts.some((part) => text(part) === '')) return null;
  if (register === 'plans' && sameKey(text(parts[0]), text(parts[1]))) return text(parts[0]);
  return parts.map(text).join('|');
};

/** Whether a Key fits its row; a whole plan's Key is its Plan. */
export const keyFits = (register: RegisterName, key: string, row: Cells): boolean => {
  const made = keyMadeOf(register, row);
  if (register === 'plans' && sameKey(key, String(row['plan'] ?? ''))) return true;
  return made === null || sameKey(key, made);
};
