// Every row of the Stockton sample is whole and points only at rows that are there, and its first quarter
// can be run: what it asks for, of whom, and that there is somebody to ask.
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/registers/line-name.ts';
import { type Columns, holdsMany, type Register } from '../../src/registers/register.ts';
import { type RegisterName, registerNames, registers } from '../../src/registers/registers.ts';
import { returnsDue } from '../../src/rules/what-is-due.ts';
import { closedDates, workingDayAfter } from '../../src/rules/working-days.ts';
import { seatToTry } from '../../src/samples/councils.ts';
import { stocktonOnTees } from '../../src/samples/stockton-on-tees.ts';
import { registersOf, rowsOf } from './sample-registers.ts';

const council = stocktonOnTees();
const held = registersOf(council);

describe('every row', () => {
  type Named = { readonly key: string; readonly [column: string]: unknown };
  const columnsOf = (name: RegisterName): Columns => (registers[name] as Register).columns;
  const named = (name: RegisterName) => rowsOf(council, name) as unknown as readonly Named[];
  const filled = registerNames.filter((name) => named(name).length > 0);
  const keysOf = new Map(
    registerNames.map((name) => [
      registers[name].list as string,
      new Set(named(name).map((row) => row.key)),
    ]),
  );
  const values = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter((each) => each !== null) as string[];

  test.each(filled)('%s: what a row points at, or leans on, is in this council', (name) => {
    const dangling = named(name).flatMap((row) =>
      Object.entries(columnsOf(name)).flatMap(([column, { kind, pointsAt }]) => {
        if (kind === 'lines')
          return values(row[column]).filter((text) => {
            const line = readLine(text);
            return !line || !keysOf.get(registers[line.register].list)?.has(line.key);
          });
        if (!pointsAt) return [];
        return values(row[column]).filter((key) => !keysOf.get(pointsAt)?.has(key));
      }),
    );
    expect(dangling).toEqual([]);
  });

  test.each(filled)('%s: is complete, fits its list, and has a key of its own', (name) => {
    const keys = named(name).map((row) => row.key.toLowerCase());
    expect(new Set(keys).size).toBe(keys.length);
    const unfit = named(name).flatMap((row) =>
      Object.entries(columnsOf(name))
        .filter(([column, declared]) => {
          const value = row[column];
          if (value === undefined || (declared.required && (value === null || value === '')))
            return true;
          if (value === null || holdsMany(declared)) return false;
          if (declared.kind === 'choice') return !declared.choices?.includes(value as string);
          const short = declared.kind === 'text' || declared.kind === 'title';
          return short && String(value).length > 255;
        })
        .map(([column]) => `${row.key}: ${column}`),
    );
    expect(unfit).toEqual([]);
  });

  test('is the same at every start', () => {
    expect(stocktonOnTees()).toEqual(council);
  });
});

describe('quarter 1 of 2024-25', () => {
  const people = rowsOf(council, 'people');
  const [cycle] = rowsOf(council, 'cycles');
  if (!cycle) throw new Error('the sample has no cycle');
  const due = returnsDue(held, cycle);
  const owners = people.filter(({ roles }) => roles.includes('owner'));

  test('opens on Monday 1 July half an hour after the clock begins, due on Friday 12 July', () => {
    expect(council.startsAt).toBe('2024-07-01T09:00');
    expect(`${cycle.opensOn.toString()} ${cycle.sendAt}`).toBe('2024-07-01 09:30');
    const end = Temporal.PlainDate.from('2024-06-30');
    expect(workingDayAfter(end, cycle.dueWorkingDay, closedDates(held)).toString()).toBe(
      '2024-07-12',
    );
  });

  test('asks six owners for twelve figures, each for the quarter', () => {
    expect(due).toHaveLength(12);
    expect(new Set(due.map(({ period }) => period))).toEqual(new Set(['2024-25 Q1']));
    expect(new Set(due.map(({ owner }) => owner)).size).toBe(6);
  });

  test('suggests a seat that owes several returns', () => {
    const seat = people.find(({ title }) => title === seatToTry['stockton-on-tees']);
    expect(due.filter(({ owner }) => owner === seat?.key)).toHaveLength(3);
  });

  test('reaches everyone it asks but one', () => {
    const seats = new Map(council.directory.map((each) => [each.id, each]));
    const asked = people.filter(({ key }) => due.some(({ owner }) => owner === key));
    const unreached = asked.filter(({ objectId }) => !seats.get(objectId)?.installed);
    expect(unreached.map(({ key }) => key)).toEqual(['p-recruitment']);
  });

  test('has owners with a manager, and measures of their own team', () => {
    expect(owners.filter(({ manager }) => manager === null)).toEqual([]);
    const measures = rowsOf(council, 'measures');
    expect(new Set(measures.map(({ owner }) => owner))).toEqual(
      new Set(owners.map(({ key }) => key)),
    );
    const strays = measures.filter(
      ({ owner, team }) => held.people.get(owner ?? '')?.team !== team,
    );
    expect(strays).toEqual([]);
  });

  test('has a seat in the directory for every post', () => {
    expect(council.directory.map(({ id, userPrincipalName }) => [id, userPrincipalName])).toEqual(
      people.map(({ objectId, upn }) => [objectId, upn]),
    );
    expect(new Set(people.map(({ objectId }) => objectId)).size).toBe(people.length);
  });
});
