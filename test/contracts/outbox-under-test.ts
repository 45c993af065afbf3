// An Outbox under its contract, and what is put into it: a manager's figure, and a card to its owner.
import type { Change } from '../../src/registers/registers.ts';
import type { Entry, Message, Outbox } from '../../src/use-cases/ports.ts';

export type OutboxUnderTest = {
  outbox(): Outbox;
  reopen(): Promise<void>;
  /** One more on the same store, as another instance of the app has it: to be closed by whoever asked. */
  beside(): Promise<Outbox>;
  remove(): Promise<void>;
};

export const answer = (value: number): Change => ({
  register: 'returns',
  key: 'operating-plan-2020-21|21a|2020-21 Q2',
  set: { state: 'Returned', value },
});

export const submission = (key: string, ...changes: Change[]): Entry => ({
  key,
  by: 'housing-needs',
  at: Temporal.Instant.from('2020-10-05T09:30:00Z'),
  changes,
  message: null,
});

export const card: Message = {
  person: 'housing-needs',
  cycle: 'operating-plan-2020-21|2020-21 Q2',
  step: 'Opening',
  about: null,
  replaces: null,
};

export const send = (key: string): Entry => ({ ...submission(key), by: null, message: card });
