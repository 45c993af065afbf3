// Queues the one card a day by which each person whose word is wanted hears of all that waits for it.
import type { Cycle } from '../registers/cycles.ts';
import { approvalsDue } from '../rules/approvals-due.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { messageKey } from './message-key.ts';
import type { Entry, Ports } from './ports.ts';

/** Answers how many cards were queued: each is known by its person, cycle and day. */
export const sendApprovals = async (ports: Ports, cycle: Cycle): Promise<number> => {
  const at = ports.clock.now().toInstant();
  const due = approvalsDue(ports.replica.registers(), cycle, ports.clock.now());
  const entries = due.map(({ person, on, fellDueAt }): Entry => {
    const message = {
      person,
      cycle: cycle.key,
      step: 'Approve' as const,
      about: null,
      on: on.toString(),
      replaces: null,
    };
    const key = messageKey(message);
    const row = change('notifications', key, {
      title: `Approve ${cycle.period}`,
      plan: cycle.plan,
      person,
      cycle: cycle.key,
      step: 'Approve',
      on,
      state: 'Queued',
      fellDueAt,
      attempts: 0,
    });
    return { key, by: null, at, changes: [row], message };
  });
  const acceptances = await accept(ports, entries);
  return acceptances.filter(({ outcome }) => outcome === 'accepted').length;
};
