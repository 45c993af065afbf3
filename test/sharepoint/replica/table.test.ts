// A register as readers see it: what is asked for by an indexed column is what is held there now.
import { expect, test } from 'vitest';
import type { Row } from '../../../src/registers/registers.ts';
import { fold } from '../../../src/registers/same-key.ts';
import { openTable } from '../../../src/sharepoint/replica/table.ts';
import { rowOf } from '../../rules/table-of.ts';

const returned = (measure: string, period: string): Row<'returns'> =>
  rowOf('returns', { key: `${measure}|${period}`, measure, period });

test('a place nobody was found in is looked in again once somebody is there, however it is written', () => {
  const table = openTable('returns');
  const keysAt = (place: string) => table.where('measure', place).map(({ key }) => key);
  expect(keysAt('Plan|É 1')).toEqual([]);
  const row = returned('plan|é 1', '2020-21 Q1');
  table.put(fold(row.key), row);
  expect([keysAt('Plan|É 1'), keysAt('plan|é 1')]).toEqual([[row.key], [row.key]]);
  table.drop(fold(row.key));
  expect([keysAt('Plan|É 1'), keysAt('plan|é 1')]).toEqual([[], []]);
  table.put(fold(row.key), row);
  expect(keysAt('PLAN|É 1')).toEqual([row.key]);
});

test('a row that moves to another place is there and no longer where it was', () => {
  const table = openTable('returns');
  const row = returned('plan|1', '2020-21 Q1');
  table.put(fold(row.key), row);
  expect(table.where('measure', 'Plan|2')).toEqual([]);
  expect(table.where('measure', 'Plan|1')).toHaveLength(1);
  table.put(fold(row.key), { ...row, measure: 'plan|2' });
  expect(table.where('measure', 'Plan|1')).toEqual([]);
  expect(table.where('measure', 'Plan|2')).toHaveLength(1);
});

test('as long as nothing moves in a place, the same rows are handed out, and others once it does', () => {
  const table = openTable('returns');
  const row = returned('plan|1', '2020-21 Q1');
  table.put(fold(row.key), row);
  const first = table.where('measure', 'plan|1');
  expect(table.where('measure', 'Plan|1')).toBe(first);
  const next = returned('plan|1', '2020-21 Q2');
  table.put(fold(next.key), next);
  expect(table.where('measure', 'Plan|1')).not.toBe(first);
  expect(first).toHaveLength(1);
});
