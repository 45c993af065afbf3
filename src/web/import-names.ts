// What a cell of a file would point at, by its name and not by its Key: a row of the registers, or one
// that the same file begins.
import { foldLine, readLine } from '../registers/line-name.ts';
import type { Columns } from '../registers/register.ts';
import {
  registers as declared,
  type RegisterName,
  type Registers,
  registerNames,
} from '../registers/registers.ts';
import type { ImportPreview } from '../rules/import/preview.ts';

/** Text of a cell under a column's words, with each Key in it that is known told by its name. */
export type Named = (register: RegisterName, words: string, text: string) => string;

export const importNames = (registers: Registers, changes: ImportPreview['changes']): Named => {
  const begun = new Map(
    changes.map(({ register, key, title }) => [foldLine({ register, key }), title]),
  );
  const named = (register: RegisterName, key: string): string =>
    begun.get(foldLine({ register, key })) ?? registers[register].get(key)?.title ?? key;
  return (register, words, text) => {
    const columns = Object.values(declared[register].columns as Columns);
    const column = columns.find((each) => each.words === words);
    const to = listNames.get(column?.pointsAt ?? '');
    if (!column || (!to && column.kind !== 'lines')) return text;
    const lines = text.split('\n').map((each) => {
      const line = column.kind === 'lines' ? readLine(each) : null;
      if (line) return named(line.register, line.key);
      return to ? named(to, each) : each;
    });
    return lines.join('\n');
  };
};

const listNames = new Map<string, RegisterName>(
  registerNames.map((name) => [declared[name].list, name]),
);
