// A register row and the list row that holds it: nothing is lost on the way, and a cell that cannot
// be read is named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Column, toPlain } from '../../../src/registers/register.ts';
import { type RegisterName, type Row, registerNames } from '../../../src/registers/registers.ts';
import { columnDefinitions, placedColumns } from '../../../src/sharepoint/rows/columns.ts';
import { readRow } from '../../../src/sharepoint/rows/rows.ts';
import { newFields, withChange } from '../../../src/sharepoint/rows/written-fields.ts';

const oneLine = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .filter((text) => !/[\r\n]/.test(text) && text.trim() !== '');
const aDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));

/** Of each text that is read further, some that can be. */
const formed = ['2020-21 Q2', '2099-00 M12', '09:30', '9.05'];

const typedValue = (column: Column): fc.Arbitrary<unknown> => {
  switch (column.kind) {
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n));
    case 'yesNo':
      return fc.boolean();
    case 'date':
      return aDate;
    case 'instant':
      return fc
        .bigInt({ min: 0n, max: 4_000_000_000_000_000_000n })
        .map((ns) => Temporal.Instant.fromEpochNanoseconds(ns));
    case 'choice':
      return fc.constantFrom(...(column.choices ?? []));
    case 'keys':
    case 'lines':
      return fc.array(
        oneLine.map((text) => text.trim()),
        { maxLength: 4 },
      );
    case 'longText':
      return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    case 'title':
    case 'text':
      return column.form ? fc.constantFrom(...formed.filter(column.form.isIn)) : oneLine;
  }
};

const anyRow = (name: RegisterName): fc.Arbitrary<Row<RegisterName>> => {
  const cells = placedColumns(name).map(({ property, column }) => {
    const always =
      column.required ||
      column.kind === 'yesNo' ||
      column.kind === 'keys' ||
      column.kind === 'lines';
    return [property, always ? typedValue(column) : fc.option(typedValue(column))];
  });
  return fc.record({ key: oneLine, ...Object.fromEntries(cells) }) as unknown as fc.Arbitrary<
    Row<RegisterName>
  >;
};

const plainly = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toPlain(value)]));
const throughAList = (name: RegisterName, row: Row<RegisterName>) =>
  readRow(name, '1', JSON.parse(JSON.stringify(newFields(name, row))));

describe.each(registerNames)('a row of %s', (name) => {
  test('comes back from its list as it went in', () => {
    fc.assert(
      fc.property(anyRow(name), (row) => {
        const read = throughAList(name, row);
        expect('row' in read ? plainly(read.row) : read.fault).toEqual(plainly(row));
      }),
      { numRuns: 60 },
    );
  });

  test('is the same whether it was changed column by column or written at once', () => {
    fc.assert(
      fc.property(anyRow(name), (row) => {
        const { key, ...set } = plainly(row) as Record<string, never> & { key: string };
        let built: Row<RegisterName> | null = null;
        for (const [column, value] of Object.entries(set)) {
          built = withChange(name, built, { key, set: { [column]: value } });
        }
        expect(plainly(built ?? {})).toEqual(plainly(row));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the columns of every list', () => {
  test.each(registerNames)('%s: names are ASCII, unlike, and none of SharePoint’s own', (name) => {
    const names = columnDefinitions(name).map((column) => column.name);
    for (const each of names) expect(each).toMatch(/^[A-Z][A-Za-z0-9]{0,31}$/);
    const folded = names.map((each) => each.toLowerCase());
    expect(new Set(folded).size).toBe(names.length);
    const own = [
      'id',
      'title',
      'created',
      'modified',
      'author',
      'editor',
      'attachments',
      'version',
    ];
    expect(folded.filter((each) => own.includes(each))).toEqual([]);
  });

  test.each(registerNames)(
    '%s: one unique key, and no more indexes than a list can carry',
    (name) => {
      const columns = columnDefinitions(name);
      expect(
        columns.filter((column) => column.enforceUniqueValues).map((each) => each.name),
      ).toEqual(['Key']);
      expect(columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(20);
    },
  );
});

describe('a cell that cannot be read', () => {
  const fields = {
    Key: 'p|21a|2020-21 Q2',
    Plan: 'p',
    Measure: 'p|21a',
    Period: '2020-21 Q2',
    State: 'Returned',
  };
  const complaint = (cells: object) => {
    const read = readRow('returns', '12', { ...fields, ...cells });
    return 'fault' in read ? read.fault.words : 'no complaint';
  };

  test.each([
    [{ Value: 'abc' }, "Returns, row 12, Value: 'abc' is not a number"],
    [
      { DueOn: '14/10/2020' },
      "Returns, row 12, Due on: '14/10/2020' is not a date such as 2020-10-14",
    ],
    [
      { DueOn: '2020-02-30' },
      "Returns, row 12, Due on: '2020-02-30' is not a date in the calendar",
    ],
    [
      { ReturnedAt: 'Monday' },
      "Returns, row 12, Returned at: 'Monday' is not a moment such as 2020-10-14T09:30:00Z",
    ],
    [
      { State: 'Done' },
      "Returns, row 12, State: 'Done' is not one of Due, Returned, No data until, Withdrawn",
    ],
    [{ Illustrative: 'perhaps' }, "Returns, row 12, Illustrative: 'perhaps' is not yes or no"],
    [{ Period: null }, 'Returns, row 12, Period: is blank'],
    [{ Key: '' }, 'Returns, row 12, Key: is blank'],
  ])('is named as an administrator would find it: %j', (cells, words) => {
    expect(complaint(cells)).toBe(words);
  });

  test.each([
    [{ Period: '2020-21 M15' }, "'2020-21 M15' is not a quarter or a month such as 2020-21 Q2"],
    [{ Period: '2020-22 Q1' }, "'2020-22 Q1' is not a quarter or a month"],
    [{ SendAt: 'half nine' }, "'half nine' is not a time such as 09:30"],
    [{}, 'no complaint'],
  ])('names what a cycle has no calendar without: %j', (cells, words) => {
    const cycle = {
      Key: 'p|2020-21 Q2',
      Plan: 'p',
      Period: '2020-21 Q2',
      State: 'Open',
      OpensOn: '2020-10-01',
      SendAt: '09:30',
      DueWorkingDay: 10,
      RemindBefore: 3,
      ManagerAfter: 1,
      SmtAfter: 3,
      CloseAfter: 10,
    };
    const read = readRow('cycles', '3', { ...cycle, ...cells });
    expect('fault' in read ? read.fault.words : 'no complaint').toContain(words);
  });

  test('a blank figure is not yet returned, never zero', () => {
    const read = readRow('returns', '12', fields);
    expect('row' in read && (read.row as Row<'returns'>).value).toBeNull();
  });
});

test('a title too long for its column is cut, and nothing else of the row', () => {
  const row = withChange('plans', null, {
    key: 'operating-plan-2020-21',
    set: { title: 'A'.repeat(400), plan: 'operating-plan-2020-21', code: 'op' },
  });
  const fields = newFields('plans', row);
  expect(fields['Title']).toHaveLength(255);
  expect(fields['Plan']).toBe('operating-plan-2020-21');
});
