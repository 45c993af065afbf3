import { describe, expect, test } from 'vitest';
import { answeredMeanwhileCard } from '../../bot/handlers/answered-meanwhile-card.ts';
import { refusedWords } from '../../bot/words.ts';
import type { Row } from '../../src/registers/registers.ts';
import type { RefusedReason } from '../../src/use-cases/refused.ts';
import { saidMeanwhile } from '../../src/use-cases/take-answer.ts';
import { registersOf } from '../rules/table-of.ts';

const names = {
  person: () => 'Head of Housing Needs',
  field: (field: string) => (field === 'value' ? 'The value' : 'Homes re-let'),
};
const date = Temporal.PlainDate.from('2020-09-01');
const at = Temporal.Instant.from('2020-10-07T09:12:00Z');

const every: readonly RefusedReason[] = [
  { reason: 'not yours' },
  { reason: 'unknown return' },
  { reason: 'unknown cycle' },
  { reason: 'cycle closed', on: '2020-10-21T08:00:00Z' },
  { reason: 'cycle closed', on: '' },
  { reason: 'cycle withdrawn', because: 'Opened by mistake.' },
  { reason: 'cycle withdrawn', because: '' },
  { reason: 'cycle not open' },
  { reason: 'nothing typed', field: 'value' },
  { reason: 'not a number', field: 'numerator', typed: 'lots' },
  { reason: 'ambiguous number', field: 'value', typed: '1.234', either: ['1234', '1.234'] },
  { reason: 'zero denominator' },
  { reason: 'commentary required', value: 79.1 },
  { reason: 'commentary too long', length: 612, most: 500 },
  { reason: 'not a date', typed: 'soon' },
  { reason: 'not a date', typed: '' },
  { reason: 'date not ahead', date },
  { reason: 'no reason given' },
  { reason: 'no reason for no target' },
  { reason: 'range upside down' },
  { reason: 'reason too long', length: 612, most: 500 },
  { reason: 'answered meanwhile', by: 'deputy', at },
  { reason: 'answered meanwhile', by: null, at: null },
  { reason: 'not allowed' },
  { reason: 'doubtful', value: 5, doubts: [{ kind: 'over 100 per cent' }] },
  { reason: 'action required', value: 79.1 },
  { reason: 'no date for the action' },
  { reason: 'nobody for the action' },
  { reason: 'action and no action' },
  { reason: 'nobody by that name' },
  { reason: 'cycle suspended' },
  { reason: 'no such decision' },
  { reason: 'not a date', typed: '', field: 'actionBy' },
  { reason: 'date not ahead', date, field: 'actionBy' },
  { reason: 'no reason given', field: 'right' },
  { reason: 'reason too long', length: 300, most: 255, field: 'action' },
  { reason: 'wrong state', state: 'Closed' },
];

describe.each(every)('refused as $reason', (reason) => {
  const { words } = refusedWords(reason, names);
  test('is plain sentences', () => {
    expect(words).toMatch(/^["\p{Lu}\d]/u);
    expect(words).toMatch(/[.]$|mistake\.$/);
    expect(words).not.toMatch(/please|oops|!|undefined|null|\[object/i);
  });
});

test('a number not understood is quoted, and the sentence says what would be', () => {
  const { words, field } = refusedWords(
    { reason: 'not a number', field: 'numerator', typed: 'lots' },
    names,
  );
  expect(words).toContain('"lots"');
  expect(words).toContain('1,234.5');
  expect(field).toBe('numerator');
});

test('whoever answered meanwhile is named by post, with the moment', () => {
  const { words } = refusedWords({ reason: 'answered meanwhile', by: 'deputy', at }, names);
  expect(words).toContain('Head of Housing Needs answered this on Wed 7 October 2020, 10:12');
  const back = { reason: 'answered meanwhile', by: 'deputy', at, did: 'sent back' } as const;
  expect(refusedWords(back, names).words).toContain('Head of Housing Needs sent this back on Wed');
});

test('a date and a reason are asked for where they belong', () => {
  const at = (reason: RefusedReason) => refusedWords(reason, names).field;
  expect(at({ reason: 'not a date', typed: '' })).toBe('until');
  expect(at({ reason: 'not a date', typed: '', field: 'actionBy' })).toBe('actionBy');
  expect(at({ reason: 'date not ahead', date, field: 'actionBy' })).toBe('actionBy');
  expect(at({ reason: 'no reason given' })).toBe('because');
  expect(at({ reason: 'no reason given', field: 'right' })).toBe('right');
  expect(at({ reason: 'reason too long', length: 501, most: 500, field: 'limits' })).toBe('limits');
});

test('what is over is a collection, since a month is asked about as well as a quarter', () => {
  const over: readonly RefusedReason[] = [
    { reason: 'cycle closed', on: '2020-10-21T08:00:00Z' },
    { reason: 'cycle closed', on: '' },
    { reason: 'cycle withdrawn', because: 'Opened by mistake.' },
    { reason: 'cycle suspended' },
    { reason: 'cycle not open' },
    { reason: 'unknown cycle' },
  ];
  for (const each of over) {
    expect(refusedWords(each, names).words).toMatch(/^This collection /);
    expect(refusedWords(each, names).words).not.toContain('quarter');
  }
});

test('a card from before it was sent back says so, and opens what is to be put right', () => {
  const due = { measure: 'plan|1', period: '2020-21 Q2', state: 'Due' as const, returnedAt: at };
  const asked = { ...due, key: 'r', approval: 'sent back' as const, approver: 'h', approvedAt: at };
  const registers = registersOf({
    people: [{ key: 'h', title: 'Head of Voids' }],
    measures: [{ code: '1', title: 'Voids let in time' }],
    returns: [asked],
  });
  const row = registers.returns.get('r') as Row<'returns'>;
  const today = Temporal.PlainDate.from('2020-10-07');
  const of = { refused: saidMeanwhile(row), asked: row };
  const card = JSON.stringify(answeredMeanwhileCard(registers, of, { typed: '430', today }));
  expect(card).toContain('sent back');
  expect(card).not.toContain('already answered');
  for (const words of ['Head of Voids sent this back', 'You typed: 430', 'Put it right'])
    expect(card).toContain(words);
});
