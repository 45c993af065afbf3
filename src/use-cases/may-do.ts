// Whether somebody may do a thing now, as a use case asks: whoever is not in People may nothing, and who has
// left is told so.
import type { Person } from '../registers/people.ts';
import type { PlainAction } from '../rules/rights.ts';
import { may } from '../rules/rights.ts';
import type { Ports } from './ports.ts';
import { type Refused, refused } from './refused.ts';
import { leftAlready } from './take-answer.ts';

/** The person, where it is theirs to do; refused as 'not allowed' where it is not, or as who has left. */
export const whoMay = (
  { replica, clock }: Pick<Ports, 'replica' | 'clock'>,
  by: string,
  action: PlainAction,
): { readonly outcome: 'may'; readonly person: Person } | Refused => {
  const registers = replica.registers();
  const person = registers.people.get(by);
  const today = clock.now().toPlainDate();
  const left = person === undefined ? null : leftAlready(person, today);
  if (left !== null) return left;
  return person !== undefined && may({ registers, person, today }, action)
    ? { outcome: 'may', person }
    : refused({ reason: 'not allowed' });
};
