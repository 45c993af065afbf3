// Keeps what is missing from a cycle true in Escalations: raised when a step's moment has come, closed when
// answered. What rules raise is in escalate-by-rules.ts.
import type { Cycle } from '../registers/cycles.ts';
import { escalationsToClose, escalationsToRaise, type ToRaise } from '../rules/escalations.ts';
import { accept } from './accept.ts';
import { change } from './change.ts';
import { closingEntry } from './escalate-by-rules.ts';
import { eventChange } from './escalation-act.ts';
import type { Entry, Ports } from './ports.ts';

/** Answers how many returns were raised, whoever was told, and how many escalations closed. */
export const escalate = async (
  ports: Ports,
  cycle: Cycle,
): Promise<{ readonly raised: number; readonly closed: number }> => {
  const registers = ports.replica.registers();
  const now = ports.clock.now();
  const raise = escalationsToRaise(registers, cycle, now);
  const close = escalationsToClose(registers, cycle);
  await accept(ports, [
    ...raise.map((each) => raisingEntry(each, now.toInstant())),
    ...close.flatMap((each) => closingEntry(ports, each, now.toInstant())),
  ]);
  const raised = new Set(raise.map((each) => each.return)).size;
  return { raised, closed: close.length };
};

const raisingEntry = ({ key, ...row }: ToRaise, at: Temporal.Instant): Entry => ({
  key: `escalation|${key}`,
  by: null,
  at,
  changes: [
    change('escalations', key, { ...row, state: 'Open', raisedAt: at }),
    eventChange(
      { key, title: row.title, plan: row.plan, access: null, exemptUnder: null },
      { event: 'raised', number: 1, by: null, to: row.person, at, words: null },
    ),
  ],
  message: null,
});
