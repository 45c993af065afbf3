// The message of a hand-over: to whoever is to name another owner, and to whoever is asked from now on
// in another's place. Its card is drawn when it is sent, from what then stands.
import type { Cycle } from '../registers/cycles.ts';
import type { Change, Registers } from '../registers/registers.ts';
import { stepToCome } from '../rules/hand-over.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Entry, Message } from './ports.ts';

type Telling = {
  readonly cycle: Cycle;
  readonly to: string;
  /** Whose measures they are or were. */
  readonly about: string;
  /** What tells it from another about the same person in this cycle; null: there is but one. */
  readonly on: Temporal.PlainDate | null;
};

/**
 * The entry that queues it. Where its card is in the chat already, the one that draws it again in
 * place, `again` telling one such time from another; none where it waits to go, or did not arrive.
 */
export const handOverEntries = (
  registers: Registers,
  { cycle, to, about, on }: Telling,
  { again, ...said }: Pick<Entry, 'by' | 'at'> & { readonly again: string | null },
): readonly Entry[] => {
  const message: Message = {
    person: to,
    cycle: cycle.key,
    step: 'Hand-over',
    about,
    on: on?.toString() ?? null,
    replaces: null,
  };
  const key = messageKey(message);
  const before = registers.notifications.get(key);
  if (before !== undefined) {
    const { activity, conversation, state } = before;
    if (again === null || state !== 'Sent' || activity === null || conversation === null) return [];
    const replaces = { activity, conversation };
    return [{ key: `${key}|${again}`, ...said, changes: [], message: { ...message, replaces } }];
  }
  return [
    {
      key,
      ...said,
      changes: [
        change('notifications', key, {
          title: `Hand-over ${cycle.period}`,
          plan: cycle.plan,
          person: to,
          cycle: cycle.key,
          step: 'Hand-over',
          about,
          on,
          state: 'Queued',
          fellDueAt: said.at,
          attempts: 0,
        }),
      ],
      message,
    },
  ];
};

/**
 * The card of a hand-over asks for the returns too: the step of the ladder that would have asked for them
 * in the same moment is passed over. None where it has been decided already.
 */
export const askedByIt = (
  registers: Registers,
  { cycle, to }: Pick<Telling, 'cycle' | 'to'>,
  now: Temporal.ZonedDateTime,
): readonly Change[] => {
  const due = stepToCome(registers, { person: to, cycle }, now);
  if (due === null || Temporal.ZonedDateTime.compare(due.at, now) > 0) return [];
  const at = now.toInstant();
  return [
    change('notifications', due.key, {
      title: `${due.step} ${cycle.period}`,
      plan: cycle.plan,
      person: to,
      cycle: cycle.key,
      step: due.step,
      state: 'Passed over',
      reason: 'asked in the card that asks for another owner',
      fellDueAt: due.at.toInstant(),
      settledAt: at,
      attempts: 0,
    }),
  ];
};
