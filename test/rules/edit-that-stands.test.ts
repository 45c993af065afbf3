// The edit in the list that replaced an answer, told from every other row of the Journal.
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../src/registers/journal.ts';
import { editThatStands } from '../../src/rules/edit-that-stands.ts';
import { registersOf, rowOf } from './table-of.ts';

const answered = rowOf('returns', {
  measure: 'plan|1',
  period: '2020-21 Q2',
  value: 28,
  commentary: 'Theirs.',
  returnedBy: 'owner',
  returnedAt: Temporal.Instant.from('2020-10-01T10:00Z'),
});
const edit = (key: string, more: Partial<JournalEntry> = {}): Partial<JournalEntry> => ({
  key,
  register: 'Returns',
  row: `Returns: ${answered.key}`,
  by: 'manager',
  at: Temporal.Instant.from('2020-10-01T11:00Z'),
  from: 'Value: 30',
  to: 'Value: 28',
  source: 'list edited by hand',
  ...more,
});
const found = (...journal: readonly Partial<JournalEntry>[]) =>
  editThatStands(registersOf({ journal }), answered);

test('is told with who, when and what it set', () => {
  expect(found(edit('1'))).toMatchObject({
    told: '1',
    by: 'manager',
    columns: [{ column: 'value', from: '30', to: '28' }],
  });
});
test('is the newest of several', () => {
  const later = Temporal.Instant.from('2020-10-01T12:00Z');
  const second = edit('2', { at: later, from: 'Commentary: Ours.', to: 'Commentary: Theirs.' });
  expect(found(second, edit('1'))?.told).toBe('2');
});
test.each([
  ['made before the answer was given', { at: Temporal.Instant.from('2020-10-01T09:59Z') }],
  ['an answer itself', { source: 'card' as const }],
  ['undone since', { to: 'Value: 29' }],
  ['about no part of the answer', { from: 'Due on: 2020-10-14', to: 'Due on: 2020-10-20' }],
  ['of another row', { row: 'Returns: plan|2|2020-21 Q2' }],
])('is none that is %s', (_what, more) => {
  expect(found(edit('1', more))).toBeNull();
});
