// Whether every row that a file's rows point at is there: in the registers, or in the file itself.
import { type Line, readLine } from '../../registers/line-name.ts';
import { type Column, holdsMany, type Plain } from '../../registers/register.ts';
import { type RegisterName, registers } from '../../registers/registers.ts';
import { fold } from '../../registers/same-key.ts';
import { quoted } from './cell-text.ts';
import { columnsOf, type Draft, placeOf, type Reading, rowIn } from './draft.ts';
import { registerOfList } from './importable.ts';

/** The drafts whose pointers all lead somewhere; the others are doubts that stop. */
export const thatPointSomewhere = (
  reading: Reading,
  drafts: readonly Draft[],
): readonly Draft[] => {
  const inFile = new Set(drafts.map(({ register, key }) => `${register} ${fold(key)}`));
  const isThere = ({ register, key }: Line) =>
    inFile.has(`${register} ${fold(key)}`) || rowIn(reading.registers, register, key) !== undefined;
  return drafts.filter((draft) => {
    const lost = pointersOf(draft.register).flatMap(({ name, column, register }) =>
      linesIn(column, draft.set[name], register)
        .filter((line) => !isThere(line))
        .map((line) => ({ name, column, line })),
    );
    for (const { name, column, line } of lost)
      reading.doubts.stop(placeOf(draft, name), wordsFor(column, line), draft.register);
    return lost.length === 0;
  });
};

type Pointer = {
  readonly name: string;
  readonly column: Column;
  /** Null: each line says its own. */
  readonly register: RegisterName | null;
};

const known = new Map<RegisterName, readonly Pointer[]>();

const pointersOf = (register: RegisterName): readonly Pointer[] => {
  const found = known.get(register) ?? findPointers(register);
  known.set(register, found);
  return found;
};

const findPointers = (register: RegisterName): readonly Pointer[] =>
  Object.entries(columnsOf(register)).flatMap(([name, column]) => {
    const to = column.pointsAt === undefined ? null : registerOfList(column.pointsAt);
    return to === null && column.kind !== 'lines' ? [] : [{ name, column, register: to }];
  });

const linesIn = (
  column: Column,
  value: Plain | undefined,
  register: RegisterName | null,
): readonly Line[] => {
  if (value === null || value === undefined) return [];
  const texts = textsOf(value);
  if (register !== null) return texts.map((key) => ({ register, key }));
  return column.kind === 'lines' ? texts.flatMap((text) => readLine(text) ?? []) : [];
};

const textsOf = (value: Plain): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value : [];
};

const wordsFor = (column: Column, { register, key }: Line): string =>
  `${column.words}${holdsMany(column) ? ' has a line that' : ''} names ${quoted(key)}, which is no row of ${registers[register].list}, nor of this file.`;
