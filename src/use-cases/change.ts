// Builds a change to a row from typed values, so that a use case cannot name a column that is not there.
import { toPlain } from '../registers/register.ts';
import type { Change, RegisterName, Row } from '../registers/registers.ts';

/** A change to one row of a register: the columns named are set, the others stay as they are. */
export const change = <N extends RegisterName>(
  register: N,
  key: string,
  set: Partial<Omit<Row<N>, 'key'>>,
): Change => ({
  register,
  key,
  set: Object.fromEntries(Object.entries(set).map(([name, value]) => [name, toPlain(value)])),
});
