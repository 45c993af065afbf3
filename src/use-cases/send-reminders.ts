// Puts each person's due step in the ledger: queued to be sent, passed over, or not needed.
// Which step is due is a rule; the sending itself is deliver-messages.
import type { Cycle } from '../registers/cycles.ts';
import type { NotificationState } from '../registers/words.ts';
import { ladder, type Verdict } from '../rules/ladder.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import type { Entry, Ports } from './ports.ts';

const stateOf: { readonly [V in Verdict['verdict']]: NotificationState } = {
  send: 'Queued',
  'passed over': 'Passed over',
  'not needed': 'Not needed',
};

/** A step already in the ledger is left as it is. */
export const sendReminders = async (ports: Ports, cycle: Cycle): Promise<void> => {
  const now = ports.clock.now();
  const verdicts = ladder(ports.replica.registers(), cycle, now);
  await accept(
    ports,
    verdicts.map((verdict) => ledgerEntry(cycle, verdict, now.toInstant())),
  );
};

const ledgerEntry = (cycle: Cycle, verdict: Verdict, at: Temporal.Instant): Entry => ({
  key: verdict.key,
  by: null,
  at,
  changes: [
    change('notifications', verdict.key, {
      title: `${verdict.step} ${cycle.period}`,
      plan: cycle.plan,
      person: verdict.person,
      cycle: cycle.key,
      step: verdict.step,
      state: stateOf[verdict.verdict],
      fellDueAt: verdict.fellDueAt,
      settledAt: verdict.verdict === 'send' ? null : at,
      attempts: 0,
    }),
  ],
  message:
    verdict.verdict === 'send'
      ? {
          person: verdict.person,
          cycle: cycle.key,
          step: verdict.step,
          about: null,
          replaces: null,
        }
      : null,
});
