// What leaves by export comes back by import as it was: no change and no doubt, for any row.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSpreadsheets } from '../../src/documents/spreadsheets.ts';
import { type Column, holdsMany } from '../../src/registers/register.ts';
import { type RegisterName, registerNames, registers } from '../../src/registers/registers.ts';
import { sheetOf } from '../../src/rules/export/export-sheet.ts';
import { keptByTheProduct, keyMadeOf } from '../../src/rules/import/importable.ts';
import { stokeOnTrent } from '../../src/samples/stoke-on-trent.ts';
import { times } from '../counts.ts';
import { anyDay } from './arbitrary.ts';
import { preview, sheet } from './import-given.ts';
import { type Rows, registersOf } from './table-of.ts';

const importable = registerNames.filter((name) => keptByTheProduct(name) === null);
const line = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .filter((text) => text.trim() !== '');

const anyCell = (column: Column): fc.Arbitrary<unknown> => {
  const blankOr = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  if (column.kind === 'title') return line;
  if (holdsMany(column)) return fc.array(fc.constantFrom('Risks: plan|R1', 'Teams: t-1', 'x|y'));
  if (column.kind === 'yesNo') return fc.boolean();
  if (column.kind === 'number') return blankOr(fc.double({ noNaN: true, noDefaultInfinity: true }));
  if (column.kind === 'date') return blankOr(anyDay);
  if (column.kind === 'instant')
    return blankOr(anyDay.map((day) => Temporal.Instant.from(`${day}T09:30:01.5Z`)));
  if (column.kind === 'choice') return blankOr(fc.constantFrom(...(column.choices ?? [])));
  return blankOr(line);
};

const anyRows = (register: RegisterName) =>
  fc.array(
    fc.record(
      Object.fromEntries(
        Object.entries(registers[register].columns).map(([name, column]) => [
          name,
          column.required && column.kind !== 'title'
            ? anyCell(column).filter((value) => value !== null)
            : anyCell(column),
        ]),
      ),
    ),
    { maxLength: 5 },
  );

describe('a register exported and taken in again', () => {
  it.each(importable)('changes nothing and raises no doubt: %s', (register) => {
    fc.assert(
      fc.property(anyRows(register), (some) => {
        const keyed = some.map((row, n) => ({
          ...row,
          key: `${keyMadeOf(register, row) ?? 'k'}${n}`,
        }));
        const held = registersOf({
          plans: [{ key: 'plan', title: 'Plan', code: 'plan' }],
          [register]: keyed,
          ...(register === 'plans' && {
            plans: [...keyed, { key: 'plan', title: 'Plan', code: 'plan' }],
          }),
        } as Rows);
        const { name, headings, rows } = sheetOf(register, held[register].values() as never, {
          access: 'with exempt',
        });
        const read = preview(held, [sheet(name, [headings, ...rows])]);
        expect(read.doubts).toEqual([]);
        expect(read.changesToTake).toEqual([]);
      }),
      { numRuns: times({ reduced: 60, full: 2_000 }) },
    );
  });
});

const plan = 'operating-plan-2020-21';
const full = registersOf(stokeOnTrent().rows as Rows);

describe('the sample council exported whole and taken in again', () => {
  it('changes nothing and raises no doubt', () => {
    const sheets = registerNames
      .filter((name) => keptByTheProduct(name) === null)
      .map((name) => {
        const {
          name: title,
          headings,
          rows,
        } = sheetOf(name, full[name].values() as never, { access: 'with exempt' });
        return sheet(title, [headings, ...rows]);
      });
    const shown = preview(full, sheets, { plan });
    expect(shown.doubts).toEqual([]);
    expect(shown.changesToTake).toEqual([]);
  });

  it('changes nothing and raises no doubt through a real workbook either', async () => {
    const { read: open, writeXlsx } = openSpreadsheets();
    const sheets = registerNames
      .filter((name) => keptByTheProduct(name) === null)
      .map((name) => sheetOf(name, full[name].values() as never, { access: 'with exempt' }));
    const workbook = await open({ name: 'all.xlsx', bytes: await writeXlsx(sheets) });
    if ('refused' in workbook) throw new Error(workbook.words);
    const shown = preview(full, workbook.sheets, { plan });
    expect(shown.doubts).toEqual([]);
    expect(shown.changesToTake).toEqual([]);
  });
});
