// Puts each person's due step in the ledger: queued to be sent, passed over, or not needed.
// Which step is due is a rule; the sending itself is deliver-messages.
import type { Cycle } from '../registers/cycles.ts';
import type { NotificationState } from '../registers/words.ts';
import { ladder, type Verdict } from '../rules/ladder.ts';
import { gather } from '../rules/one-a-day.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';

const stateOf: { readonly [V in Verdict['verdict']]: NotificationState } = {
  send: 'Queued',
  'passed over': 'Passed over',
  'not needed': 'Not needed',
};

/**
 * For all open cycles together, so that a person has one card of them. A step already in the ledger is
 * left as it is; a cycle whose row cannot be read does not stop the others.
 */
export const sendReminders = async (ports: Ports, cycles: readonly Cycle[]): Promise<void> => {
  const now = ports.clock.now();
  const registers = ports.replica.registers();
  const verdicts = cycles.flatMap((cycle) => {
    try {
      return ladder(registers, cycle, now);
    } catch (error) {
      ports.log.fault('steps not worked out', error, { cycle: cycle.key });
      return [];
    }
  });
  const byKey = new Map(cycles.map((cycle) => [cycle.key, cycle]));
  await accept(
    ports,
    gather(registers, verdicts, now).verdicts.flatMap((verdict) => {
      const cycle = byKey.get(verdict.cycle);
      return cycle ? [ledgerEntry(cycle, verdict, now.toInstant())] : [];
    }),
  );
};

/** The entry that puts a step in the ledger, and in the queue where it is to be sent. */
export const ledgerEntry = (cycle: Cycle, verdict: Verdict, at: Temporal.Instant): Entry => {
  const { key, person, step, on, fellDueAt, because = null } = verdict;
  const isSent = verdict.verdict === 'send';
  return {
    key,
    by: null,
    at,
    changes: [
      change('notifications', key, {
        title: `${step} ${cycle.period}`,
        plan: cycle.plan,
        person,
        cycle: cycle.key,
        step,
        ...(on !== null && { on: Temporal.PlainDate.from(on) }),
        state: stateOf[verdict.verdict],
        fellDueAt,
        settledAt: isSent ? null : at,
        ...(because !== null && { reason: because }),
        attempts: 0,
      }),
    ],
    message: isSent ? { person, cycle: cycle.key, step, about: null, on, replaces: null } : null,
  };
};
