// Who counts as not reached on a day: not who was just given the app and is about to get the card again.
import { expect, it } from 'vitest';
import type { Row } from '../../src/registers/registers.ts';
import { installWords, unreachableOn } from '../../src/rules/unreachable.ts';
import { day } from './arbitrary.ts';
import { registersOf } from './table-of.ts';

const at = (time: string) => Temporal.Instant.from(`2020-10-01T${time}:00Z`);
const row = (
  person: string,
  reason: string | null,
  said: Partial<Row<'notifications'>> = {},
): Partial<Row<'notifications'>> => ({
  key: `${person}|plan|2020-21 Q2|Opening`,
  person,
  cycle: 'plan|2020-21 Q2',
  step: 'Opening',
  state: 'Unreachable',
  reason,
  fellDueAt: at('08:30'),
  settledAt: at('08:31'),
  ...said,
});
const foundOf = (
  notifications: readonly Partial<Row<'notifications'>>[],
  state: Row<'cycles'>['state'] = 'Open',
) =>
  unreachableOn(
    registersOf({ cycles: [{ key: 'plan|2020-21 Q2', state }], notifications }),
    day('2020-10-01'),
  ).map(({ person }) => person);

it('is each person once, in the order they were found, and of that day alone', () => {
  const rows = [
    row('bob', 'blocked', { settledAt: at('08:40') }),
    row('ann', 'blocked'),
    row('ann', 'blocked', { key: 'another', settledAt: at('09:00') }),
    row('cat', 'blocked', { settledAt: Temporal.Instant.from('2020-10-02T08:31:00Z') }),
    row('dan', null, { state: 'Sent' }),
  ];
  expect(foundOf(rows)).toEqual(['ann', 'bob']);
});

it('is nobody who was just given the app: they get the card again, and count once that fails', () => {
  expect(foundOf([row('ann', installWords.installed), row('bob', 'blocked')])).toEqual(['bob']);
  expect(foundOf([row('ann', `no such chat; ${installWords.installed}`)])).toEqual(['ann']);
});

it('is who was given the app too once the quarter is over, for nothing is sent again then', () => {
  expect(foundOf([row('ann', installWords.installed)], 'Closed')).toEqual(['ann']);
});
