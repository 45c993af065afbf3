// Whether the lists have gone past a change that still waits to be written, as they have where an
// older copy of the Outbox was put back: an answer corrected since, a message settled since, an
// escalation acknowledged or closed since. Other rows do not say how far they have come.
import type { Escalation } from '../registers/escalations.ts';
import type { Notification } from '../registers/notifications.ts';
import type { Change, Registers } from '../registers/registers.ts';

const climbed: readonly Escalation['state'][] = ['Open', 'Acknowledged', 'Answered', 'Closed'];
const rankOf = (state: unknown): number => climbed.findIndex((each) => each === state);

/** `registers`: the lists alone, with nothing pending laid over them. */
export const isOvertaken = (registers: Registers, { register, key, set }: Change): boolean => {
  const { revision, state } = set;
  if (register === 'returns' || register === 'cycles') {
    const now = registers[register].get(key)?.revision ?? 0;
    return typeof revision === 'number' && revision < now;
  }
  if (register === 'notifications') {
    const now = registers.notifications.get(key);
    if (state !== 'Queued' || now === undefined || now.state === 'Queued') return false;
    return !goesOnFrom(now, set);
  }
  if (register === 'escalations')
    return state !== undefined && rankOf(state) < rankOf(registers.escalations.get(key)?.state);
  return false;
};

/**
 * One delivered again by hand carries how often it was tried before: the lists say the same until it has
 * ended once more.
 */
const goesOnFrom = ({ state, attempts }: Notification, set: Change['set']): boolean =>
  (state === 'Failed' || state === 'Unreachable') &&
  'possiblyRepeated' in set &&
  set['attempts'] === (attempts ?? 0);
