// Who asks of sign-off and on which day, and how it is said who gave an answer.
import type { Cycle } from '../registers/cycles.ts';
import type { Person } from '../registers/people.ts';
import type { Registers } from '../registers/registers.ts';
import type { Return } from '../registers/returns.ts';
import { zone } from '../rules/calendar.ts';
import { dateWords } from '../rules/date-words.ts';

export type Asking = {
  readonly registers: Registers;
  readonly person: Person;
  readonly cycle: Cycle;
  readonly today: Temporal.PlainDate;
};

/** 'Voids Officer, Mon 5 October 2020' */
export const givenWords = (
  registers: Registers,
  { returnedBy, returnedAt }: Pick<Return, 'returnedBy' | 'returnedAt'>,
): string => {
  const who = returnedBy === null ? undefined : registers.people.get(returnedBy)?.title;
  const on = returnedAt && dateWords(returnedAt.toZonedDateTimeISO(zone).toPlainDate());
  return [who ?? 'Somebody', on].filter((each) => each).join(', ');
};
