// Whether the lists have gone past a change that still waits to be written, as they have where an
// older copy of the Outbox was put back: an answer corrected since, a message settled since, an
// escalation acknowledged or closed since. Other rows do not say how far they have come.
import type { Escalation } from '../registers/escalations.ts';
import type { Change, Registers } from '../registers/registers.ts';

const climbed: readonly Escalation['state'][] = ['Open', 'Acknowledged', 'Closed'];
const rankOf = (state: unknown): number => climbed.findIndex((each) => each === state);

/** `registers`: the lists alone, with nothing pending laid over them. */
export const isOvertaken = (registers: Registers, { register, key, set }: Change): boolean => {
  const { revision, state } = set;
  if (register === 'returns' || register === 'cycles') {
    const now = registers[register].get(key)?.revision ?? 0;
    return typeof revision === 'number' && revision < now;
  }
  if (register === 'notifications') {
    const now = registers.notifications.get(key)?.state;
    return state === 'Queued' && now !== undefined && now !== 'Queued';
  }
  if (register === 'escalations')
    return state !== undefined && rankOf(state) < rankOf(registers.escalations.get(key)?.state);
  return false;
};
