// A register as a sheet: what leaves, what stays, and that every cell means what the register holds.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Column,
  type Columns,
  fromPlain,
  holdsMany,
} from '../../../src/registers/register.ts';
import { registerNames, registers } from '../../../src/registers/registers.ts';
import { cellOf } from '../../../src/rules/export/cell-of-column.ts';
import { exportable, sheetName, sheetOf } from '../../../src/rules/export/export-sheet.ts';
import { readColumn } from '../../../src/rules/import/read-column.ts';
import { registersOf, rowOf } from '../table-of.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

const valueOf = (column: Column): fc.Arbitrary<unknown> => {
  const blankOr = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  const line = fc
    .string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' })
    .filter((text) => text.trim() === text && text !== '');
  if (column.kind === 'title') return line;
  if (holdsMany(column)) return fc.uniqueArray(fc.constantFrom('Risks: plan|R1', 'Teams: t-1'));
  if (column.kind === 'yesNo') return fc.boolean();
  if (column.kind === 'number')
    return blankOr(fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0));
  if (column.kind === 'date')
    return blankOr(
      fc.integer({ min: 0, max: 100_000 }).map((days) => day('1900-01-01').add({ days })),
    );
  if (column.kind === 'instant')
    return blankOr(
      fc.bigInt({ min: 0n, max: 2n ** 61n }).map((ns) => Temporal.Instant.fromEpochNanoseconds(ns)),
    );
  if (column.kind === 'choice') return blankOr(fc.constantFrom(...(column.choices ?? [])));
  return blankOr(line);
};

describe('a cell is the exact inverse of reading it', () => {
  it.each(registerNames)('%s', (name) => {
    for (const column of Object.values(registers[name].columns as Columns)) {
      fc.assert(
        fc.property(valueOf(column), (value) => {
          const read = readColumn(column, cellOf(column, value));
          expect(read).toHaveProperty('value');
          expect(fromPlain(column, 'value' in read ? read.value : null)).toEqual(value);
        }),
        { numRuns: 30 },
      );
    }
  });
});

const measures = [
  rowOf('measures', {
    code: '1',
    title: 'Homes let',
    access: 'public',
    serves: ['Risks: a', 'Teams: b'],
  }),
  rowOf('measures', { code: '2', title: 'Empty homes' }),
  rowOf('measures', { code: '3', title: 'Contract', access: 'exempt' }),
  rowOf('measures', { code: '4', title: 'Next year', plan: 'Other', access: 'internal' }),
];
const held = registersOf({ measures });
const keysIn = (sheet: ReturnType<typeof sheetOf>) => [...sheet.rows].map(([key]) => key);

test('a sheet has the Key, then every column by its words', () => {
  const { name, headings, rows } = sheetOf('measures', measures, { held });
  expect(name).toBe('Measures');
  expect(headings.slice(0, 4)).toEqual(['Key', 'Name', 'Plan', 'Code']);
  expect(headings.slice(-2)).toEqual(['Access', 'Exempt under']);
  const [first = []] = [...rows];
  expect(first[headings.indexOf('Serves')]).toBe('Risks: a\nTeams: b');
  expect(first[headings.indexOf('Data only')]).toBe('No');
});

test('an exempt row leaves only when asked for, and --public lets public rows out and no others', () => {
  expect(keysIn(sheetOf('measures', measures, { held }))).toEqual(['plan|1', 'plan|2', 'Other|4']);
  expect(keysIn(sheetOf('measures', measures, { access: 'with exempt' })).length).toBe(4);
  expect(keysIn(sheetOf('measures', measures, { access: 'public', held }))).toEqual(['plan|1']);
});

test('the rows of one plan, whatever the case of its code', () => {
  expect(keysIn(sheetOf('measures', measures, { plan: 'OTHER', held }))).toEqual(['Other|4']);
  const plans = [
    rowOf('plans', { key: 'plan', plan: '' }),
    rowOf('plans', { key: 'other', plan: 'other' }),
  ];
  expect(keysIn(sheetOf('plans', plans, { plan: 'plan', held }))).toEqual(['plan']);
});

test('personal objectives are never exported', () => {
  expect(exportable).not.toContain('personalObjectives');
  expect(() => sheetOf('personalObjectives', [], { held })).toThrow('never exported');
});

test('every sheet name is one Excel takes, and no two are the same', () => {
  const names = exportable.map((name) => sheetName(registers[name].list).toLowerCase());
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  expect(sheetName("'Plans: 2020/21 [draft]* with a long name?'")).toBe(
    'Plans  2020 21  draft   with a',
  );
});
