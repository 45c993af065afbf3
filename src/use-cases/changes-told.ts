// How often a row was changed, as the Journal tells it: what tells one change of it from the next where the row
// itself does not count.
import { lineName } from '../registers/line-name.ts';
import type { RegisterName } from '../registers/registers.ts';
import type { Ports } from './ports.ts';

/**
 * Where the Journal stands on a row. When it was last told is part of it, and of a row not told of the month:
 * retention takes told ones out again, half a year old at the least, and a count alone would come back to what
 * it had been.
 */
export const changesToldOf = (
  { replica, clock }: Pick<Ports, 'replica' | 'clock'>,
  register: RegisterName,
  key: string,
): string => {
  const told = replica.registers().journal.where('row', lineName({ register, key }).slice(0, 255));
  const seconds = told.map(({ at }) => Math.floor(at.epochMilliseconds / 1000));
  const last = seconds.length === 0 ? null : Math.max(...seconds);
  return `${told.length}|${last ?? clock.now().toPlainDate().toPlainYearMonth().toString()}`;
};
