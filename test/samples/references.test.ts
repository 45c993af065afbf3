// Every row of the sample is complete, known by one key, and points only at rows that are there.
// Nothing here names a register: a new one is held to the same.
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/registers/line-name.ts';
import {
  type Column,
  type Columns,
  holdsMany,
  type Register,
} from '../../src/registers/register.ts';
import { type RegisterName, registerNames, registers } from '../../src/registers/registers.ts';
import { councilNames, councils } from '../../src/samples/councils.ts';
import { rowsOf } from './sample-registers.ts';

describe.each(councilNames)('the sample of %s', (councilName) => {
  const council = councils[councilName]();
  const columnsOf = (name: RegisterName): Columns => (registers[name] as Register).columns;
  const rowsByColumn = (name: RegisterName) =>
    rowsOf(council, name) as readonly {
      readonly key: string;
      readonly [column: string]: unknown;
    }[];
  const filled = registerNames.filter((name) => rowsOf(council, name).length > 0);

  const keysOfList = new Map(
    registerNames.map((name) => [
      registers[name].list as string,
      new Set(rowsOf(council, name).map((row) => row.key)),
    ]),
  );

  type Cell = { readonly where: string; readonly column: Column; readonly value: unknown };

  const cellsOf = (name: RegisterName): readonly Cell[] =>
    rowsByColumn(name).flatMap((row) =>
      Object.entries(columnsOf(name)).map(([words, column]) => {
        return { where: `${row.key}: ${words}`, column, value: row[words] };
      }),
    );
  const places = (cells: readonly Cell[]) => cells.map(({ where }) => where);

  test.each(filled)('%s: what a row points at is there', (name) => {
    const dangling = cellsOf(name).filter(({ column, value }) => {
      const there = keysOfList.get(column.pointsAt ?? '');
      const keys = holdsMany(column) ? (value as readonly string[]) : [value as string | null];
      return column.pointsAt && keys.some((key) => key !== null && !there?.has(key));
    });
    expect(places(dangling)).toEqual([]);
  });

  test.each(filled)('%s: keys are one to a row whatever their case, and fit a list', (name) => {
    const keys = rowsOf(council, name).map((row) => row.key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.length > 255)).toEqual([]);
  });

  /** What a cell of a kind may hold, when it is not blank. */
  const fits = ({ column, value }: Cell): boolean => {
    if (column.kind === 'number') return Number.isFinite(value);
    if (column.kind === 'text' || column.kind === 'title')
      return typeof value === 'string' && value.length <= 255;
    if (column.kind === 'choice') return column.choices?.includes(value as string) ?? false;
    return value !== undefined;
  };

  test.each(filled)('%s: every column is filled or plainly blank, with what fits it', (name) => {
    const cells = cellsOf(name);
    const missing = cells.filter(({ column, value }) => column.required && value === null);
    expect(places(missing)).toEqual([]);
    expect(places(cells.filter((cell) => cell.value !== null && !fits(cell)))).toEqual([]);
    const declared = ['key', ...Object.keys(columnsOf(name))].toSorted().join();
    const others = rowsByColumn(name).filter(
      (row) => Object.keys(row).toSorted().join() !== declared,
    );
    expect(others).toEqual([]);
  });

  test.each(filled)('%s: every line it names is a row of the sample', (name) => {
    const dangling = cellsOf(name)
      .filter(({ column }) => column.kind === 'lines')
      .flatMap(({ where, value }) =>
        (value as readonly string[])
          .filter((text) => {
            const line = readLine(text);
            return !line || !keysOfList.get(registers[line.register].list)?.has(line.key);
          })
          .map((text) => `${where}: ${text}`),
      );
    expect(dangling).toEqual([]);
  });

  test('the sample is the same at every start', () => {
    expect(councils[councilName]()).toEqual(council);
  });
});
