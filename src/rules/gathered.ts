// Which steps were told in another's card, so that one message held them all: the ledger says so by the
// reason of a step passed over. Which are gathered is decided in one-a-day.ts.
import type { Notification } from '../registers/notifications.ts';
import type { Registers } from '../registers/registers.ts';
import type { Step } from '../registers/words.ts';

/** The step whose card told of others; `on` null, or not there, where it comes once in a cycle. */
export type Carrier = {
  readonly cycle: string;
  readonly step: Step;
  readonly on?: string | null;
};

const longestReason = 255;

/** What the ledger says of a step told in this card. */
export const inOneCardWith = ({ step, cycle, on = null }: Carrier): string =>
  `in one card with ${step}${on === null ? '' : ` of ${on}`}, ${cycle}`.slice(0, longestReason);

/** The rows of the steps that a person's card tells of besides its own; none of most. */
export const gatheredInto = (
  registers: Pick<Registers, 'notifications'>,
  { person, ...carrier }: Carrier & { readonly person: string },
): readonly GatheredStep[] => {
  const reason = inOneCardWith(carrier);
  return registers.notifications
    .where('person', person)
    .filter((row) => row.state === 'Passed over' && row.reason === reason)
    .map(({ cycle, step, on }) => ({ person, cycle, step, on: on?.toString() ?? null }));
};

export type GatheredStep = Pick<Notification, 'person' | 'cycle' | 'step'> & {
  readonly on: string | null;
};
