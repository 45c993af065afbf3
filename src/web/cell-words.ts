// A cell of any register in words: days and moments in the council's zone, pointers as the titles of
// what they point at, where the person asking may read it.
import { readLine } from '../registers/line-name.ts';
import type { Person } from '../registers/people.ts';
import type { Column } from '../registers/register.ts';
import { registers as declared, type Registers, registerNames } from '../registers/registers.ts';
import { mayRead } from '../rules/access.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords, momentWords } from '../rules/date-words.ts';

const plainNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

const listNames = new Map(registerNames.map((name) => [declared[name].list as string, name]));

/** Who reads, and what there is to be read. */
export type Reading = { readonly registers: Registers; readonly person: Person };

/** A cell as people read it; '' is blank. */
export const cellWords = (reading: Reading, column: Column, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '';
  if (value instanceof Temporal.PlainDate) return dateWords(value);
  if (value instanceof Temporal.Instant) return momentWords(value.toZonedDateTimeISO(zone));
  if (typeof value === 'boolean') return value ? 'Yes' : '';
  if (typeof value === 'number') return plainNumber.format(value);
  if (Array.isArray(value))
    return value.map((each) => pointedAt(reading, column, String(each))).join('\n');
  return column.pointsAt ? pointedAt(reading, column, String(value)) : String(value);
};

/** What a pointer points at, by its title; the pointer itself where nothing is there to be shown. */
const pointedAt = ({ registers, person }: Reading, column: Column, key: string): string => {
  const name = listNames.get(column.pointsAt ?? '');
  const line = column.kind === 'lines' ? readLine(key) : name && { register: name, key };
  const row = line && registers[line.register].get(line.key);
  if (!line || !row || !mayRead(registers, person, { register: line.register, row })) return key;
  return `${codeOf(row)}${row.title}`;
};

const codeOf = (row: object): string => {
  const { code, key } = row as { code?: string; key: string };
  return code && code !== key ? `${code} ` : '';
};
